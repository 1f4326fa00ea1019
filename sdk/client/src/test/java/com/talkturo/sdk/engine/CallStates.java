package com.talkturo.sdk.engine;

import java.time.Duration;

/** States of calls that no client makes. */
final class CallStates {
  private CallStates() {}

  static CallState of(Endpoint<?> endpoint, Duration timeout, int maxRetries) {
    return new CallState(
        endpoint,
        timeout,
        maxRetries,
        new Lifecycle(Runnable::run),
        null,
        "key",
        KeyMask.NONE,
        null);
  }
}
