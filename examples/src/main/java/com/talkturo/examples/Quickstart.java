package com.talkturo.examples;

import com.talkturo.sdk.assistants.AssignPhoneNumbersResponse;
import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.assistants.AssistantsClient;
import com.talkturo.sdk.assistants.TemplateId;
import com.talkturo.sdk.assistants.VoiceProvider;
import java.util.List;
import java.util.Optional;

/** All four operations: create an assistant, read it, change it, give it phone numbers. */
public final class Quickstart {
  private Quickstart() {}

  public static void main(String[] args) {
    try (Playground playground = Playground.open()) {
      AssistantsClient assistants = playground.client().assistants();

      Assistant created =
          playground.temporary(
              assistants.create(
                  r -> r.name("Q1 Outbound Setter").templateId(TemplateId.OUTBOUND_SETTER)));
      heading("1. Created from the template outbound-setter");
      line("id", created.id());
      line("name", created.name());

      Assistant current = assistants.get(created.id());
      heading("2. Read it: these defaults come from the template");
      line("model", current.provider(), current.model());
      line("temperature", current.temperature());
      line("max tokens", current.maxTokens());
      line("first message", current.firstMessage());
      line("system prompt", current.systemPrompt());
      line("voice", current.voiceProvider(), current.voiceName());
      line("transcription", current.transcriptorProvider(), current.transcriptorLanguage());
      line("recording", current.recordingEnabled());
      line("inbound calls", current.inboundEnabled());
      line("outbound calls", current.outboundEnabled());

      assistants.update(
          created.id(),
          r ->
              r.temperature(0.4)
                  .voiceProvider(VoiceProvider.CARTESIA)
                  .voiceId("voice-mara")
                  .voiceName("Mara")
                  .inboundEnabled(true));
      // The API may send only part of the assistant back, so it is read again.
      Assistant patched = assistants.get(created.id());
      heading("3. Patched: these fields changed, all others stayed");
      change("temperature", current.temperature(), patched.temperature());
      change("voice provider", current.voiceProvider(), patched.voiceProvider());
      change("voice id", current.voiceId(), patched.voiceId());
      change("voice name", current.voiceName(), patched.voiceName());
      change("inbound calls", current.inboundEnabled(), patched.inboundEnabled());

      List<String> numbers = playground.phoneNumberIds().stream().limit(2).toList();
      if (numbers.size() < 2) {
        heading("4. No numbers assigned: name two free ones in TALKTURO_PHONE_NUMBER_IDS");
        return;
      }
      heading("4. Assigned two phone numbers");
      AssignPhoneNumbersResponse assigned =
          assistants.assignPhoneNumbers(created.id(), numbers.get(0), numbers.get(1));
      line("sent", numbers);
      line("answer", assigned.message().orElse("accepted"));
      showStored(playground, created.id());

      heading("5. Removed all phone numbers");
      AssignPhoneNumbersResponse removed = assistants.unassignAllPhoneNumbers(created.id());
      line("sent", List.of());
      line("answer", removed.message().orElse("accepted"));
      showStored(playground, created.id());
    }
  }

  /** The API does not say which numbers an assistant has; the embedded server does. */
  private static void showStored(Playground playground, String assistantId) {
    playground.server().ifPresent(s -> line("stored", s.phoneNumbersOf(assistantId)));
  }

  private static void heading(String text) {
    System.out.println();
    System.out.println(text);
  }

  private static void line(String label, Object value) {
    System.out.printf("   %-16s%s%n", label, shown(value));
  }

  private static void line(String label, Object first, Object second) {
    line(label, shown(first) + ", " + shown(second));
  }

  private static void change(String label, Optional<?> before, Optional<?> after) {
    line(label, shown(before) + " -> " + shown(after));
  }

  private static String shown(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(Quickstart::shown).orElse("(not sent)");
    }
    return String.valueOf(value);
  }
}
