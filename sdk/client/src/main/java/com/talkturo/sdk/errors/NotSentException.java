package com.talkturo.sdk.errors;

import org.jspecify.annotations.Nullable;

/**
 * The SDK gave up before it sent the attempt, although the deadline had not passed: too little time
 * was left for a request that is sent at most once. An earlier attempt may have been sent and
 * turned away; {@link #requestSent()} and {@link #mayHaveTakenEffect()} speak of all attempts.
 */
public final class NotSentException extends TransportException {
  private static final long serialVersionUID = 1;

  /** For the SDK, and for tests that need one. */
  public NotSentException(String message, @Nullable Throwable cause, RequestSummary request) {
    super(message, cause, request);
  }
}
