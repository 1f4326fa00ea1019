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
  private static final ApiLimit TEN_PER_SECOND = ApiLimit.of(600, MINUTE).jitter(Duration.ZERO);

  @Test
  void turnsComeOneAfterTheOtherInTheOrderOfTheQuestions() {
    BucketRateLimiter limiter = BucketRateLimiter.local(TEN_PER_SECOND);
    assertThat(limiter.takeTurn(MINUTE)).isZero();
    for (int i = 1; i <= 50; i++) {
      assertThat(limiter.takeTurn(MINUTE).toMillis()).isBetween(i * 100L - 90, i * 101L);
    }
  }

  @Test
  void aTurnAfterTheLatestIsNotTaken() {
    BucketRateLimiter limiter = BucketRateLimiter.local(TEN_PER_SECOND.burst(1));
    limiter.takeTurn(MINUTE);
    for (int i = 0; i < 100; i++) {
      assertThat(limiter.takeTurn(Duration.ofMillis(i % 2)))
          .isBetween(Duration.ofMillis(2), Duration.ofMillis(101));
    }
    assertThat(limiter.takeTurn(MINUTE)).isLessThan(Duration.ofMillis(101));
    assertThat(limiter.counts()).isEqualTo(new TurnCounts(2, 0, 100, 0, 0, 0));
  }

  @Test
  void aBurstGoesAtOnce() {
    BucketRateLimiter limiter = BucketRateLimiter.local(TEN_PER_SECOND.burst(20));
    for (int i = 0; i < 20; i++) {
      assertThat(limiter.takeTurn(MINUTE)).isZero();
    }
    assertThat(limiter.takeTurn(MINUTE)).isPositive();
  }

  @Test
  void whateverTheLatestIsItIsNoFailure() {
    BucketRateLimiter limiter = BucketRateLimiter.local(TEN_PER_SECOND);
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
              .getProxy("any", TEN_PER_SECOND::configuration);
      assertThatThrownBy(() -> BucketRateLimiter.of(proxy))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("shared(bucket, limit)");
    }
  }
}
