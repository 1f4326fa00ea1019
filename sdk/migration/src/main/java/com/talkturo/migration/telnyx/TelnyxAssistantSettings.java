package com.talkturo.migration.telnyx;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.json.Checks;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What an assistant at Telnyx is made of: all of it for a create, which requires {@code name} and
 * {@code instructions}; for an update only what is to change. Only what is set is sent.
 */
@Value.Immutable
public abstract class TelnyxAssistantSettings implements TelnyxAssistantFields {
  /** All fields, for whatever has them and is built with settings inside. */
  static final List<Row<TelnyxAssistantFields, Builder, ?>> ROWS =
      List.of(
          Row.optional("name", Kind.text(), TelnyxAssistantFields::name, Builder::name),
          Row.optional("model", Kind.text(), TelnyxAssistantFields::model, Builder::model),
          Row.optional(
              "instructions",
              Kind.text(),
              TelnyxAssistantFields::instructions,
              Builder::instructions),
          Row.optional(
              "tools",
              Kind.listOf(Kind.object(TelnyxTool.TABLE)),
              TelnyxAssistantFields::tools,
              Builder::tools),
          Row.optional(
              "description", Kind.text(), TelnyxAssistantFields::description, Builder::description),
          Row.optional("greeting", Kind.text(), TelnyxAssistantFields::greeting, Builder::greeting),
          Row.optional(
              "llm_api_key_ref",
              Kind.secret(),
              TelnyxAssistantFields::llmApiKeyRef,
              Builder::llmApiKeyRef),
          Row.optional(
              "voice_settings",
              Kind.object(VoiceSettings.TABLE),
              TelnyxAssistantFields::voiceSettings,
              Builder::voiceSettings),
          Row.optional(
              "transcription",
              Kind.object(Transcription.TABLE),
              TelnyxAssistantFields::transcription,
              Builder::transcription),
          Row.optional(
              "telephony_settings",
              Kind.object(TelephonySettings.TABLE),
              TelnyxAssistantFields::telephonySettings,
              Builder::telephonySettings),
          Row.optional(
              "messaging_settings",
              Kind.object(MessagingSettings.TABLE),
              TelnyxAssistantFields::messagingSettings,
              Builder::messagingSettings),
          Row.optional(
              "enabled_features",
              Kind.listOf(Kind.open(TelnyxFeature::of)),
              TelnyxAssistantFields::enabledFeatures,
              Builder::enabledFeatures),
          Row.optional(
              "insight_settings",
              Kind.object(InsightSettings.TABLE),
              TelnyxAssistantFields::insightSettings,
              Builder::insightSettings),
          Row.optional(
              "dynamic_variables_webhook_url",
              Kind.secret(),
              TelnyxAssistantFields::dynamicVariablesWebhookUrl,
              Builder::dynamicVariablesWebhookUrl),
          Row.optional(
              "dynamic_variables",
              Kind.mapOf(Kind.tree()),
              TelnyxAssistantFields::dynamicVariables,
              Builder::dynamicVariables));

  static final Table<TelnyxAssistantSettings, Builder> TABLE =
      Table.of(
              Builder::new,
              Builder::build,
              Builder::keep,
              Payloads.inside(ROWS, Function.identity()))
          .lossless()
          .withCleared(TelnyxAssistantSettings::clearedFields);

  TelnyxAssistantSettings() {}

  /** Starts settings; a create requires {@code name} and {@code instructions}. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts settings that equal these. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** The JSON names of the fields that are sent as {@code null}; see {@link Builder#clear}. */
  public abstract Set<String> clearedFields();

  @Value.Check
  void check() {
    TABLE.check(this);
  }

  /** Builds {@link TelnyxAssistantSettings}. */
  public static final class Builder {
    private final ImmutableTelnyxAssistantSettings.Builder generated =
        new ImmutableTelnyxAssistantSettings.Builder();

    Builder() {}

    /** Takes over all fields, also those that the SDK does not model. */
    Builder from(TelnyxAssistantFields fields) {
      generated.from(fields);
      return this;
    }

    /**
     * The display name.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public Builder name(String name) {
      generated.name(Checks.notBlank("name", Objects.requireNonNull(name, "name")));
      return this;
    }

    /** The language model with its vendor, such as {@code openai/gpt-4o}. */
    public Builder model(String model) {
      generated.model(model);
      return this;
    }

    /** The system prompt; may hold variables such as {@code {{name}}}. */
    public Builder instructions(String instructions) {
      generated.instructions(instructions);
      return this;
    }

    /** The tools. Sent whole; Telnyx does not document whether the list replaces the old one. */
    public Builder tools(Collection<TelnyxTool> tools) {
      generated.tools(Payloads.copyOf("tools", tools));
      return this;
    }

    /** A description for humans. */
    public Builder description(String description) {
      generated.description(description);
      return this;
    }

    /**
     * What the assistant says first; may hold variables. Newer documentation: empty waits for the
     * caller, {@code <assistant-speaks-first-with-model-generated-message>} lets the model make it
     * up.
     */
    public Builder greeting(String greeting) {
      generated.greeting(greeting);
      return this;
    }

    /**
     * The name of the integration secret that holds the key of another vendor of language models.
     */
    public Builder llmApiKeyRef(String llmApiKeyRef) {
      generated.llmApiKeyRef(llmApiKeyRef);
      return this;
    }

    /**
     * The voice. Sent whole; Telnyx does not document whether it replaces the old one or is merged
     * into it.
     */
    public Builder voiceSettings(VoiceSettings voiceSettings) {
      generated.voiceSettings(voiceSettings);
      return this;
    }

    /**
     * How speech becomes text. Sent whole; Telnyx does not document whether it replaces the old one
     * or is merged into it.
     */
    public Builder transcription(Transcription transcription) {
      generated.transcription(transcription);
      return this;
    }

    /**
     * The telephony. Sent whole; Telnyx does not document whether it replaces the old one or is
     * merged into it.
     */
    public Builder telephonySettings(TelephonySettings telephonySettings) {
      generated.telephonySettings(telephonySettings);
      return this;
    }

    /**
     * The text messages. Sent whole; Telnyx does not document whether it replaces the old one or is
     * merged into it.
     */
    public Builder messagingSettings(MessagingSettings messagingSettings) {
      generated.messagingSettings(messagingSettings);
      return this;
    }

    /** The features that are switched on, such as phone calls. */
    public Builder enabledFeatures(Collection<TelnyxFeature> enabledFeatures) {
      generated.enabledFeatures(Payloads.copyOf("enabled_features", enabledFeatures));
      return this;
    }

    /**
     * The insights. Sent whole; Telnyx does not document whether it replaces the old one or is
     * merged into it.
     */
    public Builder insightSettings(InsightSettings insightSettings) {
      generated.insightSettings(insightSettings);
      return this;
    }

    /** The URL that Telnyx asks for the values of variables when a conversation starts. */
    public Builder dynamicVariablesWebhookUrl(String dynamicVariablesWebhookUrl) {
      generated.dynamicVariablesWebhookUrl(dynamicVariablesWebhookUrl);
      return this;
    }

    /**
     * The variables with their default values. Sent whole; Telnyx does not document whether it
     * replaces the old one or is merged into it.
     *
     * @throws IllegalArgumentException if the tree holds anything but String, finite Number,
     *     Boolean, {@code null}, Map with String keys and Collection
     */
    public Builder dynamicVariables(Map<String, ?> dynamicVariables) {
      generated.dynamicVariables(Payloads.copyOf("dynamic_variables", dynamicVariables));
      return this;
    }

    /**
     * Sends these fields as {@code null}, by their JSON names. What that does is not documented by
     * Telnyx.
     *
     * @throws IllegalArgumentException if there is no field of this name
     */
    public Builder clear(String... jsonNames) {
      for (String name : jsonNames) {
        Payloads.requireModelled(name, TABLE);
        generated.addClearedFields(name);
      }
      return this;
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

    Builder keep(String name, @Nullable Object value) {
      generated.putAdditionalProperties(name, Trees.copyOf(name, value));
      return this;
    }

    /**
     * The settings.
     *
     * @throws IllegalArgumentException if a field is both set and cleared
     */
    public TelnyxAssistantSettings build() {
      return generated.build();
    }
  }
}
