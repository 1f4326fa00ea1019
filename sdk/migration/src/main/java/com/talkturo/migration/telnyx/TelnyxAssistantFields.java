package com.talkturo.migration.telnyx;

import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be set of an assistant at Telnyx, and what its answers show of that. */
public abstract class TelnyxAssistantFields extends ApiModel {
  /** What the tables of both models start with. */
  static final Table<TelnyxAssistantFields> SHARED = Table.ofRequest();

  static final Row<String> NAME = SHARED.optional("name", Kind.name());
  static final Row<String> MODEL = SHARED.optional("model", Kind.text());
  static final Row<String> INSTRUCTIONS = SHARED.optional("instructions", Kind.text());
  static final Row<List<TelnyxTool>> TOOLS =
      SHARED.optional("tools", Kind.listOf(Kind.object(TelnyxTool.TABLE)));
  static final Row<String> DESCRIPTION = SHARED.optional("description", Kind.text());
  static final Row<String> GREETING = SHARED.optional("greeting", Kind.text());
  static final Row<String> LLM_API_KEY_REF = SHARED.optional("llm_api_key_ref", Kind.secret());
  static final Row<VoiceSettings> VOICE_SETTINGS =
      SHARED.optional("voice_settings", Kind.object(VoiceSettings.TABLE));
  static final Row<Transcription> TRANSCRIPTION =
      SHARED.optional("transcription", Kind.object(Transcription.TABLE));
  static final Row<TelephonySettings> TELEPHONY_SETTINGS =
      SHARED.optional("telephony_settings", Kind.object(TelephonySettings.TABLE));
  static final Row<MessagingSettings> MESSAGING_SETTINGS =
      SHARED.optional("messaging_settings", Kind.object(MessagingSettings.TABLE));
  static final Row<List<TelnyxFeature>> ENABLED_FEATURES =
      SHARED.optional("enabled_features", Kind.listOf(Kind.open(TelnyxFeature::of)));
  static final Row<InsightSettings> INSIGHT_SETTINGS =
      SHARED.optional("insight_settings", Kind.object(InsightSettings.TABLE));
  static final Row<String> DYNAMIC_VARIABLES_WEBHOOK_URL =
      SHARED.optional("dynamic_variables_webhook_url", Kind.secret());
  static final Row<Map<String, Object>> DYNAMIC_VARIABLES =
      SHARED.optional("dynamic_variables", Kind.mapOf(Kind.tree())).notShown();

  TelnyxAssistantFields(ModelBuilder<?, ?> builder) {
    super(builder);
  }

  /** The display name. */
  public final Optional<String> name() {
    return optional(NAME);
  }

  /** The language model with its vendor, such as {@code openai/gpt-4o}. */
  public final Optional<String> model() {
    return optional(MODEL);
  }

  /** The system prompt; may hold variables such as {@code {{name}}}. */
  public final Optional<String> instructions() {
    return optional(INSTRUCTIONS);
  }

  /** The tools. Sent whole; Telnyx does not document whether the list replaces the old one. */
  public final Optional<List<TelnyxTool>> tools() {
    return optional(TOOLS);
  }

  /** A description for humans. */
  public final Optional<String> description() {
    return optional(DESCRIPTION);
  }

  /**
   * What the assistant says first; may hold variables. Newer documentation: empty waits for the
   * caller, {@code <assistant-speaks-first-with-model-generated-message>} lets the model make it
   * up.
   */
  public final Optional<String> greeting() {
    return optional(GREETING);
  }

  /**
   * The name of the integration secret that holds the key of another vendor of language models. Not
   * shown by {@code toString()}.
   */
  public final Optional<String> llmApiKeyRef() {
    return optional(LLM_API_KEY_REF);
  }

  /**
   * The voice. Sent whole; Telnyx does not document whether it replaces the old one or is merged
   * into it.
   */
  public final Optional<VoiceSettings> voiceSettings() {
    return optional(VOICE_SETTINGS);
  }

  /**
   * How speech becomes text. Sent whole; Telnyx does not document whether it replaces the old one
   * or is merged into it.
   */
  public final Optional<Transcription> transcription() {
    return optional(TRANSCRIPTION);
  }

  /**
   * The telephony. Sent whole; Telnyx does not document whether it replaces the old one or is
   * merged into it.
   */
  public final Optional<TelephonySettings> telephonySettings() {
    return optional(TELEPHONY_SETTINGS);
  }

  /**
   * The text messages. Sent whole; Telnyx does not document whether it replaces the old one or is
   * merged into it.
   */
  public final Optional<MessagingSettings> messagingSettings() {
    return optional(MESSAGING_SETTINGS);
  }

  /** The features that are switched on, such as phone calls. */
  public final Optional<List<TelnyxFeature>> enabledFeatures() {
    return optional(ENABLED_FEATURES);
  }

  /**
   * The insights. Sent whole; Telnyx does not document whether it replaces the old one or is merged
   * into it.
   */
  public final Optional<InsightSettings> insightSettings() {
    return optional(INSIGHT_SETTINGS);
  }

  /**
   * The URL that Telnyx asks for the values of variables when a conversation starts. Not shown by
   * {@code toString()}.
   */
  public final Optional<String> dynamicVariablesWebhookUrl() {
    return optional(DYNAMIC_VARIABLES_WEBHOOK_URL);
  }

  /**
   * The variables with their default values. Sent whole; Telnyx does not document whether it
   * replaces the old one or is merged into it. Not shown by {@code toString()}.
   */
  public final Optional<Map<String, Object>> dynamicVariables() {
    return optional(DYNAMIC_VARIABLES);
  }

  /** As {@code into}, for the classes next to this one. */
  final <B extends ModelBuilder<?, B>> B allInto(B builder) {
    return into(builder);
  }
}
