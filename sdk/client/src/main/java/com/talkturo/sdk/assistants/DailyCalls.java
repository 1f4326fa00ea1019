package com.talkturo.sdk.assistants;

import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The calls of an assistant on one day. */
@Value.Immutable
public abstract class DailyCalls implements WithAdditionalProperties {
  static final Table<DailyCalls, Builder> TABLE =
      Table.of(
          Builder::new,
          Builder::build,
          Builder::putAdditionalProperties,
          Row.required("date", Kind.date(), Builder::date),
          Row.optional("count", Kind.longInteger(), Builder::count));

  DailyCalls() {}

  /** Starts a day, for tests; {@code date} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a builder with all values of this one. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** The day, in UTC. */
  public abstract LocalDate date();

  /** How many calls there were. */
  public abstract Optional<Long> count();

  /** Builds {@link DailyCalls}: what an answer would hold, for tests of your own code. */
  public static final class Builder {
    private final ImmutableDailyCalls.Builder generated = new ImmutableDailyCalls.Builder();

    Builder() {}

    /** The day, in UTC; required. */
    public Builder date(LocalDate date) {
      generated.date(date);
      return this;
    }

    /** How many calls there were. */
    public Builder count(long count) {
      generated.count(count);
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

    /**
     * The day.
     *
     * @throws IllegalStateException if {@code date} is missing
     */
    public DailyCalls build() {
      return generated.build();
    }
  }
}
