package com.talkturo.sdk.errors;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The SDK gave up before it sent the attempt, although the deadline had not passed: too little time
 * was left for a request that is sent at most once, a 429 holds the client back for longer than the
 * deadline, or the rate limiter gives a turn only after it. An earlier attempt may have been sent
 * and turned away; {@link #requestSent()} and {@link #mayHaveTakenEffect()} cover all attempts.
 */
public final class NotSentException extends TransportException {
  private static final long serialVersionUID = 1;

  private final @Nullable Duration retryAfter;

  /** For the SDK, and for tests that need one. */
  public NotSentException(
      String message,
      @Nullable Throwable cause,
      RequestSummary request,
      @Nullable Duration retryAfter) {
    super(message, cause, request);
    this.retryAfter = retryAfter;
  }

  /** How long from the failure until a turn is free; empty if too little time was left. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
