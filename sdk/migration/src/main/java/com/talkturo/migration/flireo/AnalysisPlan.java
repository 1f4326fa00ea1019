package com.talkturo.migration.flireo;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The analysis after a phone call. */
public final class AnalysisPlan extends ApiModel {
  static final Table<AnalysisPlan> TABLE = Table.of(Builder::new).lossless();

  static final Row<StructuredDataPlan> STRUCTURED_DATA_PLAN =
      TABLE.optional("structured_data_plan", Kind.object(StructuredDataPlan.TABLE));
  static final Row<Integer> MIN_MESSAGES_THRESHOLD =
      TABLE.optional("min_messages_threshold", Kind.integer());

  AnalysisPlan(Builder builder) {
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

  /** The data that the analysis draws from the phone call. */
  public Optional<StructuredDataPlan> structuredDataPlan() {
    return optional(STRUCTURED_DATA_PLAN);
  }

  /**
   * How many messages a phone call must have to be analysed; the vendor's own SDK takes 2 if
   * absent.
   */
  public Optional<Integer> minMessagesThreshold() {
    return optional(MIN_MESSAGES_THRESHOLD);
  }

  /** Builds {@link AnalysisPlan}. */
  public static final class Builder extends ModelBuilder<AnalysisPlan, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The data that the analysis draws from the phone call. */
    public Builder structuredDataPlan(StructuredDataPlan structuredDataPlan) {
      return set(STRUCTURED_DATA_PLAN, structuredDataPlan);
    }

    /**
     * How many messages a phone call must have to be analysed; the vendor's own SDK takes 2 if
     * absent.
     */
    public Builder minMessagesThreshold(int minMessagesThreshold) {
      return set(MIN_MESSAGES_THRESHOLD, minMessagesThreshold);
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
    public AnalysisPlan build() {
      return new AnalysisPlan(this);
    }
  }
}
