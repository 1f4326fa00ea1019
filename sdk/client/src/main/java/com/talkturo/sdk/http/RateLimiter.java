package com.talkturo.sdk.http;

import java.time.Duration;
import java.util.Optional;

/**
 * Decides when the client makes attempts, so that it stays within a limit of the API before the API
 * answers 429. Set it with {@code TalkturoClient.builder().rateLimiter(...)}; the module {@code
 * talkturo-rate-limit} has ready-made ones, also for a fleet that shares one limit.
 *
 * <p>The client asks before each attempt, repeats included, and again after a 429 held it back. The
 * call waits on its own thread, within its deadline, and not past a cancel, a close or an
 * interrupt. Many threads ask at the same time. What {@link #takeTurn} throws reaches the caller
 * unchanged, and the client makes no further attempt; what the other two throw goes to the log as a
 * warning.
 */
public interface RateLimiter {
  /**
   * Takes a turn for one attempt, unless the turn comes too late: then it takes none.
   *
   * @param latest how long the call can wait, until its deadline
   * @return how long until the turn; more than {@code latest} if it comes too late, and the call
   *     fails with {@link com.talkturo.sdk.errors.NotSentException}
   */
  Duration takeTurn(Duration latest);

  /**
   * The API answered 429 all the same.
   *
   * @param retryAfter what it asked for, if it did
   */
  default void rejected(Optional<Duration> retryAfter) {}

  /** A turn passed unused: the call ended while it waited, or a 429 held it back. */
  default void turnUnused() {}
}
