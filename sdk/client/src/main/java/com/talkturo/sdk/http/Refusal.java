package com.talkturo.sdk.http;

import java.io.IOException;

/**
 * Carries a failure that is not about the network through OkHttp, which takes only IOException from
 * an interceptor: anything else ends an async call in the uncaught-exception handler. Unwrapped
 * before the caller sees it, and never retried.
 */
final class Refusal extends IOException {
  private static final long serialVersionUID = 1;

  private final Throwable reason;

  Refusal(Throwable reason) {
    super("refused", reason);
    this.reason = reason;
  }

  Throwable reason() {
    return reason;
  }
}
