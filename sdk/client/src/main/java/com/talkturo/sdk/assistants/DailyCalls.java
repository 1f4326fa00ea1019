package com.talkturo.sdk.assistants;

import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The calls of an assistant on one day. */
public final class DailyCalls extends ApiModel {
  static final Table<DailyCalls> TABLE = Table.of(Builder::new);

  static final Row<LocalDate> DATE = TABLE.required("date", Kind.date());
  static final Row<Long> COUNT = TABLE.optional("count", Kind.longInteger());

  DailyCalls(Builder builder) {
    super(builder);
  }

  /** Starts a day, for tests; {@code date} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a builder with all values of this one. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** The day, in UTC. */
  public LocalDate date() {
    return value(DATE);
  }

  /** How many calls there were. */
  public Optional<Long> count() {
    return optional(COUNT);
  }

  /** Builds {@link DailyCalls}: what an answer would hold, for tests of your own code. */
  public static final class Builder extends ModelBuilder<DailyCalls, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The day, in UTC; required. */
    public Builder date(LocalDate date) {
      return set(DATE, date);
    }

    /** How many calls there were. */
    public Builder count(long count) {
      return set(COUNT, count);
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

    /**
     * The day.
     *
     * @throws IllegalStateException if {@code date} is missing
     */
    @Override
    public DailyCalls build() {
      return new DailyCalls(this);
    }
  }
}
