package com.talkturo.sdk.assistants;

import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The calls of an assistant in recent periods. */
public final class UsageTimeline extends ApiModel {
  static final Table<UsageTimeline> TABLE = Table.of(Builder::new);

  static final Row<Long> TODAY = TABLE.optional("today", Kind.longInteger());
  static final Row<Long> LAST7_DAYS = TABLE.optional("last7Days", Kind.longInteger());
  static final Row<Long> LAST30_DAYS = TABLE.optional("last30Days", Kind.longInteger());
  static final Row<Long> LAST365_DAYS = TABLE.optional("last365Days", Kind.longInteger());

  UsageTimeline(Builder builder) {
    super(builder);
  }

  /** Starts a timeline, for tests; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a builder with all values of this one. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** How many calls there were today. */
  public Optional<Long> today() {
    return optional(TODAY);
  }

  /** How many calls there were in the last 7 days. */
  public Optional<Long> last7Days() {
    return optional(LAST7_DAYS);
  }

  /** How many calls there were in the last 30 days. */
  public Optional<Long> last30Days() {
    return optional(LAST30_DAYS);
  }

  /** How many calls there were in the last 365 days. */
  public Optional<Long> last365Days() {
    return optional(LAST365_DAYS);
  }

  /** Builds {@link UsageTimeline}: what an answer would hold, for tests of your own code. */
  public static final class Builder extends ModelBuilder<UsageTimeline, Builder> {
    Builder() {
      super(TABLE);
    }

    /** How many calls there were today. */
    public Builder today(long today) {
      return set(TODAY, today);
    }

    /** How many calls there were in the last 7 days. */
    public Builder last7Days(long last7Days) {
      return set(LAST7_DAYS, last7Days);
    }

    /** How many calls there were in the last 30 days. */
    public Builder last30Days(long last30Days) {
      return set(LAST30_DAYS, last30Days);
    }

    /** How many calls there were in the last 365 days. */
    public Builder last365Days(long last365Days) {
      return set(LAST365_DAYS, last365Days);
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

    /** The timeline. */
    @Override
    public UsageTimeline build() {
      return new UsageTimeline(this);
    }
  }
}
