package com.talkturo.sdk.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/** ISO 8601 times with any offset and any fraction. */
final class Timestamps {
  private Timestamps() {}

  static @Nullable Instant parse(String text) {
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
