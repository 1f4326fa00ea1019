package com.talkturo.ratelimit;

import io.github.bucket4j.TimeMeter;
import java.util.concurrent.TimeUnit;

/**
 * What this instance may send while the store is away. Its turns begin when those that the store
 * gave before are over, and it knows which of its own the store has to make up for when it is back:
 * else both would be used at the same time.
 */
final class FleetShare implements TurnSource {
  /**
   * Turns before that are not made up for: had nobody reached the store, it would have saved up
   * none for them, and after a long outage the fleet would stand still.
   */
  private static final long RECENT_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final ApiLimit limit;
  private final LocalTurns turns;
  private final long intervalNanos;
  private final long burst;
  private long taken;
  private long beginNanos = System.nanoTime();
  private long endNanos = beginNanos;

  FleetShare(ApiLimit share) {
    this.limit = share;
    this.intervalNanos = share.interval().toNanos();
    this.burst = share.burst();
    this.turns = new LocalTurns(Buckets.local(share.configuration(), new Clock()));
  }

  /** The same share but for the burst, of which nothing is taken: the second turn is later. */
  FleetShare withoutBurst() {
    return new FleetShare(limit.burst(1));
  }

  /** Stands still until the first turn. */
  private final class Clock implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      long now = System.nanoTime();
      return now + ahead(now);
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }

  private long ahead(long now) {
    return Math.max(0, beginNanos - now);
  }

  /** The store is away, and has given turns until this {@link System#nanoTime()}. */
  synchronized void beginAfter(long nanoTime) {
    taken = 0;
    if (nanoTime - beginNanos > 0) {
      beginNanos = nanoTime;
    }
  }

  @Override
  public synchronized long reserve(long maxNanos) {
    long now = System.nanoTime();
    long ahead = ahead(now);
    if (ahead >= maxNanos) {
      return LocalTurns.late(ahead, maxNanos);
    }
    long wait = ahead + turns.reserve(maxNanos - ahead);
    if (wait <= maxNanos) {
      taken++;
      endNanos = now + wait;
    }
    return wait;
  }

  /** How many turns of this outage were given lately or are still to come. */
  synchronized long unsettled() {
    long span = endNanos - System.nanoTime() + RECENT_NANOS;
    return span <= 0 ? 0 : Math.min(taken, burst + span / intervalNanos);
  }
}
