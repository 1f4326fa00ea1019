package com.talkturo.migration;

import com.talkturo.migration.MigrationOptions.Choice;
import com.talkturo.provisioning.ManagedField;
import com.talkturo.sdk.assistants.LlmProvider;
import com.talkturo.sdk.assistants.TranscriptorProvider;
import com.talkturo.sdk.assistants.VoiceProvider;
import java.util.Map;
import java.util.Optional;

/** Fields that belong together, as both vendors' rules set them. */
final class Parts {
  private static final String CHOSEN = "; you chose this instead";

  private Parts() {}

  static Map<ManagedField, String> llm(LlmProvider provider, String model) {
    return Map.of(ManagedField.PROVIDER, provider.value(), ManagedField.MODEL, model);
  }

  static Map<ManagedField, String> voice(VoiceProvider provider, String model, String id) {
    return Map.of(
        ManagedField.VOICE_PROVIDER,
        provider.value(),
        ManagedField.VOICE_MODEL,
        model,
        ManagedField.VOICE_ID,
        id);
  }

  static Map<ManagedField, String> transcriptor(TranscriptorProvider provider, String model) {
    return Map.of(
        ManagedField.TRANSCRIPTOR_PROVIDER,
        provider.value(),
        ManagedField.TRANSCRIPTOR_MODEL,
        model);
  }

  private static Optional<Map<ManagedField, String>> chosenLlm(Move move) {
    return move.options.llm.map(choice -> llm(choice.provider(), choice.model()));
  }

  private static Optional<Map<ManagedField, String>> chosenVoice(Move move) {
    Optional<Choice<VoiceProvider>> voice = move.options.voice;
    return voice.map(choice -> voice(choice.provider(), choice.model(), choice.id()));
  }

  private static Optional<Map<ManagedField, String>> chosenTranscriptor(Move move) {
    return move.options.transcriptor.map(choice -> transcriptor(choice.provider(), choice.model()));
  }

  static void llmInstead(Move move, String pointer, String why) {
    instead(move, pointer, chosenLlm(move), why, "one with llm(provider, model)");
  }

  static void voiceInstead(Move move, String pointer, String why) {
    instead(move, pointer, chosenVoice(move), why, "one with voice(provider, voiceModel, voiceId)");
  }

  static void transcriptorInstead(Move move, String pointer, String why) {
    instead(move, pointer, chosenTranscriptor(move), why, "one with transcriptor(provider, model)");
  }

  private static void instead(
      Move move,
      String pointer,
      Optional<Map<ManagedField, String>> chosen,
      String why,
      String what) {
    if (chosen.isPresent()) {
      move.take(pointer, chosen.get(), why + CHOSEN);
    } else {
      move.open(pointer, why + "; choose " + what);
    }
  }

  static void firstMessageInstead(Move move, String pointer, String why) {
    Optional<String> choice = move.options.firstMessage;
    if (choice.isPresent()) {
      move.set(ManagedField.FIRST_MESSAGE, choice.get());
      move.converted(pointer, Shown.text(choice.get()), why + CHOSEN, ManagedField.FIRST_MESSAGE);
    } else {
      move.open(pointer, why + "; choose a text with firstMessage(text)");
    }
  }

  /** What the caller chose where the source has nothing to choose it instead of. */
  static void withoutSource(Move move) {
    chosenLlm(move).ifPresent(parts -> move.choose("llm", parts));
    chosenVoice(move).ifPresent(parts -> move.choose("voice", parts));
    chosenTranscriptor(move).ifPresent(parts -> move.choose("transcriptor", parts));
    move.options.firstMessage.ifPresent(
        text -> move.choose("firstMessage", Map.of(ManagedField.FIRST_MESSAGE, text)));
  }

  static void language(Move move, String pointer) {
    Optional<String> language = move.text(pointer);
    if (language.isEmpty()) {
      return;
    }
    if (language.get().matches("auto|multi")) {
      move.open(pointer, "the reference names no such language; set transcriptor_language");
    } else {
      move.carry(pointer, ManagedField.TRANSCRIPTOR_LANGUAGE);
    }
  }
}
