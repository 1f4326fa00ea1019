package com.talkturo.sdk.assistants;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Checks;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes an assistant: {@code PATCH /api/assistants/{assistantId}}. The request sends only what is
 * set here, and only that changes. A request that sets nothing goes out too; whether the API
 * accepts it is not documented by Talkturo.
 */
public final class UpdateAssistantRequest extends ApiRequest<Assistant>
    implements WithAdditionalProperties {
  static final Table<UpdateAssistantRequest> TABLE =
      Table.<UpdateAssistantRequest>ofRequest().withGiven("accountSlug");

  static final Row<String> ASSISTANT_ID = TABLE.requiredOutside("assistantId");
  static final Row<String> ACCOUNT_SLUG = TABLE.outside("accountSlug");
  static final Row<Boolean> ACCOUNT_SLUG_OMITTED = TABLE.outside("accountSlugOmitted", false);
  static final Row<String> NAME = TABLE.optional("name", Kind.name());
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
  static final Row<Set<Field>> CLEARED_FIELDS =
      TABLE.cleared("clearedFields", Collections.emptySet());

  private static final double MAX_TEMPERATURE = 2.0; // Reference, update, temperature.

  UpdateAssistantRequest(Builder builder) {
    super(builder);
    check();
  }

  /** Starts a request; {@code assistantId} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a request that equals this one. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** The assistant to change. */
  public String assistantId() {
    return value(ASSISTANT_ID);
  }

  /** The account that owns the assistant, by its slug; the client's own if absent. */
  public Optional<String> accountSlug() {
    return optional(ACCOUNT_SLUG);
  }

  /** Whether the request sends no {@code accountSlug} at all. */
  boolean accountSlugOmitted() {
    return value(ACCOUNT_SLUG_OMITTED);
  }

  /** The display name. */
  public Optional<String> name() {
    return optional(NAME);
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

  /** Instructions and persona. */
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

  /** The transcription model. */
  public Optional<String> transcriptorModel() {
    return optional(TRANSCRIPTOR_MODEL);
  }

  /** The language of the transcription. */
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

  /** The fields that the request sends as {@code null}; see {@link Builder#clear(Field...)}. */
  public Set<Field> clearedFields() {
    return value(CLEARED_FIELDS);
  }

  private void check() {
    Checks.pathParameter("assistantId", assistantId());
    Checks.accountSlug(accountSlug(), accountSlugOmitted());
    Checks.notBlank("name", name());
    Checks.range("temperature", temperature(), 0.0, MAX_TEMPERATURE);
    Checks.atLeast("maxTokens", maxTokens(), 1);
    TABLE.check(this);
  }

  @Override
  protected Endpoint<Assistant> endpoint() {
    return AssistantsClient.UPDATE;
  }

  @Override
  protected List<String> pathValues() {
    return Collections.singletonList(assistantId());
  }

  @Override
  protected byte[] body(Optional<String> clientsAccountSlug) {
    return TABLE.toJson(
        this, accountSlugOmitted() ? null : accountSlug(accountSlug(), clientsAccountSlug));
  }

  /** The fields that a request can change, under their JSON names. */
  public enum Field {
    /** {@code name}. */
    NAME(UpdateAssistantRequest.NAME),
    /** {@code provider}. */
    PROVIDER(UpdateAssistantRequest.PROVIDER),
    /** {@code model}. */
    MODEL(UpdateAssistantRequest.MODEL),
    /** {@code temperature}. */
    TEMPERATURE(UpdateAssistantRequest.TEMPERATURE),
    /** {@code max_tokens}. */
    MAX_TOKENS(UpdateAssistantRequest.MAX_TOKENS),
    /** {@code first_message}. */
    FIRST_MESSAGE(UpdateAssistantRequest.FIRST_MESSAGE),
    /** {@code system_prompt}. */
    SYSTEM_PROMPT(UpdateAssistantRequest.SYSTEM_PROMPT),
    /** {@code voice_provider}. */
    VOICE_PROVIDER(UpdateAssistantRequest.VOICE_PROVIDER),
    /** {@code voice_model}. */
    VOICE_MODEL(UpdateAssistantRequest.VOICE_MODEL),
    /** {@code voice_id}. */
    VOICE_ID(UpdateAssistantRequest.VOICE_ID),
    /** {@code voice_name}. */
    VOICE_NAME(UpdateAssistantRequest.VOICE_NAME),
    /** {@code transcriptor_provider}. */
    TRANSCRIPTOR_PROVIDER(UpdateAssistantRequest.TRANSCRIPTOR_PROVIDER),
    /** {@code transcriptor_model}. */
    TRANSCRIPTOR_MODEL(UpdateAssistantRequest.TRANSCRIPTOR_MODEL),
    /** {@code transcriptor_language}. */
    TRANSCRIPTOR_LANGUAGE(UpdateAssistantRequest.TRANSCRIPTOR_LANGUAGE),
    /** {@code recording_enabled}. */
    RECORDING_ENABLED(UpdateAssistantRequest.RECORDING_ENABLED),
    /** {@code inbound_enabled}. */
    INBOUND_ENABLED(UpdateAssistantRequest.INBOUND_ENABLED),
    /** {@code outbound_enabled}. */
    OUTBOUND_ENABLED(UpdateAssistantRequest.OUTBOUND_ENABLED);

    private final String jsonName;

    Field(Row<?> row) {
      jsonName = row.name();
    }

    /** The JSON name. */
    @Override
    public String toString() {
      return jsonName;
    }
  }

  /** Builds {@link UpdateAssistantRequest}. */
  public static final class Builder extends ModelBuilder<UpdateAssistantRequest, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The assistant, by its id: not blank, neither {@code .} nor {@code ..}; required. */
    public Builder assistantId(String assistantId) {
      return set(ASSISTANT_ID, assistantId);
    }

    /**
     * The account that owns the assistant, by its slug: not blank. The reference requires one; if
     * this is not set, the request sends the client's own.
     */
    public Builder accountSlug(String accountSlug) {
      return set(ACCOUNT_SLUG, accountSlug);
    }

    /**
     * Sends no {@code accountSlug}, not even the client's: the newer documentation makes it
     * optional here, the reference requires it.
     */
    public Builder withoutAccountSlug() {
      return set(ACCOUNT_SLUG_OMITTED, true);
    }

    /** The display name: not blank. */
    public Builder name(String name) {
      return set(NAME, name);
    }

    /** The vendor of the language model. */
    public Builder provider(LlmProvider provider) {
      return set(PROVIDER, provider);
    }

    /** The language model, such as {@code gpt-4o-mini}. */
    public Builder model(String model) {
      return set(MODEL, model);
    }

    /** The sampling temperature of the language model: 0.0 to 2.0 (reference). */
    public Builder temperature(double temperature) {
      return set(TEMPERATURE, temperature);
    }

    /**
     * The most tokens that one answer of the language model may have: at least 1; no upper limit is
     * documented by Talkturo.
     */
    public Builder maxTokens(int maxTokens) {
      return set(MAX_TOKENS, maxTokens);
    }

    /**
     * What the assistant says when the call connects; may hold template variables such as {@code
     * {{contact.first_name}}} (newer documentation), which the SDK sends untouched.
     */
    public Builder firstMessage(String firstMessage) {
      return set(FIRST_MESSAGE, firstMessage);
    }

    /**
     * Instructions and persona; may hold template variables such as {@code {{contact.first_name}}}:
     * the SDK sends them untouched, and Talkturo fills them in for each phone call.
     */
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

    /**
     * The transcription model, such as {@code nova-2}; the newer documentation writes {@code
     * deepgram/nova-3}.
     */
    public Builder transcriptorModel(String transcriptorModel) {
      return set(TRANSCRIPTOR_MODEL, transcriptorModel);
    }

    /**
     * The language of the transcription as a BCP-47 code, such as {@code en} or {@code de}, or
     * {@code multi} (newer documentation); not checked by the SDK.
     */
    public Builder transcriptorLanguage(String transcriptorLanguage) {
      return set(TRANSCRIPTOR_LANGUAGE, transcriptorLanguage);
    }

    /** Whether calls are recorded, in stereo. */
    public Builder recordingEnabled(boolean recordingEnabled) {
      return set(RECORDING_ENABLED, recordingEnabled);
    }

    /**
     * Whether the assistant may receive calls. Calls to its numbers reach it only if this is on;
     * assigning numbers does not switch it on.
     */
    public Builder inboundEnabled(boolean inboundEnabled) {
      return set(INBOUND_ENABLED, inboundEnabled);
    }

    /** Whether the assistant may place calls. */
    public Builder outboundEnabled(boolean outboundEnabled) {
      return set(OUTBOUND_ENABLED, outboundEnabled);
    }

    /** Sends these fields as {@code null}. What that does is not documented by Talkturo. */
    public Builder clear(Field... fields) {
      Set<Field> all = EnumSet.noneOf(Field.class);
      Set<Field> before = get(CLEARED_FIELDS);
      if (before != null) {
        all.addAll(before);
      }
      for (Field field : fields) {
        all.add(Objects.requireNonNull(field, "field to clear"));
      }
      return set(CLEARED_FIELDS, Collections.unmodifiableSet(all));
    }

    /**
     * A field that the SDK does not model, by its JSON name. The newer documentation accepts any
     * that the backend supports, such as {@code voice} or {@code transcriptor_options}.
     *
     * @param value a plain tree of Map, Collection, String, finite Number, Boolean and {@code
     *     null}; it is copied
     * @throws IllegalArgumentException if the tree holds anything else
     */
    public Builder putAdditionalProperties(String name, @Nullable Object value) {
      return keep(name, value);
    }

    /**
     * The request.
     *
     * @throws IllegalArgumentException if a value is out of range or blank, a field is both set and
     *     cleared, the account is both set and left out, or an additional property has the name of
     *     a modelled field
     * @throws IllegalStateException if {@code assistantId} is missing
     */
    @Override
    public UpdateAssistantRequest build() {
      return new UpdateAssistantRequest(this);
    }
  }
}
