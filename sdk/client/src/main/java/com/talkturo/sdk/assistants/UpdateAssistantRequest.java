package com.talkturo.sdk.assistants;

import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.http.Endpoint;
import com.talkturo.sdk.http.JsonBody;
import com.talkturo.sdk.http.JsonName;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Changes an assistant: {@code PATCH /api/assistants/{assistantId}}. Only what is set here is sent,
 * and only that changes. A request that sets nothing is sent too; whether the API accepts it is not
 * documented by Talkturo.
 */
@Value.Immutable
public abstract class UpdateAssistantRequest extends ApiRequest<Assistant> {
  UpdateAssistantRequest() {}

  /** Starts a request; {@code assistantId} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a request that equals this one. */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  /** The assistant to change. */
  public abstract String assistantId();

  /**
   * The account that owns the assistant, by its slug; the client's own if absent. The reference
   * requires one, the newer documentation does not: see {@link Builder#withoutAccountSlug()}.
   */
  public abstract Optional<String> accountSlug();

  /** Whether no {@code accountSlug} is sent at all. */
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

  /** The sampling temperature of the language model: 0.0 to 2.0 (reference). */
  public abstract Optional<Double> temperature();

  /**
   * The most tokens that one answer of the language model may have: at least 1; no upper limit is
   * documented by Talkturo.
   */
  public abstract Optional<Integer> maxTokens();

  /**
   * What the assistant says when the call connects; may hold template variables such as {@code
   * {{contact.first_name}}} (newer documentation), which are sent untouched.
   */
  public abstract Optional<String> firstMessage();

  /**
   * Instructions and persona; may hold template variables such as {@code {{contact.first_name}}},
   * which Talkturo fills in per phone call and which are sent untouched.
   */
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

  /**
   * The transcription model, such as {@code nova-2}; the newer documentation writes {@code
   * deepgram/nova-3}.
   */
  public abstract Optional<String> transcriptorModel();

  /**
   * The language of the transcription as BCP-47 code, such as {@code en} or {@code de}, or {@code
   * multi} (newer documentation); not checked by the SDK.
   */
  public abstract Optional<String> transcriptorLanguage();

  /** Whether calls are recorded, in stereo. */
  public abstract Optional<Boolean> recordingEnabled();

  /**
   * Whether the assistant may receive calls. Calls to its numbers reach it only if this is on;
   * assigning numbers does not switch it on.
   */
  public abstract Optional<Boolean> inboundEnabled();

  /** Whether the assistant may place calls. */
  public abstract Optional<Boolean> outboundEnabled();

  /** The fields that are sent as {@code null}; see {@link Builder#clear(Field...)}. */
  public abstract Set<Field> clearedFields();

  /**
   * Fields that the SDK does not model, by JSON name, as plain trees of Map, List, String, Number,
   * Boolean and {@code null}. The newer documentation accepts any field that the backend supports,
   * such as {@code voice} or {@code transcriptor_options}. Left out of {@link #toString()}.
   */
  @Value.NonAttribute
  public final Map<String, @Nullable Object> additionalProperties() {
    return storedAdditionalProperties();
  }

  @AllowNulls
  @Value.Redacted
  abstract Map<String, Object> storedAdditionalProperties();

  @Value.Check
  UpdateAssistantRequest check() {
    Checks.pathParameter("assistantId", assistantId());
    Checks.notBlank("accountSlug", accountSlug());
    if (accountSlugOmitted() && accountSlug().isPresent()) {
      throw new IllegalArgumentException(
          "accountSlug is \"" + accountSlug().get() + "\" and left out; allowed is one of the two");
    }
    Checks.notBlank("name", name());
    Checks.temperature(temperature());
    Checks.atLeastOne("maxTokens", maxTokens());
    if (!clearedFields().isEmpty()) {
      checkClearedFields();
    }
    if (additionalProperties().isEmpty()) {
      return this;
    }
    for (Field field : Field.values()) {
      Checks.notShadowed(field.toString(), additionalProperties());
    }
    Checks.notShadowed("accountSlug", additionalProperties());
    Map<String, Object> own = Checks.ownTrees(additionalProperties());
    return own == additionalProperties() ? this : toBuilder().additionalProperties(own).build();
  }

  private void checkClearedFields() {
    Map<Field, Optional<?>> fields = fields();
    for (Field field : clearedFields()) {
      if (fields.getOrDefault(field, Optional.empty()).isPresent()) {
        throw new IllegalArgumentException(
            field + " is both set and cleared; allowed is one of the two");
      }
    }
  }

  private Map<Field, Optional<?>> fields() {
    Map<Field, Optional<?>> fields = new EnumMap<>(Field.class);
    fields.put(Field.NAME, name());
    fields.put(Field.PROVIDER, provider());
    fields.put(Field.MODEL, model());
    fields.put(Field.TEMPERATURE, temperature());
    fields.put(Field.MAX_TOKENS, maxTokens());
    fields.put(Field.FIRST_MESSAGE, firstMessage());
    fields.put(Field.SYSTEM_PROMPT, systemPrompt());
    fields.put(Field.VOICE_PROVIDER, voiceProvider());
    fields.put(Field.VOICE_MODEL, voiceModel());
    fields.put(Field.VOICE_ID, voiceId());
    fields.put(Field.VOICE_NAME, voiceName());
    fields.put(Field.TRANSCRIPTOR_PROVIDER, transcriptorProvider());
    fields.put(Field.TRANSCRIPTOR_MODEL, transcriptorModel());
    fields.put(Field.TRANSCRIPTOR_LANGUAGE, transcriptorLanguage());
    fields.put(Field.RECORDING_ENABLED, recordingEnabled());
    fields.put(Field.INBOUND_ENABLED, inboundEnabled());
    fields.put(Field.OUTBOUND_ENABLED, outboundEnabled());
    return fields;
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
  protected final void writeBody(JsonBody body) {
    if (!accountSlugOmitted()) {
      body.accountSlug(accountSlug());
    }
    body.text(Field.NAME.json, name());
    body.text(Field.PROVIDER.json, provider());
    body.text(Field.MODEL.json, model());
    body.value(Field.TEMPERATURE.json, temperature());
    body.value(Field.MAX_TOKENS.json, maxTokens());
    body.text(Field.FIRST_MESSAGE.json, firstMessage());
    body.text(Field.SYSTEM_PROMPT.json, systemPrompt());
    body.text(Field.VOICE_PROVIDER.json, voiceProvider());
    body.text(Field.VOICE_MODEL.json, voiceModel());
    body.text(Field.VOICE_ID.json, voiceId());
    body.text(Field.VOICE_NAME.json, voiceName());
    body.text(Field.TRANSCRIPTOR_PROVIDER.json, transcriptorProvider());
    body.text(Field.TRANSCRIPTOR_MODEL.json, transcriptorModel());
    body.text(Field.TRANSCRIPTOR_LANGUAGE.json, transcriptorLanguage());
    body.value(Field.RECORDING_ENABLED.json, recordingEnabled());
    body.value(Field.INBOUND_ENABLED.json, inboundEnabled());
    body.value(Field.OUTBOUND_ENABLED.json, outboundEnabled());
    if (!clearedFields().isEmpty()) { // As for nearly every request; an iterator is not free.
      clearedFields().forEach(field -> body.explicitNull(field.json));
    }
    body.additional(additionalProperties());
  }

  /** The fields that a request can change, as they are called in JSON. */
  public enum Field {
    /** {@code name}. */
    NAME("name"),
    /** {@code provider}. */
    PROVIDER("provider"),
    /** {@code model}. */
    MODEL("model"),
    /** {@code temperature}. */
    TEMPERATURE("temperature"),
    /** {@code max_tokens}. */
    MAX_TOKENS("max_tokens"),
    /** {@code first_message}. */
    FIRST_MESSAGE("first_message"),
    /** {@code system_prompt}. */
    SYSTEM_PROMPT("system_prompt"),
    /** {@code voice_provider}. */
    VOICE_PROVIDER("voice_provider"),
    /** {@code voice_model}. */
    VOICE_MODEL("voice_model"),
    /** {@code voice_id}. */
    VOICE_ID("voice_id"),
    /** {@code voice_name}. */
    VOICE_NAME("voice_name"),
    /** {@code transcriptor_provider}. */
    TRANSCRIPTOR_PROVIDER("transcriptor_provider"),
    /** {@code transcriptor_model}. */
    TRANSCRIPTOR_MODEL("transcriptor_model"),
    /** {@code transcriptor_language}. */
    TRANSCRIPTOR_LANGUAGE("transcriptor_language"),
    /** {@code recording_enabled}. */
    RECORDING_ENABLED("recording_enabled"),
    /** {@code inbound_enabled}. */
    INBOUND_ENABLED("inbound_enabled"),
    /** {@code outbound_enabled}. */
    OUTBOUND_ENABLED("outbound_enabled");

    @SuppressWarnings("ImmutableEnumChecker") // It never changes, but keeps its encoded form.
    final JsonName json;

    Field(String name) {
      this.json = JsonName.of(name);
    }

    /** The JSON name. */
    @Override
    public String toString() {
      return json.toString();
    }
  }

  /** Builds {@link UpdateAssistantRequest}. */
  public static final class Builder extends ImmutableUpdateAssistantRequest.Builder {
    Builder() {}

    /** Sends these fields as {@code null}. What that does is not documented by Talkturo. */
    public Builder clear(Field... fields) {
      return addAllClearedFields(Arrays.asList(fields));
    }

    /**
     * Sends no {@code accountSlug}, not even the client's: the newer documentation makes it
     * optional here, the reference requires it.
     */
    public Builder withoutAccountSlug() {
      return accountSlugOmitted(true);
    }
  }
}
