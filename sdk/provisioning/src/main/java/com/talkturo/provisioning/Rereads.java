package com.talkturo.provisioning;

import java.time.Duration;

/** How often the API is asked again, and after which waits, whether it shows what it was told. */
final class Rereads {
  private static final int MOST_READS = 7;
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);

  private final Work work;
  private Duration wait = FIRST_WAIT;
  private int reads = 1;

  Rereads(Work work) {
    this.work = work;
  }

  /** Waits before the next read; false, at once, if there have been enough. */
  boolean again() {
    if (reads == MOST_READS) {
      return false;
    }
    work.pause(wait);
    wait = wait.multipliedBy(2);
    reads++;
    return true;
  }
}
