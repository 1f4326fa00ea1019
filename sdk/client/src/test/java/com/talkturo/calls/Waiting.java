package com.talkturo.calls;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what is awaited, with a bound. */
public final class Waiting {
  private static final long BOUND_SECONDS = 10;

  private Waiting() {}

  public static void until(BooleanSupplier condition) {
    if (!holdsWithin(BOUND_SECONDS * 1_000, condition)) {
      throw new AssertionError("what was awaited did not happen in " + BOUND_SECONDS + " s");
    }
  }

  public static boolean holdsWithin(long millis, BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (System.nanoTime() < end) {
      if (condition.getAsBoolean()) {
        return true;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
    return condition.getAsBoolean();
  }
}
