package com.talkturo.ratelimit;

import io.github.bucket4j.TimeMeter;

/**
 * What this instance may send while the store is away. Its turns begin when those that the store
 * gave before are over, and it knows how many of its own are to come when the store is back: else
 * both would be used at the same time.
 */
final class FleetShare implements TurnSource {
  private final LocalTurns turns;
  private final long intervalNanos;
  private long beginNanos = System.nanoTime();
  private long endNanos = beginNanos;

  FleetShare(ApiLimit share) {
    this.intervalNanos = share.interval().toNanos();
    this.turns = new LocalTurns(Buckets.local(share.configuration(), new Clock()));
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

  /** The store has given turns until this {@link System#nanoTime()}. */
  synchronized void beginAfter(long nanoTime) {
    if (nanoTime - beginNanos > 0) {
      beginNanos = nanoTime;
    }
  }

  @Override
  public synchronized long reserve(long maxNanos) {
    long now = System.nanoTime();
    long ahead = ahead(now);
    long wait = ahead + turns.reserve(Math.max(1, maxNanos - ahead));
    if (wait <= maxNanos) {
      endNanos = now + wait;
    }
    return wait;
  }

  /** How many turns that were given are still to come. */
  synchronized long toCome() {
    long left = endNanos - System.nanoTime();
    return left <= 0 ? 0 : (left + intervalNanos - 1) / intervalNanos;
  }
}
