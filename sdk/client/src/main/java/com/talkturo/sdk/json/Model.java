package com.talkturo.sdk.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An immutable value whose fields are the rows of a {@link Table}: what requests and answers are.
 * Internal to the SDK; {@link Table} shows how to write one.
 */
public abstract class Model {
  private static final @Nullable Object[] NONE = new Object[0];

  /** Transient for those who write objects by reflection: a table leads back to its models. */
  private final transient @Nullable Table<?> table;

  /** By the slots of the rows; null for what is absent. */
  final @Nullable Object[] values;

  final Map<String, @Nullable Object> additionalProperties;

  /** Without fields; it equals only itself. */
  protected Model() {
    table = null;
    values = NONE;
    additionalProperties = Collections.emptyMap();
  }

  /**
   * With what the builder has at this moment.
   *
   * @throws IllegalStateException if a required field is missing
   */
  protected Model(ModelBuilder<?, ?> builder) {
    table = builder.table;
    values = table.complete(builder.snapshot(), getClass());
    additionalProperties =
        builder.additionalProperties.isEmpty()
            ? Collections.emptyMap()
            : Collections.unmodifiableMap(new LinkedHashMap<>(builder.additionalProperties));
  }

  /** The value of a field that is required or has a default. */
  protected final <V> V value(Row<V> row) {
    return Objects.requireNonNull(row.valueIn(this), row.name());
  }

  /** The value of a field that may be absent. */
  protected final <V> Optional<V> optional(Row<V> row) {
    return Optional.ofNullable(row.valueIn(this));
  }

  /** Sets what the builder has rows for to the values of this, and adds additional properties. */
  protected final <B extends ModelBuilder<?, B>> B into(B builder) {
    if (table != null) {
      for (Row<?> row : builder.table.fields()) {
        if (table.has(row)) {
          builder.values[row.slot()] = row.valueIn(this);
        }
      }
    }
    builder.keepAll(additionalProperties);
    return builder;
  }

  /** Equal if of the same type and with the same values. */
  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other || !(other instanceof Model) || table == null) {
      return this == other;
    }
    Model that = (Model) other;
    return table == that.table
        && table.areEqual(values, that.values)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return table == null
        ? System.identityHashCode(this)
        : 31 * table.hashOf(values) + additionalProperties.hashCode();
  }

  /** The fields that are there; secrets and additional properties are not shown. */
  @Override
  public String toString() {
    String type = getClass().getSimpleName();
    return table == null ? type : type + table.shown(this);
  }
}
