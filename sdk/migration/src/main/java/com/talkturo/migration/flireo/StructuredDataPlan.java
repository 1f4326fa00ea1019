package com.talkturo.migration.flireo;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The data that the analysis draws from a phone call. */
public final class StructuredDataPlan extends ApiModel {
  static final Table<StructuredDataPlan> TABLE = Table.of(Builder::new).lossless();

  static final Row<Boolean> ENABLED = TABLE.optional("enabled", Kind.flag());
  static final Row<Map<String, Object>> SCHEMA =
      TABLE.optional("schema", Kind.mapOf(Kind.tree())).notShown();
  static final Row<List<LlmMessage>> MESSAGES =
      TABLE.optional("messages", Kind.listOf(Kind.object(LlmMessage.TABLE)));

  StructuredDataPlan(Builder builder) {
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

  /** Whether the analysis draws the data. */
  public Optional<Boolean> enabled() {
    return optional(ENABLED);
  }

  /** The JSON Schema of the data. Not shown by {@code toString()}. */
  public Optional<Map<String, Object>> schema() {
    return optional(SCHEMA);
  }

  /** The messages to the analysing model; {@code {{schema}}} stands for the schema. */
  public Optional<List<LlmMessage>> messages() {
    return optional(MESSAGES);
  }

  /** Builds {@link StructuredDataPlan}. */
  public static final class Builder extends ModelBuilder<StructuredDataPlan, Builder> {
    Builder() {
      super(TABLE);
    }

    /** Whether the analysis draws the data. */
    public Builder enabled(boolean enabled) {
      return set(ENABLED, enabled);
    }

    /**
     * The JSON Schema of the data.
     *
     * @throws IllegalArgumentException if the tree holds anything but String, finite Number,
     *     Boolean, {@code null}, Map with String keys and Collection
     */
    public Builder schema(Map<String, ?> schema) {
      return set(SCHEMA, Payloads.copyOf("schema", schema));
    }

    /** The messages to the analysing model; {@code {{schema}}} stands for the schema. */
    public Builder messages(Collection<LlmMessage> messages) {
      return setAll(MESSAGES, messages);
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
    public StructuredDataPlan build() {
      return new StructuredDataPlan(this);
    }
  }
}
