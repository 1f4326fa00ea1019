package com.talkturo.sdk.testing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Times as the APIs write them: ISO 8601 in UTC with milliseconds. */
final class Timestamps {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Timestamps() {}

  static String of(Instant time) {
    return FORMAT.format(time);
  }

  static String now() {
    return of(Instant.now());
  }

  /** Now, moved on where two changes fall into one millisecond or the clock was set back. */
  static String laterThan(String timestamp) {
    String now = now();
    if (now.compareTo(timestamp) > 0) {
      return now;
    }
    try {
      return of(Instant.parse(timestamp).plus(1, ChronoUnit.MILLIS));
    } catch (RuntimeException notATimestamp) {
      // A test may have seeded anything.
      return now;
    }
  }
}
