package com.talkturo.provisioning;

import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.assistants.LlmProvider;
import com.talkturo.sdk.assistants.TranscriptorProvider;
import com.talkturo.sdk.assistants.UpdateAssistantRequest;
import com.talkturo.sdk.assistants.VoiceProvider;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an assistant that a spec can declare, as the reference lists them: their JSON
 * names, the kind of value each holds, and which are sent together. Fields that the SDK does not
 * model are declared with {@link AssistantSpec.Builder#extra}.
 */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
public enum ManagedField {
  /** {@code name}. */
  NAME("name", Kind.TEXT, Assistant::name, (b, v) -> b.name((String) v)),
  /** {@code provider}; sent together with {@code model}. */
  PROVIDER(
      "provider",
      Kind.TEXT,
      a -> a.provider().map(LlmProvider::value),
      (b, v) -> b.provider(LlmProvider.of((String) v))),
  /** {@code model}; sent together with {@code provider}. */
  MODEL("model", Kind.TEXT, Assistant::model, (b, v) -> b.model((String) v)),
  /** {@code temperature}: 0.0 to 2.0. */
  TEMPERATURE(
      "temperature",
      Kind.DECIMAL,
      Assistant::temperature,
      (b, v) -> b.temperature(((Number) v).doubleValue())),
  /** {@code max_tokens}: at least 1. */
  MAX_TOKENS(
      "max_tokens",
      Kind.INTEGER,
      Assistant::maxTokens,
      (b, v) -> b.maxTokens(((Number) v).intValue())),
  /** {@code first_message}; may hold template variables. */
  FIRST_MESSAGE(
      "first_message", Kind.TEXT, Assistant::firstMessage, (b, v) -> b.firstMessage((String) v)),
  /** {@code system_prompt}; may hold template variables. */
  SYSTEM_PROMPT(
      "system_prompt", Kind.TEXT, Assistant::systemPrompt, (b, v) -> b.systemPrompt((String) v)),
  /** {@code voice_provider}; sent together with the other {@code voice_} fields. */
  VOICE_PROVIDER(
      "voice_provider",
      Kind.TEXT,
      a -> a.voiceProvider().map(VoiceProvider::value),
      (b, v) -> b.voiceProvider(VoiceProvider.of((String) v))),
  /** {@code voice_model}; sent together with the other {@code voice_} fields. */
  VOICE_MODEL("voice_model", Kind.TEXT, Assistant::voiceModel, (b, v) -> b.voiceModel((String) v)),
  /** {@code voice_id}; sent together with the other {@code voice_} fields. */
  VOICE_ID("voice_id", Kind.TEXT, Assistant::voiceId, (b, v) -> b.voiceId((String) v)),
  /** {@code voice_name}; sent together with the other {@code voice_} fields. */
  VOICE_NAME("voice_name", Kind.TEXT, Assistant::voiceName, (b, v) -> b.voiceName((String) v)),
  /** {@code transcriptor_provider}; sent together with the other {@code transcriptor_} fields. */
  TRANSCRIPTOR_PROVIDER(
      "transcriptor_provider",
      Kind.TEXT,
      a -> a.transcriptorProvider().map(TranscriptorProvider::value),
      (b, v) -> b.transcriptorProvider(TranscriptorProvider.of((String) v))),
  /** {@code transcriptor_model}; sent together with the other {@code transcriptor_} fields. */
  TRANSCRIPTOR_MODEL(
      "transcriptor_model",
      Kind.TEXT,
      Assistant::transcriptorModel,
      (b, v) -> b.transcriptorModel((String) v)),
  /** {@code transcriptor_language}; sent together with the other {@code transcriptor_} fields. */
  TRANSCRIPTOR_LANGUAGE(
      "transcriptor_language",
      Kind.TEXT,
      Assistant::transcriptorLanguage,
      (b, v) -> b.transcriptorLanguage((String) v)),
  /** {@code recording_enabled}. */
  RECORDING_ENABLED(
      "recording_enabled",
      Kind.FLAG,
      Assistant::recordingEnabled,
      (b, v) -> b.recordingEnabled((Boolean) v)),
  /** {@code inbound_enabled}. */
  INBOUND_ENABLED(
      "inbound_enabled",
      Kind.FLAG,
      Assistant::inboundEnabled,
      (b, v) -> b.inboundEnabled((Boolean) v)),
  /** {@code outbound_enabled}. */
  OUTBOUND_ENABLED(
      "outbound_enabled",
      Kind.FLAG,
      Assistant::outboundEnabled,
      (b, v) -> b.outboundEnabled((Boolean) v));

  /** What a field holds. */
  public enum Kind {
    /** Text. */
    TEXT,
    /** A number that may have a fraction. */
    DECIMAL,
    /** A whole number. */
    INTEGER,
    /** True or false. */
    FLAG
  }

  private static final Map<String, ManagedField> BY_NAME = new LinkedHashMap<>();

  static {
    Arrays.stream(values()).forEach(field -> BY_NAME.put(field.jsonName, field));
  }

  private final String jsonName;
  private final Kind kind;
  private final Function<Assistant, Optional<?>> read;
  private final BiConsumer<UpdateAssistantRequest.Builder, Object> write;

  ManagedField(
      String jsonName,
      Kind kind,
      Function<Assistant, Optional<?>> read,
      BiConsumer<UpdateAssistantRequest.Builder, Object> write) {
    this.jsonName = jsonName;
    this.kind = kind;
    this.read = read;
    this.write = write;
  }

  /** The JSON name, such as {@code voice_id}. */
  public String jsonName() {
    return jsonName;
  }

  /** What the field holds. */
  public Kind kind() {
    return kind;
  }

  /** The field of this JSON name; empty if the SDK does not model it. */
  public static Optional<ManagedField> of(String jsonName) {
    return Optional.ofNullable(BY_NAME.get(jsonName));
  }

  /** The group of a JSON name: of two fields with the same group, both are sent or none. */
  static String groupOf(String jsonName) {
    if (jsonName.equals(PROVIDER.jsonName) || jsonName.equals(MODEL.jsonName)) {
      return "llm";
    }
    if (jsonName.equals("voice") || jsonName.startsWith("voice_")) {
      return "voice";
    }
    return jsonName.startsWith("transcriptor_") ? "transcriptor" : jsonName;
  }

  /** What an answer shows of the modelled fields, by JSON name. */
  static Map<String, @Nullable Object> valuesOf(Assistant assistant) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (ManagedField field : values()) {
      field.read.apply(assistant).ifPresent(value -> values.put(field.jsonName, value));
    }
    return values;
  }

  /** Adds a value, or an explicit {@code null}, to an update. */
  static void addTo(
      UpdateAssistantRequest.Builder request, String jsonName, @Nullable Object value) {
    ManagedField field = BY_NAME.get(jsonName);
    if (field == null) {
      request.putAdditionalProperties(jsonName, value);
    } else if (value == null) {
      request.clear(UpdateAssistantRequest.Field.valueOf(field.name()));
    } else {
      field.write.accept(request, value);
    }
  }

  /** The JSON name. */
  @Override
  public String toString() {
    return jsonName;
  }
}
