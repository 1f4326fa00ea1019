package com.talkturo.sdk.testing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** So many requests of one key in a window; refused ones do not count. */
final class RateLimit {
  private @Nullable Rule rule;
  private long refused;

  private static final class Rule {
    final int requests;
    final long windowNanos;
    final RateLimitWindow kind;
    final Map<String, Window> windows = new HashMap<>();

    Rule(int requests, long windowNanos, RateLimitWindow kind) {
      this.requests = requests;
      this.windowNanos = windowNanos;
      this.kind = kind;
    }
  }

  /** How long a request of now has to wait; 0 serves and counts it. */
  private interface Window {
    long waitNanos(long now);
  }

  synchronized void set(int requests, Duration window, RateLimitWindow kind) {
    if (requests < 1) {
      throw new IllegalArgumentException("requests must be at least 1: " + requests);
    }
    if (window.isZero() || window.isNegative()) {
      throw new IllegalArgumentException("window must be positive: " + window);
    }
    rule = new Rule(requests, window.toNanos(), kind);
  }

  synchronized void lift() {
    rule = null;
  }

  synchronized void reset() {
    rule = null;
    refused = 0;
  }

  synchronized long refused() {
    return refused;
  }

  /**
   * @throws ApiError 429 if the caller has used up its requests
   */
  Caller admit(Caller caller) {
    long wait = waitNanos(caller.credential());
    if (wait == 0) {
      return caller;
    }
    long second = TimeUnit.SECONDS.toNanos(1);
    throw new ApiError(429, "Rate limit exceeded")
        .withHeader("Retry-After", Long.toString((wait + second - 1) / second));
  }

  private synchronized long waitNanos(String credential) {
    Rule current = rule;
    if (current == null) {
      return 0;
    }
    Window window =
        current.windows.computeIfAbsent(
            credential,
            key ->
                current.kind == RateLimitWindow.FIXED
                    ? fixedWindow(current)
                    : slidingWindow(current));
    long wait = window.waitNanos(System.nanoTime());
    if (wait > 0) {
      refused++;
    }
    return wait;
  }

  private static Window fixedWindow(Rule rule) {
    return new Window() {
      private final long start = System.nanoTime();
      private long index;
      private int served;

      @Override
      public long waitNanos(long now) {
        long current = (now - start) / rule.windowNanos;
        if (current != index) {
          index = current;
          served = 0;
        }
        if (served < rule.requests) {
          served++;
          return 0;
        }
        return (current + 1) * rule.windowNanos - (now - start);
      }
    };
  }

  private static Window slidingWindow(Rule rule) {
    Deque<Long> served = new ArrayDeque<>();
    return now -> {
      while (!served.isEmpty() && now - served.getFirst() >= rule.windowNanos) {
        served.removeFirst();
      }
      if (served.size() < rule.requests) {
        served.addLast(now);
        return 0;
      }
      return served.getFirst() + rule.windowNanos - now;
    };
  }
}
