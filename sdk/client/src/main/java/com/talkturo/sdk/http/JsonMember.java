package com.talkturo.sdk.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The value of the JSON member being read, asked for as the type that the model expects. Internal
 * to the SDK.
 *
 * <p>The rules for odd answers live here and nowhere else: {@code null} is absent; a value of
 * another type is absent too, and kept as a plain tree, so that one odd field never loses the
 * answer.
 */
public final class JsonMember {
  /** Deeper than any real answer, shallow enough for a small stack; what lies below is left out. */
  private static final int MAX_DEPTH = 200;

  /** Beyond this, parsing a number costs more than it can be worth: it is kept as its digits. */
  private static final int MAX_NUMBER_CHARS = 1000;

  private final JsonParser parser;
  private boolean kept;

  JsonMember(JsonParser parser) {
    this.parser = parser;
  }

  /** Reads the members of the object that the parser stands on, up to its end. */
  <B> B readMembers(JsonModel<B, ?> model, B builder) throws IOException {
    B result = builder;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      result = readInto(model, result, name);
    }
    return result;
  }

  /** Reads the member that the parser stands on. */
  <B> B readInto(JsonModel<B, ?> model, B builder, String name) throws IOException {
    kept = false;
    B result;
    try {
      result = model.read(builder, name, this);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (kept) {
      model.keep(result, name, tree(parser, 0));
    } else {
      parser.skipChildren();
    }
    return result;
  }

  /** Marks the member as one to keep as a tree. */
  public void keep() {
    kept = true;
  }

  /** A JSON string. */
  public Optional<String> text() {
    return parser.hasToken(JsonToken.VALUE_STRING) ? Optional.of(rawText()) : absent();
  }

  /** A JSON string, or a number as its digits: for ids, which must not be lost. */
  public Optional<String> id() {
    boolean readable = parser.hasToken(JsonToken.VALUE_STRING) || isNumber();
    String text = readable ? rawText() : "";
    return text.isEmpty() ? absent() : Optional.of(text);
  }

  /** A JSON string that is not blank. */
  public Optional<String> name() {
    Optional<String> text = text();
    return text.isPresent() && text.get().trim().isEmpty() ? absent() : text;
  }

  /** A JSON boolean. */
  public Optional<Boolean> flag() {
    if (parser.hasToken(JsonToken.VALUE_TRUE)) {
      return Optional.of(true);
    }
    return parser.hasToken(JsonToken.VALUE_FALSE) ? Optional.of(false) : absent();
  }

  /** A finite JSON number, or a string that spells one. */
  public Optional<Double> decimal() {
    Number number = number();
    if (number == null) {
      return absent();
    }
    double value = number.doubleValue();
    return Double.isNaN(value) || Double.isInfinite(value) ? absent() : Optional.of(value);
  }

  /** A JSON number without a fraction that fits an {@code int}, or a string that spells one. */
  public Optional<Integer> integer() {
    Number number = number();
    if (number == null) {
      return absent();
    }
    double value = number.doubleValue();
    return value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE
        ? Optional.of((int) value)
        : absent();
  }

  /** An ISO 8601 time with an offset. */
  public Optional<Instant> time() {
    Instant time = parser.hasToken(JsonToken.VALUE_STRING) ? Timestamps.parse(rawText()) : null;
    return time == null ? absent() : Optional.of(time);
  }

  private <V> Optional<V> absent() {
    kept = !parser.hasToken(JsonToken.VALUE_NULL);
    return Optional.empty();
  }

  private boolean isNumber() {
    return parser.hasToken(JsonToken.VALUE_NUMBER_INT)
        || (parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT) && isFinite(rawText()));
  }

  /** Not {@code NaN} or {@code Infinity}, which the parser takes for numbers. */
  private static boolean isFinite(String number) {
    return Character.isDigit(number.charAt(number.length() - 1));
  }

  private @Nullable Number number() {
    try {
      if (isNumber()) {
        return parser.getTextLength() > MAX_NUMBER_CHARS ? null : parser.getDoubleValue();
      }
      if (parser.hasToken(JsonToken.VALUE_STRING) && parser.getTextLength() <= MAX_NUMBER_CHARS) {
        return spelledNumber(parser.getText());
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The number that a string spells in JSON's own characters: Java would also take "1d" or "NaN".
   */
  private static @Nullable Number spelledNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
        return null;
      }
    }
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private String rawText() {
    try {
      return parser.getText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value that the parser stands on as Map, List, String, Number, Boolean or null. */
  static @Nullable Object tree(JsonParser parser, int depth) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new IOException("the document ends inside a value");
    }
    switch (token) {
      case START_OBJECT:
        return depth < MAX_DEPTH ? object(parser, depth) : skipped(parser);
      case START_ARRAY:
        return depth < MAX_DEPTH ? array(parser, depth) : skipped(parser);
      case VALUE_STRING:
        return parser.getText();
      case VALUE_NUMBER_INT:
        return parser.getTextLength() > MAX_NUMBER_CHARS ? parser.getText() : integer(parser);
      case VALUE_NUMBER_FLOAT:
        return parser.getTextLength() > MAX_NUMBER_CHARS || !isFinite(parser.getText())
            ? parser.getText()
            : decimal(parser);
      case VALUE_TRUE:
        return true;
      case VALUE_FALSE:
        return false;
      case VALUE_NULL:
        return null;
      default:
        throw new IOException("unexpected " + token);
    }
  }

  private static Map<String, @Nullable Object> object(JsonParser parser, int depth)
      throws IOException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, tree(parser, depth + 1));
    }
    return Collections.unmodifiableMap(members);
  }

  private static List<@Nullable Object> array(JsonParser parser, int depth) throws IOException {
    List<@Nullable Object> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(tree(parser, depth + 1));
    }
    return Collections.unmodifiableList(elements);
  }

  private static @Nullable Object skipped(JsonParser parser) throws IOException {
    parser.skipChildren();
    return null;
  }

  private static Number integer(JsonParser parser) throws IOException {
    BigInteger value = parser.getBigIntegerValue();
    if (value.bitLength() < Integer.SIZE) {
      return value.intValue();
    }
    return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
  }

  /** A double where it says the same, so that 0.5 equals what a caller would write. */
  private static Number decimal(JsonParser parser) throws IOException {
    String digits = parser.getText();
    BigDecimal exact;
    try {
      exact = new BigDecimal(digits);
    } catch (NumberFormatException e) {
      return Double.valueOf(digits);
    }
    double value = exact.doubleValue();
    boolean same = !Double.isInfinite(value) && BigDecimal.valueOf(value).compareTo(exact) == 0;
    return same ? (Number) value : exact;
  }
}
