package com.talkturo.migration.flireo;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an assistant at Flireo turns speech into text. Options of one vendor name it in their
 * Javadoc, as the vendor's own SDK has it; the API page shows them side by side.
 */
public final class SttConfig extends ApiModel {
  static final Table<SttConfig> TABLE = Table.of(Builder::new).lossless();

  static final Row<SttProvider> PROVIDER = TABLE.optional("provider", Kind.open(SttProvider::of));
  static final Row<String> MODEL = TABLE.optional("model", Kind.text());
  static final Row<String> LANGUAGE = TABLE.optional("language", Kind.text());
  static final Row<List<String>> KEYTERMS = TABLE.optional("keyterms", Kind.listOf(Kind.text()));
  static final Row<Boolean> TAG_AUDIO_EVENTS = TABLE.optional("tag_audio_events", Kind.flag());
  static final Row<Boolean> INCLUDE_TIMESTAMPS = TABLE.optional("include_timestamps", Kind.flag());
  static final Row<Integer> SAMPLE_RATE = TABLE.optional("sample_rate", Kind.integer());
  static final Row<List<String>> LANGUAGES = TABLE.optional("languages", Kind.listOf(Kind.text()));
  static final Row<Boolean> CODE_SWITCHING = TABLE.optional("code_switching", Kind.flag());
  static final Row<String> REGION = TABLE.optional("region", Kind.text());
  static final Row<BigDecimal> ENDPOINTING = TABLE.optional("endpointing", Kind.decimal());
  static final Row<Object> CUSTOM_VOCABULARY =
      TABLE.optional("custom_vocabulary", Kind.tree()).notShown();
  static final Row<Boolean> TRANSLATION_ENABLED =
      TABLE.optional("translation_enabled", Kind.flag());
  static final Row<List<String>> TRANSLATION_TARGET_LANGUAGES =
      TABLE.optional("translation_target_languages", Kind.listOf(Kind.text()));

  SttConfig(Builder builder) {
    super(builder);
  }

  /** Starts one; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts one that equals this. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** The vendor of the transcription. */
  public Optional<SttProvider> provider() {
    return optional(PROVIDER);
  }

  /** The model, such as {@code nova-3-general}. */
  public Optional<String> model() {
    return optional(MODEL);
  }

  /** The language, such as {@code nl}; {@code multi} for several, says the vendor's own SDK. */
  public Optional<String> language() {
    return optional(LANGUAGE);
  }

  /** Words to listen for, such as names. */
  public Optional<List<String>> keyterms() {
    return optional(KEYTERMS);
  }

  /** Whether noises are tagged (ElevenLabs). */
  public Optional<Boolean> tagAudioEvents() {
    return optional(TAG_AUDIO_EVENTS);
  }

  /** Whether words carry times (ElevenLabs). */
  public Optional<Boolean> includeTimestamps() {
    return optional(INCLUDE_TIMESTAMPS);
  }

  /** Samples per second, 16000 or 8000 (ElevenLabs). */
  public Optional<Integer> sampleRate() {
    return optional(SAMPLE_RATE);
  }

  /** The languages to expect (Gladia). */
  public Optional<List<String>> languages() {
    return optional(LANGUAGES);
  }

  /** Whether speakers change between languages (Gladia). */
  public Optional<Boolean> codeSwitching() {
    return optional(CODE_SWITCHING);
  }

  /** The region, {@code eu-west} or {@code us-west} (Gladia). */
  public Optional<String> region() {
    return optional(REGION);
  }

  /** The silence that ends an utterance, in seconds (Gladia). */
  public Optional<BigDecimal> endpointing() {
    return optional(ENDPOINTING);
  }

  /**
   * Words to listen for, of a shape that the vendor does not document (Gladia). Not shown by {@code
   * toString()}.
   */
  public Optional<Object> customVocabulary() {
    return optional(CUSTOM_VOCABULARY);
  }

  /** Whether the text is translated (Gladia). */
  public Optional<Boolean> translationEnabled() {
    return optional(TRANSLATION_ENABLED);
  }

  /** The languages to translate to (Gladia). */
  public Optional<List<String>> translationTargetLanguages() {
    return optional(TRANSLATION_TARGET_LANGUAGES);
  }

  /** Builds {@link SttConfig}. */
  public static final class Builder extends ModelBuilder<SttConfig, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The vendor of the transcription. */
    public Builder provider(SttProvider provider) {
      return set(PROVIDER, provider);
    }

    /** The model, such as {@code nova-3-general}. */
    public Builder model(String model) {
      return set(MODEL, model);
    }

    /** The language, such as {@code nl}; {@code multi} for several, says the vendor's own SDK. */
    public Builder language(String language) {
      return set(LANGUAGE, language);
    }

    /** Words to listen for, such as names. */
    public Builder keyterms(Collection<String> keyterms) {
      return setAll(KEYTERMS, keyterms);
    }

    /** Whether noises are tagged (ElevenLabs). */
    public Builder tagAudioEvents(boolean tagAudioEvents) {
      return set(TAG_AUDIO_EVENTS, tagAudioEvents);
    }

    /** Whether words carry times (ElevenLabs). */
    public Builder includeTimestamps(boolean includeTimestamps) {
      return set(INCLUDE_TIMESTAMPS, includeTimestamps);
    }

    /** Samples per second, 16000 or 8000 (ElevenLabs). */
    public Builder sampleRate(int sampleRate) {
      return set(SAMPLE_RATE, sampleRate);
    }

    /** The languages to expect (Gladia). */
    public Builder languages(Collection<String> languages) {
      return setAll(LANGUAGES, languages);
    }

    /** Whether speakers change between languages (Gladia). */
    public Builder codeSwitching(boolean codeSwitching) {
      return set(CODE_SWITCHING, codeSwitching);
    }

    /** The region, {@code eu-west} or {@code us-west} (Gladia). */
    public Builder region(String region) {
      return set(REGION, region);
    }

    /** The silence that ends an utterance, in seconds (Gladia). */
    public Builder endpointing(BigDecimal endpointing) {
      return set(ENDPOINTING, endpointing);
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
      return set(
          CUSTOM_VOCABULARY,
          Objects.requireNonNull(
              Trees.copyOf("custom_vocabulary", customVocabulary), "custom_vocabulary"));
    }

    /** Whether the text is translated (Gladia). */
    public Builder translationEnabled(boolean translationEnabled) {
      return set(TRANSLATION_ENABLED, translationEnabled);
    }

    /** The languages to translate to (Gladia). */
    public Builder translationTargetLanguages(Collection<String> translationTargetLanguages) {
      return setAll(TRANSLATION_TARGET_LANGUAGES, translationTargetLanguages);
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

    /** The value. */
    @Override
    public SttConfig build() {
      return new SttConfig(this);
    }
  }
}
