package com.talkturo.sdk.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers as JSON spells them, or as text that spells one. */
final class Numbers {
  /** Beyond this, parsing a number costs more than it can be worth: it is kept as its digits. */
  private static final int MAX_CHARS = 1000;

  /** What fits a long whatever its digits are. */
  private static final int SAFE_LONG_CHARS = 18;

  private Numbers() {}

  /** A number that is one: the parser takes {@code NaN} and {@code Infinity} for numbers, too. */
  static boolean isNumber(JsonReader in) throws IOException {
    return in.isAt(JsonToken.VALUE_NUMBER_INT)
        || (in.isAt(JsonToken.VALUE_NUMBER_FLOAT) && isFinite(in.text()));
  }

  private static boolean isFinite(String number) {
    return Character.isDigit(number.charAt(number.length() - 1));
  }

  static @Nullable Double toDouble(JsonReader in) throws IOException {
    String digits = in.isAt(JsonToken.VALUE_STRING) ? spelled(in) : null;
    if (digits == null && (!isNumber(in) || in.textLength() > MAX_CHARS)) {
      return null;
    }
    try {
      double value = digits == null ? in.doubleValue() : Double.parseDouble(digits);
      return Double.isNaN(value) || Double.isInfinite(value) ? null : value;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  static @Nullable Integer toInteger(JsonReader in) throws IOException {
    Long value = toLong(in);
    return value == null || value.intValue() != value ? null : (Integer) value.intValue();
  }

  static @Nullable Long toLong(JsonReader in) throws IOException {
    if (in.isAt(JsonToken.VALUE_NUMBER_INT) && in.textLength() <= SAFE_LONG_CHARS) {
      return in.longValue();
    }
    BigDecimal exact = toDecimal(in);
    if (exact == null || exact.precision() - exact.scale() > SAFE_LONG_CHARS + 1) {
      return null;
    }
    try {
      return exact.longValueExact();
    } catch (ArithmeticException fractionOrTooLarge) {
      return null;
    }
  }

  /** Every digit; null for more than a thousand, and for exponents that no sum could use. */
  static @Nullable BigDecimal toDecimal(JsonReader in) throws IOException {
    String digits = in.isAt(JsonToken.VALUE_STRING) ? spelled(in) : null;
    if (digits == null) {
      if (!isNumber(in) || in.textLength() > MAX_CHARS) {
        return null;
      }
      digits = in.text();
    }
    try {
      BigDecimal value = new BigDecimal(digits);
      return Math.abs((long) value.scale()) > MAX_CHARS ? null : value;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The text, if all its characters are those of JSON numbers: Java also takes "1d" or "NaN". */
  private static @Nullable String spelled(JsonReader in) throws IOException {
    if (in.textLength() > MAX_CHARS) {
      return null;
    }
    String text = in.text();
    for (int i = 0; i < text.length(); i++) {
      if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
        return null;
      }
    }
    return text;
  }

  /** The number in a tree: exact, in the smallest type that holds it; text if it is absurd. */
  static Object tree(JsonReader in) throws IOException {
    String digits = in.text();
    if (digits.length() > MAX_CHARS || !isFinite(digits)) {
      return digits;
    }
    return in.isAt(JsonToken.VALUE_NUMBER_INT) ? integer(digits) : decimal(digits);
  }

  private static Number integer(String digits) {
    BigInteger value = new BigInteger(digits);
    if (value.bitLength() < Integer.SIZE) {
      return value.intValue();
    }
    return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
  }

  /** A double where it says the same, so that 0.5 equals what a caller would write. */
  private static Object decimal(String digits) {
    BigDecimal exact;
    try {
      exact = new BigDecimal(digits);
    } catch (NumberFormatException e) {
      return digits; // Its exponent is beyond any number.
    }
    double value = exact.doubleValue();
    boolean same = !Double.isInfinite(value) && BigDecimal.valueOf(value).compareTo(exact) == 0;
    return same ? (Object) value : exact;
  }
}
