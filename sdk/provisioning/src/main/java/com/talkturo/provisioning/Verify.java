package com.talkturo.provisioning;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When an apply looks at an assistant whose spec has not changed since the last one. */
public final class Verify {
  /** Each time, with one request: the default. */
  public static final Verify ALWAYS = new Verify(Duration.ZERO);

  /** Never: an unchanged spec costs no request, and drift is not seen. */
  public static final Verify NEVER = new Verify(null);

  private final @Nullable Duration after;

  private Verify(@Nullable Duration after) {
    this.after = after;
  }

  /**
   * If it was last seen longer ago than this; before that, an unchanged spec costs no request.
   *
   * @throws IllegalArgumentException if the duration is negative
   */
  public static Verify after(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("verify after " + duration + "; allowed is 0 or more");
    }
    return new Verify(duration);
  }

  boolean isDue(Optional<Instant> verifiedAt, Instant now) {
    return after != null && verifiedAt.map(seen -> isOver(after, seen, now)).orElse(true);
  }

  /** A time in the future, as after a clock was set back, counts for nothing. */
  private static boolean isOver(Duration after, Instant seen, Instant now) {
    return seen.isAfter(now) || !seen.plus(after).isAfter(now);
  }

  boolean keepsTime() {
    return after != null && !after.isZero();
  }

  /** {@code ALWAYS}, {@code NEVER} or {@code AFTER(...)}. */
  @Override
  public String toString() {
    return after == null ? "NEVER" : after.isZero() ? "ALWAYS" : "AFTER(" + after + ")";
  }
}
