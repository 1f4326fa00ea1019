package com.talkturo.sdk.assistants;

import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How an assistant was used.
 *
 * <p>The newer documentation shows two shapes, and the SDK reads both. One has all fields but
 * {@code lastCallAt}; the older one has only {@code totalCalls}, {@code totalMinutes} and {@code
 * lastCallAt}.
 */
@Value.Immutable
public abstract class UsageStats implements WithAdditionalProperties {
  static final Table<UsageStats, Builder> TABLE =
      Table.of(
          Builder::new,
          Builder::build,
          Builder::putAdditionalProperties,
          Row.optional("totalCalls", Kind.longInteger(), Builder::totalCalls),
          Row.optional("total_calls", Kind.longInteger(), Builder::totalCalls),
          Row.optional("totalMinutes", Kind.number(), Builder::totalMinutes),
          Row.optional("total_minutes", Kind.number(), Builder::totalMinutes),
          Row.optional("avgDurationMinutes", Kind.number(), Builder::avgDurationMinutes),
          Row.optional(
              "completedCallsWithDuration",
              Kind.longInteger(),
              Builder::completedCallsWithDuration),
          Row.optional("successRatePercent", Kind.number(), Builder::successRatePercent),
          Row.optional("successEvaluatedCount", Kind.longInteger(), Builder::successEvaluatedCount),
          Row.optional("timeline", Kind.object(UsageTimeline.TABLE), Builder::timeline),
          Row.optional(
              "dailySeries", Kind.listOf(Kind.object(DailyCalls.TABLE)), Builder::dailySeries),
          Row.optional("last_call_at", Kind.time(), Builder::lastCallAt));

  UsageStats() {}

  /** Starts statistics, for tests; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a builder with all values of this one. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** How many calls there were. */
  public abstract Optional<Long> totalCalls();

  /** The length of all calls in minutes, with one decimal. */
  public abstract Optional<Double> totalMinutes();

  /** The average length of a call in minutes; empty if no call has a start and an end. */
  public abstract Optional<Double> avgDurationMinutes();

  /** How many calls have a start and an end. */
  public abstract Optional<Long> completedCallsWithDuration();

  /**
   * The percentage of the evaluated calls that succeeded: 0 to 100 with one decimal; empty if none
   * was evaluated.
   */
  public abstract Optional<Double> successRatePercent();

  /** How many calls were evaluated as success or failure. */
  public abstract Optional<Long> successEvaluatedCount();

  /** The calls of recent periods. */
  public abstract Optional<UsageTimeline> timeline();

  /**
   * The calls of each of the last 30 days, in the order in which the API sends them: newest first
   * in its example. Empty if it sends none.
   */
  public abstract List<DailyCalls> dailySeries();

  /** When the last call took place; only in the older shape. */
  public abstract Optional<Instant> lastCallAt();

  /** Builds {@link UsageStats}: what an answer would hold, for tests of your own code. */
  public static final class Builder {
    private final ImmutableUsageStats.Builder generated = new ImmutableUsageStats.Builder();

    Builder() {}

    /** How many calls there were. */
    public Builder totalCalls(long totalCalls) {
      generated.totalCalls(totalCalls);
      return this;
    }

    /** The length of all calls in minutes, with one decimal. */
    public Builder totalMinutes(double totalMinutes) {
      generated.totalMinutes(totalMinutes);
      return this;
    }

    /** The average length of a call in minutes. */
    public Builder avgDurationMinutes(double avgDurationMinutes) {
      generated.avgDurationMinutes(avgDurationMinutes);
      return this;
    }

    /** How many calls have a start and an end. */
    public Builder completedCallsWithDuration(long completedCallsWithDuration) {
      generated.completedCallsWithDuration(completedCallsWithDuration);
      return this;
    }

    /** The percentage of the evaluated calls that succeeded: 0 to 100 with one decimal. */
    public Builder successRatePercent(double successRatePercent) {
      generated.successRatePercent(successRatePercent);
      return this;
    }

    /** How many calls were evaluated as success or failure. */
    public Builder successEvaluatedCount(long successEvaluatedCount) {
      generated.successEvaluatedCount(successEvaluatedCount);
      return this;
    }

    /** The calls of recent periods. */
    public Builder timeline(UsageTimeline timeline) {
      generated.timeline(timeline);
      return this;
    }

    /**
     * The calls of each of the last 30 days, in the order in which the API sends them. They replace
     * those of an earlier call.
     */
    public Builder dailySeries(Collection<DailyCalls> dailySeries) {
      generated.dailySeries(dailySeries);
      return this;
    }

    /** When the last call took place; only in the older shape. */
    public Builder lastCallAt(Instant lastCallAt) {
      generated.lastCallAt(lastCallAt);
      return this;
    }

    /**
     * A field that the SDK does not model, by its JSON name.
     *
     * @param value a plain tree of Map, Collection, String, finite Number, Boolean and {@code
     *     null}; it is copied
     * @throws IllegalArgumentException if the tree holds anything else
     */
    public Builder putAdditionalProperties(String name, @Nullable Object value) {
      generated.putAdditionalProperties(name, Trees.copyOf(name, value));
      return this;
    }

    /** The statistics. */
    public UsageStats build() {
      return generated.build();
    }
  }
}
