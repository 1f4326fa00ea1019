package com.talkturo.migration.flireo;

import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What can be set of an assistant at Flireo, and what its answers show of that. */
public abstract class FlireoAssistantFields extends ApiModel {
  /** What the tables of both models start with. */
  static final Table<FlireoAssistantFields> SHARED = Table.ofRequest();

  static final Row<String> NAME = SHARED.optional("name", Kind.name());
  static final Row<String> BUSINESS_NAME = SHARED.optional("business_name", Kind.text());
  static final Row<String> NOTIFICATION_EMAIL = SHARED.optional("notification_email", Kind.text());
  static final Row<String> FIRST_MESSAGE = SHARED.optional("first_message", Kind.text());
  static final Row<Boolean> ACTIVE = SHARED.optional("is_active", Kind.flag()).as("active");
  static final Row<BigDecimal> MAX_DURATION_SECONDS =
      SHARED.optional("max_duration_seconds", Kind.decimal());
  static final Row<Boolean> AUTONOMOUS_SILENCE_HANDLING =
      SHARED.optional("autonomous_silence_handling", Kind.flag());
  static final Row<BigDecimal> SILENCE_TIMEOUT_SECONDS =
      SHARED.optional("silence_timeout_seconds", Kind.decimal());
  static final Row<Boolean> VOICEMAIL_DETECTION =
      SHARED.optional("voicemail_detection", Kind.flag());
  static final Row<String> VOICEMAIL_MESSAGE = SHARED.optional("voicemail_message", Kind.text());
  static final Row<Boolean> GDPR_MODE = SHARED.optional("gdpr_mode", Kind.flag());
  static final Row<String> WEBHOOK_URL = SHARED.optional("webhook_url", Kind.secret());
  static final Row<String> WEBHOOK_SECRET = SHARED.optional("webhook_secret", Kind.secret());
  static final Row<List<WebhookEvent>> WEBHOOK_EVENTS =
      SHARED.optional("webhook_events", Kind.listOf(Kind.open(WebhookEvent::of)));
  static final Row<AnalysisPlan> ANALYSIS_PLAN =
      SHARED.optional("analysis_plan", Kind.object(AnalysisPlan.TABLE));
  static final Row<SttConfig> STT_CONFIG =
      SHARED.optional("stt_config", Kind.object(SttConfig.TABLE));
  static final Row<LlmConfig> LLM_CONFIG =
      SHARED.optional("llm_config", Kind.object(LlmConfig.TABLE));
  static final Row<TtsConfig> TTS_CONFIG =
      SHARED.optional("tts_config", Kind.object(TtsConfig.TABLE));

  FlireoAssistantFields(ModelBuilder<?, ?> builder) {
    super(builder);
  }

  /** The display name. */
  public final Optional<String> name() {
    return optional(NAME);
  }

  /** The name of the business. */
  public final Optional<String> businessName() {
    return optional(BUSINESS_NAME);
  }

  /** The e-mail address that gets notifications; of what, Flireo does not document. */
  public final Optional<String> notificationEmail() {
    return optional(NOTIFICATION_EMAIL);
  }

  /** What the assistant says first. */
  public final Optional<String> firstMessage() {
    return optional(FIRST_MESSAGE);
  }

  /** Whether the assistant may handle phone calls. */
  public final Optional<Boolean> active() {
    return optional(ACTIVE);
  }

  /**
   * The longest phone call, in seconds. Flireo sends {@code null} for no limit: then this is empty,
   * and the {@code null} is among the additional properties.
   */
  public final Optional<BigDecimal> maxDurationSeconds() {
    return optional(MAX_DURATION_SECONDS);
  }

  /** Whether the assistant handles silence by itself; how, Flireo does not document. */
  public final Optional<Boolean> autonomousSilenceHandling() {
    return optional(AUTONOMOUS_SILENCE_HANDLING);
  }

  /** How long the assistant waits in silence, in seconds; Flireo documents no range. */
  public final Optional<BigDecimal> silenceTimeoutSeconds() {
    return optional(SILENCE_TIMEOUT_SECONDS);
  }

  /** Whether voicemail is detected. */
  public final Optional<Boolean> voicemailDetection() {
    return optional(VOICEMAIL_DETECTION);
  }

  /** What the assistant says to voicemail. */
  public final Optional<String> voicemailMessage() {
    return optional(VOICEMAIL_MESSAGE);
  }

  /** Whether the GDPR mode is on; what that changes, Flireo does not document. */
  public final Optional<Boolean> gdprMode() {
    return optional(GDPR_MODE);
  }

  /** The URL that gets the events. Not shown by {@code toString()}. */
  public final Optional<String> webhookUrl() {
    return optional(WEBHOOK_URL);
  }

  /**
   * The secret that signs webhooks; Flireo's answers hold it in clear text. Not shown by {@code
   * toString()}.
   */
  public final Optional<String> webhookSecret() {
    return optional(WEBHOOK_SECRET);
  }

  /** The events that the webhook gets. */
  public final Optional<List<WebhookEvent>> webhookEvents() {
    return optional(WEBHOOK_EVENTS);
  }

  /**
   * The analysis after a phone call. Sent whole; Flireo does not document whether it replaces the
   * old one or is merged into it.
   */
  public final Optional<AnalysisPlan> analysisPlan() {
    return optional(ANALYSIS_PLAN);
  }

  /**
   * How speech becomes text. Sent whole; Flireo does not document whether it replaces the old one
   * or is merged into it.
   */
  public final Optional<SttConfig> sttConfig() {
    return optional(STT_CONFIG);
  }

  /**
   * The language model, with the system prompt. Sent whole; Flireo does not document whether it
   * replaces the old one or is merged into it.
   */
  public final Optional<LlmConfig> llmConfig() {
    return optional(LLM_CONFIG);
  }

  /**
   * The voice; absent for models that go from speech to speech. Sent whole; Flireo does not
   * document whether it replaces the old one or is merged into it.
   */
  public final Optional<TtsConfig> ttsConfig() {
    return optional(TTS_CONFIG);
  }

  /** As {@code into}, for the classes next to this one. */
  final <B extends ModelBuilder<?, B>> B allInto(B builder) {
    return into(builder);
  }
}
