package com.talkturo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.talkturo.calls.Mode;
import com.talkturo.calls.Operation;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.errors.BadRequestException;
import com.talkturo.sdk.errors.TimeoutException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The supplier of the key is asked for every attempt and its failures are the caller's. */
class KeySupplierTest extends ServerTest {
  @ParameterizedTest
  @EnumSource
  void aKeyThatRotatesBetweenAttemptsSignsTheNextOne(Mode mode) {
    AtomicInteger asked = new AtomicInteger();
    TalkturoClient client = open(builder().apiKey(() -> "key_" + asked.incrementAndGet()));
    answer(503, "", "Retry-After", "0");
    answer(429, "", "Retry-After", "0");
    answerFixture("create/full");
    Operation.CREATE.call(mode, client);
    for (int attempt = 1; attempt <= 3; attempt++) {
      assertThat(received().getHeaders().values("Authorization"))
          .containsExactly("Bearer key_" + attempt);
    }
    assertThat(asked).hasValue(3);
  }

  @ParameterizedTest
  @EnumSource
  void aKeyThatWasRotatedAwayIsHiddenLikeTheLatest(Mode mode) {
    List<String> keys =
        List.of("key_first_51d0b7e4c9", "key_next_0a9f36c2d8", "key_last_7be1405a6f");
    AtomicInteger asked = new AtomicInteger();
    TalkturoClient client = open(builder().apiKey(() -> keys.get(asked.getAndIncrement())));
    answer(503, "", "Retry-After", "0");
    answer(503, "", "Retry-After", "0");
    answer(400, "{\"error\":\"" + keys + "\"}", "X-Echo", keys.toString());
    BadRequestException e = failure(BadRequestException.class, Operation.CREATE, mode, client);
    assertThat(e.getMessage() + e.body() + e.headers() + e.errorText())
        .doesNotContain(keys)
        .contains("[[API key], [API key], [API key]]");
  }

  @ParameterizedTest
  @EnumSource
  void theSupplierIsNotAskedBeforeTheFirstCall(Mode mode) {
    AtomicInteger asked = new AtomicInteger();
    TalkturoClient client = open(builder().apiKey(() -> "key_" + asked.incrementAndGet()));
    assertThat(asked).hasValue(0);
    answerFixture("get/subset");
    Operation.GET.call(mode, client);
    assertThat(asked).hasValue(1);
  }

  /** Kotlin and Lombok let suppliers throw checked ones, too. */
  @ParameterizedTest
  @EnumSource
  void whatTheSupplierThrowsReachesTheCallerUnchanged(Mode mode) {
    for (Throwable broken :
        List.of(
            new UnsupportedOperationException("vault is sealed"),
            new NoClassDefFoundError("vault"),
            new IOException("vault is away"),
            new GeneralSecurityException("sealed"))) {
      AtomicInteger asked = new AtomicInteger();
      TalkturoClient client =
          open(
              builder()
                  .apiKey(
                      () -> {
                        asked.incrementAndGet();
                        throw KeySupplierTest.<RuntimeException>unchecked(broken);
                      }));
      assertThat(catchThrowable(() -> Operation.GET.call(mode, client))).isSameAs(broken);
      assertThat(asked).hasValue(1);
    }
    assertThat(server.getRequestCount()).isZero();
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E unchecked(Throwable any) throws E {
    throw (E) any;
  }

  @ParameterizedTest
  @EnumSource
  void anExceptionOfTheSupplierAtARetryReachesTheCallerUnchanged(Mode mode) {
    RuntimeException broken = new IllegalStateException("vault is sealed");
    AtomicInteger asked = new AtomicInteger();
    TalkturoClient client =
        open(
            builder()
                .apiKey(
                    () -> {
                      if (asked.incrementAndGet() > 1) {
                        throw broken;
                      }
                      return KEY;
                    }));
    answer(429, "", "Retry-After", "0");
    assertThat(catchThrowable(() -> Operation.CREATE.call(mode, client))).isSameAs(broken);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"SYNC,''", "ASYNC,''", "SYNC,", "ASYNC,", "SYNC,key two", "ASYNC,key two"})
  void aKeyThatIsNoneEndsTheCallAndIsNotAskedForAgain(Mode mode, String key) {
    AtomicInteger asked = new AtomicInteger();
    TalkturoClient client = open(builder().apiKey(() -> asked.incrementAndGet() > 1 ? key : KEY));
    answer(429, "", "Retry-After", "0");
    failure(IllegalArgumentException.class, Operation.CREATE, mode, client);
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(asked).hasValue(2);
  }

  @Test
  void aSynchronousCallAsksOnTheCallersThread() {
    List<Thread> askedOn = askedOn(Mode.SYNC);
    assertThat(askedOn).containsExactly(Thread.currentThread(), Thread.currentThread());
  }

  @Test
  void anAsynchronousCallAsksOnAThreadOfTheSdk() {
    List<Thread> askedOn = askedOn(Mode.ASYNC);
    assertThat(askedOn).hasSize(2).allMatch(SdkThreads::isOne);
  }

  /** The threads on which a call of two attempts asks for the key. */
  private List<Thread> askedOn(Mode mode) {
    List<Thread> threads = new CopyOnWriteArrayList<>();
    TalkturoClient client =
        open(
            builder()
                .apiKey(
                    () -> {
                      threads.add(Thread.currentThread());
                      return KEY;
                    }));
    answer(429, "", "Retry-After", "0");
    answerFixture("create/full");
    Operation.CREATE.call(mode, client);
    return threads;
  }

  @Test
  void theSupplierIsAskedByManyThreadsAtTheSameTime() {
    CountDownLatch bothAsk = new CountDownLatch(2);
    TalkturoClient client =
        open(
            builder()
                .apiKey(
                    () -> {
                      bothAsk.countDown();
                      await(bothAsk);
                      return KEY;
                    }));
    answerFixture("get/subset");
    answerFixture("get/subset");
    CompletableFuture<?> first = Operation.GET.start(client);
    CompletableFuture<?> second = Operation.GET.start(client);
    Mode.join(first);
    Mode.join(second);
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aSynchronousCallWaitsForTheSupplierPastItsDeadlineAndIsNotSent() {
    Duration timeout = Duration.ofMillis(300);
    AtomicBoolean asked = new AtomicBoolean();
    TalkturoClient client =
        open(
            builder()
                .timeout(timeout)
                .apiKey(
                    () -> {
                      long end = System.nanoTime() + timeout.toNanos();
                      while (System.nanoTime() < end) {
                        LockSupport.parkNanos(end - System.nanoTime());
                      }
                      asked.set(true);
                      return KEY;
                    }));
    failure(TimeoutException.class, Operation.GET, Mode.SYNC, client);
    assertThat(asked).isTrue();
    assertThat(server.getRequestCount()).isZero();
  }
}
