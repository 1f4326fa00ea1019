package com.talkturo.migration.telnyx;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a phone call can be transferred to. */
public final class TransferTarget extends ApiModel {
  static final Table<TransferTarget> TABLE = Table.of(Builder::new).lossless();

  static final Row<String> NAME = TABLE.optional("name", Kind.text());
  static final Row<String> TO = TABLE.required("to", Kind.secret());

  TransferTarget(Builder builder) {
    super(builder);
  }

  /** Starts one; {@code to} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts one that equals this. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** The name that the language model chooses by. */
  public Optional<String> name() {
    return optional(NAME);
  }

  /** The number or SIP address, which may hold a password. Not shown by {@code toString()}. */
  public String to() {
    return value(TO);
  }

  /** Builds {@link TransferTarget}. */
  public static final class Builder extends ModelBuilder<TransferTarget, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The name that the language model chooses by. */
    public Builder name(String name) {
      return set(NAME, name);
    }

    /** The number or SIP address; required. */
    public Builder to(String to) {
      return set(TO, to);
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
    public TransferTarget build() {
      return new TransferTarget(this);
    }
  }
}
