package com.talkturo.migration;

import com.talkturo.provisioning.ManagedField;
import com.talkturo.sdk.assistants.LlmProvider;
import com.talkturo.sdk.assistants.TranscriptorProvider;
import com.talkturo.sdk.assistants.VoiceProvider;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The rules for assistants of Telnyx. */
final class FromTelnyx {
  static final Advice ADVICE =
      new Advice()
          .onIdentity("/id", "kept in the report")
          .onIdentity(
              "/(created_at|version_(id|name|created_at)|related_mission_ids)",
              "Talkturo has its own")
          .onIdentity("/import_metadata", "where Telnyx had it from")
          .on("/(name|model|instructions|greeting|transcription/(model|language))", "")
          .on("/voice_settings/voice", "")
          .onLawOrMoney(
              "/telephony_settings/recording_settings",
              "Talkturo records in stereo or not at all; check what callers must be told")
          .onLawOrMoney(
              "/telephony_settings/voicemail_detection", "set it up in Talkturo's dashboard")
          .onLawOrMoney(
              "/telephony_settings/(time_limit_secs|user_idle_[a-z_]+)",
              "Talkturo documents no limit here; watch long phone calls")
          .onLawOrMoney("/privacy_settings", "settle the keeping of data with Talkturo")
          .onLawOrMoney(
              "/tools/\\d+/(type|webhook|hangup|transfer|retrieval|book_appointment|check_availability)",
              "set the tool up in Talkturo's dashboard")
          .onUndocumented(
              "/(tools|tool_ids|mcp_servers|integrations)",
              "look what the tool does, and set it up in Talkturo's dashboard")
          .onLawOrMoney("/insight_settings", "Talkturo analyses phone calls on its own terms")
          .onLawOrMoney(
              "/dynamic_variables_webhook_url",
              "Talkturo fills variables from contacts; keep the values there")
          .onLawOrMoney(
              "/messaging_settings", "Talkturo's assistants do not message; keep it elsewhere")
          .on("/dynamic_variables", "keep the values in contacts or custom fields")
          .on("/enabled_features", "Talkturo's assistants do not message")
          .on("/description", "keep it as a comment in the YAML file")
          .on("/llm_api_key_ref", "Talkturo brings the key of the language model")
          .on("/voice_settings/api_key_ref", "Talkturo brings the key of the voice")
          .on("/voice_settings", "tune the voice in Talkturo's dashboard")
          .on("/transcription", "tune the transcription in Talkturo's dashboard")
          .on("/telephony_settings/default_texml_app_id", "assign phone numbers at Talkturo")
          .on("/telephony_settings", "look for it in Talkturo's dashboard");

  /** Telnyx writes the vendor in front of the model; spelled as its list of models does. */
  private static final Map<String, LlmProvider> LLMS =
      Map.of(
          "openai", LlmProvider.OPENAI,
          "anthropic", LlmProvider.ANTHROPIC,
          "google", LlmProvider.GOOGLE,
          "deepseek", LlmProvider.DEEPSEEK,
          "deepseek-ai", LlmProvider.DEEPSEEK,
          "qwen", LlmProvider.QWEN);

  private static final Map<String, TranscriptorProvider> TRANSCRIPTORS =
      Map.of(
          "deepgram", TranscriptorProvider.DEEPGRAM,
          "assemblyai", TranscriptorProvider.ASSEMBLYAI);

  private static final String GENERATED = "<assistant-speaks-first-with-model-generated-message>";

  private final Move move;

  private FromTelnyx(Move move) {
    this.move = move;
  }

  static void apply(Move move) {
    FromTelnyx rules = new FromTelnyx(move);
    move.carry("/name", ManagedField.NAME);
    rules.model();
    move.carryPrompt("/instructions", ManagedField.SYSTEM_PROMPT);
    rules.greeting();
    rules.voice();
    rules.transcription();
    rules.recording();
    rules.features();
    Parts.withoutSource(move);
  }

  private void model() {
    Optional<String> model = move.text("/model");
    int slash = model.map(text -> text.indexOf('/')).orElse(-1);
    LlmProvider provider =
        slash < 0 ? null : LLMS.get(model.get().substring(0, slash).toLowerCase(Locale.ROOT));
    if (provider != null) {
      String name = model.get().substring(slash + 1);
      move.take("/model", Parts.llm(provider, name), "");
    } else if (model.isPresent()) {
      Parts.llmInstead(move, "/model", "Talkturo has no counterpart of this language model");
    }
  }

  private void greeting() {
    Optional<String> greeting = move.text("/greeting");
    if (greeting.isEmpty()) {
      return;
    }
    if (greeting.get().isEmpty() || greeting.get().equals(GENERATED)) {
      Parts.firstMessageInstead(
          move,
          "/greeting",
          greeting.get().isEmpty()
              ? "Telnyx waits for the caller; Talkturo documents no such thing"
              : "Telnyx lets the model make it up; Talkturo documents no such thing");
    } else {
      move.carryPrompt("/greeting", ManagedField.FIRST_MESSAGE);
    }
  }

  private void voice() {
    String pointer = "/voice_settings/voice";
    Optional<String> voice = move.text(pointer);
    if (voice.isEmpty()) {
      return;
    }
    String[] parts = voice.get().split("\\.", 3);
    if (parts.length == 3 && parts[0].equalsIgnoreCase("elevenlabs")) {
      move.take(
          pointer,
          Parts.voice(VoiceProvider.ELEVENLABS, parts[1], parts[2]),
          "split at the dots; listen to it once");
    } else {
      Parts.voiceInstead(move, pointer, "Talkturo has no counterpart of this voice");
    }
  }

  private void transcription() {
    String pointer = "/transcription/model";
    Optional<String> model = move.text(pointer);
    int slash = model.map(text -> text.indexOf('/')).orElse(-1);
    TranscriptorProvider provider =
        slash < 0 ? null : TRANSCRIPTORS.get(model.get().substring(0, slash));
    if (provider != null) {
      move.take(pointer, Parts.transcriptor(provider, model.get().substring(slash + 1)), "");
    } else if (model.isPresent()) {
      Parts.transcriptorInstead(
          move, pointer, "Talkturo has no counterpart of this transcription model");
    }
    Parts.language(move, "/transcription/language");
  }

  private void recording() {
    String pointer = "/telephony_settings/recording_settings/enabled";
    Optional<Boolean> choice = move.options.recordingEnabled;
    move.flag(ManagedField.RECORDING_ENABLED, choice);
    if (!(move.leaf(pointer) instanceof Boolean recorded)) {
      return;
    }
    if (recorded && choice.isEmpty()) {
      move.open(pointer, "calls are recorded at Telnyx; choose recordingEnabled(true) or (false)");
    } else if (recorded.equals(choice.orElse(false))) {
      move.carried(pointer, ManagedField.RECORDING_ENABLED);
    } else {
      move.converted(
          pointer, String.valueOf(choice.get()), "you chose so", ManagedField.RECORDING_ENABLED);
    }
  }

  private void features() {
    Optional<Boolean> inbound = move.options.inboundEnabled;
    Optional<Boolean> outbound = move.options.outboundEnabled;
    move.flag(ManagedField.INBOUND_ENABLED, inbound);
    move.flag(ManagedField.OUTBOUND_ENABLED, outbound);
    for (int i : move.positions("/enabled_features")) {
      String pointer = "/enabled_features/" + i;
      if (!move.text(pointer).equals(Optional.of("telephony"))) {
        continue;
      }
      if (inbound.isEmpty() && outbound.isEmpty()) {
        move.open(
            pointer,
            "Telnyx does not say in which direction; choose inboundEnabled or outboundEnabled");
      } else {
        move.converted(
            pointer,
            "inbound " + inbound.orElse(false) + ", outbound " + outbound.orElse(false),
            "you chose so",
            ManagedField.INBOUND_ENABLED,
            ManagedField.OUTBOUND_ENABLED);
      }
    }
  }
}
