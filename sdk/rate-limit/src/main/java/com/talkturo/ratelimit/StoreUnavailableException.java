package com.talkturo.ratelimit;

/**
 * The shared store did not give a turn in time, and the limiter was told to {@linkplain
 * BucketRateLimiter.Builder#failWithoutStore fail} then. Nothing was sent.
 */
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreUnavailableException(String message) {
    super(message);
  }
}
