package com.talkturo.sdk.json;

import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A model as a table, one {@link Row} per field: reading, writing, clearing and checking all work
 * from it. Internal to the SDK.
 *
 * <pre>{@code
 * static final Table<Part, Builder> TABLE =
 *     Table.of(
 *         Builder::new,
 *         Builder::build,
 *         Builder::putAdditionalProperties,
 *         Row.required("id", Kind.id(), Part::id, Builder::id),
 *         Row.optional("size", Kind.integer(), Part::size, Builder::size),
 *         Row.optional("key", Kind.secret(), Part::key, Builder::key),
 *         Row.defaulted("tags", Kind.listOf(Kind.text()), Part::tags, Builder::tags));
 * }</pre>
 *
 * @param <M> the model
 * @param <B> the model's builder
 */
public final class Table<M, B> {
  private final @Nullable Reading<M, B> reading;
  private final Row<M, B, ?>[] rows;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final int[] required;
  private final @Nullable SerializedString given;
  private final @Nullable Function<M, ? extends Collection<?>> cleared;
  private final boolean lossless;

  @SuppressWarnings({"rawtypes", "unchecked"}) // Java makes no arrays of a generic type.
  private Table(
      @Nullable Reading<M, B> reading,
      List<Row<M, B, ?>> rows,
      @Nullable SerializedString given,
      @Nullable Function<M, ? extends Collection<?>> cleared,
      boolean lossless) {
    this.reading = reading;
    this.rows = rows.toArray(new Row[0]);
    this.given = given;
    this.cleared = cleared;
    this.lossless = lossless;
    int[] places = new int[rows.size()];
    int count = 0;
    for (Row<M, B, ?> row : rows) {
      int index = indexes.size();
      if (indexes.put(row.name(), index) != null) {
        throw new IllegalArgumentException("two rows are called " + row.name());
      }
      if (row.isRequired()) {
        places[count++] = index;
      }
    }
    this.required = Arrays.copyOf(places, count);
  }

  /** Where a builder keeps a member that is unknown or odd. */
  @FunctionalInterface
  public interface Keeper<B> {
    /** Keeps it; the tree is null for a JSON {@code null}. */
    void keep(B builder, String name, @Nullable Object tree);
  }

  /** A model whose builder keeps what no row knows. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static <M, B> Table<M, B> of(
      Supplier<B> newBuilder, Function<B, M> build, Keeper<B> keeper, Row<M, B, ?>... rows) {
    return of(newBuilder, build, keeper, Arrays.asList(rows));
  }

  /** A model whose builder keeps what no row knows. */
  public static <M, B> Table<M, B> of(
      Supplier<B> newBuilder, Function<B, M> build, Keeper<B> keeper, List<Row<M, B, ?>> rows) {
    return new Table<>(new Reading<>(newBuilder, build, keeper), rows, null, null, false);
  }

  /** A request, which is never read. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static <M> Table<M, Void> ofRequest(Row<M, Void, ?>... rows) {
    return ofRequest(Arrays.asList(rows));
  }

  /** A request, which is never read. */
  public static <M> Table<M, Void> ofRequest(List<Row<M, Void, ?>> rows) {
    return new Table<>(null, rows, null, null, false);
  }

  /** This table with a leading text member, whose value comes with each write. */
  public Table<M, B> withGiven(String name) {
    return new Table<>(reading, rows(), new SerializedString(name), cleared, lossless);
  }

  /**
   * This table for a model that can clear fields: they are written as {@code null}.
   *
   * @param fields the cleared fields, each with its JSON name as {@code toString()}
   */
  public Table<M, B> withCleared(Function<M, ? extends Collection<?>> fields) {
    return new Table<>(reading, rows(), given, fields, lossless);
  }

  /**
   * This table for a model that is written back as it was read. What a row cannot give back
   * exactly, such as a {@code null}, a number spelled as text or a list with an odd element, stays
   * out of the row: it is kept under its name, and written from there unless the row has a value by
   * then.
   */
  public Table<M, B> lossless() {
    return new Table<>(reading, rows(), given, cleared, true);
  }

  /** The fields, in the order in which they are written. */
  public List<Row<M, B, ?>> rows() {
    return Collections.unmodifiableList(Arrays.asList(rows));
  }

  int size() {
    return rows.length;
  }

  Row<M, B, ?> row(int index) {
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
    Collection<?> nulls = cleared == null ? Collections.emptySet() : cleared.apply(model);
    out.startObject();
    if (given != null && givenValue != null) {
      out.name(given);
      out.text(givenValue);
    }
    boolean hasNulls = !nulls.isEmpty();
    for (Row<M, B, ?> row : rows) {
      if (!row.write(out, model) && hasNulls && holds(nulls, row.name())) {
        row.writeNull(out);
      }
    }
    if (model instanceof WithAdditionalProperties) {
      Map<String, @Nullable Object> kept =
          ((WithAdditionalProperties) model).additionalProperties();
      out.members(lossless ? withoutSet(kept, model, nulls) : kept);
    }
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
    if (cleared != null) {
      for (Object field : cleared.apply(request)) {
        Integer index = indexes.get(field.toString());
        if (index != null && rows[index].valueIn(request) != null) {
          throw new IllegalArgumentException(
              field + " is both set and cleared; allowed is one of the two");
        }
      }
    }
    if (request instanceof WithAdditionalProperties && !lossless) {
      for (String name : ((WithAdditionalProperties) request).additionalProperties().keySet()) {
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

  /** The places of the fields without which there is no model. */
  int[] required() {
    return required;
  }

  /** Whether what is read must be given back exactly. */
  boolean isLossless() {
    return lossless;
  }

  /** How a model is read; only requests have none. */
  Reading<M, B> reading() {
    return Objects.requireNonNull(reading, "requests are never read");
  }

  /** How a model is built from an answer. */
  static final class Reading<M, B> {
    final Supplier<B> newBuilder;
    final Function<B, M> build;
    final Keeper<B> keeper;

    Reading(Supplier<B> newBuilder, Function<B, M> build, Keeper<B> keeper) {
      this.newBuilder = newBuilder;
      this.build = build;
      this.keeper = keeper;
    }
  }
}
