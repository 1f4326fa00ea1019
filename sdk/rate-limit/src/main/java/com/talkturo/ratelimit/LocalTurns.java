package com.talkturo.ratelimit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.UninterruptibleBlockingStrategy;

/** Gives turns from a bucket, without waiting for them. */
final class LocalTurns implements TurnSource {
  private final Bucket bucket;

  LocalTurns(Bucket bucket) {
    this.bucket = bucket;
  }

  /** Bucket4j reserves at once, but tells the wait only to whom it asks to wait. */
  private static final class RecordedWait implements UninterruptibleBlockingStrategy {
    long nanos;

    @Override
    public void parkUninterruptibly(long nanosToPark) {
      nanos = nanosToPark;
    }
  }

  @Override
  public long reserve(long maxNanos) {
    RecordedWait wait = new RecordedWait();
    return bucket.asBlocking().tryConsumeUninterruptibly(1, maxNanos, wait)
        ? wait.nanos
        : late(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill(), maxNanos);
  }

  /** An estimate after a refusal: a token may have come in between, which changes nothing. */
  static long late(long estimatedNanos, long maxNanos) {
    return Math.max(estimatedNanos, maxNanos + 1);
  }
}
