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

/** A tool that ends the phone call: payload of {@link TelnyxToolType#HANGUP}. */
@Value.Immutable
public abstract class HangupTool implements WithAdditionalProperties {
  static final Table<HangupTool, Builder> TABLE =
      Table.of(
              Builder::new,
              Builder::build,
              Builder::keep,
              Row.optional(
                  "description", Kind.text(), HangupTool::description, Builder::description))
          .lossless();

  HangupTool() {}

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

  /** When to end the phone call, for the language model. */
  public abstract Optional<String> description();

  /** Builds {@link HangupTool}. */
  public static final class Builder {
    private final ImmutableHangupTool.Builder generated = new ImmutableHangupTool.Builder();

    Builder() {}

    /** When to end the phone call, for the language model. */
    public Builder description(String description) {
      generated.description(description);
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
    public HangupTool build() {
      return generated.build();
    }
  }
}
