package com.talkturo.sdk.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/** Lets an attempt be made when the hold after a 429 is over and the rate limiter gives a turn. */
final class TrafficControl {
  private final @Nullable Hold hold;
  private final @Nullable Turns limiter;

  TrafficControl(boolean holds, Optional<Turns> limiter) {
    this.hold = holds ? new Hold() : null;
    this.limiter = limiter.orElse(null);
  }

  /**
   * Waits until an attempt may be made.
   *
   * @throws GivenUp if that would be after the deadline
   * @throws IOException if the call was cancelled, interrupted or closed meanwhile
   */
  void awaitTurn(CallState state, Call call) throws IOException {
    awaitHold(state, call);
    while (limiter != null) {
      long left = state.nanosLeft();
      Duration turn = takeTurn(limiter, Duration.ofNanos(Math.max(0, left)));
      long nanos = nanosOf(turn);
      if (nanos >= left) {
        throw new GivenUp(
            "the rate limiter gives a turn in "
                + turn.toMillis()
                + " ms, and only "
                + TimeUnit.NANOSECONDS.toMillis(left)
                + " ms are left",
            turn);
      }
      if (nanos > 0) {
        try {
          await(state, call, nanos, "rate limit", () -> false);
        } catch (IOException e) {
          limiter.unused();
          throw e;
        }
      }
      if (!awaitHold(state, call)) {
        return;
      }
      // The turn passed during the hold.
      limiter.unused();
    }
  }

  private static Duration takeTurn(Turns limiter, Duration latest) throws CarriedFailure {
    try {
      return limiter.take(latest);
    } catch (RuntimeException e) {
      throw new CarriedFailure(e);
    }
  }

  private static long nanosOf(Duration wait) {
    return wait.compareTo(Duration.ofDays(365)) > 0
        ? Duration.ofDays(365).toNanos()
        : Math.max(0, wait.toNanos());
  }

  /** Returns whether there was a hold to wait for. */
  private boolean awaitHold(CallState state, Call call) throws IOException {
    boolean waited = false;
    while (hold != null) {
      long nanos = hold.nanosLeft(state);
      if (nanos == 0) {
        return waited;
      }
      if (nanos >= state.nanosLeft() && !hold.isTested()) {
        throw new GivenUp(
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
    if (state.isStopped(call)) {
      throw new IOException("ended while waiting for a turn");
    }
  }

  /** The API answered 429 over the network. */
  void rejected(Optional<Duration> retryAfter) {
    if (hold != null && retryAfter.isPresent() && !retryAfter.get().isZero()) {
      hold.begin(nanosOf(retryAfter.get()));
    }
    if (limiter != null) {
      limiter.rejected(retryAfter);
    }
  }

  /** The call's attempt ended: who waits for the first after a hold may go on. */
  void attemptEnded(CallState state) {
    if (hold != null && hold.leave(state)) {
      state.wakeOthers();
    }
  }
}
