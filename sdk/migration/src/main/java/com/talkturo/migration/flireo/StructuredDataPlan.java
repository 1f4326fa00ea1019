package com.talkturo.migration.flireo;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The data that the analysis draws from a phone call. */
@Value.Immutable
public abstract class StructuredDataPlan implements WithAdditionalProperties {
  static final Table<StructuredDataPlan, Builder> TABLE =
      Table.of(
              Builder::new,
              Builder::build,
              Builder::keep,
              Row.optional("enabled", Kind.flag(), StructuredDataPlan::enabled, Builder::enabled),
              Row.optional(
                  "schema", Kind.mapOf(Kind.tree()), StructuredDataPlan::schema, Builder::schema),
              Row.optional(
                  "messages",
                  Kind.listOf(Kind.object(LlmMessage.TABLE)),
                  StructuredDataPlan::messages,
                  Builder::messages))
          .lossless();

  StructuredDataPlan() {}

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

  /** Whether the analysis draws the data. */
  public abstract Optional<Boolean> enabled();

  /** The JSON Schema of the data. Not shown by {@code toString()}. */
  @Value.Redacted
  public abstract Optional<Map<String, Object>> schema();

  /** The messages to the analysing model; {@code {{schema}}} stands for the schema. */
  public abstract Optional<List<LlmMessage>> messages();

  /** Builds {@link StructuredDataPlan}. */
  public static final class Builder {
    private final ImmutableStructuredDataPlan.Builder generated =
        new ImmutableStructuredDataPlan.Builder();

    Builder() {}

    /** Whether the analysis draws the data. */
    public Builder enabled(boolean enabled) {
      generated.enabled(enabled);
      return this;
    }

    /**
     * The JSON Schema of the data.
     *
     * @throws IllegalArgumentException if the tree holds anything but String, finite Number,
     *     Boolean, {@code null}, Map with String keys and Collection
     */
    public Builder schema(Map<String, ?> schema) {
      generated.schema(Payloads.copyOf("schema", schema));
      return this;
    }

    /** The messages to the analysing model; {@code {{schema}}} stands for the schema. */
    public Builder messages(Collection<LlmMessage> messages) {
      generated.messages(Payloads.copyOf("messages", messages));
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
    public StructuredDataPlan build() {
      return generated.build();
    }
  }
}
