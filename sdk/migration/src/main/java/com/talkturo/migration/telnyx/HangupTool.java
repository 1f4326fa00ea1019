package com.talkturo.migration.telnyx;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tool that ends the phone call: payload of {@link TelnyxToolType#HANGUP}. */
public final class HangupTool extends ApiModel {
  static final Table<HangupTool> TABLE = Table.of(Builder::new).lossless();

  static final Row<String> DESCRIPTION = TABLE.optional("description", Kind.text());

  HangupTool(Builder builder) {
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

  /** When to end the phone call, for the language model. */
  public Optional<String> description() {
    return optional(DESCRIPTION);
  }

  /** Builds {@link HangupTool}. */
  public static final class Builder extends ModelBuilder<HangupTool, Builder> {
    Builder() {
      super(TABLE);
    }

    /** When to end the phone call, for the language model. */
    public Builder description(String description) {
      return set(DESCRIPTION, description);
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
    public HangupTool build() {
      return new HangupTool(this);
    }
  }
}
