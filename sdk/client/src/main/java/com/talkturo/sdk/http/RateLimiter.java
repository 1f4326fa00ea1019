package com.talkturo.sdk.http;

import java.time.Duration;
import java.util.Optional;

/**
 * Decides when attempts are made, so that a limit of the API is kept before it answers 429. Set
 * with {@code TalkturoClient.builder().rateLimiter(...)}; the module {@code talkturo-rate-limit}
 * brings ready ones, also for a fleet that shares one limit.
 *
 * <p>The client asks before each attempt, repeats included, and again after it was held back by a
 * 429. The call waits on its own thread, within its deadline, and not past a cancel, a close or an
 * interrupt. Many threads ask at the same time. What {@link #takeTurn} throws reaches the caller
 * unchanged, and nothing is sent.
 */
public interface RateLimiter {
  /**
   * Takes a turn for one attempt, unless its turn comes too late: then nothing is taken.
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

  /** A turn that was taken passed unused: the call ended while it waited, or was held back. */
  default void turnUnused() {}
}
