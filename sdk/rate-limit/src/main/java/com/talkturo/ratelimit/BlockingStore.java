package com.talkturo.ratelimit;

import io.github.bucket4j.Bucket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A bucket of a back end that blocks: asked on threads of its own, so that nobody waits longer for
 * it than allowed. When all of them are blocked, the store is away.
 */
final class BlockingStore implements Store {
  static final int THREADS = 16;

  private final Bucket bucket;
  private final LocalTurns turns;
  private final ThreadPoolExecutor threads;

  BlockingStore(Bucket bucket) {
    this.bucket = bucket;
    this.turns = new LocalTurns(bucket);
    this.threads =
        new ThreadPoolExecutor(
            0, THREADS, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), BlockingStore::daemon);
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
    CompletableFuture<T> answer = new CompletableFuture<>();
    try {
      return answer.completeAsync(question, threads);
    } catch (RejectedExecutionException | OutOfMemoryError e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
