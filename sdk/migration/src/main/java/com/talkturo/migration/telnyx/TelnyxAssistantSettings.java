package com.talkturo.migration.telnyx;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.json.Checks;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an assistant at Telnyx is made of: all of it for a create, which requires {@code name} and
 * {@code instructions}; for an update only what is to change. Only what is set is sent.
 */
public final class TelnyxAssistantSettings extends TelnyxAssistantFields {
  static final Table<TelnyxAssistantSettings> TABLE =
      Table.of(Builder::new).lossless().startingWith(SHARED);

  static final Row<Set<String>> CLEARED_FIELDS = TABLE.cleared("clearedFields", Set.of());

  TelnyxAssistantSettings(Builder builder) {
    super(builder);
    TABLE.check(this);
  }

  /** Starts settings; a create requires {@code name} and {@code instructions}. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts settings that equal these. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** The JSON names of the fields that are sent as {@code null}; see {@link Builder#clear}. */
  public Set<String> clearedFields() {
    return value(CLEARED_FIELDS);
  }

  /** Builds {@link TelnyxAssistantSettings}. */
  public static final class Builder extends ModelBuilder<TelnyxAssistantSettings, Builder> {
    Builder() {
      super(TABLE);
    }

    /**
     * The display name.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public Builder name(String name) {
      return set(NAME, Checks.notBlank("name", Objects.requireNonNull(name, "name")));
    }

    /** The language model with its vendor, such as {@code openai/gpt-4o}. */
    public Builder model(String model) {
      return set(MODEL, model);
    }

    /** The system prompt; may hold variables such as {@code {{name}}}. */
    public Builder instructions(String instructions) {
      return set(INSTRUCTIONS, instructions);
    }

    /** The tools. Sent whole; Telnyx does not document whether the list replaces the old one. */
    public Builder tools(Collection<TelnyxTool> tools) {
      return setAll(TOOLS, tools);
    }

    /** A description for humans. */
    public Builder description(String description) {
      return set(DESCRIPTION, description);
    }

    /**
     * What the assistant says first; may hold variables. Newer documentation: empty waits for the
     * caller, {@code <assistant-speaks-first-with-model-generated-message>} lets the model make it
     * up.
     */
    public Builder greeting(String greeting) {
      return set(GREETING, greeting);
    }

    /**
     * The name of the integration secret that holds the key of another vendor of language models.
     */
    public Builder llmApiKeyRef(String llmApiKeyRef) {
      return set(LLM_API_KEY_REF, llmApiKeyRef);
    }

    /**
     * The voice. Sent whole; Telnyx does not document whether it replaces the old one or is merged
     * into it.
     */
    public Builder voiceSettings(VoiceSettings voiceSettings) {
      return set(VOICE_SETTINGS, voiceSettings);
    }

    /**
     * How speech becomes text. Sent whole; Telnyx does not document whether it replaces the old one
     * or is merged into it.
     */
    public Builder transcription(Transcription transcription) {
      return set(TRANSCRIPTION, transcription);
    }

    /**
     * The telephony. Sent whole; Telnyx does not document whether it replaces the old one or is
     * merged into it.
     */
    public Builder telephonySettings(TelephonySettings telephonySettings) {
      return set(TELEPHONY_SETTINGS, telephonySettings);
    }

    /**
     * The text messages. Sent whole; Telnyx does not document whether it replaces the old one or is
     * merged into it.
     */
    public Builder messagingSettings(MessagingSettings messagingSettings) {
      return set(MESSAGING_SETTINGS, messagingSettings);
    }

    /** The features that are switched on, such as phone calls. */
    public Builder enabledFeatures(Collection<TelnyxFeature> enabledFeatures) {
      return setAll(ENABLED_FEATURES, enabledFeatures);
    }

    /**
     * The insights. Sent whole; Telnyx does not document whether it replaces the old one or is
     * merged into it.
     */
    public Builder insightSettings(InsightSettings insightSettings) {
      return set(INSIGHT_SETTINGS, insightSettings);
    }

    /** The URL that Telnyx asks for the values of variables when a conversation starts. */
    public Builder dynamicVariablesWebhookUrl(String dynamicVariablesWebhookUrl) {
      return set(DYNAMIC_VARIABLES_WEBHOOK_URL, dynamicVariablesWebhookUrl);
    }

    /**
     * The variables with their default values. Sent whole; Telnyx does not document whether it
     * replaces the old one or is merged into it.
     *
     * @throws IllegalArgumentException if the tree holds anything but String, finite Number,
     *     Boolean, {@code null}, Map with String keys and Collection
     */
    public Builder dynamicVariables(Map<String, ?> dynamicVariables) {
      return set(DYNAMIC_VARIABLES, Payloads.copyOf("dynamic_variables", dynamicVariables));
    }

    /**
     * Sends these fields as {@code null}, by their JSON names. What that does is not documented by
     * Telnyx.
     *
     * @throws IllegalArgumentException if there is no field of this name
     */
    public Builder clear(String... jsonNames) {
      return set(CLEARED_FIELDS, Payloads.cleared(get(CLEARED_FIELDS), TABLE, jsonNames));
    }

    /**
     * A field that the SDK does not model, by its JSON name.
     *
     * @param value a plain tree of Map, Collection, String, finite Number, Boolean and {@code
     *     null}; it is copied
     * @throws IllegalArgumentException if the tree holds anything else, or the SDK models the field
     */
    public Builder putAdditionalProperties(String name, @Nullable Object value) {
      Payloads.requireUnmodelled(name, TABLE);
      return keep(name, value);
    }

    /**
     * The settings.
     *
     * @throws IllegalArgumentException if a field is both set and cleared
     */
    @Override
    public TelnyxAssistantSettings build() {
      return new TelnyxAssistantSettings(this);
    }
  }
}
