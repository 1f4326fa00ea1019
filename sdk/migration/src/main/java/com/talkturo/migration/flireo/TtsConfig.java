package com.talkturo.migration.flireo;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The voice of an assistant at Flireo. */
@Value.Immutable
public abstract class TtsConfig implements WithAdditionalProperties {
  static final Table<TtsConfig, Builder> TABLE =
      Table.of(
              Builder::new,
              Builder::build,
              Builder::keep,
              Row.optional(
                  "provider", Kind.open(TtsProvider::of), TtsConfig::provider, Builder::provider),
              Row.optional("voice_id", Kind.text(), TtsConfig::voiceId, Builder::voiceId),
              Row.optional("model", Kind.text(), TtsConfig::model, Builder::model),
              Row.optional("language", Kind.text(), TtsConfig::language, Builder::language),
              Row.optional(
                  "stability",
                  Kind.decimal(),
                  TtsConfig::stability,
                  (Builder b, BigDecimal v) -> b.stability(v)),
              Row.optional(
                  "similarity_boost",
                  Kind.decimal(),
                  TtsConfig::similarityBoost,
                  (Builder b, BigDecimal v) -> b.similarityBoost(v)),
              Row.optional(
                  "use_speaker_boost",
                  Kind.flag(),
                  TtsConfig::useSpeakerBoost,
                  Builder::useSpeakerBoost),
              Row.optional(
                  "speed",
                  Kind.decimal(),
                  TtsConfig::speed,
                  (Builder b, BigDecimal v) -> b.speed(v)),
              Row.optional(
                  "style",
                  Kind.decimal(),
                  TtsConfig::style,
                  (Builder b, BigDecimal v) -> b.style(v)),
              Row.optional(
                  "instructions", Kind.text(), TtsConfig::instructions, Builder::instructions))
          .lossless();

  TtsConfig() {}

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

  /** The vendor of the voice. */
  public abstract Optional<TtsProvider> provider();

  /** The id of the voice at its vendor. */
  public abstract Optional<String> voiceId();

  /** The voice model; Flireo takes {@code eleven_flash_v2_5} if absent. */
  public abstract Optional<String> model();

  /** The language, such as {@code nl}. */
  public abstract Optional<String> language();

  /** Stability, 0 to 1; Flireo takes 0.5 if absent (ElevenLabs). */
  public abstract Optional<BigDecimal> stability();

  /** Likeness to the original, 0 to 1; Flireo takes 0.75 if absent (ElevenLabs). */
  public abstract Optional<BigDecimal> similarityBoost();

  /** Whether the likeness to the speaker is raised (ElevenLabs). */
  public abstract Optional<Boolean> useSpeakerBoost();

  /** The speed; 0.5 to 2 in the vendor's own SDK, not checked here. */
  public abstract Optional<BigDecimal> speed();

  /** Exaggeration of the style, 0 to 1 (ElevenLabs). */
  public abstract Optional<BigDecimal> style();

  /** The style of speaking, in words; on the API page only. */
  public abstract Optional<String> instructions();

  /** Builds {@link TtsConfig}. */
  public static final class Builder {
    private final ImmutableTtsConfig.Builder generated = new ImmutableTtsConfig.Builder();

    Builder() {}

    /** The vendor of the voice. */
    public Builder provider(TtsProvider provider) {
      generated.provider(provider);
      return this;
    }

    /** The id of the voice at its vendor. */
    public Builder voiceId(String voiceId) {
      generated.voiceId(voiceId);
      return this;
    }

    /** The voice model; Flireo takes {@code eleven_flash_v2_5} if absent. */
    public Builder model(String model) {
      generated.model(model);
      return this;
    }

    /** The language, such as {@code nl}. */
    public Builder language(String language) {
      generated.language(language);
      return this;
    }

    /**
     * Stability, 0 to 1; Flireo takes 0.5 if absent (ElevenLabs).
     *
     * @throws IllegalArgumentException if it is not 0 to 1
     */
    public Builder stability(BigDecimal stability) {
      generated.stability(Payloads.upTo(1.0, "stability", stability));
      return this;
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
      generated.similarityBoost(Payloads.upTo(1.0, "similarity_boost", similarityBoost));
      return this;
    }

    /** As {@link #similarityBoost(BigDecimal)}, for a value that a double holds. */
    public Builder similarityBoost(double similarityBoost) {
      return similarityBoost(Payloads.decimal("similarity_boost", similarityBoost));
    }

    /** Whether the likeness to the speaker is raised (ElevenLabs). */
    public Builder useSpeakerBoost(boolean useSpeakerBoost) {
      generated.useSpeakerBoost(useSpeakerBoost);
      return this;
    }

    /** The speed; 0.5 to 2 in the vendor's own SDK, not checked here. */
    public Builder speed(BigDecimal speed) {
      generated.speed(speed);
      return this;
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
      generated.style(Payloads.upTo(1.0, "style", style));
      return this;
    }

    /** As {@link #style(BigDecimal)}, for a value that a double holds. */
    public Builder style(double style) {
      return style(Payloads.decimal("style", style));
    }

    /** The style of speaking, in words; on the API page only. */
    public Builder instructions(String instructions) {
      generated.instructions(instructions);
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
    public TtsConfig build() {
      return generated.build();
    }
  }
}
