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

  /** Who is told by e-mail. */
  Optional<String> notificationEmail();

  /** What the assistant says first. */
  Optional<String> firstMessage();

  /** Whether the assistant may handle phone calls. */
  Optional<Boolean> active();

  /** The longest phone call, in seconds; {@code null} is no limit. */
  Optional<BigDecimal> maxDurationSeconds();

  /** Whether silence is handled by the assistant itself. */
  Optional<Boolean> autonomousSilenceHandling();

  /** The silence that is waited for, in seconds. */
  Optional<BigDecimal> silenceTimeoutSeconds();

  /** Whether voicemail is detected. */
  Optional<Boolean> voicemailDetection();

  /** What is said to voicemail. */
  Optional<String> voicemailMessage();

  /** Whether the vendor keeps less of a phone call. */
  Optional<Boolean> gdprMode();

  /** The URL that is told of events. Not shown by {@code toString()}. */
  @Value.Redacted
  Optional<String> webhookUrl();

  /**
   * The secret that signs webhooks; answers hold it in clear text. Not shown by {@code toString()}.
   */
  @Value.Redacted
  Optional<String> webhookSecret();

  /** What the webhook is told of. */
  Optional<List<WebhookEvent>> webhookEvents();

  /**
   * The analysis after a phone call. Sent whole; whether Flireo merges it into the old one or
   * replaces that is not documented.
   */
  Optional<AnalysisPlan> analysisPlan();

  /**
   * How speech becomes text. Sent whole; whether Flireo merges it into the old one or replaces that
   * is not documented.
   */
  Optional<SttConfig> sttConfig();

  /**
   * The language model, with the system prompt. Sent whole; whether Flireo merges it into the old
   * one or replaces that is not documented.
   */
  Optional<LlmConfig> llmConfig();

  /**
   * The voice; absent for models that go from speech to speech. Sent whole; whether Flireo merges
   * it into the old one or replaces that is not documented.
   */
  Optional<TtsConfig> ttsConfig();
}
