package com.talkturo.migration;

import com.talkturo.provisioning.ManagedField;
import com.talkturo.sdk.assistants.TranscriptorProvider;
import com.talkturo.sdk.assistants.VoiceProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules for assistants of Flireo. */
final class FromFlireo {
  private static final String MESSAGES = "/llm_config/messages/";

  static final Advice ADVICE =
      new Advice()
          .onIdentity("/id", "kept in the report")
          .onIdentity("/(created_at|updated_at)", "Talkturo has its own")
          .onLawOrMoney(
              "/recording_consent", "callers were asked; settle with Talkturo how they will be")
          .onLawOrMoney("/gdpr_mode", "settle the keeping of data with Talkturo")
          .onLawOrMoney("/voicemail_(detection|message)", "set it up in Talkturo's dashboard")
          .onLimit(
              "/max_duration_seconds",
              "Talkturo documents no limit here (null is none); watch long phone calls")
          .onLawOrMoney(
              "/llm_config/tools/\\d+/(type|name|description|url|async|parameters)",
              "set the tool up in Talkturo's dashboard")
          .onUndocumented(
              "/llm_config/tools", "look what the tool does, and set it up in Talkturo's dashboard")
          .onLawOrMoney(
              "/webhook_(url|secret|events)",
              "set up webhooks at Talkturo; end-of-call-report is nearest to call.ended")
          .onLawOrMoney("/analysis_plan", "Talkturo analyses phone calls on its own terms")
          .on("/(name|first_message|llm_config/(provider|model|temperature))", "")
          .on(
              "/llm_config/messages/\\d+/(role|content)",
              "Talkturo has a system prompt only; put examples into it")
          .on("/tts_config/(provider|model|voice_id)", "")
          .on("/stt_config/(provider|model|language)", "")
          .on("/is_active", "Talkturo has no such switch; choose inboundEnabled yourself")
          .on("/business_name", "put it into the system prompt")
          .on("/notification_emails?", "Talkturo's dashboard has an e-mail summary")
          .on("/(autonomous_silence_handling|silence_timeout_seconds)", "Talkturo documents none")
          .on("/llm_config/(voice|vertexai|location|analysis_model)", "Talkturo documents none")
          .on("/llm_config/max_completion_tokens", "")
          .on("/stt_config", "tune the transcription in Talkturo's dashboard")
          .on("/tts_config", "tune the voice in Talkturo's dashboard");

  private static final Set<String> LLMS = Set.of("openai", "google");

  private final Move move;

  private FromFlireo(Move move) {
    this.move = move;
  }

  static void apply(Move move) {
    FromFlireo rules = new FromFlireo(move);
    move.carry("/name", ManagedField.NAME);
    rules.firstMessage();
    rules.llm();
    rules.systemMessages();
    rules.voice();
    rules.transcription();
    rules.consent();
    move.flag(ManagedField.RECORDING_ENABLED, move.options.recordingEnabled);
    move.flag(ManagedField.INBOUND_ENABLED, move.options.inboundEnabled);
    move.flag(ManagedField.OUTBOUND_ENABLED, move.options.outboundEnabled);
    Parts.withoutSource(move);
  }

  private void firstMessage() {
    Optional<String> text = move.text("/first_message");
    if (text.isPresent() && text.get().isEmpty()) {
      Parts.firstMessageInstead(move, "/first_message", "the source says nothing first");
    } else {
      move.carryPrompt("/first_message", ManagedField.FIRST_MESSAGE);
    }
  }

  private void llm() {
    Optional<String> provider = move.text("/llm_config/provider");
    if (provider.filter(LLMS::contains).isPresent() && move.text("/llm_config/model").isPresent()) {
      move.carry("/llm_config/provider", ManagedField.PROVIDER);
      move.carry("/llm_config/model", ManagedField.MODEL);
    } else {
      String why =
          provider.filter(name -> name.matches(".*(realtime|live).*")).isPresent()
              ? "a model from speech to speech, which the reference does not know"
              : "Talkturo has no counterpart of this language model";
      for (String pointer : List.of("/llm_config/provider", "/llm_config/model")) {
        if (move.text(pointer).isPresent()) {
          Parts.llmInstead(move, pointer, why);
        }
      }
    }
    if (move.leaf("/llm_config/temperature") != null) {
      move.carry("/llm_config/temperature", ManagedField.TEMPERATURE);
    }
    if (move.leaf("/llm_config/max_completion_tokens") != null) {
      move.carry("/llm_config/max_completion_tokens", ManagedField.MAX_TOKENS);
    }
  }

  private void systemMessages() {
    List<Integer> system = new ArrayList<>();
    for (int i : move.positions("/llm_config/messages")) {
      boolean isSystem = move.text(MESSAGES + i + "/role").equals(Optional.of("system"));
      if (isSystem && move.text(MESSAGES + i + "/content").isPresent()) {
        system.add(i);
      }
    }
    if (system.isEmpty()) {
      return;
    }
    if (system.size() == 1) {
      String message = MESSAGES + system.get(0);
      if (move.carryPrompt(message + "/content", ManagedField.SYSTEM_PROMPT)) {
        move.converted(message + "/role", "system_prompt", "", ManagedField.SYSTEM_PROMPT);
      } else {
        move.refused(message + "/role", ManagedField.SYSTEM_PROMPT);
      }
      return;
    }
    move.defaulted(
        "systemMessages", move.options.systemMessages.name(), "the source has " + system.size());
    boolean joins = move.options.systemMessages == SystemMessages.JOIN;
    List<String> texts = new ArrayList<>();
    for (int i : joins ? system : system.subList(0, 1)) {
      texts.add(move.renamed(move.text(MESSAGES + i + "/content").orElseThrow()));
    }
    String prompt = String.join("\n\n", texts);
    boolean isSet = move.set(ManagedField.SYSTEM_PROMPT, prompt);
    for (int i : system) {
      boolean isTaken = joins || i == system.get(0);
      String note = joins ? "joined with a blank line" : "the first of several";
      for (String member : List.of("/role", "/content")) {
        if (isTaken && !isSet) {
          move.refused(MESSAGES + i + member, ManagedField.SYSTEM_PROMPT);
        } else if (isTaken) {
          move.converted(
              MESSAGES + i + member, Shown.text(prompt), note, ManagedField.SYSTEM_PROMPT);
        } else {
          move.dropped(MESSAGES + i + member, "only the first system message was asked for");
        }
      }
    }
  }

  private void voice() {
    Optional<String> provider = move.text("/tts_config/provider");
    if (provider.filter(name -> name.matches("elevenlabs|11labs")).isPresent()) {
      move.set(ManagedField.VOICE_PROVIDER, VoiceProvider.ELEVENLABS.value());
      if (provider.get().equals("elevenlabs")) {
        move.carried("/tts_config/provider", ManagedField.VOICE_PROVIDER);
      } else {
        move.converted(
            "/tts_config/provider", "elevenlabs", "the same vendor", ManagedField.VOICE_PROVIDER);
      }
      move.carry("/tts_config/model", ManagedField.VOICE_MODEL);
      move.carry("/tts_config/voice_id", ManagedField.VOICE_ID);
      return;
    }
    for (String member : List.of("provider", "model", "voice_id")) {
      if (move.text("/tts_config/" + member).isPresent()) {
        Parts.voiceInstead(
            move, "/tts_config/" + member, "Talkturo has no counterpart of this voice");
      }
    }
  }

  private void transcription() {
    Optional<String> provider = move.text("/stt_config/provider");
    if (provider.equals(Optional.of(TranscriptorProvider.DEEPGRAM.value()))) {
      move.carry("/stt_config/provider", ManagedField.TRANSCRIPTOR_PROVIDER);
      move.carry("/stt_config/model", ManagedField.TRANSCRIPTOR_MODEL);
    } else {
      for (String member : List.of("provider", "model")) {
        if (move.text("/stt_config/" + member).isPresent()) {
          Parts.transcriptorInstead(
              move, "/stt_config/" + member, "Talkturo has no counterpart of this transcription");
        }
      }
    }
    Parts.language(move, "/stt_config/language");
  }

  private void consent() {
    if (Boolean.TRUE.equals(move.leaf("/recording_consent/enabled"))) {
      move.open(
          "/recording_consent/enabled",
          "callers are asked for consent; decide how before recordingEnabled(true)");
    }
  }
}
