package com.talkturo.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Limiters on a real Redis. */
class SharedBucketTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String KEY = "key_of_the_fleet";
  private static final ApiLimit LIMIT = ApiLimit.of(600, MINUTE).jitter(Duration.ZERO);
  private static final Pattern CALLS = Pattern.compile("cmdstat_get:calls=(\\d+)");

  private Redis redis;
  private RedisClient client;

  /** The ways to a shared bucket. */
  enum Way {
    ASYNC_STORE {
      @Override
      BucketRateLimiter.Builder of(ProxyManager<String> store) {
        return BucketRateLimiter.shared(store.asAsync(), KEY, LIMIT);
      }
    },
    BLOCKING_STORE {
      @Override
      BucketRateLimiter.Builder of(ProxyManager<String> store) {
        return BucketRateLimiter.shared(store, KEY, LIMIT);
      }
    },
    ASYNC_BUCKET {
      @Override
      BucketRateLimiter.Builder of(ProxyManager<String> store) {
        return BucketRateLimiter.shared(
            store.asAsync().builder().build(ApiLimit.bucketName(KEY), LIMIT.configuration()),
            LIMIT);
      }
    },
    BLOCKING_BUCKET {
      @Override
      BucketRateLimiter.Builder of(ProxyManager<String> store) {
        return BucketRateLimiter.shared(
            store.getProxy(ApiLimit.bucketName(KEY), LIMIT::configuration), LIMIT);
      }
    };

    abstract BucketRateLimiter.Builder of(ProxyManager<String> store);
  }

  @BeforeEach
  void start() throws IOException {
    redis = new Redis();
    client = redis.client();
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    redis.close();
  }

  private BucketRateLimiter limiter(Way way) {
    // What is measured here is not how fast a busy machine answers.
    Duration timeout = Duration.ofSeconds(20);
    return way.of(Redis.buckets(client, TimeMeter.SYSTEM_MILLISECONDS, timeout))
        .fleetSize(2)
        .storeTimeout(timeout)
        .build();
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void twoLimitersTakeTurnsFromOneBucketInTheirOrder(Way way) {
    BucketRateLimiter one = limiter(way);
    BucketRateLimiter two = limiter(Way.ASYNC_STORE);
    List<Long> waits = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < 10; i++) {
      for (BucketRateLimiter limiter : List.of(one, two)) {
        long sinceStart = Duration.ofNanos(System.nanoTime() - start).toMillis();
        waits.add(sinceStart + limiter.takeTurn(MINUTE).toMillis());
      }
    }
    assertThat(waits).isSorted();
    assertThat(waits.get(19)).isBetween(1_800L, 2_400L);
    assertThat(one.counts().takenLocally() + two.counts().takenLocally()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aTurnAfterTheLatestIsNotTaken(Way way) {
    BucketRateLimiter limiter = limiter(way);
    while (limiter.takeTurn(MINUTE).compareTo(Duration.ofSeconds(2)) < 0) {
      assertThat(limiter.counts().taken()).isLessThan(1_000);
    }
    for (int i = 0; i < 20; i++) {
      assertThat(limiter.takeTurn(Duration.ofMillis(10))).isGreaterThan(Duration.ofMillis(10));
    }
    assertThat(limiter.counts().late()).isEqualTo(20);
    assertThat(limiter.takeTurn(MINUTE)).isLessThan(Duration.ofMillis(2_300));
  }

  @Test
  void aTurnCostsTwoRoundTripsAtMost() {
    BucketRateLimiter limiter = limiter(Way.ASYNC_STORE);
    RedisCommands<String, String> commands = client.connect().sync();
    limiter.takeTurn(MINUTE);
    long before = calls(commands);
    for (int i = 0; i < 50; i++) {
      limiter.takeTurn(MINUTE);
    }
    assertThat(calls(commands) - before).isEqualTo(100);
    for (int i = 0; i < 50; i++) {
      limiter.takeTurn(Duration.ofMillis(500));
    }
    assertThat(calls(commands) - before).as("with those that came too late").isEqualTo(200);
  }

  /** The script of each EVAL calls GET once: there are as many GETs as round trips. */
  private static long calls(RedisCommands<String, String> commands) {
    return CALLS
        .matcher(commands.info("commandstats"))
        .results()
        .mapToLong((MatchResult calls) -> Long.parseLong(calls.group(1)))
        .sum();
  }

  @Test
  void theStoreNeverHoldsTheKey() {
    limiter(Way.ASYNC_STORE).takeTurn(MINUTE);
    limiter(Way.BLOCKING_STORE).takeTurn(MINUTE);
    RedisCommands<String, String> commands = client.connect().sync();
    assertThat(commands.keys("*")).containsExactly(ApiLimit.bucketName(KEY));
    assertThat(commands.get(ApiLimit.bucketName(KEY))).doesNotContain(KEY);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aPausedRedisHoldsUpOneCallForTheTimeoutAndIsUsedAgainLater(Way way) throws Exception {
    BucketRateLimiter limiter =
        way.of(Redis.buckets(client, TimeMeter.SYSTEM_MILLISECONDS))
            .fleetSize(2)
            .storeTimeout(Duration.ofMillis(300))
            .build();
    limiter.takeTurn(MINUTE);
    redis.pause();
    try {
      long start = System.nanoTime();
      limiter.takeTurn(MINUTE);
      assertThat(System.nanoTime() - start).isLessThan(Duration.ofSeconds(2).toNanos());
      assertThat(limiter.isStoreAway()).isTrue();
      assertThat(limiter.counts().takenLocally()).isEqualTo(1);
    } finally {
      redis.resume();
    }
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (limiter.isStoreAway()) {
      assertThat(System.nanoTime() - end).isNegative();
      limiter.takeTurn(MINUTE);
      LockSupport.parkNanos(50_000_000);
    }
    long locally = limiter.counts().takenLocally();
    limiter.takeTurn(MINUTE);
    assertThat(limiter.counts().takenLocally()).isEqualTo(locally);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aCrowdIsServedByTheStore(Way way) {
    BucketRateLimiter limiter = limiter(way);
    List<Thread> crowd = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      crowd.add(new Thread(() -> limiter.takeTurn(MINUTE)));
    }
    crowd.forEach(Thread::start);
    crowd.forEach(SharedBucketTest::join);
    assertThat(limiter.counts()).isEqualTo(new TurnCounts(40, 0, 0, 0, 0, 0));
    assertThat(limiter.takeTurn(MINUTE)).isPositive();
  }

  private static void join(Thread thread) {
    try {
      thread.join(30_000);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    assertThat(thread.isAlive()).isFalse();
  }

  @Test
  void whatToDoWithoutTheStoreMustBeSaid() {
    ProxyManager<String> store = Redis.buckets(client, TimeMeter.SYSTEM_MILLISECONDS);
    assertThatThrownBy(() -> Way.ASYNC_STORE.of(store).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fleetSize is not set");
    assertThatThrownBy(() -> Way.ASYNC_STORE.of(store).fleetSize(301))
        .hasMessage("fleetSize is 301; allowed is 1 to 300");
    assertThatThrownBy(() -> Way.ASYNC_STORE.of(store).storeTimeout(Duration.ZERO))
        .hasMessage("storeTimeout is PT0S; allowed is more than zero, up to a minute");
  }
}
