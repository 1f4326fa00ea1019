package com.talkturo.migration;

import com.talkturo.migration.MigrationOptions.Choice;
import com.talkturo.provisioning.ManagedField;
import com.talkturo.sdk.assistants.LlmProvider;
import com.talkturo.sdk.assistants.TranscriptorProvider;
import com.talkturo.sdk.assistants.VoiceProvider;
import java.util.Optional;

/** Fields that belong together, as both vendors' rules set them. */
final class Parts {
  private static final String CHOSEN = "; you chose this instead";

  private Parts() {}

  static void llm(Move move, String pointer, LlmProvider provider, String model, String note) {
    move.set(ManagedField.PROVIDER, provider.value());
    move.set(ManagedField.MODEL, model);
    move.converted(
        pointer, provider + ", " + model, note, ManagedField.PROVIDER, ManagedField.MODEL);
  }

  static void llmInstead(Move move, String pointer, String why) {
    Optional<Choice<LlmProvider>> choice = move.options.llm;
    if (choice.isPresent()) {
      llm(move, pointer, choice.get().provider(), choice.get().model(), why + CHOSEN);
    } else {
      move.open(pointer, why + "; choose one with llm(provider, model)");
    }
  }

  static void voiceInstead(Move move, String pointer, String why) {
    Optional<Choice<VoiceProvider>> choice = move.options.voice;
    if (choice.isEmpty()) {
      move.open(pointer, why + "; choose one with voice(provider, voiceModel, voiceId)");
      return;
    }
    move.set(ManagedField.VOICE_PROVIDER, choice.get().provider().value());
    move.set(ManagedField.VOICE_MODEL, choice.get().model());
    move.set(ManagedField.VOICE_ID, choice.get().id());
    move.converted(
        pointer,
        choice.get().provider() + ", " + choice.get().model() + ", " + choice.get().id(),
        why + CHOSEN,
        ManagedField.VOICE_PROVIDER,
        ManagedField.VOICE_MODEL,
        ManagedField.VOICE_ID);
  }

  static void transcriptor(
      Move move, String pointer, TranscriptorProvider provider, String model, String note) {
    move.set(ManagedField.TRANSCRIPTOR_PROVIDER, provider.value());
    move.set(ManagedField.TRANSCRIPTOR_MODEL, model);
    move.converted(
        pointer,
        provider + ", " + model,
        note,
        ManagedField.TRANSCRIPTOR_PROVIDER,
        ManagedField.TRANSCRIPTOR_MODEL);
  }

  static void transcriptorInstead(Move move, String pointer, String why) {
    Optional<Choice<TranscriptorProvider>> choice = move.options.transcriptor;
    if (choice.isPresent()) {
      transcriptor(move, pointer, choice.get().provider(), choice.get().model(), why + CHOSEN);
    } else {
      move.open(pointer, why + "; choose one with transcriptor(provider, model)");
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

  static void language(Move move, String pointer) {
    Optional<String> language = move.text(pointer);
    if (language.isEmpty()) {
      return;
    }
    if (language.get().isBlank() || language.get().matches("auto|multi")) {
      move.open(pointer, "the reference names no such language; set transcriptor_language");
    } else {
      move.carry(pointer, ManagedField.TRANSCRIPTOR_LANGUAGE);
    }
  }
}
