package com.talkturo.migration.flireo;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The voice of an assistant at Flireo. */
public final class TtsConfig extends ApiModel {
  /** Of stability, likeness and style. */
  private static final double MAX = 1.0;

  static final Table<TtsConfig> TABLE = Table.of(Builder::new).lossless();

  static final Row<TtsProvider> PROVIDER = TABLE.optional("provider", Kind.open(TtsProvider::of));
  static final Row<String> VOICE_ID = TABLE.optional("voice_id", Kind.text());
  static final Row<String> MODEL = TABLE.optional("model", Kind.text());
  static final Row<String> LANGUAGE = TABLE.optional("language", Kind.text());
  static final Row<BigDecimal> STABILITY =
      TABLE.optional("stability", Kind.decimal()).fitting(Payloads.upTo(MAX));
  static final Row<BigDecimal> SIMILARITY_BOOST =
      TABLE.optional("similarity_boost", Kind.decimal()).fitting(Payloads.upTo(MAX));
  static final Row<Boolean> USE_SPEAKER_BOOST = TABLE.optional("use_speaker_boost", Kind.flag());
  static final Row<BigDecimal> SPEED = TABLE.optional("speed", Kind.decimal());
  static final Row<BigDecimal> STYLE =
      TABLE.optional("style", Kind.decimal()).fitting(Payloads.upTo(MAX));
  static final Row<String> INSTRUCTIONS = TABLE.optional("instructions", Kind.text());

  TtsConfig(Builder builder) {
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

  /** The vendor of the voice. */
  public Optional<TtsProvider> provider() {
    return optional(PROVIDER);
  }

  /** The id of the voice at its vendor. */
  public Optional<String> voiceId() {
    return optional(VOICE_ID);
  }

  /** The voice model; Flireo takes {@code eleven_flash_v2_5} if absent. */
  public Optional<String> model() {
    return optional(MODEL);
  }

  /** The language, such as {@code nl}. */
  public Optional<String> language() {
    return optional(LANGUAGE);
  }

  /** Stability, 0 to 1; Flireo takes 0.5 if absent (ElevenLabs). */
  public Optional<BigDecimal> stability() {
    return optional(STABILITY);
  }

  /** Likeness to the original, 0 to 1; Flireo takes 0.75 if absent (ElevenLabs). */
  public Optional<BigDecimal> similarityBoost() {
    return optional(SIMILARITY_BOOST);
  }

  /** Whether the likeness to the speaker is raised (ElevenLabs). */
  public Optional<Boolean> useSpeakerBoost() {
    return optional(USE_SPEAKER_BOOST);
  }

  /** The speed; 0.5 to 2 in the vendor's own SDK, not checked here. */
  public Optional<BigDecimal> speed() {
    return optional(SPEED);
  }

  /** Exaggeration of the style, 0 to 1 (ElevenLabs). */
  public Optional<BigDecimal> style() {
    return optional(STYLE);
  }

  /** The style of speaking, in words; on the API page only. */
  public Optional<String> instructions() {
    return optional(INSTRUCTIONS);
  }

  /** Builds {@link TtsConfig}. */
  public static final class Builder extends ModelBuilder<TtsConfig, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The vendor of the voice. */
    public Builder provider(TtsProvider provider) {
      return set(PROVIDER, provider);
    }

    /** The id of the voice at its vendor. */
    public Builder voiceId(String voiceId) {
      return set(VOICE_ID, voiceId);
    }

    /** The voice model; Flireo takes {@code eleven_flash_v2_5} if absent. */
    public Builder model(String model) {
      return set(MODEL, model);
    }

    /** The language, such as {@code nl}. */
    public Builder language(String language) {
      return set(LANGUAGE, language);
    }

    /**
     * Stability, 0 to 1; Flireo takes 0.5 if absent (ElevenLabs).
     *
     * @throws IllegalArgumentException if it is not 0 to 1
     */
    public Builder stability(BigDecimal stability) {
      return set(STABILITY, Payloads.upTo(MAX, "stability", stability));
    }

    /** As {@link #stability(BigDecimal)}, for a value that a double holds. */
    public Builder stability(double stability) {
      return stability(Payloads.decimal("stability", stability));
    }

    /**
     * Likeness to the original, 0 to 1; Flireo takes 0.75 if absent (ElevenLabs).
     *
     * @throws IllegalArgumentException if it is not 0 to 1
     */
    public Builder similarityBoost(BigDecimal similarityBoost) {
      return set(SIMILARITY_BOOST, Payloads.upTo(MAX, "similarity_boost", similarityBoost));
    }

    /** As {@link #similarityBoost(BigDecimal)}, for a value that a double holds. */
    public Builder similarityBoost(double similarityBoost) {
      return similarityBoost(Payloads.decimal("similarity_boost", similarityBoost));
    }

    /** Whether the likeness to the speaker is raised (ElevenLabs). */
    public Builder useSpeakerBoost(boolean useSpeakerBoost) {
      return set(USE_SPEAKER_BOOST, useSpeakerBoost);
    }

    /** The speed; 0.5 to 2 in the vendor's own SDK, not checked here. */
    public Builder speed(BigDecimal speed) {
      return set(SPEED, speed);
    }

    /** As {@link #speed(BigDecimal)}, for a value that a double holds. */
    public Builder speed(double speed) {
      return speed(Payloads.decimal("speed", speed));
    }

    /**
     * Exaggeration of the style, 0 to 1 (ElevenLabs).
     *
     * @throws IllegalArgumentException if it is not 0 to 1
     */
    public Builder style(BigDecimal style) {
      return set(STYLE, Payloads.upTo(MAX, "style", style));
    }

    /** As {@link #style(BigDecimal)}, for a value that a double holds. */
    public Builder style(double style) {
      return style(Payloads.decimal("style", style));
    }

    /** The style of speaking, in words; on the API page only. */
    public Builder instructions(String instructions) {
      return set(INSTRUCTIONS, instructions);
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
    public TtsConfig build() {
      return new TtsConfig(this);
    }
  }
}
