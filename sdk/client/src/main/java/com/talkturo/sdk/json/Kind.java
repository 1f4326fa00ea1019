package com.talkturo.sdk.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a value looks like in JSON: how it is read, tolerantly, and written. Internal to the SDK.
 *
 * @param <V> the value
 */
public abstract class Kind<V> {
  private final String expected;

  Kind(String expected) {
    this.expected = expected;
  }

  /** A JSON string. */
  public static Kind<String> text() {
    return Scalar.TEXT;
  }

  /** A JSON string that is not blank. */
  public static Kind<String> name() {
    return Scalar.NAME;
  }

  /** A JSON string that is not empty, or a number as its digits: ids must not be lost. */
  public static Kind<String> id() {
    return Scalar.ID;
  }

  /** Text that no {@code toString()} shows. */
  public static Kind<String> secret() {
    return Scalar.SECRET;
  }

  /** A JSON boolean. */
  public static Kind<Boolean> flag() {
    return Scalar.FLAG;
  }

  /** A number without a fraction that fits an {@code int}, or a string that spells one. */
  public static Kind<Integer> integer() {
    return Scalar.INTEGER;
  }

  /** A number without a fraction that fits a {@code long}, or a string that spells one. */
  public static Kind<Long> longInteger() {
    return Scalar.LONG;
  }

  /** A finite number, or a string that spells one. */
  public static Kind<Double> number() {
    return Scalar.NUMBER;
  }

  /** A number with all its digits, or a string that spells one: for money. */
  public static Kind<BigDecimal> decimal() {
    return Scalar.DECIMAL;
  }

  /** An ISO 8601 time with an offset. */
  public static Kind<Instant> time() {
    return Scalar.TIME;
  }

  /** An ISO 8601 date. */
  public static Kind<LocalDate> date() {
    return Scalar.DATE;
  }

  /** Anything, as Map, List, String, Number or Boolean; a JSON {@code null} is absent. */
  public static Kind<Object> tree() {
    return Scalar.TREE;
  }

  /** A name from an open list: text that is not blank. */
  public static <V extends OpenValue> Kind<V> open(Function<String, V> of) {
    return new Open<>(of);
  }

  /** An object with a table of its own. */
  public static <M extends Model> Kind<M> object(Table<M> table) {
    return new ObjectOf<>(table);
  }

  /**
   * A JSON array. Elements that do not fit are left out, and the array is kept as a tree as well.
   */
  public static <V> Kind<List<V>> listOf(Kind<V> element) {
    return new Containers.ListOf<>(element);
  }

  /** A JSON object with any names; what does not fit is treated as in {@link #listOf}. */
  public static <V> Kind<Map<String, V>> mapOf(Kind<V> value) {
    return new Containers.MapOf<>(value);
  }

  /**
   * The value as the bytes of one document: for bodies that are no object of a table.
   *
   * @throws IllegalArgumentException if it is a tree of anything else than JSON, or a text is no
   *     Unicode text
   */
  public final byte[] toJson(V value) {
    try (JsonWriter out = new JsonWriter()) {
      write(out, value);
      return out.toBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // It goes to memory, and what is wrong is refused before.
    }
  }

  /** The value as it was read; see {@link Table#toJsonAsRead}. */
  public final byte[] toJsonAsRead(V value) {
    try (JsonWriter out = new JsonWriter(true)) {
      write(out, value);
      return out.toBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // It goes to memory.
    }
  }

  /**
   * Reads the value that the parser is at; null if it does not fit. Then the parser is where it
   * was, or at the end of the object or list.
   */
  abstract @Nullable V read(JsonReader in) throws IOException;

  abstract void write(JsonWriter out, V value) throws IOException;

  /** What messages call it. */
  final String expected() {
    return expected;
  }

  /** Whether a {@code null} among the elements of a list is a value and not a gap. */
  boolean hasNull() {
    return false;
  }

  /** What messages call the value that starts there. */
  static String nameOf(@Nullable JsonToken token) {
    if (token == null) {
      return "nothing";
    }
    switch (token) {
      case START_OBJECT:
        return "an object";
      case START_ARRAY:
        return "a list";
      case VALUE_STRING:
        return "text";
      case VALUE_NUMBER_INT:
      case VALUE_NUMBER_FLOAT:
        return "a number";
      case VALUE_TRUE:
      case VALUE_FALSE:
        return "a boolean";
      default:
        return "null";
    }
  }

  private static final class Open<V extends OpenValue> extends Kind<V> {
    private final Function<String, V> of;

    Open(Function<String, V> of) {
      super("text that is not blank");
      this.of = of;
    }

    @Override
    @Nullable V read(JsonReader in) throws IOException {
      String name = Scalar.NAME.read(in);
      return name == null ? null : of.apply(name);
    }

    @Override
    void write(JsonWriter out, V value) throws IOException {
      out.text(value.value());
    }
  }

  private static final class ObjectOf<M extends Model> extends Kind<M> {
    private final Table<M> table;

    ObjectOf(Table<M> table) {
      super("an object");
      this.table = table;
    }

    @Override
    @Nullable M read(JsonReader in) throws IOException {
      return in.isAt(JsonToken.START_OBJECT)
          ? new ModelReader<>(table, in).members().build()
          : null;
    }

    @Override
    void write(JsonWriter out, M value) throws IOException {
      table.write(out, value, null);
    }
  }
}
