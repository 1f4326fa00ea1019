package com.talkturo.migration.flireo;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.json.Checks;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an assistant at Flireo is made of: all of it for a create, which requires {@code name}; for
 * an update only what is to change. Only what is set is sent.
 */
public final class FlireoAssistantSettings extends FlireoAssistantFields {
  static final Table<FlireoAssistantSettings> TABLE =
      Table.of(Builder::new).lossless().startingWith(SHARED);

  static final Row<Set<String>> CLEARED_FIELDS = TABLE.cleared("clearedFields", Set.of());

  FlireoAssistantSettings(Builder builder) {
    super(builder);
    TABLE.check(this);
  }

  /** Starts settings; a create requires {@code name}. */
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

  /** Builds {@link FlireoAssistantSettings}. */
  public static final class Builder extends ModelBuilder<FlireoAssistantSettings, Builder> {
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

    /** The name of the business. */
    public Builder businessName(String businessName) {
      return set(BUSINESS_NAME, businessName);
    }

    /** The e-mail address that gets notifications; of what, Flireo does not document. */
    public Builder notificationEmail(String notificationEmail) {
      return set(NOTIFICATION_EMAIL, notificationEmail);
    }

    /** What the assistant says first. */
    public Builder firstMessage(String firstMessage) {
      return set(FIRST_MESSAGE, firstMessage);
    }

    /** Whether the assistant may handle phone calls. */
    public Builder active(boolean active) {
      return set(ACTIVE, active);
    }

    /** The longest phone call, in seconds; {@code clear("max_duration_seconds")} is no limit. */
    public Builder maxDurationSeconds(BigDecimal maxDurationSeconds) {
      return set(MAX_DURATION_SECONDS, maxDurationSeconds);
    }

    /** As {@link #maxDurationSeconds(BigDecimal)}, for a value that a double holds. */
    public Builder maxDurationSeconds(double maxDurationSeconds) {
      return maxDurationSeconds(Payloads.decimal("max_duration_seconds", maxDurationSeconds));
    }

    /** Whether the assistant handles silence by itself; how, Flireo does not document. */
    public Builder autonomousSilenceHandling(boolean autonomousSilenceHandling) {
      return set(AUTONOMOUS_SILENCE_HANDLING, autonomousSilenceHandling);
    }

    /** How long the assistant waits in silence, in seconds; Flireo documents no range. */
    public Builder silenceTimeoutSeconds(BigDecimal silenceTimeoutSeconds) {
      return set(SILENCE_TIMEOUT_SECONDS, silenceTimeoutSeconds);
    }

    /** As {@link #silenceTimeoutSeconds(BigDecimal)}, for a value that a double holds. */
    public Builder silenceTimeoutSeconds(double silenceTimeoutSeconds) {
      return silenceTimeoutSeconds(
          Payloads.decimal("silence_timeout_seconds", silenceTimeoutSeconds));
    }

    /** Whether voicemail is detected. */
    public Builder voicemailDetection(boolean voicemailDetection) {
      return set(VOICEMAIL_DETECTION, voicemailDetection);
    }

    /** What the assistant says to voicemail. */
    public Builder voicemailMessage(String voicemailMessage) {
      return set(VOICEMAIL_MESSAGE, voicemailMessage);
    }

    /** Whether the GDPR mode is on; what that changes, Flireo does not document. */
    public Builder gdprMode(boolean gdprMode) {
      return set(GDPR_MODE, gdprMode);
    }

    /** The URL that gets the events. */
    public Builder webhookUrl(String webhookUrl) {
      return set(WEBHOOK_URL, webhookUrl);
    }

    /** The secret that signs webhooks; Flireo's answers hold it in clear text. */
    public Builder webhookSecret(String webhookSecret) {
      return set(WEBHOOK_SECRET, webhookSecret);
    }

    /** The events that the webhook gets. */
    public Builder webhookEvents(Collection<WebhookEvent> webhookEvents) {
      return setAll(WEBHOOK_EVENTS, webhookEvents);
    }

    /**
     * The analysis after a phone call. Sent whole; Flireo does not document whether it replaces the
     * old one or is merged into it.
     */
    public Builder analysisPlan(AnalysisPlan analysisPlan) {
      return set(ANALYSIS_PLAN, analysisPlan);
    }

    /**
     * How speech becomes text. Sent whole; Flireo does not document whether it replaces the old one
     * or is merged into it.
     */
    public Builder sttConfig(SttConfig sttConfig) {
      return set(STT_CONFIG, sttConfig);
    }

    /**
     * The language model, with the system prompt. Sent whole; Flireo does not document whether it
     * replaces the old one or is merged into it.
     */
    public Builder llmConfig(LlmConfig llmConfig) {
      return set(LLM_CONFIG, llmConfig);
    }

    /**
     * The voice; absent for models that go from speech to speech. Sent whole; Flireo does not
     * document whether it replaces the old one or is merged into it.
     */
    public Builder ttsConfig(TtsConfig ttsConfig) {
      return set(TTS_CONFIG, ttsConfig);
    }

    /**
     * Sends these fields as {@code null}, by their JSON names, such as {@code max_duration_seconds}
     * for no limit. Which other fields may be {@code null}, Flireo's page does not say.
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
    public FlireoAssistantSettings build() {
      return new FlireoAssistantSettings(this);
    }
  }
}
