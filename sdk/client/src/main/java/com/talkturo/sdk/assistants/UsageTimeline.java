package com.talkturo.sdk.assistants;

import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The calls of an assistant in recent periods. */
@Value.Immutable
public abstract class UsageTimeline implements WithAdditionalProperties {
  static final Table<UsageTimeline, Builder> TABLE =
      Table.of(
          Builder::new,
          Builder::build,
          Builder::putAdditionalProperties,
          Row.optional("today", Kind.longInteger(), Builder::today),
          Row.optional("last7Days", Kind.longInteger(), Builder::last7Days),
          Row.optional("last30Days", Kind.longInteger(), Builder::last30Days),
          Row.optional("last365Days", Kind.longInteger(), Builder::last365Days));

  UsageTimeline() {}

  /** Starts a timeline, for tests; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a builder with all values of this one. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** How many calls there were today. */
  public abstract Optional<Long> today();

  /** How many calls there were in the last 7 days. */
  public abstract Optional<Long> last7Days();

  /** How many calls there were in the last 30 days. */
  public abstract Optional<Long> last30Days();

  /** How many calls there were in the last 365 days. */
  public abstract Optional<Long> last365Days();

  /** Builds {@link UsageTimeline}: what an answer would hold, for tests of your own code. */
  public static final class Builder {
    private final ImmutableUsageTimeline.Builder generated = new ImmutableUsageTimeline.Builder();

    Builder() {}

    /** How many calls there were today. */
    public Builder today(long today) {
      generated.today(today);
      return this;
    }

    /** How many calls there were in the last 7 days. */
    public Builder last7Days(long last7Days) {
      generated.last7Days(last7Days);
      return this;
    }

    /** How many calls there were in the last 30 days. */
    public Builder last30Days(long last30Days) {
      generated.last30Days(last30Days);
      return this;
    }

    /** How many calls there were in the last 365 days. */
    public Builder last365Days(long last365Days) {
      generated.last365Days(last365Days);
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

    /** The timeline. */
    public UsageTimeline build() {
      return generated.build();
    }
  }
}
