package com.talkturo.ratelimit;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLogger;

/**
 * Turns from a store, and without it from this instance's share. Nobody waits for the store longer
 * than the timeout; while it is away, one question per second looks whether it is back, and nobody
 * else waits at all.
 */
final class SharedTurns implements TurnSource {
  private static final long PROBE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long WARN_NANOS = TimeUnit.MINUTES.toNanos(1);

  /** No later than a request may be with the default jitter. */
  private static final long MAX_AGE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final Duration FIRST_CONTACT = Duration.ofSeconds(1);

  private final Store store;
  private final @Nullable FleetShare share;
  private final long timeoutNanos;
  private final Logger log;
  private final LongAdder takenLocally = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final AtomicLong nextProbeNanos = new AtomicLong();
  private final AtomicLong lastTurnNanos = new AtomicLong(System.nanoTime());
  private final AtomicLong nextWarningNanos = new AtomicLong(System.nanoTime());

  /** When turns come that the store gave too late for those who asked: for the next who ask. */
  private final Queue<Long> belated = new ConcurrentLinkedQueue<>();

  private volatile boolean away;

  /** Without a share it fails when the store is away. */
  SharedTurns(Store store, @Nullable FleetShare share, Duration timeout) {
    this(store, share, timeout, LoggerFactory.getLogger(BucketRateLimiter.LOGGER));
  }

  SharedTurns(Store store, @Nullable FleetShare share, Duration timeout, Logger log) {
    this.store = store;
    this.share = share;
    this.timeoutNanos = timeout.toNanos();
    this.log = log;
  }

  /**
   * Connections, classes and scripts are loaded by the first question, which takes longer than the
   * others: it is asked here, and takes no turn.
   */
  void makeContact() {
    rehearse();
    CompletableFuture<?> question = store.touch();
    if (answerTo(question, FIRST_CONTACT.toNanos()) == null) {
      failed(question);
      storeIsAway();
    }
  }

  /**
   * Runs once what a call runs while a store is away, with one that does not answer and a share
   * that nobody uses. Else the first calls of an outage would load the classes for it, at the
   * moment when everybody on the machine who lost the store loads theirs: that took up to 50 ms.
   */
  private void rehearse() {
    CompletableFuture<Long> question = new CompletableFuture<>();
    SharedTurns rehearsal =
        new SharedTurns(
            new SilentStore(question),
            share == null ? null : share.withoutBurst(),
            Duration.ofMillis(1),
            NOPLogger.NOP_LOGGER);
    try {
      long year = TimeUnit.DAYS.toNanos(365);
      rehearsal.reserve(year); // No answer in time: a turn at once.
      rehearsal.reserve(year); // One to wait for.
      rehearsal.reserve(1); // One that comes too late.
    } catch (StoreUnavailableException e) {
      // So it is without a share.
    }
    rehearsal.storeAnswered(0, 1);
    rehearsal.judgeLater(question, TimeUnit.MINUTES.toNanos(1));
    question.complete(0L); // Else the judgment would stay for a minute.
  }

  /** Has only this question, whoever asks. */
  private record SilentStore(CompletableFuture<Long> question) implements Store {
    @Override
    public CompletableFuture<Long> reserve(long maxNanos) {
      return question;
    }

    @Override
    public CompletableFuture<?> book(long turns) {
      return question;
    }

    @Override
    public CompletableFuture<?> touch() {
      return question;
    }
  }

  boolean isStoreAway() {
    return away;
  }

  long takenLocally() {
    return takenLocally.sum();
  }

  long failures() {
    return failures.sum();
  }

  @Override
  public long reserve(long maxNanos) {
    Long wait = belatedTurn(maxNanos);
    if (wait != null) {
      return wait;
    }
    if (mayAsk()) {
      long start = System.nanoTime();
      CompletableFuture<Long> question = store.reserve(maxNanos);
      long patience = Math.min(timeoutNanos, maxNanos);
      // Asking takes time too: a client of a store may wait for a lock before it sends anything.
      wait = answerTo(question, patience - (System.nanoTime() - start));
      if (wait != null) {
        storeAnswered(wait, maxNanos);
        return wait;
      }
      keepIfBelated(question, maxNanos);
      if (Thread.currentThread().isInterrupted()) {
        return 0; // The call is over: nobody waits for the turn.
      }
      if (patience < timeoutNanos && !question.isDone()) {
        judgeLater(question, timeoutNanos - patience);
        return LocalTurns.late(0, maxNanos); // The call is over, and the store may still answer.
      }
      failed(question);
      storeIsAway();
    }
    return withoutStore(maxNanos);
  }

  /** Looks whether the store answers a question in time, for which its call has no time left. */
  private void judgeLater(CompletableFuture<Long> question, long nanos) {
    CompletableFuture<?> unused =
        question
            .copy()
            .orTimeout(nanos, TimeUnit.NANOSECONDS)
            .exceptionally(
                e -> {
                  failed(question);
                  storeIsAway();
                  return null;
                });
  }

  private void keepIfBelated(CompletableFuture<Long> question, long maxNanos) {
    CompletableFuture<?> unused =
        question.thenAccept(
            wait -> {
              if (wait <= maxNanos) {
                belated.add(System.nanoTime() + wait);
              }
            });
  }

  /** Null if there is none for this call; those that nobody asked for in time are lost. */
  private @Nullable Long belatedTurn(long maxNanos) {
    for (Long turn = belated.poll(); turn != null; turn = belated.poll()) {
      long wait = turn - System.nanoTime();
      if (wait > maxNanos) {
        belated.add(turn);
        return null;
      }
      if (wait > -MAX_AGE_NANOS) {
        return Math.max(0, wait);
      }
    }
    return null;
  }

  private boolean mayAsk() {
    if (!away) {
      return true;
    }
    long due = nextProbeNanos.get();
    long now = System.nanoTime();
    return now - due >= 0 && nextProbeNanos.compareAndSet(due, now + PROBE_NANOS);
  }

  /** Null if there is none in time. */
  private <T> @Nullable T answerTo(CompletableFuture<T> question, long nanos) {
    try {
      return question.get(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | ExecutionException e) {
      // Whoever asked says what follows.
    }
    return null;
  }

  private void failed(CompletableFuture<?> question) {
    failures.increment();
    Throwable cause = question.handle((answer, failure) -> failure).getNow(null);
    long due = nextWarningNanos.get();
    long now = System.nanoTime();
    if (now - due >= 0 && nextWarningNanos.compareAndSet(due, now + WARN_NANOS)) {
      aside(
          () ->
              log.warn(
                  "the store of the rate limit is away: {}; {}; it is asked again every second,"
                      + " and this is logged once a minute",
                  cause == null ? "no answer in time" : "it failed",
                  share == null ? "calls fail" : "the share of this instance serves",
                  cause));
    }
  }

  private synchronized void storeIsAway() {
    nextProbeNanos.set(System.nanoTime() + PROBE_NANOS);
    if (!away && share != null) {
      share.beginAfter(lastTurnNanos.get());
    }
    away = true;
  }

  private void storeAnswered(long wait, long maxNanos) {
    if (wait <= maxNanos) {
      long turn = System.nanoTime() + wait;
      lastTurnNanos.accumulateAndGet(turn, (a, b) -> b - a > 0 ? b : a);
    }
    if (away && isBack()) {
      long unsettled = share == null ? 0 : share.unsettled();
      aside(() -> tellThatItIsBack(unsettled));
    }
  }

  private void tellThatItIsBack(long unsettled) {
    if (unsettled > 0) {
      CompletableFuture<?> unused = store.book(unsettled);
    }
    log.info("the store of the rate limit is back");
  }

  /** On another thread: a call has waited for the store already, and not for a log or this. */
  private static void aside(Runnable task) {
    CompletableFuture<?> unused = CompletableFuture.runAsync(task);
  }

  /** True for one of those who see it. */
  private synchronized boolean isBack() {
    boolean was = away;
    away = false;
    return was;
  }

  private long withoutStore(long maxNanos) {
    if (share == null) {
      throw new StoreUnavailableException("the store of the rate limit gave no turn in time");
    }
    long wait = share.reserve(maxNanos);
    if (wait <= maxNanos) {
      takenLocally.increment();
    }
    return wait;
  }
}
