package com.talkturo.migration.flireo;

import com.talkturo.sdk.json.WithAdditionalProperties;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What can be set of an assistant at Flireo, and what its answers show of that. */
public interface FlireoAssistantFields extends WithAdditionalProperties {
  /** The display name. */
  Optional<String> name();

  /** The name of the business. */
  Optional<String> businessName();

  /** The e-mail address that gets notifications; of what, Flireo does not document. */
  Optional<String> notificationEmail();

  /** What the assistant says first. */
  Optional<String> firstMessage();

  /** Whether the assistant may handle phone calls. */
  Optional<Boolean> active();

  /**
   * The longest phone call, in seconds. Flireo sends {@code null} for no limit: then this is empty,
   * and the {@code null} is among the additional properties.
   */
  Optional<BigDecimal> maxDurationSeconds();

  /** Whether the assistant handles silence by itself; how, Flireo does not document. */
  Optional<Boolean> autonomousSilenceHandling();

  /** How long the assistant waits in silence, in seconds; Flireo documents no range. */
  Optional<BigDecimal> silenceTimeoutSeconds();

  /** Whether voicemail is detected. */
  Optional<Boolean> voicemailDetection();

  /** What the assistant says to voicemail. */
  Optional<String> voicemailMessage();

  /** Whether the GDPR mode is on; what that changes, Flireo does not document. */
  Optional<Boolean> gdprMode();

  /** The URL that gets the events. Not shown by {@code toString()}. */
  @Value.Redacted
  Optional<String> webhookUrl();

  /**
   * The secret that signs webhooks; Flireo's answers hold it in clear text. Not shown by {@code
   * toString()}.
   */
  @Value.Redacted
  Optional<String> webhookSecret();

  /** The events that the webhook gets. */
  Optional<List<WebhookEvent>> webhookEvents();

  /**
   * The analysis after a phone call. Sent whole; Flireo does not document whether it replaces the
   * old one or is merged into it.
   */
  Optional<AnalysisPlan> analysisPlan();

  /**
   * How speech becomes text. Sent whole; Flireo does not document whether it replaces the old one
   * or is merged into it.
   */
  Optional<SttConfig> sttConfig();

  /**
   * The language model, with the system prompt. Sent whole; Flireo does not document whether it
   * replaces the old one or is merged into it.
   */
  Optional<LlmConfig> llmConfig();

  /**
   * The voice; absent for models that go from speech to speech. Sent whole; Flireo does not
   * document whether it replaces the old one or is merged into it.
   */
  Optional<TtsConfig> ttsConfig();
}
