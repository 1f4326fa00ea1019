package com.talkturo.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.lettuce.core.RedisClient;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocalTurnsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  /** So slow that no busy machine sees the next turn come. */
  private static final ApiLimit ONE_PER_MINUTE =
      ApiLimit.of(60, Duration.ofHours(1)).jitter(Duration.ZERO);

  @Test
  void turnsComeOneAfterTheOtherInTheOrderOfTheQuestions() {
    BucketRateLimiter limiter = BucketRateLimiter.local(ONE_PER_MINUTE);
    assertThat(limiter.takeTurn(DAY)).isZero();
    for (int i = 1; i <= 50; i++) {
      assertThat(limiter.takeTurn(DAY).toSeconds()).isBetween(i * 60L - 50, i * 62L);
    }
  }

  @Test
  void aTurnAfterTheLatestIsNotTaken() {
    BucketRateLimiter limiter = BucketRateLimiter.local(ONE_PER_MINUTE.burst(1));
    limiter.takeTurn(MINUTE);
    for (int i = 0; i < 100; i++) {
      assertThat(limiter.takeTurn(Duration.ofMillis(i % 2)))
          .isBetween(Duration.ofMillis(2), Duration.ofSeconds(62));
    }
    assertThat(limiter.takeTurn(DAY)).isLessThan(Duration.ofSeconds(62));
    assertThat(limiter.counts()).isEqualTo(new TurnCounts(2, 0, 100, 0, 0, 0));
  }

  @Test
  void aBurstGoesAtOnce() {
    BucketRateLimiter limiter = BucketRateLimiter.local(ONE_PER_MINUTE.burst(20));
    for (int i = 0; i < 20; i++) {
      assertThat(limiter.takeTurn(MINUTE)).isZero();
    }
    assertThat(limiter.takeTurn(MINUTE)).isPositive();
  }

  @Test
  void whateverTheLatestIsItIsNoFailure() {
    BucketRateLimiter limiter = BucketRateLimiter.local(ONE_PER_MINUTE);
    assertThat(limiter.takeTurn(Duration.ofSeconds(Long.MAX_VALUE))).isZero();
    assertThat(limiter.takeTurn(Duration.ofSeconds(-5))).isPositive();
  }

  @Test
  void anyLocalBucketServes() {
    Bucket bucket =
        Bucket.builder().addLimit(l -> l.capacity(3).refillIntervally(3, MINUTE)).build();
    BucketRateLimiter limiter = BucketRateLimiter.of(bucket);
    limiter.takeTurn(MINUTE);
    limiter.rejected(Optional.empty());
    limiter.turnUnused();
    assertThat(bucket.getAvailableTokens()).isEqualTo(2);
    assertThat(limiter.counts()).isEqualTo(new TurnCounts(1, 0, 0, 1, 1, 0));
    assertThat(limiter.isStoreAway()).isFalse();
  }

  @Test
  void aProxyIsNotTakenForALocalBucket() throws Exception {
    try (Redis redis = new Redis();
        RedisClient client = redis.client()) {
      Bucket proxy =
          Redis.buckets(client, TimeMeter.SYSTEM_MILLISECONDS)
              .getProxy("any", ONE_PER_MINUTE::configuration);
      assertThatThrownBy(() -> BucketRateLimiter.of(proxy))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("shared(bucket, limit)");
    }
  }
}
