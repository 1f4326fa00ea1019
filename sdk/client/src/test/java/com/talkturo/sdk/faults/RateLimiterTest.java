package com.talkturo.sdk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.talkturo.calls.Answers;
import com.talkturo.calls.Operation;
import com.talkturo.calls.RawServer;
import com.talkturo.calls.Waiting;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.errors.InterruptedCallException;
import com.talkturo.sdk.errors.NotSentException;
import com.talkturo.sdk.errors.TransportException;
import com.talkturo.sdk.http.RateLimiter;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The user's rate limiter is asked before each attempt, and its waits are the call's. */
class RateLimiterTest {
  /** Gives each turn after the same wait, and counts. */
  private static final class Fixed implements RateLimiter {
    final AtomicInteger asked = new AtomicInteger();
    final AtomicInteger rejected = new AtomicInteger();
    final AtomicInteger unused = new AtomicInteger();
    final AtomicReference<Duration> latest = new AtomicReference<>();
    volatile Duration wait;

    Fixed(Duration wait) {
      this.wait = wait;
    }

    @Override
    public Duration takeTurn(Duration atTheLatest) {
      asked.incrementAndGet();
      latest.set(atTheLatest);
      return wait;
    }

    @Override
    public void rejected(Optional<Duration> retryAfter) {
      rejected.incrementAndGet();
    }

    @Override
    public void turnUnused() {
      unused.incrementAndGet();
    }
  }

  private RawServer server;

  @BeforeEach
  void start() throws Exception {
    server = new RawServer();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private TalkturoClient client(RateLimiter limiter) {
    return TalkturoClient.builder()
        .apiKey("key_turns")
        .accountSlug("team")
        .baseUrl(server.url())
        .rateLimiter(limiter)
        .build();
  }

  @Execution(ExecutionMode.CONCURRENT) // Most of it is waiting before the second attempt.
  @ParameterizedTest
  @EnumSource(Operation.class)
  void eachAttemptCostsATurnAndEach429IsTold(Operation operation) {
    for (boolean async : new boolean[] {false, true}) {
      Fixed limiter = new Fixed(Duration.ZERO);
      server.resetCounts();
      server.script(
          c -> {
            c.read();
            c.write(server.requests() == 1 ? Answers.failure(429, "") : Answers.ok());
          });
      try (TalkturoClient client = client(limiter)) {
        operation.call(client, async);
      }
      assertThat(limiter.asked).hasValue(2);
      assertThat(limiter.rejected).hasValue(1);
      assertThat(limiter.unused).hasValue(0);
      assertThat(limiter.latest.get()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
    }
  }

  @Test
  void aCallWaitsForItsTurn() {
    try (TalkturoClient client = client(new Fixed(Duration.ofMillis(300)))) {
      long start = System.nanoTime();
      client.assistants().get("asst_1");
      assertThat(System.nanoTime() - start).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(300));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aTurnAfterTheDeadlineIsNotWaitedFor(boolean async) {
    Fixed limiter = new Fixed(Duration.ofHours(1));
    try (TalkturoClient client = client(limiter)) {
      assertThat(catchThrowable(() -> Operation.CREATE.call(client, async)))
          .isInstanceOfSatisfying(
              NotSentException.class,
              e -> {
                assertThat(e.requestSent()).isFalse();
                assertThat(e.attempts()).isZero();
                assertThat(e.retryAfter()).contains(Duration.ofHours(1));
              });
    }
    assertThat(server.requests()).isZero();
    assertThat(limiter.unused).as("no turn was taken").hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theLongestDurationsThereAreMeanNever(boolean async) {
    for (Duration never :
        List.of(ChronoUnit.FOREVER.getDuration(), Duration.ofSeconds(Long.MAX_VALUE))) {
      try (TalkturoClient client = client(new Fixed(never))) {
        assertThat(catchThrowable(() -> Operation.CREATE.call(client, async)))
            .isInstanceOfSatisfying(
                NotSentException.class,
                e -> assertThat(e.retryAfter()).contains(Duration.ofDays(365)));
      }
    }
    assertThat(server.requests()).isZero();
    try (TalkturoClient client = client(new Fixed(Duration.ofSeconds(Long.MIN_VALUE)))) {
      assertThat(Operation.CREATE.call(client, async)).isNotNull();
    }
  }

  @Test
  void aTurnThatACancelOrACloseLeavesIsCounted() throws Exception {
    Fixed limiter = new Fixed(Duration.ofSeconds(30));
    TalkturoClient client = client(limiter);
    CompletableFuture<?> cancelled = client.assistants().getAsync("asst_1");
    CompletableFuture<?> closed = client.assistants().getAsync("asst_1");
    Waiting.until(() -> limiter.asked.get() == 2);
    cancelled.cancel(true);
    Waiting.until(() -> limiter.unused.get() == 1);
    client.close();
    assertThat(catchThrowable(() -> closed.get(1, TimeUnit.SECONDS)))
        .hasCauseInstanceOf(TransportException.class);
    Waiting.until(() -> limiter.unused.get() == 2);
    assertThat(server.requests()).isZero();
  }

  @Test
  void anInterruptEndsTheWaitForATurn() throws Exception {
    Fixed limiter = new Fixed(Duration.ofSeconds(30));
    AtomicReference<Throwable> failure = new AtomicReference<>();
    try (TalkturoClient client = client(limiter)) {
      Thread caller =
          new Thread(() -> failure.set(catchThrowable(() -> Operation.GET.call(client, false))));
      caller.start();
      Waiting.until(() -> caller.getState() == Thread.State.TIMED_WAITING);
      caller.interrupt();
      caller.join(5_000);
    }
    assertThat(failure.get())
        .isInstanceOfSatisfying(
            InterruptedCallException.class, e -> assertThat(e.requestSent()).isFalse());
    assertThat(limiter.unused).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatTheLimiterThrowsArrivesUnchangedAndNothingIsSent(boolean async) {
    for (Throwable own :
        List.of(
            new IllegalStateException("no store"),
            new AssertionError("no store"),
            new IOException("as Kotlin may throw it"))) {
      try (TalkturoClient client = client(latest -> RateLimiterTest.<RuntimeException>raise(own))) {
        assertThat(catchThrowable(() -> Operation.CREATE.call(client, async))).isSameAs(own);
      }
    }
    assertThat(server.requests()).isZero();
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // As Kotlin throws.
  private static <E extends Throwable> Duration raise(Throwable undeclared) throws E {
    throw (E) undeclared;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @SuppressWarnings("NullAway") // What a limiter of a user's may do.
  void aLimiterWithoutAnAnswerFailsTheCall(boolean async) {
    try (TalkturoClient client = client(latest -> null)) {
      assertThat(catchThrowable(() -> Operation.GET.call(client, async)))
          .isInstanceOf(NullPointerException.class)
          .hasMessageContaining("rate limiter");
    }
    assertThat(server.requests()).isZero();
  }

  /** The limiter may take it, as it is not later than the latest. */
  @Test
  void aTurnAtTheDeadlineIsTakenAndLost() {
    AtomicInteger unused = new AtomicInteger();
    RateLimiter atTheLatest =
        new RateLimiter() {
          @Override
          public Duration takeTurn(Duration latest) {
            return latest;
          }

          @Override
          public void turnUnused() {
            unused.incrementAndGet();
          }
        };
    try (TalkturoClient client = client(atTheLatest)) {
      TalkturoClient view = client.withOptions(o -> o.timeout(Duration.ofMillis(200)));
      assertThat(catchThrowable(() -> view.assistants().get("asst_1"))).isNotNull();
    }
    assertThat(server.requests()).isZero();
    assertThat(unused).hasValue(1);
  }

  @Test
  void aTurnThatComesTooLateForTheUsualDurationIsCounted() {
    Fixed limiter = new Fixed(Duration.ZERO);
    server.script(
        c -> {
          c.read();
          c.pause(200);
          c.write(Answers.ok());
        });
    try (TalkturoClient client = client(limiter)) {
      for (int i = 0; i < 5; i++) {
        Operation.CREATE.call(client, false);
      }
      limiter.wait = Duration.ofMillis(1_900);
      TalkturoClient view = client.withOptions(o -> o.timeout(Duration.ofSeconds(2)));
      assertThat(catchThrowable(() -> Operation.CREATE.call(view, false)))
          .isInstanceOf(NotSentException.class);
    }
    assertThat(server.requests()).isEqualTo(5);
    assertThat(limiter.unused).hasValue(1);
  }

  /** While one waits for its turn, another gets a 429 that holds both past the deadline. */
  @Test
  void aTurnThatAHoldOutlastsIsCounted() throws Exception {
    Fixed limiter = new Fixed(Duration.ofMillis(500));
    server.script(
        c -> {
          c.read();
          c.write(Answers.failure(429, "Retry-After: 1800\r\n"));
        });
    try (TalkturoClient client = client(limiter)) {
      CompletableFuture<?> waits = client.assistants().getAsync("asst_2");
      Waiting.until(() -> limiter.asked.get() == 1);
      limiter.wait = Duration.ZERO;
      catchThrowable(() -> client.assistants().get("asst_1"));
      assertThat(catchThrowable(() -> waits.get(10, TimeUnit.SECONDS)))
          .hasCauseInstanceOf(NotSentException.class);
    }
    assertThat(server.requests()).isEqualTo(1);
    assertThat(limiter.unused).hasValue(1);
  }

  /** The first is told to wait 1 s by a 429; the second has taken its turn when that comes. */
  @Test
  void afterAHoldTheLimiterIsAskedAgain() throws Exception {
    Fixed limiter = new Fixed(Duration.ZERO);
    server.script(
        c -> {
          c.read();
          c.write(
              server.requests() == 1 ? Answers.failure(429, "Retry-After: 1\r\n") : Answers.ok());
        });
    try (TalkturoClient client = client(limiter)) {
      limiter.wait = Duration.ofMillis(400);
      CompletableFuture<?> second = client.assistants().getAsync("asst_2");
      Waiting.until(() -> limiter.asked.get() == 1);
      limiter.wait = Duration.ZERO;
      CompletableFuture<?> first = client.assistants().getAsync("asst_1");
      first.get(10, TimeUnit.SECONDS);
      second.get(10, TimeUnit.SECONDS);
    }
    assertThat(limiter.unused).as("the turn that passed during the hold").hasValue(1);
    assertThat(limiter.asked).hasValue(4);
  }
}
