package com.talkturo.acceptance;

import java.time.Duration;
import java.time.Instant;

final class SdkThreads {
  private SdkThreads() {}

  /** OkHttp gives a thread another name for as long as it works for a call. */
  static boolean isOne(Thread thread) {
    Instant end = Instant.now().plus(Duration.ofSeconds(10));
    while (!thread.getName().startsWith("talkturo-") && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
    }
    return thread.getName().startsWith("talkturo-");
  }
}
