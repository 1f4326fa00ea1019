package com.talkturo.sdk.assistants;

import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An assistant as the API stores it.
 *
 * <p>Only the id is always there: the answers of the API hold different subsets of the other
 * fields, and any of them may be {@code null}, which reads as empty here. A field of an unexpected
 * type is empty too, and kept under its JSON name in {@link #additionalProperties()}.
 */
public final class Assistant extends ApiModel {
  static final Table<Assistant> TABLE = Table.of(Builder::new);

  static final Row<String> ID = TABLE.required("id", Kind.id());
  static final Row<String> ACCOUNT_ID = TABLE.optional("account_id", Kind.text());
  static final Row<String> ACCOUNT_SLUG = TABLE.optional("account_slug", Kind.text());
  static final Row<String> NAME = TABLE.optional("name", Kind.text());
  static final Row<TemplateId> TYPE = TABLE.optional("type", TemplateId.KIND);
  static final Row<LlmProvider> PROVIDER = TABLE.optional("provider", LlmProvider.KIND);
  static final Row<String> MODEL = TABLE.optional("model", Kind.text());
  static final Row<Double> TEMPERATURE = TABLE.optional("temperature", Kind.number());
  static final Row<Integer> MAX_TOKENS = TABLE.optional("max_tokens", Kind.integer());
  static final Row<String> FIRST_MESSAGE = TABLE.optional("first_message", Kind.text());
  static final Row<String> SYSTEM_PROMPT = TABLE.optional("system_prompt", Kind.text());
  static final Row<VoiceProvider> VOICE_PROVIDER =
      TABLE.optional("voice_provider", VoiceProvider.KIND);
  static final Row<String> VOICE_MODEL = TABLE.optional("voice_model", Kind.text());
  static final Row<String> VOICE_ID = TABLE.optional("voice_id", Kind.text());
  static final Row<String> VOICE_NAME = TABLE.optional("voice_name", Kind.text());
  static final Row<TranscriptorProvider> TRANSCRIPTOR_PROVIDER =
      TABLE.optional("transcriptor_provider", TranscriptorProvider.KIND);
  static final Row<String> TRANSCRIPTOR_MODEL = TABLE.optional("transcriptor_model", Kind.text());
  static final Row<String> TRANSCRIPTOR_LANGUAGE =
      TABLE.optional("transcriptor_language", Kind.text());
  static final Row<Boolean> RECORDING_ENABLED = TABLE.optional("recording_enabled", Kind.flag());
  static final Row<Boolean> INBOUND_ENABLED = TABLE.optional("inbound_enabled", Kind.flag());
  static final Row<Boolean> OUTBOUND_ENABLED = TABLE.optional("outbound_enabled", Kind.flag());
  static final Row<Instant> CREATED_AT = TABLE.optional("created_at", Kind.time());
  static final Row<Instant> UPDATED_AT = TABLE.optional("updated_at", Kind.time());

  Assistant(Builder builder) {
    super(builder);
  }

  /** Starts an assistant, for tests; {@code id} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts an assistant that equals this one. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** The id, opaque: {@code asst_...} in the reference, a UUID in the newer documentation. */
  public String id() {
    return value(ID);
  }

  /** The owning account, by its id. */
  public Optional<String> accountId() {
    return optional(ACCOUNT_ID);
  }

  /** The owning account by its slug, which the newer documentation shows instead of the id. */
  public Optional<String> accountSlug() {
    return optional(ACCOUNT_SLUG);
  }

  /** The display name. */
  public Optional<String> name() {
    return optional(NAME);
  }

  /** The template that the assistant came from. The newer documentation shows other values too. */
  public Optional<TemplateId> type() {
    return optional(TYPE);
  }

  /** The vendor of the language model. */
  public Optional<LlmProvider> provider() {
    return optional(PROVIDER);
  }

  /** The language model, such as {@code gpt-4o-mini}. */
  public Optional<String> model() {
    return optional(MODEL);
  }

  /** The sampling temperature of the language model. */
  public Optional<Double> temperature() {
    return optional(TEMPERATURE);
  }

  /** The most tokens that one answer of the language model may have. */
  public Optional<Integer> maxTokens() {
    return optional(MAX_TOKENS);
  }

  /** What the assistant says when the call connects. */
  public Optional<String> firstMessage() {
    return optional(FIRST_MESSAGE);
  }

  /** Instructions and persona; may hold template variables. */
  public Optional<String> systemPrompt() {
    return optional(SYSTEM_PROMPT);
  }

  /** The vendor of the voice. */
  public Optional<VoiceProvider> voiceProvider() {
    return optional(VOICE_PROVIDER);
  }

  /** The voice model, such as {@code sonic-english}. */
  public Optional<String> voiceModel() {
    return optional(VOICE_MODEL);
  }

  /** The id of the voice at its vendor. */
  public Optional<String> voiceId() {
    return optional(VOICE_ID);
  }

  /** The display name of the voice. */
  public Optional<String> voiceName() {
    return optional(VOICE_NAME);
  }

  /** The vendor of the transcription. */
  public Optional<TranscriptorProvider> transcriptorProvider() {
    return optional(TRANSCRIPTOR_PROVIDER);
  }

  /** The transcription model, such as {@code nova-2}. */
  public Optional<String> transcriptorModel() {
    return optional(TRANSCRIPTOR_MODEL);
  }

  /** The language of the transcription as a BCP-47 code, such as {@code en}. */
  public Optional<String> transcriptorLanguage() {
    return optional(TRANSCRIPTOR_LANGUAGE);
  }

  /** Whether calls are recorded, in stereo. */
  public Optional<Boolean> recordingEnabled() {
    return optional(RECORDING_ENABLED);
  }

  /** Whether the assistant may receive calls. */
  public Optional<Boolean> inboundEnabled() {
    return optional(INBOUND_ENABLED);
  }

  /** Whether the assistant may place calls. */
  public Optional<Boolean> outboundEnabled() {
    return optional(OUTBOUND_ENABLED);
  }

  /** When the assistant was created. */
  public Optional<Instant> createdAt() {
    return optional(CREATED_AT);
  }

  /** When the assistant was last changed. */
  public Optional<Instant> updatedAt() {
    return optional(UPDATED_AT);
  }

  /** Builds {@link Assistant}: what an answer would hold, for tests of your own code. */
  public static final class Builder extends ModelBuilder<Assistant, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The id; required. */
    public Builder id(String id) {
      return set(ID, id);
    }

    /** The owning account, by its id. */
    public Builder accountId(String accountId) {
      return set(ACCOUNT_ID, accountId);
    }

    /** The owning account by its slug. */
    public Builder accountSlug(String accountSlug) {
      return set(ACCOUNT_SLUG, accountSlug);
    }

    /** The display name. */
    public Builder name(String name) {
      return set(NAME, name);
    }

    /** The template that the assistant came from. */
    public Builder type(TemplateId type) {
      return set(TYPE, type);
    }

    /** The vendor of the language model. */
    public Builder provider(LlmProvider provider) {
      return set(PROVIDER, provider);
    }

    /** The language model, such as {@code gpt-4o-mini}. */
    public Builder model(String model) {
      return set(MODEL, model);
    }

    /** The sampling temperature of the language model. */
    public Builder temperature(double temperature) {
      return set(TEMPERATURE, temperature);
    }

    /** The most tokens that one answer of the language model may have. */
    public Builder maxTokens(int maxTokens) {
      return set(MAX_TOKENS, maxTokens);
    }

    /** What the assistant says when the call connects. */
    public Builder firstMessage(String firstMessage) {
      return set(FIRST_MESSAGE, firstMessage);
    }

    /** Instructions and persona. */
    public Builder systemPrompt(String systemPrompt) {
      return set(SYSTEM_PROMPT, systemPrompt);
    }

    /** The vendor of the voice. */
    public Builder voiceProvider(VoiceProvider voiceProvider) {
      return set(VOICE_PROVIDER, voiceProvider);
    }

    /** The voice model, such as {@code sonic-english}. */
    public Builder voiceModel(String voiceModel) {
      return set(VOICE_MODEL, voiceModel);
    }

    /** The id of the voice at its vendor. */
    public Builder voiceId(String voiceId) {
      return set(VOICE_ID, voiceId);
    }

    /** The display name of the voice. */
    public Builder voiceName(String voiceName) {
      return set(VOICE_NAME, voiceName);
    }

    /** The vendor of the transcription. */
    public Builder transcriptorProvider(TranscriptorProvider transcriptorProvider) {
      return set(TRANSCRIPTOR_PROVIDER, transcriptorProvider);
    }

    /** The transcription model, such as {@code nova-2}. */
    public Builder transcriptorModel(String transcriptorModel) {
      return set(TRANSCRIPTOR_MODEL, transcriptorModel);
    }

    /** The language of the transcription as a BCP-47 code, such as {@code en}. */
    public Builder transcriptorLanguage(String transcriptorLanguage) {
      return set(TRANSCRIPTOR_LANGUAGE, transcriptorLanguage);
    }

    /** Whether calls are recorded, in stereo. */
    public Builder recordingEnabled(boolean recordingEnabled) {
      return set(RECORDING_ENABLED, recordingEnabled);
    }

    /** Whether the assistant may receive calls. */
    public Builder inboundEnabled(boolean inboundEnabled) {
      return set(INBOUND_ENABLED, inboundEnabled);
    }

    /** Whether the assistant may place calls. */
    public Builder outboundEnabled(boolean outboundEnabled) {
      return set(OUTBOUND_ENABLED, outboundEnabled);
    }

    /** When the assistant was created. */
    public Builder createdAt(Instant createdAt) {
      return set(CREATED_AT, createdAt);
    }

    /** When the assistant was last changed. */
    public Builder updatedAt(Instant updatedAt) {
      return set(UPDATED_AT, updatedAt);
    }

    /**
     * A field that the SDK does not model, by its JSON name.
     *
     * @param value a plain tree of Map, Collection, String, finite Number, Boolean and {@code
     *     null}; it is copied
     * @throws IllegalArgumentException if the tree holds anything else
     */
    public Builder putAdditionalProperties(String name, @Nullable Object value) {
      return keep(name, value);
    }

    /**
     * The assistant.
     *
     * @throws IllegalStateException if {@code id} is missing
     */
    @Override
    public Assistant build() {
      return new Assistant(this);
    }
  }
}
