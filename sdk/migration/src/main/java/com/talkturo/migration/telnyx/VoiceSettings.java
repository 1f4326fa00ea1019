package com.talkturo.migration.telnyx;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The voice of an assistant at Telnyx. Fields that the vendor added later, such as {@code
 * voice_speed}, are among the additional properties.
 */
@Value.Immutable
public abstract class VoiceSettings implements WithAdditionalProperties {
  static final Table<VoiceSettings, Builder> TABLE =
      Table.of(
              Builder::new,
              Builder::build,
              Builder::keep,
              Row.required("voice", Kind.text(), VoiceSettings::voice, Builder::voice),
              Row.optional(
                  "api_key_ref", Kind.secret(), VoiceSettings::apiKeyRef, Builder::apiKeyRef))
          .lossless();

  VoiceSettings() {}

  /** Starts one; {@code voice} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts one that equals this. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /**
   * The voice, such as {@code Telnyx.KokoroTTS.af_heart}: vendor, model and voice with dots in
   * between.
   */
  public abstract String voice();

  /**
   * The name of the integration secret that holds the key of an ElevenLabs account. Not shown by
   * {@code toString()}.
   */
  @Value.Redacted
  public abstract Optional<String> apiKeyRef();

  /** Builds {@link VoiceSettings}. */
  public static final class Builder {
    private final ImmutableVoiceSettings.Builder generated = new ImmutableVoiceSettings.Builder();

    Builder() {}

    /**
     * The voice, such as {@code Telnyx.KokoroTTS.af_heart}: vendor, model and voice with dots in
     * between; required.
     */
    public Builder voice(String voice) {
      generated.voice(voice);
      return this;
    }

    /** The name of the integration secret that holds the key of an ElevenLabs account. */
    public Builder apiKeyRef(String apiKeyRef) {
      generated.apiKeyRef(apiKeyRef);
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

    /**
     * The value.
     *
     * @throws IllegalStateException if a required field is missing
     */
    public VoiceSettings build() {
      return generated.build();
    }
  }
}
