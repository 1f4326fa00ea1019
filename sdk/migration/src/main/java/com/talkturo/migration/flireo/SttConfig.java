package com.talkturo.migration.flireo;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How an assistant at Flireo turns speech into text. Options of one vendor name it in their
 * Javadoc, as the vendor's own SDK has it; the API page shows them side by side.
 */
@Value.Immutable
public abstract class SttConfig implements WithAdditionalProperties {
  static final Table<SttConfig, Builder> TABLE =
      Table.of(
              Builder::new,
              Builder::build,
              Builder::keep,
              Row.optional(
                  "provider", Kind.open(SttProvider::of), SttConfig::provider, Builder::provider),
              Row.optional("model", Kind.text(), SttConfig::model, Builder::model),
              Row.optional("language", Kind.text(), SttConfig::language, Builder::language),
              Row.optional(
                  "keyterms", Kind.listOf(Kind.text()), SttConfig::keyterms, Builder::keyterms),
              Row.optional(
                  "tag_audio_events",
                  Kind.flag(),
                  SttConfig::tagAudioEvents,
                  Builder::tagAudioEvents),
              Row.optional(
                  "include_timestamps",
                  Kind.flag(),
                  SttConfig::includeTimestamps,
                  Builder::includeTimestamps),
              Row.optional(
                  "sample_rate", Kind.integer(), SttConfig::sampleRate, Builder::sampleRate),
              Row.optional(
                  "languages", Kind.listOf(Kind.text()), SttConfig::languages, Builder::languages),
              Row.optional(
                  "code_switching", Kind.flag(), SttConfig::codeSwitching, Builder::codeSwitching),
              Row.optional("region", Kind.text(), SttConfig::region, Builder::region),
              Row.optional(
                  "endpointing",
                  Kind.decimal(),
                  SttConfig::endpointing,
                  (Builder b, BigDecimal v) -> b.endpointing(v)),
              Row.optional(
                  "custom_vocabulary",
                  Kind.tree(),
                  SttConfig::customVocabulary,
                  Builder::customVocabulary),
              Row.optional(
                  "translation_enabled",
                  Kind.flag(),
                  SttConfig::translationEnabled,
                  Builder::translationEnabled),
              Row.optional(
                  "translation_target_languages",
                  Kind.listOf(Kind.text()),
                  SttConfig::translationTargetLanguages,
                  Builder::translationTargetLanguages))
          .lossless();

  SttConfig() {}

  /** Starts one; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts one that equals this. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** The vendor of the transcription. */
  public abstract Optional<SttProvider> provider();

  /** The model, such as {@code nova-3-general}. */
  public abstract Optional<String> model();

  /** The language, such as {@code nl}; {@code multi} for several, says the vendor's own SDK. */
  public abstract Optional<String> language();

  /** Words to listen for, such as names. */
  public abstract Optional<List<String>> keyterms();

  /** Whether noises are tagged (ElevenLabs). */
  public abstract Optional<Boolean> tagAudioEvents();

  /** Whether words carry times (ElevenLabs). */
  public abstract Optional<Boolean> includeTimestamps();

  /** Samples per second, 16000 or 8000 (ElevenLabs). */
  public abstract Optional<Integer> sampleRate();

  /** The languages to expect (Gladia). */
  public abstract Optional<List<String>> languages();

  /** Whether speakers change between languages (Gladia). */
  public abstract Optional<Boolean> codeSwitching();

  /** The region, {@code eu-west} or {@code us-west} (Gladia). */
  public abstract Optional<String> region();

  /** The silence that ends an utterance, in seconds (Gladia). */
  public abstract Optional<BigDecimal> endpointing();

  /**
   * Words to listen for, of a shape that the vendor does not document (Gladia). Not shown by {@code
   * toString()}.
   */
  @Value.Redacted
  public abstract Optional<Object> customVocabulary();

  /** Whether the text is translated (Gladia). */
  public abstract Optional<Boolean> translationEnabled();

  /** The languages to translate to (Gladia). */
  public abstract Optional<List<String>> translationTargetLanguages();

  /** Builds {@link SttConfig}. */
  public static final class Builder {
    private final ImmutableSttConfig.Builder generated = new ImmutableSttConfig.Builder();

    Builder() {}

    /** The vendor of the transcription. */
    public Builder provider(SttProvider provider) {
      generated.provider(provider);
      return this;
    }

    /** The model, such as {@code nova-3-general}. */
    public Builder model(String model) {
      generated.model(model);
      return this;
    }

    /** The language, such as {@code nl}; {@code multi} for several, says the vendor's own SDK. */
    public Builder language(String language) {
      generated.language(language);
      return this;
    }

    /** Words to listen for, such as names. */
    public Builder keyterms(Collection<String> keyterms) {
      generated.keyterms(Payloads.copyOf("keyterms", keyterms));
      return this;
    }

    /** Whether noises are tagged (ElevenLabs). */
    public Builder tagAudioEvents(boolean tagAudioEvents) {
      generated.tagAudioEvents(tagAudioEvents);
      return this;
    }

    /** Whether words carry times (ElevenLabs). */
    public Builder includeTimestamps(boolean includeTimestamps) {
      generated.includeTimestamps(includeTimestamps);
      return this;
    }

    /** Samples per second, 16000 or 8000 (ElevenLabs). */
    public Builder sampleRate(int sampleRate) {
      generated.sampleRate(sampleRate);
      return this;
    }

    /** The languages to expect (Gladia). */
    public Builder languages(Collection<String> languages) {
      generated.languages(Payloads.copyOf("languages", languages));
      return this;
    }

    /** Whether speakers change between languages (Gladia). */
    public Builder codeSwitching(boolean codeSwitching) {
      generated.codeSwitching(codeSwitching);
      return this;
    }

    /** The region, {@code eu-west} or {@code us-west} (Gladia). */
    public Builder region(String region) {
      generated.region(region);
      return this;
    }

    /** The silence that ends an utterance, in seconds (Gladia). */
    public Builder endpointing(BigDecimal endpointing) {
      generated.endpointing(endpointing);
      return this;
    }

    /** As {@link #endpointing(BigDecimal)}, for a value that a double holds. */
    public Builder endpointing(double endpointing) {
      return endpointing(Payloads.decimal("endpointing", endpointing));
    }

    /**
     * Words to listen for, of a shape that the vendor does not document (Gladia).
     *
     * @throws IllegalArgumentException if the tree holds anything but String, finite Number,
     *     Boolean, {@code null}, Map with String keys and Collection
     */
    public Builder customVocabulary(Object customVocabulary) {
      generated.customVocabulary(
          Objects.requireNonNull(
              Trees.copyOf("custom_vocabulary", customVocabulary), "custom_vocabulary"));
      return this;
    }

    /** Whether the text is translated (Gladia). */
    public Builder translationEnabled(boolean translationEnabled) {
      generated.translationEnabled(translationEnabled);
      return this;
    }

    /** The languages to translate to (Gladia). */
    public Builder translationTargetLanguages(Collection<String> translationTargetLanguages) {
      generated.translationTargetLanguages(
          Payloads.copyOf("translation_target_languages", translationTargetLanguages));
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

    private Builder keep(String name, @Nullable Object value) {
      generated.putAdditionalProperties(name, Trees.copyOf(name, value));
      return this;
    }

    /** The value. */
    public SttConfig build() {
      return generated.build();
    }
  }
}
