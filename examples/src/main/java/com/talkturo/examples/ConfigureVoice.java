package com.talkturo.examples;

import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.assistants.AssistantsClient;
import com.talkturo.sdk.assistants.LlmProvider;
import com.talkturo.sdk.assistants.TemplateId;
import com.talkturo.sdk.assistants.TranscriptorProvider;
import com.talkturo.sdk.assistants.UpdateAssistantRequest;
import com.talkturo.sdk.assistants.VoiceProvider;

/** The whole configuration of an assistant in one update: create takes only name and template. */
public final class ConfigureVoice {
  private ConfigureVoice() {}

  public static void main(String[] args) {
    try (Playground playground = Playground.open()) {
      AssistantsClient assistants = playground.client().assistants();
      Assistant created =
          playground.temporary(
              assistants.create(r -> r.name("Front desk").templateId(TemplateId.CUSTOM)));

      UpdateAssistantRequest configuration =
          UpdateAssistantRequest.builder()
              .assistantId(created.id())
              .name("Front desk, Berlin")
              // What it says. Talkturo fills in {{...}} for each phone call; the SDK sends it as
              // is.
              .firstMessage("Guten Tag {{contact.first_name}}, was kann ich für Sie tun?")
              .systemPrompt("Answer questions about opening hours. Offer a callback otherwise.")
              // How it thinks.
              .provider(LlmProvider.OPENAI)
              .model("gpt-4o-mini")
              .temperature(0.3)
              .maxTokens(512)
              // How it sounds.
              .voiceProvider(VoiceProvider.CARTESIA)
              .voiceModel("sonic-multilingual")
              .voiceId("voice-mara")
              .voiceName("Mara")
              // How it listens.
              .transcriptorProvider(TranscriptorProvider.DEEPGRAM)
              .transcriptorModel("nova-2")
              .transcriptorLanguage("de")
              // What it may do.
              .recordingEnabled(false)
              .inboundEnabled(true)
              .outboundEnabled(false)
              .build();
      assistants.update(configuration);

      Assistant configured = assistants.get(created.id());
      System.out.println(configured.name().orElse("(no name)") + " is configured:");
      configured.firstMessage().ifPresent(text -> System.out.println("  says    " + text));
      configured.model().ifPresent(model -> System.out.println("  thinks  " + model));
      configured.voiceName().ifPresent(voice -> System.out.println("  sounds  " + voice));
      configured
          .transcriptorLanguage()
          .ifPresent(language -> System.out.println("  listens " + language));
    }
  }
}
