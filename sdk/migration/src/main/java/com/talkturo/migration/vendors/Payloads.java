package com.talkturo.migration.vendors;

import com.talkturo.sdk.json.Checks;
import com.talkturo.sdk.json.Decoder;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Model;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Models of the vendors as plain trees and back, and which names their tables know. */
public final class Payloads {
  /** In an envelope of our own, no member of a tree says that anything failed. */
  private static final String ENVELOPE = "assistant";

  private Payloads() {}

  /** The model as the vendor's JSON. */
  @SuppressWarnings("unchecked") // A table writes an object.
  public static <M extends Model> Map<String, @Nullable Object> treeOf(Table<M> table, M model) {
    try {
      return (Map<String, @Nullable Object>)
          Objects.requireNonNull(Trees.parse(table.toJsonAsRead(model)));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // It was written a moment ago.
    }
  }

  /**
   * The model of a tree.
   *
   * @throws IllegalArgumentException if a required field is missing
   */
  public static <M extends Model> M read(Table<M> table, Map<String, ?> tree) {
    try {
      return Decoder.object(ENVELOPE, table)
          .decode(Kind.tree().toJsonAsRead(Map.of(ENVELOPE, tree)));
    } catch (IOException e) {
      throw new IllegalArgumentException("the tree is no assistant: " + e.getMessage(), e);
    }
  }

  /** The model of a tree without some of its members. */
  public static <M extends Model> M readWithout(
      List<String> names, Table<M> table, Map<String, @Nullable Object> tree) {
    Map<String, @Nullable Object> rest = new LinkedHashMap<>(tree);
    rest.keySet().removeAll(names);
    return read(table, rest);
  }

  /**
   * Refuses the name of a field that the model has a setter for.
   *
   * @throws IllegalArgumentException if it is one
   */
  public static void requireUnmodelled(String name, Table<?> table) {
    if (isModelled(name, table)) {
      throw new IllegalArgumentException(
          "additionalProperties holds "
              + name
              + ", which has a method of its own; allowed is any other name");
    }
  }

  /**
   * The names of the fields that are cleared, with further ones.
   *
   * @throws IllegalArgumentException if the model has no field of such a name
   */
  public static Set<String> cleared(@Nullable Set<String> before, Table<?> table, String... names) {
    Set<String> cleared = new LinkedHashSet<>(before == null ? Set.of() : before);
    for (String name : names) {
      if (!isModelled(name, table)) {
        throw new IllegalArgumentException(
            "clear names \""
                + name
                + "\"; allowed are "
                + table.rows().stream().map(Row::name).collect(Collectors.joining(", ")));
      }
      cleared.add(name);
    }
    return Collections.unmodifiableSet(cleared);
  }

  private static boolean isModelled(String name, Table<?> table) {
    return table.rows().stream().anyMatch(row -> row.name().equals(name));
  }

  /**
   * An unmodifiable deep copy of a plain object.
   *
   * @throws NullPointerException naming the field if there is none
   * @throws IllegalArgumentException if it holds anything that is no JSON
   */
  @SuppressWarnings("unchecked") // A copy of a map is a map.
  public static Map<String, Object> copyOf(String field, Map<String, ?> tree) {
    return (Map<String, Object>) Objects.requireNonNull(Trees.copyOf(field, tree), field);
  }

  /** Whether a number is 0 or more, and not above a limit. */
  public static Predicate<BigDecimal> upTo(double limit) {
    return value -> value.doubleValue() >= 0 && value.doubleValue() <= limit;
  }

  /**
   * The number, which must be 0 or more, and not above a limit.
   *
   * @throws IllegalArgumentException if it is not
   */
  public static BigDecimal upTo(double limit, String field, BigDecimal value) {
    Objects.requireNonNull(value, field);
    Checks.range(field, Optional.of(value.doubleValue()), 0.0, limit);
    return value;
  }

  /**
   * The number as a decimal.
   *
   * @throws IllegalArgumentException if it is infinite or no number
   */
  public static BigDecimal decimal(String field, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(field + " is " + value + "; allowed is a finite number");
    }
    return BigDecimal.valueOf(value);
  }

  /**
   * The value that a create requires.
   *
   * @throws IllegalArgumentException if it is absent or blank
   */
  public static void requireForCreate(String field, Optional<String> value) {
    if (value.isEmpty() || value.get().isBlank()) {
      throw new IllegalArgumentException(
          field + " is missing; a create requires it, as any text that is not blank");
    }
  }
}
