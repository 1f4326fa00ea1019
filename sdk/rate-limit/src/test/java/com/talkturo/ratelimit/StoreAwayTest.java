package com.talkturo.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** The store does not answer, fails, and is back. */
class StoreAwayTest {
  private static final Duration TIMEOUT = Duration.ofMillis(50);
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  /** Forty turns a minute for this instance: one every 1.5 s. */
  private static final ApiLimit SHARE =
      ApiLimit.of(41, Duration.ofMinutes(1)).jitter(Duration.ZERO);

  private final ScriptedStore store = new ScriptedStore();

  /** Answers as it is told. */
  private static final class ScriptedStore implements Store {
    final AtomicInteger asked = new AtomicInteger();
    final AtomicLong booked = new AtomicLong();
    volatile Supplier<CompletableFuture<Long>> answer = () -> CompletableFuture.completedFuture(0L);
    volatile Runnable beforeBooking = () -> {};

    @Override
    public CompletableFuture<Long> reserve(long maxNanos) {
      asked.incrementAndGet();
      return answer.get();
    }

    @Override
    public CompletableFuture<?> book(long turns) {
      beforeBooking.run();
      booked.addAndGet(turns);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<?> touch() {
      return answer.get();
    }
  }

  private SharedTurns turns() {
    return new SharedTurns(store, new FleetShare(SHARE), TIMEOUT);
  }

  private static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - end).as("nanoseconds past the bound").isNegative();
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Test
  void afterOneBoundedWaitAllOthersSkipTheStore() {
    SharedTurns turns = turns();
    store.answer = CompletableFuture::new;
    long start = System.nanoTime();
    assertThat(turns.reserve(MINUTE)).isZero();
    long first = System.nanoTime();
    assertThat(first - start).isGreaterThan(TIMEOUT.toNanos());
    for (int i = 0; i < 20; i++) {
      turns.reserve(MINUTE);
    }
    assertThat(System.nanoTime() - first).isLessThan(TIMEOUT.toNanos());
    assertThat(store.asked).hasValue(1);
    assertThat(turns.isStoreAway()).isTrue();
    assertThat(turns.takenLocally()).isEqualTo(21);
    assertThat(turns.failures()).isEqualTo(1);
  }

  /** As a client does that loads classes, or waits for a lock, before it sends anything. */
  @Test
  void timeSpentOnAskingIsPartOfTheWait() {
    SharedTurns turns = new SharedTurns(store, new FleetShare(SHARE), Duration.ofSeconds(2));
    store.answer =
        () -> {
          long start = System.nanoTime();
          until(() -> System.nanoTime() - start > Duration.ofMillis(1_800).toNanos());
          return new CompletableFuture<>();
        };
    long start = System.nanoTime();
    assertThat(turns.reserve(MINUTE)).isZero();
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(1_990), Duration.ofMillis(3_200));
  }

  @Test
  void oneQuestionASecondLooksWhetherItIsBack() {
    SharedTurns turns = turns();
    store.answer = () -> CompletableFuture.failedFuture(new IllegalStateException("no route"));
    long start = System.nanoTime();
    until(
        () -> {
          turns.reserve(1);
          return System.nanoTime() - start > Duration.ofMillis(2_500).toNanos();
        });
    assertThat(store.asked).hasValue(3);
    assertThat(turns.failures()).isEqualTo(3);
  }

  @Test
  void whenItIsBackItCountsAgainAndLearnsOfTheTurnsToCome() {
    SharedTurns turns = turns();
    store.answer = () -> CompletableFuture.failedFuture(new IllegalStateException("no route"));
    for (int i = 0; i < 4; i++) {
      turns.reserve(MINUTE);
    }
    store.answer = () -> CompletableFuture.completedFuture(0L);
    until(
        () -> {
          turns.reserve(1);
          return !turns.isStoreAway();
        });
    until(() -> store.booked.get() == 4); // All: lately, and in the next 4.5 s.
    int asked = store.asked.get();
    turns.reserve(MINUTE);
    assertThat(store.asked).hasValue(asked + 1);
  }

  /** As a client does that loads classes, or waits for a lock, before it sends anything. */
  @Test
  void theCallThatFindsItBackDoesNotWaitUntilItLearnsOfThem() {
    SharedTurns turns = turns();
    store.answer = () -> CompletableFuture.failedFuture(new IllegalStateException("no route"));
    turns.reserve(MINUTE);
    AtomicBoolean callHasItsTurn = new AtomicBoolean();
    store.beforeBooking = () -> until(callHasItsTurn::get);
    store.answer = () -> CompletableFuture.completedFuture(0L);
    until(
        () -> {
          turns.reserve(1);
          return !turns.isStoreAway();
        });
    callHasItsTurn.set(true);
    until(() -> store.booked.get() == 1);
  }

  @Test
  void noCallWaitsForTheLog() {
    AtomicBoolean mayWrite = new AtomicBoolean();
    AtomicInteger written = new AtomicInteger();
    Logger log = slowLog(mayWrite, written);
    SharedTurns turns = new SharedTurns(store, new FleetShare(SHARE), TIMEOUT, log);
    store.answer = () -> CompletableFuture.failedFuture(new IllegalStateException("no route"));
    turns.reserve(MINUTE);
    store.answer = () -> CompletableFuture.completedFuture(0L);
    until(
        () -> {
          turns.reserve(1);
          return !turns.isStoreAway();
        });
    assertThat(written).hasValue(0);
    mayWrite.set(true);
    until(() -> written.get() == 2);
  }

  /** As on a disk that is full of work. */
  private static Logger slowLog(AtomicBoolean mayWrite, AtomicInteger written) {
    return (Logger)
        Proxy.newProxyInstance(
            Logger.class.getClassLoader(),
            new Class<?>[] {Logger.class},
            (log, method, arguments) -> {
              until(mayWrite::get);
              written.incrementAndGet();
              return null;
            });
  }

  @Test
  void theShareBeginsWhenTheTurnsOfTheStoreAreOver() {
    SharedTurns turns = turns();
    long fiveSeconds = Duration.ofSeconds(5).toNanos();
    store.answer = () -> CompletableFuture.completedFuture(fiveSeconds);
    turns.reserve(MINUTE);
    store.answer = () -> CompletableFuture.failedFuture(new IllegalStateException("no route"));
    assertThat(Duration.ofNanos(turns.reserve(MINUTE)))
        .isBetween(Duration.ofMillis(4_500), Duration.ofSeconds(5));
    assertThat(Duration.ofNanos(turns.reserve(MINUTE)))
        .isBetween(Duration.ofMillis(6_000), Duration.ofMillis(6_500));
    assertThat(turns.reserve(fiveSeconds)).as("later than the latest").isGreaterThan(fiveSeconds);
    assertThat(turns.takenLocally()).isEqualTo(2);
  }

  @Test
  void turnsOfLongAgoAreNotMadeUpFor() {
    SharedTurns turns = turns();
    store.answer = () -> CompletableFuture.failedFuture(new IllegalStateException("no route"));
    turns.reserve(MINUTE);
    long start = System.nanoTime();
    until(() -> System.nanoTime() - start > Duration.ofMillis(2_200).toNanos());
    store.answer = () -> CompletableFuture.completedFuture(0L);
    turns.reserve(1);
    assertThat(turns.isStoreAway()).isFalse();
    assertThat(store.booked).hasValue(0);
  }

  @Test
  void aTurnThatTheStoreGivesTooLateIsForTheNext() {
    SharedTurns turns = turns();
    CompletableFuture<Long> slow = new CompletableFuture<>();
    store.answer = () -> slow;
    turns.reserve(MINUTE);
    slow.complete(Duration.ofSeconds(20).toNanos());
    assertThat(turns.reserve(Duration.ofSeconds(10).toNanos()))
        .as("a call that cannot wait for it")
        .isLessThan(Duration.ofSeconds(10).toNanos());
    assertThat(Duration.ofNanos(turns.reserve(MINUTE)))
        .isBetween(Duration.ofSeconds(19), Duration.ofSeconds(20));
    assertThat(turns.takenLocally()).isEqualTo(2);
  }

  @Test
  void noCallWaitsForTheStorePastItsDeadline() {
    SharedTurns turns = new SharedTurns(store, new FleetShare(SHARE), Duration.ofSeconds(1));
    CompletableFuture<Long> slow = new CompletableFuture<>();
    store.answer = () -> slow;
    long start = System.nanoTime();
    long deadline = Duration.ofMillis(100).toNanos();
    assertThat(turns.reserve(deadline)).isGreaterThan(deadline);
    assertThat(System.nanoTime() - start).isLessThan(Duration.ofMillis(900).toNanos());
    assertThat(turns.isStoreAway()).as("the store still has time").isFalse();
    assertThat(turns.failures()).isZero();
    until(turns::isStoreAway);
    assertThat(System.nanoTime() - start).isGreaterThan(Duration.ofMillis(950).toNanos());
    assertThat(turns.failures()).isEqualTo(1);
  }

  @Test
  void aStoreThatAnswersACallTooLateButInTimeIsNotAway() {
    SharedTurns turns = new SharedTurns(store, new FleetShare(SHARE), Duration.ofMillis(300));
    CompletableFuture<Long> slow = new CompletableFuture<>();
    store.answer = () -> slow;
    assertThat(turns.reserve(1)).isGreaterThan(1);
    slow.complete(0L);
    long start = System.nanoTime();
    until(() -> System.nanoTime() - start > Duration.ofMillis(500).toNanos());
    assertThat(turns.isStoreAway()).isFalse();
    assertThat(turns.failures()).isZero();
  }

  /** Ten ask that cannot wait for the share to begin; then the first that can gets the first. */
  @Test
  void aShareGivesNoTurnToWhoCannotWaitForIt() {
    FleetShare share = new FleetShare(SHARE);
    long fiveSeconds = Duration.ofSeconds(5).toNanos();
    share.beginAfter(System.nanoTime() + fiveSeconds);
    for (int i = 0; i < 10; i++) {
      assertThat(share.reserve(fiveSeconds / 2)).isGreaterThan(fiveSeconds / 2);
    }
    assertThat(share.unsettled()).isZero();
    assertThat(share.reserve(MINUTE)).isLessThanOrEqualTo(fiveSeconds);
  }

  @Test
  void itFailsIfItWasToldSo() {
    SharedTurns turns = new SharedTurns(store, null, TIMEOUT);
    store.answer = CompletableFuture::new;
    assertThatThrownBy(() -> turns.reserve(MINUTE)).isInstanceOf(StoreUnavailableException.class);
    long start = System.nanoTime();
    assertThatThrownBy(() -> turns.reserve(MINUTE)).isInstanceOf(StoreUnavailableException.class);
    assertThat(System.nanoTime() - start).isLessThan(TIMEOUT.toNanos());
    assertThat(store.asked).hasValue(1);
  }

  @Test
  void anInterruptEndsTheQuestionAndStays() {
    SharedTurns turns = turns();
    store.answer = CompletableFuture::new;
    Thread.currentThread().interrupt();
    turns.reserve(MINUTE);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(turns.isStoreAway()).isFalse();
  }

  /** A JVM that has not lost a store before. */
  static final class FreshJvm {
    static final String OUTAGE = "outage";
    static final String END = "end of the outage";

    private FreshJvm() {}

    public static void main(String[] args) {
      ScriptedStore store = new ScriptedStore();
      SharedTurns turns = new SharedTurns(store, new FleetShare(SHARE.burst(3)), TIMEOUT);
      turns.makeContact();
      CompletableFuture<Long> silence = new CompletableFuture<>();
      store.answer = () -> silence;
      System.out.println(OUTAGE);
      for (int i = 0; i < 4; i++) {
        turns.reserve(MINUTE);
      }
      turns.reserve(1);
      System.out.println(END);
    }
  }

  @Test
  void theFirstCallsOfAnOutageLoadNoClasses() throws Exception {
    Process jvm =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                FreshJvm.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> lines;
    try (BufferedReader output = jvm.inputReader(StandardCharsets.UTF_8)) {
      lines = output.lines().toList();
    }
    assertThat(jvm.waitFor()).isZero();
    assertThat(lines).contains(FreshJvm.OUTAGE, FreshJvm.END);
    assertThat(lines.subList(lines.indexOf(FreshJvm.OUTAGE) + 1, lines.indexOf(FreshJvm.END)))
        .as("but those of the JDK, which other threads load, too")
        .allMatch(line -> line.matches(".* source: (shared objects file|jrt:/java.base)"));
  }

  @Test
  void aRehearsalIsNotCounted() {
    SharedTurns turns = turns();
    turns.makeContact();
    assertThat(turns.isStoreAway()).isFalse();
    assertThat(turns.takenLocally()).isZero();
    assertThat(turns.failures()).isZero();
    assertThat(store.asked).hasValue(0);
    assertThat(store.booked).hasValue(0);
    store.answer = CompletableFuture::new;
    assertThat(turns.reserve(MINUTE)).as("the first turn of the share").isZero();
  }

  @Test
  void aStoreThatIsAwayAtTheStartIsNoFailure() {
    store.answer = () -> CompletableFuture.failedFuture(new IllegalStateException("no route"));
    SharedTurns turns = turns();
    turns.makeContact();
    assertThat(turns.isStoreAway()).isTrue();
    assertThat(turns.reserve(MINUTE)).isZero();
    assertThat(store.asked).hasValue(0);
  }
}
