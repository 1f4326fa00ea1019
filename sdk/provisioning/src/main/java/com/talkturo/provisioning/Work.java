package com.talkturo.provisioning;

import com.talkturo.sdk.errors.RateLimitException;
import java.time.Duration;
import java.util.function.Supplier;

/** One key within a run: how long there is left, and how requests are made. */
final class Work {
  private static final Duration SHORTEST_HOLD = Duration.ofSeconds(1);
  private static final int MOST_HOLDS = 6;

  final Context context;
  final Run run;
  final String key;
  private final long startNanos;
  private long requests;

  Work(Context context, Run run, String key) {
    this.context = context;
    this.run = run;
    this.key = key;
    this.startNanos = context.time().nanos();
  }

  Duration elapsed() {
    return Duration.ofNanos(context.time().nanos() - startNanos);
  }

  Duration left() {
    return context.options().timeout.minus(elapsed());
  }

  long requests() {
    return requests;
  }

  /** A request that may be repeated: after a 429 nothing was processed. */
  <T> T call(Supplier<T> request) {
    for (int attempt = 1; ; attempt++) {
      ready();
      try {
        requests++;
        return request.get();
      } catch (RateLimitException e) {
        holdBack(e, attempt);
      }
    }
  }

  /** A request of which the caller judges the failure. */
  <T> T callOnce(Supplier<T> request) {
    requests++;
    return request.get();
  }

  /**
   * Holds the whole run back after a 429.
   *
   * @throws RateLimitException if it is not worth waiting any more
   */
  void holdBack(RateLimitException e, int attempt) {
    Duration hold = e.retryAfter().orElse(SHORTEST_HOLD.multipliedBy(1L << attempt));
    if (attempt > MOST_HOLDS || hold.compareTo(left()) > 0) {
      throw e;
    }
    run.holdBack(context.time(), hold);
  }

  /**
   * Waits while the run is held back.
   *
   * @throws ProvisioningTimeoutException if the time for the key is over, or it was interrupted
   */
  void ready() {
    for (Duration hold = run.hold(context.time());
        !hold.isZero();
        hold = run.hold(context.time())) {
      pause(hold.compareTo(left()) > 0 ? left() : hold);
      checkTime();
    }
    checkTime();
  }

  private void checkTime() {
    if (Thread.currentThread().isInterrupted()) {
      throw new ProvisioningTimeoutException(key, "interrupted", null);
    }
    if (left().isNegative() || left().isZero()) {
      throw new ProvisioningTimeoutException(
          key, "not finished within " + context.options().timeout, null);
    }
  }

  /** Sleeps; an interrupt ends the work on the key, and nothing is lost by that. */
  void pause(Duration duration) {
    try {
      context.time().sleep(duration.isNegative() ? Duration.ZERO : duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProvisioningTimeoutException(key, "interrupted", e);
    }
  }
}
