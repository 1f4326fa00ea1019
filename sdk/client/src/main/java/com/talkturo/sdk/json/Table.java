package com.talkturo.sdk.json;

import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A model as a table, one {@link Row} per field: reading, writing, clearing, checking and comparing
 * all work from it. Internal to the SDK.
 *
 * <pre>{@code
 * public final class Sheet extends Model {
 *   static final Table<Sheet> TABLE = Table.of(Builder::new);
 *
 *   static final Row<String> ID = TABLE.required("id", Kind.id());
 *   static final Row<Integer> SIZE = TABLE.optional("size", Kind.integer());
 *
 *   Sheet(Builder builder) {
 *     super(builder);
 *   }
 *
 *   public String id() {
 *     return value(ID);
 *   }
 *
 *   public Optional<Integer> size() {
 *     return optional(SIZE);
 *   }
 *
 *   public static final class Builder extends ModelBuilder<Sheet, Builder> {
 *     public Builder() {
 *       super(TABLE);
 *     }
 *
 *     public Builder id(String id) {
 *       return set(ID, id);
 *     }
 *
 *     public Builder size(int size) {
 *       return set(SIZE, size);
 *     }
 *
 *     @Override
 *     public Sheet build() {
 *       return new Sheet(this);
 *     }
 *   }
 * }
 * }</pre>
 *
 * @param <M> the model
 */
public final class Table<M extends Model> {
  private static final String NOT_SHOWN = "[not shown]";

  private final @Nullable Supplier<? extends ModelBuilder<M, ?>> newBuilder;

  /** The members of the JSON object, in the order in which they are written. */
  private Row<?>[] rows = {};

  /** All fields by slot, those outside JSON too. */
  private Row<?>[] fields = {};

  private final Map<String, Integer> indexes = new HashMap<>();
  private @Nullable SerializedString given;
  private @Nullable Row<? extends Collection<?>> cleared;
  private boolean lossless;

  private Table(@Nullable Supplier<? extends ModelBuilder<M, ?>> newBuilder) {
    this.newBuilder = newBuilder;
  }

  /** A model that can be read from an answer. */
  public static <M extends Model> Table<M> of(Supplier<? extends ModelBuilder<M, ?>> newBuilder) {
    return new Table<>(newBuilder);
  }

  /** A request, which is never read. */
  public static <M extends Model> Table<M> ofRequest() {
    return new Table<>(null);
  }

  /** This table with a leading text member, whose value comes with each write. */
  public Table<M> withGiven(String name) {
    given = new SerializedString(name);
    return this;
  }

  /**
   * This table for a model that is written back as it was read. What a row cannot give back
   * exactly, such as a {@code null}, a number spelled as text or a list with an odd element, stays
   * out of the row: it is kept under its name, and written from there unless the row has a value by
   * then.
   */
  public Table<M> lossless() {
    lossless = true;
    return this;
  }

  /** This table, which begins with the rows of another: its models can be copied into these. */
  public Table<M> startingWith(Table<?> other) {
    for (Row<?> field : other.fields) {
      fields = with(fields, field);
    }
    for (Row<?> row : other.rows) {
      add(row);
    }
    return this;
  }

  /** A field without which there is no model. */
  public <V> Row<V> required(String name, Kind<V> kind) {
    return place(name, kind, true, null, Row.Written.IF_THERE);
  }

  /** A field without which there is no answer; who builds the model need not set it. */
  public <V> Row<V> required(String name, Kind<V> kind, V ofBuilders) {
    return place(name, kind, true, ofBuilders, Row.Written.IF_THERE);
  }

  /** A field that may be absent; it is written only if it is there. */
  public <V> Row<V> optional(String name, Kind<V> kind) {
    return place(name, kind, false, null, Row.Written.IF_THERE);
  }

  /** A field with a default, such as the empty list: it may be absent, and is always written. */
  public <V> Row<V> defaulted(String name, Kind<V> kind, V ifAbsent) {
    return place(name, kind, false, ifAbsent, Row.Written.IF_THERE);
  }

  /** A field whose absence means this value, which is not written. */
  public <V> Row<V> absentIf(V value, String name, Kind<V> kind) {
    return place(name, kind, false, value, Row.Written.UNLESS_DEFAULT);
  }

  /** A value without which there is no model, and which is no member of the JSON object. */
  public <V> Row<V> requiredOutside(String accessor) {
    return place(accessor, null, true, null, Row.Written.NEVER);
  }

  /** A value that is no member of the JSON object: in the path, in the query, or a mere mark. */
  public <V> Row<V> outside(String accessor) {
    return place(accessor, null, false, null, Row.Written.NEVER);
  }

  /** The same with a default. */
  public <V> Row<V> outside(String accessor, V ifAbsent) {
    return place(accessor, null, false, ifAbsent, Row.Written.NEVER);
  }

  /**
   * The fields that are written as {@code null}, each with its JSON name as {@code toString()};
   * outside of the JSON object itself.
   */
  public <V extends Collection<?>> Row<V> cleared(String accessor, V none) {
    Row<V> row = outside(accessor, none);
    cleared = row;
    return row;
  }

  private <V> Row<V> place(
      String name,
      @Nullable Kind<V> kind,
      boolean required,
      @Nullable V ifAbsent,
      Row.Written written) {
    Row<V> row = new Row<>(this, name, kind, fields.length, required, ifAbsent, written);
    fields = with(fields, row);
    if (kind != null) {
      add(row);
    }
    return row;
  }

  void add(Row<?> row) {
    if (indexes.put(row.name(), rows.length) != null) {
      throw new IllegalArgumentException("two rows are called " + row.name());
    }
    rows = with(rows, row);
  }

  void putFirst(Row<?> row) {
    List<Row<?>> ordered = new ArrayList<>(Arrays.asList(rows));
    ordered.remove(row);
    ordered.add(0, row);
    rows = ordered.toArray(rows);
    for (int i = 0; i < rows.length; i++) {
      indexes.put(rows[i].name(), i);
    }
  }

  private static Row<?>[] with(Row<?>[] before, Row<?> row) {
    Row<?>[] all = Arrays.copyOf(before, before.length + 1);
    all[before.length] = row;
    return all;
  }

  /** The members of the JSON object, in the order in which they are written. */
  public List<Row<?>> rows() {
    return Collections.unmodifiableList(Arrays.asList(rows));
  }

  /** All fields, those outside JSON too. */
  List<Row<?>> fields() {
    return Collections.unmodifiableList(Arrays.asList(fields));
  }

  /** Whether a model of this table has the field. */
  boolean has(Row<?> field) {
    return field.slot() < fields.length && fields[field.slot()] == field;
  }

  /** Room for the values of one model. */
  @Nullable Object[] newValues() {
    return new Object[fields.length];
  }

  /**
   * The values, with the defaults for those that are absent.
   *
   * @throws IllegalStateException if a required field is missing
   */
  @Nullable Object[] complete(@Nullable Object[] values, Class<?> type) {
    List<String> missing = null;
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        values[i] = fields[i].ifAbsent();
        if (values[i] == null && fields[i].isRequired()) {
          missing = missing == null ? new ArrayList<>() : missing;
          missing.add(fields[i].accessor());
        }
      }
    }
    if (missing != null) {
      throw new IllegalStateException(
          type.getSimpleName() + " cannot be built: " + missing + " must be set");
    }
    return values;
  }

  boolean areEqual(@Nullable Object[] values, @Nullable Object[] others) {
    for (int i = 0; i < fields.length; i++) {
      if (fields[i].isCompared() && !Objects.equals(values[i], others[i])) {
        return false;
      }
    }
    return true;
  }

  int hashOf(@Nullable Object[] values) {
    int hash = 1;
    for (int i = 0; i < fields.length; i++) {
      if (fields[i].isCompared()) {
        hash = 31 * hash + Objects.hashCode(values[i]);
      }
    }
    return hash;
  }

  /** The fields that are there, in braces. */
  String shown(Model model) {
    StringJoiner shown = new StringJoiner(", ", "{", "}");
    for (Row<?> row : fields) {
      Object value = row.valueIn(model);
      if (value != null) {
        shown.add(row.accessor() + "=" + (row.isShown() ? value : NOT_SHOWN));
      }
    }
    if (!model.additionalProperties.isEmpty()) {
      shown.add("additionalProperties=" + NOT_SHOWN);
    }
    return shown.toString();
  }

  int size() {
    return rows.length;
  }

  Row<?> row(int index) {
    return rows[index];
  }

  /** The model as the bytes of one JSON object. */
  public byte[] toJson(M model) {
    return toJson(model, null);
  }

  /**
   * The model as the bytes of one JSON object.
   *
   * @param given the value of the member of {@link #withGiven}; null leaves that out
   * @throws IllegalArgumentException if a text is no Unicode text
   */
  public byte[] toJson(M model, @Nullable String given) {
    try (JsonWriter out = new JsonWriter()) {
      write(out, model, given);
      return out.toBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // It goes to memory, and what is wrong is refused before.
    }
  }

  /**
   * The model as it was read, for whoever wants to look at it and not to send it: half of a
   * surrogate pair, which an answer may hold, is written as an escape.
   */
  public byte[] toJsonAsRead(M model) {
    try (JsonWriter out = new JsonWriter(true)) {
      write(out, model, null);
      return out.toBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // It goes to memory.
    }
  }

  void write(JsonWriter out, M model, @Nullable String givenValue) throws IOException {
    Collection<?> nulls = clearedIn(model);
    out.startObject();
    if (given != null && givenValue != null) {
      out.name(given);
      out.text(givenValue);
    }
    boolean hasNulls = !nulls.isEmpty();
    for (Row<?> row : rows) {
      if (!row.write(out, model) && hasNulls && holds(nulls, row.name())) {
        row.writeNull(out);
      }
    }
    Map<String, @Nullable Object> kept = model.additionalProperties;
    out.members(lossless ? withoutSet(kept, model, nulls) : kept);
    out.endObject();
  }

  private Map<String, @Nullable Object> withoutSet(
      Map<String, @Nullable Object> kept, M model, Collection<?> nulls) {
    Map<String, @Nullable Object> rest = new LinkedHashMap<>(kept);
    rest.keySet()
        .removeIf(
            name -> {
              int index = indexOf(name);
              return index >= 0 && (rows[index].valueIn(model) != null || holds(nulls, name));
            });
    return rest;
  }

  private Collection<?> clearedIn(M model) {
    Collection<?> names = cleared == null ? null : cleared.valueIn(model);
    return names == null ? Collections.emptySet() : names;
  }

  private static boolean holds(Collection<?> fields, String name) {
    for (Object field : fields) {
      if (field.toString().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Refuses a request that says two things about one field: an additional property that shadows a
   * row, unless the table is lossless, or a field that is both set and cleared.
   *
   * @throws IllegalArgumentException if it does
   */
  public void check(M request) {
    for (Object field : clearedIn(request)) {
      Integer index = indexes.get(field.toString());
      if (index != null && rows[index].valueIn(request) != null) {
        throw new IllegalArgumentException(
            field + " is both set and cleared; allowed is one of the two");
      }
    }
    if (!lossless) {
      for (String name : request.additionalProperties.keySet()) {
        if (indexes.containsKey(name) || (given != null && given.getValue().equals(name))) {
          throw new IllegalArgumentException(
              "additionalProperties holds "
                  + name
                  + ", which the request has a field of its own for; allowed is any other name");
        }
      }
    }
  }

  /** The place of the field among the rows; negative if there is none of this name. */
  int indexOf(String name) {
    Integer index = indexes.get(name);
    return index == null ? -1 : index;
  }

  /** The same, faster if the field is at the likely place. */
  int indexOf(String name, int likely) {
    return likely < rows.length && rows[likely].name().equals(name) ? likely : indexOf(name);
  }

  /** Whether what is read must be given back exactly. */
  boolean isLossless() {
    return lossless;
  }

  /** A builder for a model that is read; only requests have none. */
  ModelBuilder<M, ?> newBuilder() {
    return Objects.requireNonNull(newBuilder, "requests are never read").get();
  }
}
