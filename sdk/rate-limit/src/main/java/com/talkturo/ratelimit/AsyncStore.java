package com.talkturo.ratelimit;

import io.github.bucket4j.distributed.AsyncBucketProxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A bucket of a back end that answers later, on a thread of its own. */
final class AsyncStore implements Store {
  private final AsyncBucketProxy bucket;

  AsyncStore(AsyncBucketProxy bucket) {
    this.bucket = bucket;
  }

  /** Bucket4j reserves in one round trip, but tells the wait only to whom it asks to wait. */
  private static final class RecordedWait extends ScheduledThreadPoolExecutor {
    private volatile long nanos;

    RecordedWait() {
      super(0); // Starts no thread, because it never runs anything.
    }

    @Override
    public @Nullable ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
      nanos = unit.toNanos(delay);
      command.run();
      return null;
    }
  }

  @Override
  public CompletableFuture<Long> reserve(long maxNanos) {
    return unlessItThrows(
        () -> {
          RecordedWait wait = new RecordedWait();
          return bucket
              .asScheduler()
              .tryConsume(1, maxNanos, wait)
              .thenCompose(
                  taken -> taken ? CompletableFuture.completedFuture(wait.nanos) : late(maxNanos));
        });
  }

  private CompletableFuture<Long> late(long maxNanos) {
    return bucket
        .estimateAbilityToConsume(1)
        .thenApply(probe -> LocalTurns.late(probe.getNanosToWaitForRefill(), maxNanos));
  }

  @Override
  public CompletableFuture<?> book(long turns) {
    return unlessItThrows(() -> bucket.consumeIgnoringRateLimits(turns));
  }

  @Override
  public CompletableFuture<?> touch() {
    return unlessItThrows(bucket::getAvailableTokens);
  }

  private static <T> CompletableFuture<T> unlessItThrows(Supplier<CompletableFuture<T>> question) {
    try {
      return question.get();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
