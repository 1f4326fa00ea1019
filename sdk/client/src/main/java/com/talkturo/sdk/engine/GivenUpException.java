package com.talkturo.sdk.engine;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The attempt was given up before it was sent; the message says why. */
final class GivenUpException extends IOException {
  private static final long serialVersionUID = 1;

  private final @Nullable Duration retryAfter;

  GivenUpException(String message, @Nullable Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  /** How long until a turn is free; null if too little time is left. */
  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
