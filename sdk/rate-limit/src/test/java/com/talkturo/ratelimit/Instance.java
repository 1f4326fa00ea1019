package com.talkturo.ratelimit;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.http.RateLimiter;
import io.github.bucket4j.TimeMeter;
import io.lettuce.core.RedisClient;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One JVM of a fleet: calls as fast as its rate limiter lets it, and prints what it did. */
public final class Instance {
  static final int THREADS = 8;

  private final AtomicLong served = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicLong longestQuestion = new AtomicLong();
  private final AtomicLong longestAwake = new AtomicLong();
  private final Heartbeat heartbeat = Heartbeat.start();

  private Instance() {}

  /** Arguments: URL, key, Redis's port, or 0 for no limiter, clock shift in ms, fleet, rule. */
  public static void main(String[] args) throws Exception {
    Instance instance = new Instance();
    int redis = Integer.parseInt(args[2]);
    BucketRateLimiter limiter =
        redis == 0
            ? null
            : instance.limiter(
                args[1],
                redis,
                Long.parseLong(args[3]),
                Integer.parseInt(args[4]),
                Fleet.Rule.of(args[5]));
    TalkturoClient.Builder builder =
        TalkturoClient.builder().baseUrl(args[0]).apiKey(args[1]).accountSlug("team");
    if (limiter != null) {
      builder.rateLimiter(instance.timed(limiter));
    }
    TalkturoClient client = builder.build();
    System.out.println("ready");
    if (System.in.read() != 'g') {
      return;
    }
    for (int i = 0; i < THREADS; i++) {
      Thread caller = new Thread(() -> instance.call(client, args[6]));
      caller.setDaemon(true);
      caller.start();
    }
    Executors.newSingleThreadScheduledExecutor()
        .scheduleAtFixedRate(() -> instance.print(limiter), 0, 100, TimeUnit.MILLISECONDS);
    // Until its parent says anything else, or is gone.
    while (System.in.read() == Fleet.NEXT_PHASE) {
      instance.longestQuestion.set(0);
      instance.longestAwake.set(0);
      instance.heartbeat.forget();
    }
    System.exit(0);
  }

  private BucketRateLimiter limiter(
      String apiKey, int redis, long shiftMillis, int fleet, Fleet.Rule rule) {
    RedisClient client = Redis.client(redis);
    TimeMeter clock =
        new TimeMeter() {
          @Override
          public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis() + shiftMillis);
          }

          @Override
          public boolean isWallClockBased() {
            return true;
          }
        };
    return BucketRateLimiter.shared(Redis.buckets(client, clock).asAsync(), apiKey, rule.limit())
        .fleetSize(fleet)
        .storeTimeout(rule.storeTimeout())
        .build();
  }

  /** How long the questions take; the wait for the turn comes after. */
  private RateLimiter timed(BucketRateLimiter limiter) {
    return new RateLimiter() {
      @Override
      public Duration takeTurn(Duration latest) {
        long[] before = heartbeat.now();
        long start = System.nanoTime();
        Duration turn = limiter.takeTurn(latest);
        long question = System.nanoTime() - start;
        long late = heartbeat.lateNanosSince(before);
        longestQuestion.accumulateAndGet(question, Math::max);
        longestAwake.accumulateAndGet(question - late, Math::max);
        return turn;
      }

      @Override
      public void turnUnused() {
        limiter.turnUnused();
      }
    };
  }

  private void call(TalkturoClient client, String assistantId) {
    while (true) {
      try {
        client.assistants().get(assistantId);
        served.incrementAndGet();
      } catch (RuntimeException e) {
        failed.incrementAndGet();
      }
    }
  }

  private void print(@Nullable BucketRateLimiter limiter) {
    TurnCounts counts = limiter == null ? new TurnCounts(0, 0, 0, 0, 0, 0) : limiter.counts();
    System.out.println(
        served
            + " "
            + failed
            + " "
            + TimeUnit.NANOSECONDS.toMillis(longestQuestion.get())
            + " "
            + counts.takenLocally()
            + " "
            + counts.storeFailures()
            + " "
            + TimeUnit.NANOSECONDS.toMillis(longestAwake.get())
            + " "
            + TimeUnit.NANOSECONDS.toMillis(heartbeat.longestNanos()));
  }
}
