package com.talkturo.sdk.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link Model}. It may build several: each has what is set at that moment. Internal to
 * the SDK.
 *
 * @param <M> the model
 * @param <B> the builder itself
 */
public abstract class ModelBuilder<M extends Model, B extends ModelBuilder<M, B>> {
  final Table<?> table;
  final @Nullable Object[] values;
  Map<String, @Nullable Object> additionalProperties = Collections.emptyMap();

  /** Without any value. */
  protected ModelBuilder(Table<M> table) {
    this.table = table;
    this.values = table.newValues();
  }

  /** The model. */
  public abstract M build();

  @SuppressWarnings("unchecked") // As the type parameter says.
  private B self() {
    return (B) this;
  }

  /**
   * Sets a field.
   *
   * @throws NullPointerException naming the field if there is no value
   */
  protected final <V> B set(Row<V> row, V value) {
    values[row.slot()] = Objects.requireNonNull(value, row::accessor);
    return self();
  }

  /**
   * Sets a list to a copy.
   *
   * @throws NullPointerException naming the field as in JSON if it, or an element, is null
   */
  protected final <V> B setAll(Row<List<V>> row, Collection<? extends V> elements) {
    List<V> copy = new ArrayList<>();
    for (V element : Objects.requireNonNull(elements, row::name)) {
      copy.add(Objects.requireNonNull(element, () -> row.name() + "[" + copy.size() + "]"));
    }
    return set(row, Collections.unmodifiableList(copy));
  }

  /** A map that grows with each call; models get a copy. */
  private static final class Growing extends LinkedHashMap<String, @Nullable Object> {
    private static final long serialVersionUID = 1;
  }

  /**
   * Adds copies of trees to a map.
   *
   * @throws IllegalArgumentException if a tree holds anything but JSON
   * @throws NullPointerException naming the field if there is no map, or no name
   */
  protected final B addAll(
      Row<Map<String, Object>> row, Map<String, ? extends @Nullable Object> trees) {
    Map<String, @Nullable Object> copies = new LinkedHashMap<>();
    for (Map.Entry<String, ? extends @Nullable Object> tree :
        Objects.requireNonNull(trees, row::accessor).entrySet()) {
      String name = Objects.requireNonNull(tree.getKey(), () -> "a name in " + row.accessor());
      copies.put(name, Trees.copyOf(name, tree.getValue()));
    }
    Map<String, Object> before = get(row);
    Map<String, @Nullable Object> all = new Growing();
    if (before instanceof Growing) {
      all = (Growing) before;
    } else if (before != null) {
      all.putAll(before);
    }
    all.putAll(copies);
    values[row.slot()] = all;
    return self();
  }

  /** A copy of the values, which does not change with the builder. */
  final @Nullable Object[] snapshot() {
    @Nullable Object[] snapshot = values.clone();
    for (int i = 0; i < snapshot.length; i++) {
      if (snapshot[i] instanceof Growing) {
        snapshot[i] = Collections.unmodifiableMap(new LinkedHashMap<>((Growing) snapshot[i]));
      }
    }
    return snapshot;
  }

  /** The value that is set; null if none is. */
  @SuppressWarnings("unchecked") // Nothing else is put there.
  protected final <V> @Nullable V get(Row<V> row) {
    return (V) values[row.slot()];
  }

  /**
   * Keeps a copy of a tree among the additional properties.
   *
   * @throws IllegalArgumentException if the tree holds anything but JSON
   */
  protected final B keep(String name, @Nullable Object tree) {
    keepAll(
        Collections.singletonMap(Objects.requireNonNull(name, "name"), Trees.copyOf(name, tree)));
    return self();
  }

  /** Most models have none: no map is made for them. */
  final void keepAll(Map<String, @Nullable Object> trees) {
    if (additionalProperties.isEmpty() && !trees.isEmpty()) {
      additionalProperties = new LinkedHashMap<>();
    }
    additionalProperties.putAll(trees);
  }
}
