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

/** Where a phone call can be transferred to. */
@Value.Immutable
public abstract class TransferTarget implements WithAdditionalProperties {
  static final Table<TransferTarget, Builder> TABLE =
      Table.of(
              Builder::new,
              Builder::build,
              Builder::keep,
              Row.optional("name", Kind.text(), TransferTarget::name, Builder::name),
              Row.required("to", Kind.secret(), TransferTarget::to, Builder::to))
          .lossless();

  TransferTarget() {}

  /** Starts one; {@code to} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts one that equals this. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** The name that the language model chooses by. */
  public abstract Optional<String> name();

  /** The number or SIP address, which may hold a password. Not shown by {@code toString()}. */
  @Value.Redacted
  public abstract String to();

  /** Builds {@link TransferTarget}. */
  public static final class Builder {
    private final ImmutableTransferTarget.Builder generated = new ImmutableTransferTarget.Builder();

    Builder() {}

    /** The name that the language model chooses by. */
    public Builder name(String name) {
      generated.name(name);
      return this;
    }

    /** The number or SIP address; required. */
    public Builder to(String to) {
      generated.to(to);
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
    public TransferTarget build() {
      return generated.build();
    }
  }
}
