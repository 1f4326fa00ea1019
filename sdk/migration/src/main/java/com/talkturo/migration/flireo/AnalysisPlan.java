package com.talkturo.migration.flireo;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The analysis after a phone call. */
@Value.Immutable
public abstract class AnalysisPlan implements WithAdditionalProperties {
  static final Table<AnalysisPlan, Builder> TABLE =
      Table.of(
              Builder::new,
              Builder::build,
              Builder::keep,
              Row.optional(
                  "structured_data_plan",
                  Kind.object(StructuredDataPlan.TABLE),
                  AnalysisPlan::structuredDataPlan,
                  Builder::structuredDataPlan),
              Row.optional(
                  "min_messages_threshold",
                  Kind.integer(),
                  AnalysisPlan::minMessagesThreshold,
                  Builder::minMessagesThreshold))
          .lossless();

  AnalysisPlan() {}

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

  /** The data that the analysis draws from the phone call. */
  public abstract Optional<StructuredDataPlan> structuredDataPlan();

  /**
   * How many messages a phone call must have to be analysed; the vendor's own SDK takes 2 if
   * absent.
   */
  public abstract Optional<Integer> minMessagesThreshold();

  /** Builds {@link AnalysisPlan}. */
  public static final class Builder {
    private final ImmutableAnalysisPlan.Builder generated = new ImmutableAnalysisPlan.Builder();

    Builder() {}

    /** The data that the analysis draws from the phone call. */
    public Builder structuredDataPlan(StructuredDataPlan structuredDataPlan) {
      generated.structuredDataPlan(structuredDataPlan);
      return this;
    }

    /**
     * How many messages a phone call must have to be analysed; the vendor's own SDK takes 2 if
     * absent.
     */
    public Builder minMessagesThreshold(int minMessagesThreshold) {
      generated.minMessagesThreshold(minMessagesThreshold);
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
    public AnalysisPlan build() {
      return generated.build();
    }
  }
}
