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

/** The insights that Telnyx draws from conversations. */
@Value.Immutable
public abstract class InsightSettings implements WithAdditionalProperties {
  static final Table<InsightSettings, Builder> TABLE =
      Table.of(
              Builder::new,
              Builder::build,
              Builder::keep,
              Row.optional(
                  "insight_group_id",
                  Kind.text(),
                  InsightSettings::insightGroupId,
                  Builder::insightGroupId))
          .lossless();

  InsightSettings() {}

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

  /** The id of the group of insights. */
  public abstract Optional<String> insightGroupId();

  /** Builds {@link InsightSettings}. */
  public static final class Builder {
    private final ImmutableInsightSettings.Builder generated =
        new ImmutableInsightSettings.Builder();

    Builder() {}

    /** The id of the group of insights. */
    public Builder insightGroupId(String insightGroupId) {
      generated.insightGroupId(insightGroupId);
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
    public InsightSettings build() {
      return generated.build();
    }
  }
}
