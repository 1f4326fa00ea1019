package com.talkturo.migration.telnyx;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import org.jspecify.annotations.Nullable;

/** A header of the request that a webhook tool makes. */
public final class WebhookHeader extends ApiModel {
  static final Table<WebhookHeader> TABLE = Table.of(Builder::new).lossless();

  static final Row<String> NAME = TABLE.required("name", Kind.text());
  static final Row<String> VALUE = TABLE.required("value", Kind.secret());

  WebhookHeader(Builder builder) {
    super(builder);
  }

  /** Starts one; {@code name} and {@code value} are required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts one that equals this. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** The name. */
  public String name() {
    return value(NAME);
  }

  /** The value. Not shown by {@code toString()}. */
  public String value() {
    return value(VALUE);
  }

  /** Builds {@link WebhookHeader}. */
  public static final class Builder extends ModelBuilder<WebhookHeader, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The name; required. */
    public Builder name(String name) {
      return set(NAME, name);
    }

    /** The value; required. */
    public Builder value(String value) {
      return set(VALUE, value);
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
    public WebhookHeader build() {
      return new WebhookHeader(this);
    }
  }
}
