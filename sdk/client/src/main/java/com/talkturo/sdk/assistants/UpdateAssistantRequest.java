package com.talkturo.sdk.assistants;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Checks;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Changes an assistant: {@code PATCH /api/assistants/{assistantId}}. The request sends only what is
 * set here, and only that changes. A request that sets nothing goes out too; whether the API
 * accepts it is not documented by Talkturo.
 */
@Value.Immutable
public abstract class UpdateAssistantRequest extends ApiRequest<Assistant>
    implements WithAdditionalProperties {
  static final Table<UpdateAssistantRequest, Void> TABLE =
      Table.ofRequest(Field.rows())
          .withGiven("accountSlug")
          .withCleared(UpdateAssistantRequest::clearedFields);

  private static final double MAX_TEMPERATURE = 2.0; // Reference, update, temperature.

  UpdateAssistantRequest() {}

  /** Starts a request; {@code assistantId} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a request that equals this one. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** The assistant to change. */
  public abstract String assistantId();

  /** The account that owns the assistant, by its slug; the client's own if absent. */
  public abstract Optional<String> accountSlug();

  /** Whether the request sends no {@code accountSlug} at all. */
  @Value.Default
  boolean accountSlugOmitted() {
    return false;
  }

  /** The display name. */
  public abstract Optional<String> name();

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

  /** Instructions and persona. */
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

  /** The transcription model. */
  public abstract Optional<String> transcriptorModel();

  /** The language of the transcription. */
  public abstract Optional<String> transcriptorLanguage();

  /** Whether calls are recorded, in stereo. */
  public abstract Optional<Boolean> recordingEnabled();

  /** Whether the assistant may receive calls. */
  public abstract Optional<Boolean> inboundEnabled();

  /** Whether the assistant may place calls. */
  public abstract Optional<Boolean> outboundEnabled();

  /** The fields that the request sends as {@code null}; see {@link Builder#clear(Field...)}. */
  public abstract Set<Field> clearedFields();

  @Value.Check
  void check() {
    Checks.pathParameter("assistantId", assistantId());
    Checks.accountSlug(accountSlug(), accountSlugOmitted());
    Checks.notBlank("name", name());
    Checks.range("temperature", temperature(), 0.0, MAX_TEMPERATURE);
    Checks.atLeast("maxTokens", maxTokens(), 1);
    TABLE.check(this);
  }

  @Override
  protected final Endpoint<Assistant> endpoint() {
    return AssistantsClient.UPDATE;
  }

  @Override
  protected final List<String> pathValues() {
    return Collections.singletonList(assistantId());
  }

  @Override
  protected final byte[] body(Optional<String> clientsAccountSlug) {
    return TABLE.toJson(
        this, accountSlugOmitted() ? null : accountSlug(accountSlug(), clientsAccountSlug));
  }

  /** The fields that a request can change, under their JSON names. */
  public enum Field {
    /** {@code name}. */
    NAME(Row.ifPresent("name", Kind.name(), UpdateAssistantRequest::name)),
    /** {@code provider}. */
    PROVIDER(Row.ifPresent("provider", LlmProvider.KIND, UpdateAssistantRequest::provider)),
    /** {@code model}. */
    MODEL(Row.ifPresent("model", Kind.text(), UpdateAssistantRequest::model)),
    /** {@code temperature}. */
    TEMPERATURE(Row.ifPresent("temperature", Kind.number(), UpdateAssistantRequest::temperature)),
    /** {@code max_tokens}. */
    MAX_TOKENS(Row.ifPresent("max_tokens", Kind.integer(), UpdateAssistantRequest::maxTokens)),
    /** {@code first_message}. */
    FIRST_MESSAGE(
        Row.ifPresent("first_message", Kind.text(), UpdateAssistantRequest::firstMessage)),
    /** {@code system_prompt}. */
    SYSTEM_PROMPT(
        Row.ifPresent("system_prompt", Kind.text(), UpdateAssistantRequest::systemPrompt)),
    /** {@code voice_provider}. */
    VOICE_PROVIDER(
        Row.ifPresent("voice_provider", VoiceProvider.KIND, UpdateAssistantRequest::voiceProvider)),
    /** {@code voice_model}. */
    VOICE_MODEL(Row.ifPresent("voice_model", Kind.text(), UpdateAssistantRequest::voiceModel)),
    /** {@code voice_id}. */
    VOICE_ID(Row.ifPresent("voice_id", Kind.text(), UpdateAssistantRequest::voiceId)),
    /** {@code voice_name}. */
    VOICE_NAME(Row.ifPresent("voice_name", Kind.text(), UpdateAssistantRequest::voiceName)),
    /** {@code transcriptor_provider}. */
    TRANSCRIPTOR_PROVIDER(
        Row.ifPresent(
            "transcriptor_provider",
            TranscriptorProvider.KIND,
            UpdateAssistantRequest::transcriptorProvider)),
    /** {@code transcriptor_model}. */
    TRANSCRIPTOR_MODEL(
        Row.ifPresent(
            "transcriptor_model", Kind.text(), UpdateAssistantRequest::transcriptorModel)),
    /** {@code transcriptor_language}. */
    TRANSCRIPTOR_LANGUAGE(
        Row.ifPresent(
            "transcriptor_language", Kind.text(), UpdateAssistantRequest::transcriptorLanguage)),
    /** {@code recording_enabled}. */
    RECORDING_ENABLED(
        Row.ifPresent("recording_enabled", Kind.flag(), UpdateAssistantRequest::recordingEnabled)),
    /** {@code inbound_enabled}. */
    INBOUND_ENABLED(
        Row.ifPresent("inbound_enabled", Kind.flag(), UpdateAssistantRequest::inboundEnabled)),
    /** {@code outbound_enabled}. */
    OUTBOUND_ENABLED(
        Row.ifPresent("outbound_enabled", Kind.flag(), UpdateAssistantRequest::outboundEnabled));

    @SuppressWarnings("ImmutableEnumChecker") // It never changes, but holds functions.
    private final Row<UpdateAssistantRequest, Void, ?> row;

    Field(Row<UpdateAssistantRequest, Void, ?> row) {
      this.row = row;
    }

    private static List<Row<UpdateAssistantRequest, Void, ?>> rows() {
      List<Row<UpdateAssistantRequest, Void, ?>> rows = new ArrayList<>();
      for (Field field : values()) {
        rows.add(field.row);
      }
      return rows;
    }

    /** The JSON name. */
    @Override
    public String toString() {
      return row.name();
    }
  }

  /** Builds {@link UpdateAssistantRequest}. */
  public static final class Builder {
    private final ImmutableUpdateAssistantRequest.Builder generated =
        new ImmutableUpdateAssistantRequest.Builder();

    Builder() {}

    /** The assistant, by its id: not blank, neither {@code .} nor {@code ..}; required. */
    public Builder assistantId(String assistantId) {
      generated.assistantId(assistantId);
      return this;
    }

    /**
     * The account that owns the assistant, by its slug: not blank. The reference requires one; if
     * this is not set, the request sends the client's own.
     */
    public Builder accountSlug(String accountSlug) {
      generated.accountSlug(accountSlug);
      return this;
    }

    /**
     * Sends no {@code accountSlug}, not even the client's: the newer documentation makes it
     * optional here, the reference requires it.
     */
    public Builder withoutAccountSlug() {
      generated.accountSlugOmitted(true);
      return this;
    }

    /** The display name: not blank. */
    public Builder name(String name) {
      generated.name(name);
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

    /** The sampling temperature of the language model: 0.0 to 2.0 (reference). */
    public Builder temperature(double temperature) {
      generated.temperature(temperature);
      return this;
    }

    /**
     * The most tokens that one answer of the language model may have: at least 1; no upper limit is
     * documented by Talkturo.
     */
    public Builder maxTokens(int maxTokens) {
      generated.maxTokens(maxTokens);
      return this;
    }

    /**
     * What the assistant says when the call connects; may hold template variables such as {@code
     * {{contact.first_name}}} (newer documentation), which the SDK sends untouched.
     */
    public Builder firstMessage(String firstMessage) {
      generated.firstMessage(firstMessage);
      return this;
    }

    /**
     * Instructions and persona; may hold template variables such as {@code {{contact.first_name}}}:
     * the SDK sends them untouched, and Talkturo fills them in for each phone call.
     */
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

    /**
     * The transcription model, such as {@code nova-2}; the newer documentation writes {@code
     * deepgram/nova-3}.
     */
    public Builder transcriptorModel(String transcriptorModel) {
      generated.transcriptorModel(transcriptorModel);
      return this;
    }

    /**
     * The language of the transcription as a BCP-47 code, such as {@code en} or {@code de}, or
     * {@code multi} (newer documentation); not checked by the SDK.
     */
    public Builder transcriptorLanguage(String transcriptorLanguage) {
      generated.transcriptorLanguage(transcriptorLanguage);
      return this;
    }

    /** Whether calls are recorded, in stereo. */
    public Builder recordingEnabled(boolean recordingEnabled) {
      generated.recordingEnabled(recordingEnabled);
      return this;
    }

    /**
     * Whether the assistant may receive calls. Calls to its numbers reach it only if this is on;
     * assigning numbers does not switch it on.
     */
    public Builder inboundEnabled(boolean inboundEnabled) {
      generated.inboundEnabled(inboundEnabled);
      return this;
    }

    /** Whether the assistant may place calls. */
    public Builder outboundEnabled(boolean outboundEnabled) {
      generated.outboundEnabled(outboundEnabled);
      return this;
    }

    /** Sends these fields as {@code null}. What that does is not documented by Talkturo. */
    public Builder clear(Field... fields) {
      generated.addAllClearedFields(Arrays.asList(fields));
      return this;
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
      generated.putAdditionalProperties(name, Trees.copyOf(name, value));
      return this;
    }

    /**
     * The request.
     *
     * @throws IllegalArgumentException if a value is out of range or blank, a field is both set and
     *     cleared, the account is both set and left out, or an additional property has the name of
     *     a modelled field
     * @throws IllegalStateException if {@code assistantId} is missing
     */
    public UpdateAssistantRequest build() {
      return generated.build();
    }
  }
}
