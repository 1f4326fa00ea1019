package com.talkturo.sdk.assistants;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An assistant as the API stores it.
 *
 * <p>Only the id is always there: the answers of the API hold different subsets of the other
 * fields, and any of them may be {@code null}, which reads as empty here. A field of an unexpected
 * type is empty too, and kept under its JSON name in {@link #additionalProperties()}.
 */
@Value.Immutable
public abstract class Assistant {
  Assistant() {}

  /** Starts an assistant, for tests; {@code id} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts an assistant that equals this one. */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  /** The id, opaque: {@code asst_...} in the reference, a UUID in the newer documentation. */
  public abstract String id();

  /** The owning account. */
  public abstract Optional<String> accountId();

  /** The owning account by its slug, which the newer documentation shows instead of the id. */
  public abstract Optional<String> accountSlug();

  /** The display name. */
  public abstract Optional<String> name();

  /** The template that the assistant came from. The newer documentation shows other values too. */
  public abstract Optional<TemplateId> type();

  /** The vendor of the language model. */
  public abstract Optional<LlmProvider> provider();

  /** The language model, such as {@code gpt-4o-mini}. */
  public abstract Optional<String> model();

  /** The sampling temperature of the language model. */
  public abstract Optional<Double> temperature();

  /** The most tokens that one answer of the language model may have. */
  public abstract Optional<Integer> maxTokens();

  /** What the assistant says when the call connects. */
  public abstract Optional<String> firstMessage();

  /** Instructions and persona; may hold template variables. */
  public abstract Optional<String> systemPrompt();

  /** The vendor of the voice. */
  public abstract Optional<VoiceProvider> voiceProvider();

  /** The voice model, such as {@code sonic-english}. */
  public abstract Optional<String> voiceModel();

  /** The id of the voice at its vendor. */
  public abstract Optional<String> voiceId();

  /** The name of the voice for humans. */
  public abstract Optional<String> voiceName();

  /** The vendor of the transcription. */
  public abstract Optional<TranscriptorProvider> transcriptorProvider();

  /** The transcription model, such as {@code nova-2}. */
  public abstract Optional<String> transcriptorModel();

  /** The language of the transcription as BCP-47 code, such as {@code en}. */
  public abstract Optional<String> transcriptorLanguage();

  /** Whether calls are recorded, in stereo. */
  public abstract Optional<Boolean> recordingEnabled();

  /** Whether the assistant may receive calls. */
  public abstract Optional<Boolean> inboundEnabled();

  /** Whether the assistant may place calls. */
  public abstract Optional<Boolean> outboundEnabled();

  /** When the assistant was created. */
  public abstract Optional<Instant> createdAt();

  /** When the assistant was last changed. */
  public abstract Optional<Instant> updatedAt();

  /**
   * What the API sent beyond these fields, by JSON name, as plain trees of Map, List, String,
   * Number, Boolean and {@code null}. Unmodifiable; its values are left out of {@link #toString()},
   * because the newer documentation has secrets among them.
   */
  @Value.NonAttribute
  public final Map<String, @Nullable Object> additionalProperties() {
    return storedAdditionalProperties();
  }

  @AllowNulls
  @Value.Redacted
  abstract Map<String, Object> storedAdditionalProperties();

  /** Builds {@link Assistant}. */
  public static final class Builder extends ImmutableAssistant.Builder {
    Builder() {}
  }
}
