package com.talkturo.migration.telnyx;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A header of the request that a webhook tool makes. */
@Value.Immutable
public abstract class WebhookHeader implements WithAdditionalProperties {
  static final Table<WebhookHeader, Builder> TABLE =
      Table.of(
              Builder::new,
              Builder::build,
              Builder::keep,
              Row.required("name", Kind.text(), WebhookHeader::name, Builder::name),
              Row.required("value", Kind.secret(), WebhookHeader::value, Builder::value))
          .lossless();

  WebhookHeader() {}

  /** Starts one; {@code name} and {@code value} are required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts one that equals this. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** The name. */
  public abstract String name();

  /** The value. Not shown by {@code toString()}. */
  @Value.Redacted
  public abstract String value();

  /** Builds {@link WebhookHeader}. */
  public static final class Builder {
    private final ImmutableWebhookHeader.Builder generated = new ImmutableWebhookHeader.Builder();

    Builder() {}

    /** The name; required. */
    public Builder name(String name) {
      generated.name(name);
      return this;
    }

    /** The value; required. */
    public Builder value(String value) {
      generated.value(value);
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
    public WebhookHeader build() {
      return generated.build();
    }
  }
}
