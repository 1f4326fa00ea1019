package com.talkturo.sdk.engine;

import java.io.IOException;

/**
 * Carries what the user's code threw, or a key or origin that cannot be used, through OkHttp, which
 * takes only IOException from an interceptor: anything else ends an async call in the
 * uncaught-exception handler. Unwrapped before the caller sees it, and never retried.
 */
final class CarriedFailure extends IOException {
  private static final long serialVersionUID = 1;

  private final Throwable reason;

  CarriedFailure(Throwable reason) {
    super("refused", reason);
    this.reason = reason;
  }

  Throwable reason() {
    return reason;
  }

  /** The failure itself, unless it carries another. */
  static Throwable reasonOf(IOException failure) {
    return failure instanceof CarriedFailure ? ((CarriedFailure) failure).reason : failure;
  }
}
