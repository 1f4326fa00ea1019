package com.talkturo.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a turn from a local bucket costs; prints the nanoseconds. */
class LocalCostTest {
  private static final int TURNS = 500_000;
  private static final int ROUNDS = 9;

  @Test
  void aTurnCostsLessThanAMicrosecond() {
    BucketRateLimiter limiter =
        BucketRateLimiter.local(ApiLimit.of(1_000_000_000, Duration.ofSeconds(2)));
    long best = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < TURNS; i++) {
        limiter.takeTurn(Duration.ofMinutes(1));
      }
      best = Math.min(best, (System.nanoTime() - start) / TURNS);
    }
    System.out.println("a turn from a local bucket: " + best + " ns");
    assertThat(limiter.counts().taken()).isEqualTo((long) TURNS * ROUNDS);
    assertThat(best).isLessThan(1_000);
  }
}
