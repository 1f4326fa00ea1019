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
 * The telephony of an assistant at Telnyx. Fields that the vendor added later, such as {@code
 * recording_settings}, are among the additional properties.
 */
public final class TelephonySettings extends ApiModel {
  static final Table<TelephonySettings> TABLE = Table.of(Builder::new).lossless();

  static final Row<String> DEFAULT_TEXML_APP_ID =
      TABLE.optional("default_texml_app_id", Kind.text());

  TelephonySettings(Builder builder) {
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

  /**
   * The TeXML application that phone numbers are tied to; the vendor creates it with the assistant.
   */
  public Optional<String> defaultTexmlAppId() {
    return optional(DEFAULT_TEXML_APP_ID);
  }

  /** Builds {@link TelephonySettings}. */
  public static final class Builder extends ModelBuilder<TelephonySettings, Builder> {
    Builder() {
      super(TABLE);
    }

    /**
     * The TeXML application that phone numbers are tied to; the vendor creates it with the
     * assistant.
     */
    public Builder defaultTexmlAppId(String defaultTexmlAppId) {
      return set(DEFAULT_TEXML_APP_ID, defaultTexmlAppId);
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
    public TelephonySettings build() {
      return new TelephonySettings(this);
    }
  }
}
