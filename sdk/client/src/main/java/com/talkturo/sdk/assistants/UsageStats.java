package com.talkturo.sdk.assistants;

import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an assistant was used.
 *
 * <p>The newer documentation shows two shapes, and the SDK reads both. One has all fields but
 * {@code lastCallAt}; the older one has only {@code totalCalls}, {@code totalMinutes} and {@code
 * lastCallAt}.
 */
public final class UsageStats extends ApiModel {
  static final Table<UsageStats> TABLE = Table.of(Builder::new);

  static final Row<Long> TOTAL_CALLS =
      TABLE.optional("totalCalls", Kind.longInteger()).alsoReadFrom("total_calls");
  static final Row<Double> TOTAL_MINUTES =
      TABLE.optional("totalMinutes", Kind.number()).alsoReadFrom("total_minutes");
  static final Row<Double> AVG_DURATION_MINUTES =
      TABLE.optional("avgDurationMinutes", Kind.number());
  static final Row<Long> COMPLETED_CALLS_WITH_DURATION =
      TABLE.optional("completedCallsWithDuration", Kind.longInteger());
  static final Row<Double> SUCCESS_RATE_PERCENT =
      TABLE.optional("successRatePercent", Kind.number());
  static final Row<Long> SUCCESS_EVALUATED_COUNT =
      TABLE.optional("successEvaluatedCount", Kind.longInteger());
  static final Row<UsageTimeline> TIMELINE =
      TABLE.optional("timeline", Kind.object(UsageTimeline.TABLE));
  static final Row<List<DailyCalls>> DAILY_SERIES =
      TABLE.absentIf(
          Collections.emptyList(), "dailySeries", Kind.listOf(Kind.object(DailyCalls.TABLE)));
  static final Row<Instant> LAST_CALL_AT = TABLE.optional("last_call_at", Kind.time());

  UsageStats(Builder builder) {
    super(builder);
  }

  /** Starts statistics, for tests; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a builder with all values of this one. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** How many calls there were. */
  public Optional<Long> totalCalls() {
    return optional(TOTAL_CALLS);
  }

  /** The length of all calls in minutes, with one decimal. */
  public Optional<Double> totalMinutes() {
    return optional(TOTAL_MINUTES);
  }

  /** The average length of a call in minutes; empty if no call has a start and an end. */
  public Optional<Double> avgDurationMinutes() {
    return optional(AVG_DURATION_MINUTES);
  }

  /** How many calls have a start and an end. */
  public Optional<Long> completedCallsWithDuration() {
    return optional(COMPLETED_CALLS_WITH_DURATION);
  }

  /**
   * The percentage of the evaluated calls that succeeded: 0 to 100 with one decimal; empty if none
   * was evaluated.
   */
  public Optional<Double> successRatePercent() {
    return optional(SUCCESS_RATE_PERCENT);
  }

  /** How many calls were evaluated as success or failure. */
  public Optional<Long> successEvaluatedCount() {
    return optional(SUCCESS_EVALUATED_COUNT);
  }

  /** The calls of recent periods. */
  public Optional<UsageTimeline> timeline() {
    return optional(TIMELINE);
  }

  /**
   * The calls of each of the last 30 days, in the order in which the API sends them: newest first
   * in its example. Empty if it sends none.
   */
  public List<DailyCalls> dailySeries() {
    return value(DAILY_SERIES);
  }

  /** When the last call took place; only in the older shape. */
  public Optional<Instant> lastCallAt() {
    return optional(LAST_CALL_AT);
  }

  /** Builds {@link UsageStats}: what an answer would hold, for tests of your own code. */
  public static final class Builder extends ModelBuilder<UsageStats, Builder> {
    Builder() {
      super(TABLE);
    }

    /** How many calls there were. */
    public Builder totalCalls(long totalCalls) {
      return set(TOTAL_CALLS, totalCalls);
    }

    /** The length of all calls in minutes, with one decimal. */
    public Builder totalMinutes(double totalMinutes) {
      return set(TOTAL_MINUTES, totalMinutes);
    }

    /** The average length of a call in minutes. */
    public Builder avgDurationMinutes(double avgDurationMinutes) {
      return set(AVG_DURATION_MINUTES, avgDurationMinutes);
    }

    /** How many calls have a start and an end. */
    public Builder completedCallsWithDuration(long completedCallsWithDuration) {
      return set(COMPLETED_CALLS_WITH_DURATION, completedCallsWithDuration);
    }

    /** The percentage of the evaluated calls that succeeded: 0 to 100 with one decimal. */
    public Builder successRatePercent(double successRatePercent) {
      return set(SUCCESS_RATE_PERCENT, successRatePercent);
    }

    /** How many calls were evaluated as success or failure. */
    public Builder successEvaluatedCount(long successEvaluatedCount) {
      return set(SUCCESS_EVALUATED_COUNT, successEvaluatedCount);
    }

    /** The calls of recent periods. */
    public Builder timeline(UsageTimeline timeline) {
      return set(TIMELINE, timeline);
    }

    /**
     * The calls of each of the last 30 days, in the order in which the API sends them. They replace
     * those of an earlier call.
     */
    public Builder dailySeries(Collection<DailyCalls> dailySeries) {
      return setAll(DAILY_SERIES, dailySeries);
    }

    /** When the last call took place; only in the older shape. */
    public Builder lastCallAt(Instant lastCallAt) {
      return set(LAST_CALL_AT, lastCallAt);
    }

    /**
     * A field that the SDK does not model, by its JSON name.
     *
     * @param value a plain tree of Map, Collection, String, finite Number, Boolean and {@code
     *     null}; it is copied
     * @throws IllegalArgumentException if the tree holds anything else
     */
    public Builder putAdditionalProperties(String name, @Nullable Object value) {
      return keep(name, value);
    }

    /** The statistics. */
    @Override
    public UsageStats build() {
      return new UsageStats(this);
    }
  }
}
