package com.talkturo.sdk.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/** ISO 8601: times with any offset and any fraction, and dates. */
final class Times {
  private static final int DATE_END = "2025-03-04".length();
  private static final int SECONDS_END = "2025-03-04T08:15:00".length();
  private static final int MAX_FRACTION_DIGITS = 9;

  private Times() {}

  static @Nullable Instant parse(String text) {
    // A formatter costs more than all the rest of an answer: only odd forms need it.
    Instant plain = parsePlain(text);
    return plain != null ? plain : parseWithFormatter(text);
  }

  /** {@code 2025-03-04}; null for any other form. */
  static @Nullable LocalDate parseDate(String text) {
    if (text.length() != DATE_END || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return null;
    }
    try {
      int year = digits(text, 0, 4);
      return year < 0 ? null : LocalDate.of(year, digits(text, 5, 7), digits(text, 8, DATE_END));
    } catch (DateTimeException outOfRange) {
      return null;
    }
  }

  /** The form that the API sends, {@code 2025-03-04T08:15:00[.123]Z}; null for any other. */
  private static @Nullable Instant parsePlain(String text) {
    int end = text.length() - 1;
    if (end < SECONDS_END
        || text.charAt(end) != 'Z'
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || text.charAt(10) != 'T'
        || text.charAt(13) != ':'
        || text.charAt(16) != ':') {
      return null;
    }
    int year = digits(text, 0, 4);
    int nanos = end == SECONDS_END ? 0 : fractionNanos(text, end);
    if (year < 0 || nanos < 0) {
      return null;
    }
    try {
      return LocalDateTime.of(
              year,
              digits(text, 5, 7),
              digits(text, 8, 10),
              digits(text, 11, 13),
              digits(text, 14, 16),
              digits(text, 17, SECONDS_END),
              nanos)
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException outOfRange) {
      return null;
    }
  }

  private static int fractionNanos(String text, int end) {
    int count = end - SECONDS_END - 1;
    if (text.charAt(SECONDS_END) != '.' || count < 1 || count > MAX_FRACTION_DIGITS) {
      return -1;
    }
    int nanos = digits(text, SECONDS_END + 1, end);
    for (int i = count; i < MAX_FRACTION_DIGITS; i++) {
      nanos *= 10;
    }
    return nanos;
  }

  /** The number that these characters spell, or -1 if one is not a digit. */
  private static int digits(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private static @Nullable Instant parseWithFormatter(String text) {
    try {
      return OffsetDateTime.parse(text, Formats.ISO_8601).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static final class Formats {
    static final DateTimeFormatter ISO_8601 =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXXXX][XXXX][X]")
            .toFormatter();
  }
}
