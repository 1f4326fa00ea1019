package com.talkturo.calls;

import java.time.Duration;

/** What a row of the fault suite may change of a client. */
public record Limits(
    Duration timeout, Duration connectTimeout, Duration readTimeout, long maxResponseBytes) {
  /** The SDK's own. */
  static final Limits DEFAULTS =
      new Limits(
          Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofSeconds(30), 10 * 1024 * 1024);

  Limits timeout(Duration other) {
    return new Limits(other, connectTimeout, readTimeout, maxResponseBytes);
  }

  Limits connectTimeout(Duration other) {
    return new Limits(timeout, other, readTimeout, maxResponseBytes);
  }

  Limits readTimeout(Duration other) {
    return new Limits(timeout, connectTimeout, other, maxResponseBytes);
  }

  Limits maxResponseBytes(long other) {
    return new Limits(timeout, connectTimeout, readTimeout, other);
  }
}
