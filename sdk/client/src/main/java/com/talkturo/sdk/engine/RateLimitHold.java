package com.talkturo.sdk.engine;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Holds attempts back after a 429 with {@code Retry-After}: they would get the same. When the hold
 * ends, one call goes first, and the others follow when its attempt has ended without another hold.
 */
final class RateLimitHold {
  /** Calls do not wait longer for the first one, which may be slow for reasons of its own. */
  private static final long FIRST_NANOS = TimeUnit.SECONDS.toNanos(2);

  private boolean held;
  private long endNanos;
  private @Nullable CallState first;

  /** A 429 asks for this wait from now on; several hold as long as the longest. */
  synchronized void begin(long nanos) {
    long end = System.nanoTime() + nanos;
    if (!held || end - endNanos > 0) {
      endNanos = end;
    }
    held = true;
    first = null;
  }

  /**
   * How long the call is held back; 0 if it may go now. Ask again after the wait, because another
   * 429 may have come.
   */
  synchronized long nanosLeft(CallState call) {
    if (!held) {
      return 0;
    }
    long left = endNanos - System.nanoTime();
    if (left > 0) {
      return left;
    }
    if (first == null) {
      first = call;
      endNanos = System.nanoTime();
      return 0;
    }
    if (first == call) {
      return 0;
    }
    long patience = FIRST_NANOS + left;
    if (patience > 0) {
      return patience;
    }
    held = false;
    return 0;
  }

  /** Whether a call that waits has a reason to ask again. */
  synchronized boolean isOver() {
    return !held || (first == null && endNanos - System.nanoTime() <= 0);
  }

  /** Whether there is anything to wait for, or to try first. */
  synchronized boolean isHeld() {
    return held;
  }

  /** Whether the hold is over but for the call that goes first. */
  synchronized boolean isTested() {
    return held && first != null;
  }

  /**
   * The call's attempt ended, and the others follow; or it was not made, and another goes first.
   * Returns whether those that wait have a reason to look.
   */
  synchronized boolean leave(CallState call, boolean attempted) {
    if (first != call) {
      return false;
    }
    first = null;
    held &= !attempted;
    return true;
  }
}
