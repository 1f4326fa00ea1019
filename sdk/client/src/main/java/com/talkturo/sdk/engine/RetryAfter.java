package com.talkturo.sdk.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import okhttp3.Headers;

/** The {@code Retry-After} header; not documented by Talkturo, defined by RFC 9110. */
final class RetryAfter {
  private static final int MAX_DIGITS = 9;

  /** Beyond every deadline, and still countable in nanoseconds. */
  private static final Duration NEVER = Duration.ofSeconds(999_999_999);

  private RetryAfter() {}

  /** Seconds or an HTTP date; anything negative, past, contradictory or unreadable is absent. */
  static Optional<Duration> of(Headers headers) {
    List<String> values = headers.values("Retry-After");
    if (values.size() != 1) {
      return Optional.empty();
    }
    String value = values.get(0).trim();
    if (isDigits(value)) {
      value = value.replaceFirst("^0+(?=.)", "");
      // Whatever is longer lies beyond every deadline, so that its exact value does not matter.
      boolean countable = value.length() <= MAX_DIGITS;
      return Optional.of(countable ? Duration.ofSeconds(Long.parseLong(value)) : NEVER);
    }
    Instant date = headers.getInstant("Retry-After");
    Duration wait = date == null ? Duration.ZERO : Duration.between(Instant.now(), date);
    if (wait.isNegative() || wait.isZero()) {
      return Optional.empty();
    }
    return Optional.of(wait.compareTo(NEVER) < 0 ? wait : NEVER);
  }

  private static boolean isDigits(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return false;
      }
    }
    return !value.isEmpty();
  }
}
