package com.talkturo.migration.telnyx;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A tool that transfers the phone call: payload of {@link TelnyxToolType#TRANSFER}. */
@Value.Immutable
public abstract class TransferTool implements WithAdditionalProperties {
  static final Table<TransferTool, Builder> TABLE =
      Table.of(
              Builder::new,
              Builder::build,
              Builder::keep,
              Row.optional(
                  "targets",
                  Kind.listOf(Kind.object(TransferTarget.TABLE)),
                  TransferTool::targets,
                  Builder::targets),
              Row.optional("from", Kind.text(), TransferTool::fromNumber, Builder::fromNumber))
          .lossless();

  TransferTool() {}

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

  /** Where the phone call can be transferred to. */
  public abstract Optional<List<TransferTarget>> targets();

  /** The number that the transfer comes from. */
  public abstract Optional<String> fromNumber();

  /** Builds {@link TransferTool}. */
  public static final class Builder {
    private final ImmutableTransferTool.Builder generated = new ImmutableTransferTool.Builder();

    Builder() {}

    /** Where the phone call can be transferred to. */
    public Builder targets(Collection<TransferTarget> targets) {
      generated.targets(Payloads.copyOf("targets", targets));
      return this;
    }

    /** The number that the transfer comes from. */
    public Builder fromNumber(String fromNumber) {
      generated.fromNumber(fromNumber);
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
    public TransferTool build() {
      return generated.build();
    }
  }
}
