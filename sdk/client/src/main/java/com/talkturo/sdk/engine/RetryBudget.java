package com.talkturo.sdk.engine;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps an outage from multiplying the traffic: shared by all calls of a client. A retry costs a
 * token, five successes earn one back, so that in the long run retries stay below a fifth of the
 * successes; a full bucket covers 50 calls that stumble at the same time.
 */
final class RetryBudget {
  private static final int RETRY_COST = 5;
  private static final int CAPACITY = 50 * RETRY_COST;

  private final AtomicInteger left = new AtomicInteger(CAPACITY);

  boolean takeRetry() {
    int before = left.get();
    while (before >= RETRY_COST) {
      if (left.compareAndSet(before, before - RETRY_COST)) {
        return true;
      }
      before = left.get();
    }
    return false;
  }

  void success() {
    int before = left.get();
    // A lost race loses one refill, which does not matter; most calls find the bucket full.
    if (before < CAPACITY) {
      left.compareAndSet(before, before + 1);
    }
  }
}
