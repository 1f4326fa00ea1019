package com.talkturo.sdk.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/** Lets an attempt be made when the hold after a 429 is over and the rate limiter gives a turn. */
final class TrafficControl {
  private static final Duration LONGEST_WAIT = Duration.ofDays(365);

  /** Those that hold, each for an API key: the API counts by key. Null if none ever does. */
  private final @Nullable ConcurrentMap<Object, RateLimitHold> holds;

  private final @Nullable Turns limiter;

  TrafficControl(boolean holds, Optional<Turns> limiter) {
    this.holds = holds ? new ConcurrentHashMap<>() : null;
    this.limiter = limiter.orElse(null);
  }

  /**
   * Waits until an attempt may be made.
   *
   * @throws GivenUpException if that would be after the deadline
   * @throws IOException if the call was cancelled, interrupted or closed meanwhile
   */
  void awaitTurn(CallState state, Call call) throws IOException {
    awaitHold(state, call);
    while (limiter != null) {
      long left = state.nanosLeft();
      long nanos = nanosOf(takeTurn(limiter, Duration.ofNanos(Math.max(0, left))));
      if (nanos > left) {
        throw new GivenUpException(
            "the rate limiter gives a turn in "
                + TimeUnit.NANOSECONDS.toMillis(nanos)
                + " ms, and only "
                + TimeUnit.NANOSECONDS.toMillis(left)
                + " ms are left",
            Duration.ofNanos(nanos));
      }
      boolean used = false;
      try {
        if (nanos > 0) {
          await(state, call, nanos, "rate limit", () -> false);
        } else {
          requireGoingOn(state, call); // A limiter may take its time to answer.
        }
        used = !awaitHold(state, call);
      } finally {
        if (!used) {
          limiter.unused();
        }
      }
      if (used) {
        return;
      }
    }
  }

  /** The turn that {@link #awaitTurn} waited for passes without an attempt. */
  void turnUnused() {
    if (limiter != null) {
      limiter.unused();
    }
  }

  private static Duration takeTurn(Turns limiter, Duration latest) throws CarriedFailure {
    try {
      return Objects.requireNonNull(limiter.take(latest), "the rate limiter's turn");
    } catch (Throwable e) {
      // Kotlin throws undeclared what would pass for a failure of the network here.
      throw new CarriedFailure(e);
    }
  }

  /** As many as can be counted: some say "for ever" with the longest duration that there is. */
  private static long nanosOf(Duration wait) {
    if (wait.isNegative()) {
      return 0;
    }
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT.toNanos() : wait.toNanos();
  }

  /** Returns whether there was a hold to wait for. */
  private boolean awaitHold(CallState state, Call call) throws IOException {
    boolean waited = false;
    for (RateLimitHold hold = holdOf(state); hold != null; hold = holdOf(state)) {
      long nanos = hold.nanosLeft(state);
      if (nanos == 0) {
        return waited;
      }
      if (nanos >= state.nanosLeft() && !hold.isTested()) {
        throw new GivenUpException(
            "a 429 asked to wait, and a turn is free in "
                + TimeUnit.NANOSECONDS.toMillis(nanos)
                + " ms, after the deadline",
            Duration.ofNanos(nanos));
      }
      waited = true;
      await(state, call, nanos, "hold after 429", hold::isOver);
    }
    return waited;
  }

  private static void await(
      CallState state, Call call, long nanos, String reason, BooleanSupplier isPointless)
      throws IOException {
    CallEvents events = state.events();
    if (events != null) {
      events.waiting(reason, nanos);
    }
    state.await(nanos, call, isPointless);
    requireGoingOn(state, call);
  }

  private static void requireGoingOn(CallState state, Call call) throws IOException {
    // Whoever ends the call at its deadline may come a moment later.
    if (state.isStopped(call) || state.nanosLeft() <= 0) {
      throw new IOException("ended while waiting for a turn");
    }
  }

  private @Nullable RateLimitHold holdOf(CallState state) {
    return holds == null || holds.isEmpty() ? null : holds.get(state.limitedBy());
  }

  /** The API answered 429 over the network. */
  void rejected(CallState state, Optional<Duration> retryAfter) {
    if (holds != null && retryAfter.isPresent() && !retryAfter.get().isZero()) {
      long nanos = nanosOf(retryAfter.get());
      holds.compute(
          state.limitedBy(),
          (key, before) -> {
            RateLimitHold hold = before == null ? new RateLimitHold() : before;
            hold.begin(nanos);
            return hold;
          });
    }
    if (limiter != null) {
      limiter.rejected(retryAfter);
    }
  }

  /**
   * The call's attempt ended, or was not made: calls that wait for the first after a hold may go
   * on, or one of them goes first.
   */
  void attemptEnded(CallState state, boolean wasMade) {
    RateLimitHold hold = holdOf(state);
    if (holds != null && hold != null) {
      if (hold.leave(state, wasMade)) {
        state.wakeOthers();
      }
      holds.computeIfPresent(state.limitedBy(), (key, now) -> now.isHeld() ? now : null);
    }
  }
}
