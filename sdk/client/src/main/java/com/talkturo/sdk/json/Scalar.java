package com.talkturo.sdk.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The kinds of a single value. One class each would cost the first call more than the switch. */
final class Scalar<V> extends Kind<V> {
  private enum Type {
    TEXT,
    NAME,
    ID,
    FLAG,
    INTEGER,
    LONG,
    NUMBER,
    DECIMAL,
    TIME,
    DATE,
    TREE
  }

  static final Kind<String> TEXT = new Scalar<>(Type.TEXT, "text");
  static final Kind<String> NAME = new Scalar<>(Type.NAME, "text that is not blank");
  static final Kind<String> ID = new Scalar<>(Type.ID, "an id");
  static final Kind<String> SECRET = new Scalar<>(Type.TEXT, "text");
  static final Kind<Boolean> FLAG = new Scalar<>(Type.FLAG, "a boolean");
  static final Kind<Integer> INTEGER = new Scalar<>(Type.INTEGER, "an integer of 32 bits");
  static final Kind<Long> LONG = new Scalar<>(Type.LONG, "an integer of 64 bits");
  static final Kind<Double> NUMBER = new Scalar<>(Type.NUMBER, "a number");
  static final Kind<BigDecimal> DECIMAL = new Scalar<>(Type.DECIMAL, "a number");
  static final Kind<Instant> TIME = new Scalar<>(Type.TIME, "an ISO 8601 time with an offset");
  static final Kind<LocalDate> DATE = new Scalar<>(Type.DATE, "an ISO 8601 date");
  static final Kind<Object> TREE = new Scalar<>(Type.TREE, "any JSON");

  private final Type type;

  private Scalar(Type type, String expected) {
    super(expected);
    this.type = type;
  }

  @Override
  boolean hasNull() {
    return type == Type.TREE;
  }

  @Override
  @SuppressWarnings("unchecked") // Each constant above has the type of its case.
  @Nullable V read(JsonReader in) throws IOException {
    return (V) value(in);
  }

  private @Nullable Object value(JsonReader in) throws IOException {
    switch (type) {
      case TEXT:
        return text(in);
      case NAME:
        String name = text(in);
        return name == null || name.trim().isEmpty() ? null : name;
      case ID:
        String id = Numbers.isNumber(in) ? in.text() : text(in);
        return id == null || id.isEmpty() ? null : id;
      case FLAG:
        return in.isAt(JsonToken.VALUE_TRUE) ? Boolean.TRUE : no(in);
      case INTEGER:
        return Numbers.toInteger(in);
      case LONG:
        return Numbers.toLong(in);
      case NUMBER:
        return Numbers.toDouble(in);
      case DECIMAL:
        return Numbers.toDecimal(in);
      case TIME:
        String time = text(in);
        return time == null ? null : Times.parse(time);
      case DATE:
        String date = text(in);
        return date == null ? null : Times.parseDate(date);
      default:
        return in.tree();
    }
  }

  private static @Nullable String text(JsonReader in) throws IOException {
    return in.isAt(JsonToken.VALUE_STRING) ? in.text() : null;
  }

  private static @Nullable Boolean no(JsonReader in) {
    return in.isAt(JsonToken.VALUE_FALSE) ? Boolean.FALSE : null;
  }

  @Override
  void write(JsonWriter out, V value) throws IOException {
    switch (type) {
      case FLAG:
        out.flag((Boolean) value);
        break;
      case INTEGER:
      case LONG:
      case NUMBER:
      case DECIMAL:
        out.number((Number) value);
        break;
      case TREE:
        out.tree(Trees.copyOf(out.where(), value));
        break;
      default:
        out.text(value.toString());
    }
  }
}
