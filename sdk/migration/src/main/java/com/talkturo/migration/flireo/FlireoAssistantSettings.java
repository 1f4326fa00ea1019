package com.talkturo.migration.flireo;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.json.Checks;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What an assistant at Flireo is made of: all of it for a create, which requires {@code name}; for
 * an update only what is to change. Only what is set is sent.
 */
@Value.Immutable
public abstract class FlireoAssistantSettings implements FlireoAssistantFields {
  /** All fields, for whatever has them and is built with settings inside. */
  static final List<Row<FlireoAssistantFields, Builder, ?>> ROWS =
      List.of(
          Row.optional("name", Kind.text(), FlireoAssistantFields::name, Builder::name),
          Row.optional(
              "business_name",
              Kind.text(),
              FlireoAssistantFields::businessName,
              Builder::businessName),
          Row.optional(
              "notification_email",
              Kind.text(),
              FlireoAssistantFields::notificationEmail,
              Builder::notificationEmail),
          Row.optional(
              "first_message",
              Kind.text(),
              FlireoAssistantFields::firstMessage,
              Builder::firstMessage),
          Row.optional("is_active", Kind.flag(), FlireoAssistantFields::active, Builder::active),
          Row.optional(
              "max_duration_seconds",
              Kind.decimal(),
              FlireoAssistantFields::maxDurationSeconds,
              Builder::maxDurationSeconds),
          Row.optional(
              "autonomous_silence_handling",
              Kind.flag(),
              FlireoAssistantFields::autonomousSilenceHandling,
              Builder::autonomousSilenceHandling),
          Row.optional(
              "silence_timeout_seconds",
              Kind.decimal(),
              FlireoAssistantFields::silenceTimeoutSeconds,
              Builder::silenceTimeoutSeconds),
          Row.optional(
              "voicemail_detection",
              Kind.flag(),
              FlireoAssistantFields::voicemailDetection,
              Builder::voicemailDetection),
          Row.optional(
              "voicemail_message",
              Kind.text(),
              FlireoAssistantFields::voicemailMessage,
              Builder::voicemailMessage),
          Row.optional(
              "gdpr_mode", Kind.flag(), FlireoAssistantFields::gdprMode, Builder::gdprMode),
          Row.optional(
              "webhook_url", Kind.secret(), FlireoAssistantFields::webhookUrl, Builder::webhookUrl),
          Row.optional(
              "webhook_secret",
              Kind.secret(),
              FlireoAssistantFields::webhookSecret,
              Builder::webhookSecret),
          Row.optional(
              "webhook_events",
              Kind.listOf(Kind.open(WebhookEvent::of)),
              FlireoAssistantFields::webhookEvents,
              Builder::webhookEvents),
          Row.optional(
              "analysis_plan",
              Kind.object(AnalysisPlan.TABLE),
              FlireoAssistantFields::analysisPlan,
              Builder::analysisPlan),
          Row.optional(
              "stt_config",
              Kind.object(SttConfig.TABLE),
              FlireoAssistantFields::sttConfig,
              Builder::sttConfig),
          Row.optional(
              "llm_config",
              Kind.object(LlmConfig.TABLE),
              FlireoAssistantFields::llmConfig,
              Builder::llmConfig),
          Row.optional(
              "tts_config",
              Kind.object(TtsConfig.TABLE),
              FlireoAssistantFields::ttsConfig,
              Builder::ttsConfig));

  static final Table<FlireoAssistantSettings, Builder> TABLE =
      Table.of(
              Builder::new,
              Builder::build,
              Builder::keep,
              Payloads.inside(ROWS, Function.identity()))
          .lossless()
          .withCleared(FlireoAssistantSettings::clearedFields);

  FlireoAssistantSettings() {}

  /** Starts settings; a create requires {@code name}. */
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

  /** Builds {@link FlireoAssistantSettings}. */
  public static final class Builder {
    private final ImmutableFlireoAssistantSettings.Builder generated =
        new ImmutableFlireoAssistantSettings.Builder();

    Builder() {}

    /** Takes over all fields, also those that the SDK does not model. */
    Builder from(FlireoAssistantFields fields) {
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

    /** The name of the business. */
    public Builder businessName(String businessName) {
      generated.businessName(businessName);
      return this;
    }

    /** The e-mail address that gets notifications; of what, Flireo does not document. */
    public Builder notificationEmail(String notificationEmail) {
      generated.notificationEmail(notificationEmail);
      return this;
    }

    /** What the assistant says first. */
    public Builder firstMessage(String firstMessage) {
      generated.firstMessage(firstMessage);
      return this;
    }

    /** Whether the assistant may handle phone calls. */
    public Builder active(boolean active) {
      generated.active(active);
      return this;
    }

    /** The longest phone call, in seconds; {@code clear("max_duration_seconds")} is no limit. */
    public Builder maxDurationSeconds(BigDecimal maxDurationSeconds) {
      generated.maxDurationSeconds(maxDurationSeconds);
      return this;
    }

    /** As {@link #maxDurationSeconds(BigDecimal)}, for a value that a double holds. */
    public Builder maxDurationSeconds(double maxDurationSeconds) {
      return maxDurationSeconds(Payloads.decimal("max_duration_seconds", maxDurationSeconds));
    }

    /** Whether the assistant handles silence by itself; how, Flireo does not document. */
    public Builder autonomousSilenceHandling(boolean autonomousSilenceHandling) {
      generated.autonomousSilenceHandling(autonomousSilenceHandling);
      return this;
    }

    /** How long the assistant waits in silence, in seconds; Flireo documents no range. */
    public Builder silenceTimeoutSeconds(BigDecimal silenceTimeoutSeconds) {
      generated.silenceTimeoutSeconds(silenceTimeoutSeconds);
      return this;
    }

    /** As {@link #silenceTimeoutSeconds(BigDecimal)}, for a value that a double holds. */
    public Builder silenceTimeoutSeconds(double silenceTimeoutSeconds) {
      return silenceTimeoutSeconds(
          Payloads.decimal("silence_timeout_seconds", silenceTimeoutSeconds));
    }

    /** Whether voicemail is detected. */
    public Builder voicemailDetection(boolean voicemailDetection) {
      generated.voicemailDetection(voicemailDetection);
      return this;
    }

    /** What the assistant says to voicemail. */
    public Builder voicemailMessage(String voicemailMessage) {
      generated.voicemailMessage(voicemailMessage);
      return this;
    }

    /** Whether the GDPR mode is on; what that changes, Flireo does not document. */
    public Builder gdprMode(boolean gdprMode) {
      generated.gdprMode(gdprMode);
      return this;
    }

    /** The URL that gets the events. */
    public Builder webhookUrl(String webhookUrl) {
      generated.webhookUrl(webhookUrl);
      return this;
    }

    /** The secret that signs webhooks; Flireo's answers hold it in clear text. */
    public Builder webhookSecret(String webhookSecret) {
      generated.webhookSecret(webhookSecret);
      return this;
    }

    /** The events that the webhook gets. */
    public Builder webhookEvents(Collection<WebhookEvent> webhookEvents) {
      generated.webhookEvents(Payloads.copyOf("webhook_events", webhookEvents));
      return this;
    }

    /**
     * The analysis after a phone call. Sent whole; Flireo does not document whether it replaces the
     * old one or is merged into it.
     */
    public Builder analysisPlan(AnalysisPlan analysisPlan) {
      generated.analysisPlan(analysisPlan);
      return this;
    }

    /**
     * How speech becomes text. Sent whole; Flireo does not document whether it replaces the old one
     * or is merged into it.
     */
    public Builder sttConfig(SttConfig sttConfig) {
      generated.sttConfig(sttConfig);
      return this;
    }

    /**
     * The language model, with the system prompt. Sent whole; Flireo does not document whether it
     * replaces the old one or is merged into it.
     */
    public Builder llmConfig(LlmConfig llmConfig) {
      generated.llmConfig(llmConfig);
      return this;
    }

    /**
     * The voice; absent for models that go from speech to speech. Sent whole; Flireo does not
     * document whether it replaces the old one or is merged into it.
     */
    public Builder ttsConfig(TtsConfig ttsConfig) {
      generated.ttsConfig(ttsConfig);
      return this;
    }

    /**
     * Sends these fields as {@code null}, by their JSON names, such as {@code max_duration_seconds}
     * for no limit. Which other fields may be {@code null}, Flireo's page does not say.
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
    public FlireoAssistantSettings build() {
      return generated.build();
    }
  }
}
