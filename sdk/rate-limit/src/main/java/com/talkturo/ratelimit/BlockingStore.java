package com.talkturo.ratelimit;

import io.github.bucket4j.Bucket;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A bucket of a back end that blocks: asked on threads of its own, so that nobody waits longer for
 * it than allowed. What has waited too long for one of them is not asked any more: when a store is
 * back after a while, it would take turns for calls that are over.
 */
final class BlockingStore implements Store {
  private static final int THREADS = 16;
  private static final int MAX_WAITING = 1_000;
  private static final long STALE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Bucket bucket;
  private final LocalTurns turns;
  private final ThreadPoolExecutor threads;

  BlockingStore(Bucket bucket) {
    this.bucket = bucket;
    this.turns = new LocalTurns(bucket);
    this.threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            5,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            BlockingStore::daemon);
    threads.allowCoreThreadTimeOut(true);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "talkturo-rate-limit-store");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public CompletableFuture<Long> reserve(long maxNanos) {
    return ask(() -> turns.reserve(maxNanos));
  }

  @Override
  public CompletableFuture<?> book(long count) {
    return ask(() -> bucket.consumeIgnoringRateLimits(count));
  }

  @Override
  public CompletableFuture<?> touch() {
    return ask(bucket::getAvailableTokens);
  }

  private <T> CompletableFuture<T> ask(Supplier<T> question) {
    long askedNanos = System.nanoTime();
    try {
      return CompletableFuture.supplyAsync(
          () -> {
            if (System.nanoTime() - askedNanos > STALE_NANOS) {
              throw new IllegalStateException("all threads for the store were blocked");
            }
            return question.get();
          },
          threads);
    } catch (RejectedExecutionException | OutOfMemoryError e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
