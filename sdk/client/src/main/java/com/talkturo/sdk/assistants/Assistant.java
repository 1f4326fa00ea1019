package com.talkturo.sdk.assistants;

import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.time.Instant;
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
public abstract class Assistant implements WithAdditionalProperties {
  static final Table<Assistant, Builder> TABLE =
      Table.of(
          Builder::new,
          Builder::build,
          Builder::putAdditionalProperties,
          Row.required("id", Kind.id(), Builder::id),
          Row.optional("account_id", Kind.text(), Builder::accountId),
          Row.optional("account_slug", Kind.text(), Builder::accountSlug),
          Row.optional("name", Kind.text(), Builder::name),
          Row.optional("type", TemplateId.KIND, Builder::type),
          Row.optional("provider", LlmProvider.KIND, Builder::provider),
          Row.optional("model", Kind.text(), Builder::model),
          Row.optional("temperature", Kind.number(), Builder::temperature),
          Row.optional("max_tokens", Kind.integer(), Builder::maxTokens),
          Row.optional("first_message", Kind.text(), Builder::firstMessage),
          Row.optional("system_prompt", Kind.text(), Builder::systemPrompt),
          Row.optional("voice_provider", VoiceProvider.KIND, Builder::voiceProvider),
          Row.optional("voice_model", Kind.text(), Builder::voiceModel),
          Row.optional("voice_id", Kind.text(), Builder::voiceId),
          Row.optional("voice_name", Kind.text(), Builder::voiceName),
          Row.optional(
              "transcriptor_provider", TranscriptorProvider.KIND, Builder::transcriptorProvider),
          Row.optional("transcriptor_model", Kind.text(), Builder::transcriptorModel),
          Row.optional("transcriptor_language", Kind.text(), Builder::transcriptorLanguage),
          Row.optional("recording_enabled", Kind.flag(), Builder::recordingEnabled),
          Row.optional("inbound_enabled", Kind.flag(), Builder::inboundEnabled),
          Row.optional("outbound_enabled", Kind.flag(), Builder::outboundEnabled),
          Row.optional("created_at", Kind.time(), Builder::createdAt),
          Row.optional("updated_at", Kind.time(), Builder::updatedAt));

  Assistant() {}

  /** Starts an assistant, for tests; {@code id} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts an assistant that equals this one. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** The id, opaque: {@code asst_...} in the reference, a UUID in the newer documentation. */
  public abstract String id();

  /** The owning account, by its id. */
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

  /** The display name of the voice. */
  public abstract Optional<String> voiceName();

  /** The vendor of the transcription. */
  public abstract Optional<TranscriptorProvider> transcriptorProvider();

  /** The transcription model, such as {@code nova-2}. */
  public abstract Optional<String> transcriptorModel();

  /** The language of the transcription as a BCP-47 code, such as {@code en}. */
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

  /** Builds {@link Assistant}: what an answer would hold, for tests of your own code. */
  public static final class Builder {
    private final ImmutableAssistant.Builder generated = new ImmutableAssistant.Builder();

    Builder() {}

    /** The id; required. */
    public Builder id(String id) {
      generated.id(id);
      return this;
    }

    /** The owning account, by its id. */
    public Builder accountId(String accountId) {
      generated.accountId(accountId);
      return this;
    }

    /** The owning account by its slug. */
    public Builder accountSlug(String accountSlug) {
      generated.accountSlug(accountSlug);
      return this;
    }

    /** The display name. */
    public Builder name(String name) {
      generated.name(name);
      return this;
    }

    /** The template that the assistant came from. */
    public Builder type(TemplateId type) {
      generated.type(type);
      return this;
    }

    /** The vendor of the language model. */
    public Builder provider(LlmProvider provider) {
      generated.provider(provider);
      return this;
    }

    /** The language model, such as {@code gpt-4o-mini}. */
    public Builder model(String model) {
      generated.model(model);
      return this;
    }

    /** The sampling temperature of the language model. */
    public Builder temperature(double temperature) {
      generated.temperature(temperature);
      return this;
    }

    /** The most tokens that one answer of the language model may have. */
    public Builder maxTokens(int maxTokens) {
      generated.maxTokens(maxTokens);
      return this;
    }

    /** What the assistant says when the call connects. */
    public Builder firstMessage(String firstMessage) {
      generated.firstMessage(firstMessage);
      return this;
    }

    /** Instructions and persona. */
    public Builder systemPrompt(String systemPrompt) {
      generated.systemPrompt(systemPrompt);
      return this;
    }

    /** The vendor of the voice. */
    public Builder voiceProvider(VoiceProvider voiceProvider) {
      generated.voiceProvider(voiceProvider);
      return this;
    }

    /** The voice model, such as {@code sonic-english}. */
    public Builder voiceModel(String voiceModel) {
      generated.voiceModel(voiceModel);
      return this;
    }

    /** The id of the voice at its vendor. */
    public Builder voiceId(String voiceId) {
      generated.voiceId(voiceId);
      return this;
    }

    /** The display name of the voice. */
    public Builder voiceName(String voiceName) {
      generated.voiceName(voiceName);
      return this;
    }

    /** The vendor of the transcription. */
    public Builder transcriptorProvider(TranscriptorProvider transcriptorProvider) {
      generated.transcriptorProvider(transcriptorProvider);
      return this;
    }

    /** The transcription model, such as {@code nova-2}. */
    public Builder transcriptorModel(String transcriptorModel) {
      generated.transcriptorModel(transcriptorModel);
      return this;
    }

    /** The language of the transcription as a BCP-47 code, such as {@code en}. */
    public Builder transcriptorLanguage(String transcriptorLanguage) {
      generated.transcriptorLanguage(transcriptorLanguage);
      return this;
    }

    /** Whether calls are recorded, in stereo. */
    public Builder recordingEnabled(boolean recordingEnabled) {
      generated.recordingEnabled(recordingEnabled);
      return this;
    }

    /** Whether the assistant may receive calls. */
    public Builder inboundEnabled(boolean inboundEnabled) {
      generated.inboundEnabled(inboundEnabled);
      return this;
    }

    /** Whether the assistant may place calls. */
    public Builder outboundEnabled(boolean outboundEnabled) {
      generated.outboundEnabled(outboundEnabled);
      return this;
    }

    /** When the assistant was created. */
    public Builder createdAt(Instant createdAt) {
      generated.createdAt(createdAt);
      return this;
    }

    /** When the assistant was last changed. */
    public Builder updatedAt(Instant updatedAt) {
      generated.updatedAt(updatedAt);
      return this;
    }

    /**
     * A field that the SDK does not model, by its JSON name.
     *
     * @param value a plain tree of Map, Collection, String, finite Number, Boolean and {@code
     *     null}; it is copied
     * @throws IllegalArgumentException if the tree holds anything else
     */
    public Builder putAdditionalProperties(String name, @Nullable Object value) {
      generated.putAdditionalProperties(name, Trees.copyOf(name, value));
      return this;
    }

    /**
     * The assistant.
     *
     * @throws IllegalStateException if {@code id} is missing
     */
    public Assistant build() {
      return generated.build();
    }
  }
}
