package com.talkturo.ratelimit;

import java.util.concurrent.CompletableFuture;

/** A bucket behind a network. No method waits, and none throws. */
interface Store {
  /**
   * Takes a turn that comes within {@code maxNanos}; gives the wait, which is more than that if
   * nothing was taken.
   */
  CompletableFuture<Long> reserve(long maxNanos);

  /** Takes so many turns that were used without asking. */
  CompletableFuture<?> book(long turns);

  /** Asks without taking anything. */
  CompletableFuture<?> touch();
}
