package com.talkturo.migration.telnyx;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The voice of an assistant at Telnyx. Fields that the vendor added later, such as {@code
 * voice_speed}, are among the additional properties.
 */
public final class VoiceSettings extends ApiModel {
  static final Table<VoiceSettings> TABLE = Table.of(Builder::new).lossless();

  static final Row<String> VOICE = TABLE.required("voice", Kind.text());
  static final Row<String> API_KEY_REF = TABLE.optional("api_key_ref", Kind.secret());

  VoiceSettings(Builder builder) {
    super(builder);
  }

  /** Starts one; {@code voice} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts one that equals this. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /**
   * The voice, such as {@code Telnyx.KokoroTTS.af_heart}: vendor, model and voice with dots in
   * between.
   */
  public String voice() {
    return value(VOICE);
  }

  /**
   * The name of the integration secret that holds the key of an ElevenLabs account. Not shown by
   * {@code toString()}.
   */
  public Optional<String> apiKeyRef() {
    return optional(API_KEY_REF);
  }

  /** Builds {@link VoiceSettings}. */
  public static final class Builder extends ModelBuilder<VoiceSettings, Builder> {
    Builder() {
      super(TABLE);
    }

    /**
     * The voice, such as {@code Telnyx.KokoroTTS.af_heart}: vendor, model and voice with dots in
     * between; required.
     */
    public Builder voice(String voice) {
      return set(VOICE, voice);
    }

    /** The name of the integration secret that holds the key of an ElevenLabs account. */
    public Builder apiKeyRef(String apiKeyRef) {
      return set(API_KEY_REF, apiKeyRef);
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
     * The value.
     *
     * @throws IllegalStateException if a required field is missing
     */
    @Override
    public VoiceSettings build() {
      return new VoiceSettings(this);
    }
  }
}
