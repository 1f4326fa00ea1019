package com.talkturo.migration.telnyx;

import com.talkturo.sdk.json.WithAdditionalProperties;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What can be set of an assistant at Telnyx, and what its answers show of that. */
public interface TelnyxAssistantFields extends WithAdditionalProperties {
  /** The display name. */
  Optional<String> name();

  /** The language model with its vendor, such as {@code openai/gpt-4o}. */
  Optional<String> model();

  /** The system prompt; may hold variables such as {@code {{name}}}. */
  Optional<String> instructions();

  /** The tools. Sent whole; Telnyx does not document whether the list replaces the old one. */
  Optional<List<TelnyxTool>> tools();

  /** A description for humans. */
  Optional<String> description();

  /**
   * What the assistant says first; may hold variables. Newer documentation: empty waits for the
   * caller, {@code <assistant-speaks-first-with-model-generated-message>} lets the model make it
   * up.
   */
  Optional<String> greeting();

  /**
   * The name of the integration secret that holds the key of another vendor of language models. Not
   * shown by {@code toString()}.
   */
  @Value.Redacted
  Optional<String> llmApiKeyRef();

  /**
   * The voice. Sent whole; Telnyx does not document whether it replaces the old one or is merged
   * into it.
   */
  Optional<VoiceSettings> voiceSettings();

  /**
   * How speech becomes text. Sent whole; Telnyx does not document whether it replaces the old one
   * or is merged into it.
   */
  Optional<Transcription> transcription();

  /**
   * The telephony. Sent whole; Telnyx does not document whether it replaces the old one or is
   * merged into it.
   */
  Optional<TelephonySettings> telephonySettings();

  /**
   * The text messages. Sent whole; Telnyx does not document whether it replaces the old one or is
   * merged into it.
   */
  Optional<MessagingSettings> messagingSettings();

  /** The features that are switched on, such as phone calls. */
  Optional<List<TelnyxFeature>> enabledFeatures();

  /**
   * The insights. Sent whole; Telnyx does not document whether it replaces the old one or is merged
   * into it.
   */
  Optional<InsightSettings> insightSettings();

  /**
   * The URL that Telnyx asks for the values of variables when a conversation starts. Not shown by
   * {@code toString()}.
   */
  @Value.Redacted
  Optional<String> dynamicVariablesWebhookUrl();

  /**
   * The variables with their default values. Sent whole; Telnyx does not document whether it
   * replaces the old one or is merged into it. Not shown by {@code toString()}.
   */
  @Value.Redacted
  Optional<Map<String, Object>> dynamicVariables();
}
