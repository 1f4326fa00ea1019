package com.talkturo.sdk.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * How long the operations that are sent at most once took lately. A saturated client would send
 * them with milliseconds left, and nobody would know what became of them.
 */
final class SendCutoff {
  private static final int KEPT = 16;
  private static final int ENOUGH = 5;
  private static final long LATELY_NANOS = TimeUnit.SECONDS.toNanos(30);

  /** Requests built by hand bring path templates of the user's; no program has as many. */
  private static final int MAX_ENDPOINTS = 1000;

  private final Map<String, Durations> byEndpoint = new ConcurrentHashMap<>();

  /** An attempt ended, with an answer or without one. */
  void add(CallState call, long nanos) {
    if (call.endpoint().isRepeatable() || !call.sentInThisAttempt()) {
      return;
    }
    String endpoint = keyOf(call.endpoint());
    Durations durations = byEndpoint.get(endpoint);
    if (durations == null && byEndpoint.size() < MAX_ENDPOINTS) {
      durations = byEndpoint.computeIfAbsent(endpoint, e -> new Durations());
    }
    if (durations != null) {
      durations.add(System.nanoTime(), nanos);
    }
  }

  /** Who waits for a result takes longer than who does not, with the same method and path. */
  private static String keyOf(Endpoint<?> endpoint) {
    return endpoint + " " + endpoint.leastReadTimeout();
  }

  /**
   * Refuses a call that has waited so long that it would probably not end in time.
   *
   * @throws GivenUpException if less time is left than the smaller of the longest of the recent
   *     attempts and half the timeout
   */
  void requireEnoughTime(CallState call) throws GivenUpException {
    if (call.endpoint().isRepeatable()) {
      return;
    }
    Durations durations = byEndpoint.get(keyOf(call.endpoint()));
    if (durations == null) {
      return;
    }
    long longest = durations.longest(System.nanoTime());
    long left = call.nanosLeft();
    if (left < Math.min(longest, call.timeout().toNanos() / 2)) {
      throw new GivenUpException(
          "only "
              + TimeUnit.NANOSECONDS.toMillis(Math.max(0, left))
              + " ms of "
              + call.timeout().toMillis()
              + " ms are left after waiting, and recent attempts took up to "
              + TimeUnit.NANOSECONDS.toMillis(longest)
              + " ms",
          null);
    }
  }

  /** The last durations of one operation, and when they ended. */
  private static final class Durations {
    private final long[] endNanos = new long[KEPT];
    private final long[] nanos = new long[KEPT];
    private int count;

    synchronized void add(long endNanos, long nanos) {
      this.endNanos[count % KEPT] = endNanos;
      this.nanos[count % KEPT] = nanos;
      count++;
    }

    /** 0 as long as there are too few to judge by. */
    synchronized long longest(long now) {
      int recent = 0;
      long longest = 0;
      for (int i = 0; i < Math.min(count, KEPT); i++) {
        if (now - endNanos[i] <= LATELY_NANOS) {
          recent++;
          longest = Math.max(longest, nanos[i]);
        }
      }
      return recent < ENOUGH ? 0 : longest;
    }
  }
}
