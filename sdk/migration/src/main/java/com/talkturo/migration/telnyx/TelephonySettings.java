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
 * The telephony of an assistant at Telnyx. Fields that the vendor added later, such as {@code
 * recording_settings}, are among the additional properties.
 */
@Value.Immutable
public abstract class TelephonySettings implements WithAdditionalProperties {
  static final Table<TelephonySettings, Builder> TABLE =
      Table.of(
              Builder::new,
              Builder::build,
              Builder::keep,
              Row.optional(
                  "default_texml_app_id",
                  Kind.text(),
                  TelephonySettings::defaultTexmlAppId,
                  Builder::defaultTexmlAppId))
          .lossless();

  TelephonySettings() {}

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

  /**
   * The TeXML application that phone numbers are tied to; the vendor creates it with the assistant.
   */
  public abstract Optional<String> defaultTexmlAppId();

  /** Builds {@link TelephonySettings}. */
  public static final class Builder {
    private final ImmutableTelephonySettings.Builder generated =
        new ImmutableTelephonySettings.Builder();

    Builder() {}

    /**
     * The TeXML application that phone numbers are tied to; the vendor creates it with the
     * assistant.
     */
    public Builder defaultTexmlAppId(String defaultTexmlAppId) {
      generated.defaultTexmlAppId(defaultTexmlAppId);
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
    public TelephonySettings build() {
      return generated.build();
    }
  }
}
