package com.talkturo.provisioning;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values of fields as text that is equal if and only if the values are: for comparing, hashing. */
final class Values {
  private Values() {}

  /** Equal for equal values; the way a number is spelled does not count. */
  static String exact(@Nullable Object value) {
    return canonical(value, false);
  }

  /** Equal also for values that differ only as a server may write them down. */
  static String normal(@Nullable Object value) {
    return canonical(value, true);
  }

  static boolean sameAsWritten(@Nullable Object sent, @Nullable Object live) {
    return normal(sent).equals(normal(live));
  }

  private static String canonical(@Nullable Object value, boolean lenient) {
    if (value instanceof Number number) {
      return canonicalNumber(number);
    }
    if (value instanceof Map<?, ?> members) {
      TreeMap<String, String> sorted = new TreeMap<>();
      members.forEach((name, member) -> sorted.put(name.toString(), canonical(member, lenient)));
      return sorted.entrySet().stream()
          .map(member -> quoted(member.getKey()) + ":" + member.getValue())
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof List<?> elements) {
      // Scalars in another order count as the same set; objects in another order do not.
      boolean asSet =
          lenient && elements.stream().noneMatch(e -> e instanceof Map || e instanceof List);
      Stream<String> texts = elements.stream().map(element -> canonical(element, lenient));
      return (asSet ? texts.sorted() : texts).collect(Collectors.joining(",", "[", "]"));
    }
    if (value instanceof String text) {
      return quoted(lenient ? text.replace("\r\n", "\n").replace('\r', '\n').strip() : text);
    }
    return String.valueOf(value);
  }

  private static String canonicalNumber(Number number) {
    BigDecimal exact;
    try {
      exact = new BigDecimal(number.toString());
    } catch (NumberFormatException e) {
      return number.toString();
    }
    BigDecimal shortest = exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
    // 1E+999999999 must not become a gigabyte of zeros.
    return Math.abs(shortest.scale()) <= 40 ? shortest.toPlainString() : shortest.toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** A live value as the kind of its field: a number that the server spells as text is one. */
  static @Nullable Object ofKind(String jsonName, @Nullable Object live) {
    ManagedField field = ManagedField.of(jsonName).orElse(null);
    boolean number =
        field != null
            && (field.kind() == ManagedField.Kind.DECIMAL
                || field.kind() == ManagedField.Kind.INTEGER);
    if (number && live instanceof String text && text.length() <= 40) {
      try {
        return new BigDecimal(text.strip());
      } catch (NumberFormatException e) {
        return live;
      }
    }
    return live;
  }

  static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
