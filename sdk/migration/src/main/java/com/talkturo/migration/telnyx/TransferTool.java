package com.talkturo.migration.telnyx;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tool that transfers the phone call: payload of {@link TelnyxToolType#TRANSFER}. */
public final class TransferTool extends ApiModel {
  static final Table<TransferTool> TABLE = Table.of(Builder::new).lossless();

  static final Row<List<TransferTarget>> TARGETS =
      TABLE.optional("targets", Kind.listOf(Kind.object(TransferTarget.TABLE)));
  static final Row<String> FROM_NUMBER = TABLE.optional("from", Kind.text()).as("fromNumber");

  TransferTool(Builder builder) {
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

  /** Where the phone call can be transferred to. */
  public Optional<List<TransferTarget>> targets() {
    return optional(TARGETS);
  }

  /** The number that the transfer comes from. */
  public Optional<String> fromNumber() {
    return optional(FROM_NUMBER);
  }

  /** Builds {@link TransferTool}. */
  public static final class Builder extends ModelBuilder<TransferTool, Builder> {
    Builder() {
      super(TABLE);
    }

    /** Where the phone call can be transferred to. */
    public Builder targets(Collection<TransferTarget> targets) {
      return setAll(TARGETS, targets);
    }

    /** The number that the transfer comes from. */
    public Builder fromNumber(String fromNumber) {
      return set(FROM_NUMBER, fromNumber);
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
    public TransferTool build() {
      return new TransferTool(this);
    }
  }
}
