package com.talkturo.sdk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class DeadlinesTest {
  private static final long HOUR = TimeUnit.HOURS.toNanos(1);

  private final Deadlines deadlines = new Deadlines(HOUR);

  @AfterEach
  void close() {
    deadlines.close();
  }

  @Test
  void anExpiryRunsWhenItIsDueAndNotBefore() throws Exception {
    long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(30);
    assertThat(expiry(due).get() - due).isNotNegative();
  }

  @Test
  void whatIsDueAlreadyRunsAtOnce() throws Exception {
    assertThat(expiry(System.nanoTime() - HOUR).get()).isPositive();
  }

  @Test
  void anEarlierDeadlineThatComesLaterIsNotMissed() throws Exception {
    CompletableFuture<Long> late = expiry(System.nanoTime() + HOUR);
    untilParked();
    expiry(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20)).get();
    untilParked();
    expiry(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20)).get();
    assertThat(late).isNotDone();
  }

  @Test
  void whatIsStoppedDoesNotRun() throws Exception {
    long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
    AtomicInteger runs = new AtomicInteger();
    deadlines.stop(deadlines.start(due, runs::incrementAndGet));
    expiry(due + TimeUnit.MILLISECONDS.toNanos(20)).get();
    assertThat(runs).hasValue(0);
  }

  @Test
  void anExpiryThatFailsOrIsInterruptedHoldsUpNobody() throws Exception {
    long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20);
    CompletableFuture<Throwable> reported = new CompletableFuture<>();
    deadlines.start(
        due,
        () -> {
          Thread thread = Thread.currentThread();
          thread.setUncaughtExceptionHandler((t, e) -> reported.complete(e));
          thread.interrupt();
          throw new AssertionError("from a listener");
        });
    expiry(due + TimeUnit.MILLISECONDS.toNanos(20)).get();
    assertThat(reported.get()).hasMessage("from a listener");
    untilParked();
  }

  @Test
  void neitherWhatBlocksNorItsThreadsOutliveTheirNeed() throws Exception {
    Queue<Thread> threads = new ConcurrentLinkedQueue<>();
    Deadlines deadlines =
        new Deadlines(
            HOUR,
            task -> {
              Thread thread = new Thread(task);
              threads.add(thread);
              return thread;
            });
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch blocked = new CountDownLatch(96);
    long due = System.nanoTime();
    Runnable block =
        () -> {
          blocked.countDown();
          awaitQuietly(release);
        };
    for (int i = 0; i < 40; i++) {
      deadlines.start(due, block);
      deadlines.start(due, block, block);
    }
    blocked.await(); // 80 and those that cancel; the others wait.
    expiry(deadlines, System.nanoTime()).get();
    CompletableFuture<Long> end = new CompletableFuture<>();
    deadlines.start(System.nanoTime(), () -> end.complete(System.nanoTime()), () -> {});
    end.get();
    release.countDown();
    deadlines.close();
    assertThat(threads).hasSizeGreaterThan(96);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Test
  void allFuturesEndBeforeTheFirstOfTheirCallsIsCancelled() throws Exception {
    int crowd = 5_000;
    AtomicInteger ended = new AtomicInteger();
    Queue<Integer> endedAtCancel = new ConcurrentLinkedQueue<>();
    CountDownLatch cancelled = new CountDownLatch(crowd);
    long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(300);
    for (int i = 0; i < crowd; i++) {
      deadlines.start(
          due,
          ended::incrementAndGet,
          () -> {
            endedAtCancel.add(ended.get());
            cancelled.countDown();
          });
    }
    cancelled.await();
    assertThat(ended).hasValue(crowd);
    // Those that threads had taken already may still be on their way.
    assertThat(endedAtCancel).allSatisfy(n -> assertThat(n).isGreaterThan(crowd - 200));
  }

  @Test
  void dependentsThatBlockKeepNoCallFromBeingCancelled() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(300);
    for (int i = 0; i < 300; i++) {
      deadlines.start(System.nanoTime(), () -> awaitQuietly(release), cancelled::countDown);
    }
    cancelled.await();
    release.countDown();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Any lock on the way of handing over may use up the permit to wake. */
  @Test
  void noneIsMissedThatComesWhileTheThreadHandsOver() throws Exception {
    int crowd = 1_000;
    CountDownLatch expired = new CountDownLatch(crowd);
    AtomicInteger made = new AtomicInteger();
    AtomicReference<Deadlines> forgetful = new AtomicReference<>();
    forgetful.set(
        new Deadlines(
            HOUR,
            task -> {
              // The first is the watcher itself.
              if (made.incrementAndGet() == 2) {
                for (int i = 0; i < crowd; i++) {
                  forgetful.get().start(System.nanoTime(), expired::countDown);
                }
                LockSupport.park();
              }
              return new Thread(task);
            }));
    expiry(forgetful.get(), System.nanoTime()).get();
    assertThat(expired.await(20, TimeUnit.SECONDS)).isTrue();
    forgetful.get().close();
  }

  @Test
  void aThreadThatDiesIsReplaced() throws Exception {
    CompletableFuture<Thread> dying = new CompletableFuture<>();
    deadlines.start(
        System.nanoTime(),
        () -> {
          dying.complete(Thread.currentThread());
          Thread.currentThread()
              .setUncaughtExceptionHandler(
                  (thread, e) -> {
                    throw new AssertionError("from a handler");
                  });
          throw new AssertionError("from a listener");
        });
    dying.get().join();
    expiry(System.nanoTime()).get();
  }

  @Test
  void theThreadKeepsNoProgramAliveAndEndsWhenItIsNotNeeded() throws Exception {
    Deadlines.Deadline pending = deadlines.start(System.nanoTime() + HOUR, () -> {});
    Thread thread = untilParked();
    assertThat(thread.isDaemon()).isTrue();
    deadlines.stop(pending);
    deadlines.close();
    thread.join();
  }

  @Test
  void theThreadEndsWithTheLastThatIsPendingAtTheClose() throws Exception {
    Deadlines.Deadline pending = deadlines.start(System.nanoTime() + HOUR, () -> {});
    Thread thread = untilParked();
    deadlines.close();
    deadlines.stop(pending);
    thread.join();
  }

  @Test
  void aClosedOneStillEndsWhatIsPending() throws Exception {
    CompletableFuture<Long> pending =
        expiry(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100));
    deadlines.close();
    pending.get();
  }

  /** The idle time of a nanosecond makes the thread end and begin all the time. */
  @ParameterizedTest
  @ValueSource(longs = {1, 1_000_000, 3_600_000_000_000L})
  void noneOfManyIsMissed(long idleNanos) throws Exception {
    Deadlines many = new Deadlines(idleNanos);
    int threads = 8;
    int each = 2_000;
    CountDownLatch expired = new CountDownLatch(threads * each);
    AtomicInteger tooEarly = new AtomicInteger();
    AtomicInteger stoppedButRun = new AtomicInteger();
    List<Thread> starters = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Thread starter =
          new Thread(
              () -> {
                ThreadLocalRandom random = ThreadLocalRandom.current();
                for (int j = 0; j < each; j++) {
                  long due = System.nanoTime() + random.nextLong(3_000_000);
                  many.start(
                      due,
                      () -> {
                        if (System.nanoTime() - due < 0) {
                          tooEarly.incrementAndGet();
                        }
                        expired.countDown();
                      });
                  many.stop(many.start(System.nanoTime() + HOUR, stoppedButRun::incrementAndGet));
                  if (random.nextInt(20) == 0) {
                    LockSupport.parkNanos(random.nextLong(1_000_000));
                  }
                }
              });
      starters.add(starter);
      starter.start();
    }
    for (Thread starter : starters) {
      starter.join();
    }
    assertThat(expired.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(tooEarly).hasValue(0);
    assertThat(stoppedButRun).hasValue(0);
    many.close();
  }

  /** The thread ends when the one before is over, and that is when the next begins. */
  @Test
  void noneIsMissedThatBeginsWhileTheThreadEnds() throws Exception {
    Deadlines hasty = new Deadlines(1);
    for (int i = 0; i < 20_000; i++) {
      long spin = System.nanoTime() + ThreadLocalRandom.current().nextLong(30_000);
      while (System.nanoTime() < spin) {
        Thread.onSpinWait();
      }
      expiry(hasty, System.nanoTime()).get();
    }
  }

  private CompletableFuture<Long> expiry(long dueNanos) {
    return expiry(deadlines, dueNanos);
  }

  /** Ends with the time of expiry. */
  private static CompletableFuture<Long> expiry(Deadlines deadlines, long dueNanos) {
    CompletableFuture<Long> expired = new CompletableFuture<>();
    deadlines.start(dueNanos, () -> expired.complete(System.nanoTime()));
    return expired;
  }

  private Thread untilParked() throws InterruptedException {
    while (true) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      for (Thread thread : Thread.getAllStackTraces().keySet()) {
        if (thread.getName().equals("talkturo-deadlines")
            && LockSupport.getBlocker(thread) == deadlines) {
          return thread;
        }
      }
      Thread.onSpinWait();
    }
  }
}
