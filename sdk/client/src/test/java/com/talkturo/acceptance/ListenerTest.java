package com.talkturo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.talkturo.calls.Mode;
import com.talkturo.calls.Operation;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.assistants.CreateAssistantRequest;
import com.talkturo.sdk.errors.BadRequestException;
import com.talkturo.sdk.errors.DecodeException;
import com.talkturo.sdk.errors.InterruptedCallException;
import com.talkturo.sdk.errors.TimeoutException;
import com.talkturo.sdk.http.TalkturoListener;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.Level;

/** What a listener is told: each request from one start to one end. */
class ListenerTest extends ServerTest {
  private static final int BOUND_SECONDS = 20;

  /** Keeps what it is told, in order. */
  private static final class Recorder implements TalkturoListener {
    final List<Request> requests = new ArrayList<>();
    final List<String> events = new ArrayList<>();
    final List<Attempt> attempts = new ArrayList<>();
    final List<Retry> retries = new ArrayList<>();
    final List<Outcome> outcomes = new ArrayList<>();

    private synchronized void add(String event, Request request) {
      requests.add(request);
      events.add(event);
      notifyAll();
    }

    @Override
    public void requestStarted(Request request) {
      add("started", request);
    }

    @Override
    public synchronized void attemptFinished(Request request, Attempt attempt) {
      attempts.add(attempt);
      add("attempt", request);
    }

    @Override
    public synchronized void retryScheduled(Request request, Retry retry) {
      retries.add(retry);
      add("retry", request);
    }

    @Override
    public synchronized void requestFinished(Request request, Outcome outcome) {
      outcomes.add(outcome);
      add("finished", request);
    }

    synchronized void await(String event) throws InterruptedException {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(BOUND_SECONDS);
      while (!events.contains(event)) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        assertThat(left).as("time left to wait for %s", event).isPositive();
        wait(left);
      }
    }

    synchronized List<String> events() {
      return List.copyOf(events);
    }

    Outcome outcome() {
      assertThat(outcomes).hasSize(1);
      return outcomes.get(0);
    }
  }

  private final Recorder told = new Recorder();

  private TalkturoClient listened() {
    return open(builder().listener(told));
  }

  private static MockResponse stall() {
    return new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build();
  }

  @ParameterizedTest
  @MethodSource("everyOperationAndMode")
  void aRequestIsToldFromStartToEnd(Operation op, Mode mode) {
    answerFixture("every-operation");
    op.call(mode, listened());
    assertThat(told.events()).containsExactly("started", "attempt", "finished");
    assertThat(told.requests)
        .allSatisfy(
            request -> {
              assertThat(request).isSameAs(told.requests.get(0));
              assertThat(request.method()).isEqualTo(op.method);
              assertThat(request.pathTemplate()).isEqualTo(op.pathTemplate);
            });
    assertThat(told.attempts.get(0).number()).isEqualTo(1);
    assertThat(told.attempts.get(0).statusCode()).hasValue(200);
    assertThat(told.attempts.get(0).failure()).isEmpty();
    assertThat(told.outcome().statusCode()).hasValue(200);
    assertThat(told.outcome().failure()).isEmpty();
    assertThat(told.outcome().attempts()).isEqualTo(1);
    assertThat(told.attempts.get(0).duration()).isPositive();
    assertThat(told.outcome().duration()).isGreaterThanOrEqualTo(told.attempts.get(0).duration());
  }

  @ParameterizedTest
  @EnumSource
  void retriesAreToldWithReasonAndWait(Mode mode) {
    answer(503, "", "Retry-After", "1");
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    answerFixture("get/subset");
    Operation.GET.call(mode, listened());
    assertThat(told.events())
        .containsExactly("started", "attempt", "retry", "attempt", "retry", "attempt", "finished");
    assertThat(told.attempts).extracting(a -> a.number()).containsExactly(1, 2, 3);
    assertThat(told.attempts.get(0).statusCode()).hasValue(503);
    assertThat(told.attempts.get(1).statusCode()).isEmpty();
    assertThat(told.attempts.get(1).failure()).containsInstanceOf(IOException.class);
    assertThat(told.retries).extracting(r -> r.attempt()).containsExactly(2, 3);
    assertThat(told.retries.get(0).reason()).isEqualTo("503");
    assertThat(told.retries.get(0).delay()).isEqualTo(Duration.ofSeconds(1));
    assertThat(told.retries.get(1).reason())
        .isEqualTo(told.attempts.get(1).failure().get().getClass().getName());
    assertThat(told.outcome().attempts()).isEqualTo(3);
    assertThat(told.outcome().statusCode()).hasValue(200);
    assertThat(told.outcome().duration()).isGreaterThan(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @EnumSource
  void aFailureIsTheOneThatTheCallerGets(Mode mode) {
    answer(400, "{\"error\":\"Bad\"}");
    BadRequestException thrown =
        failure(BadRequestException.class, Operation.CREATE, mode, listened());
    assertThat(told.events()).containsExactly("started", "attempt", "finished");
    assertThat(told.outcome().statusCode()).hasValue(400);
    assertThat(told.outcome().failure()).containsSame(thrown);
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerThatCannotBeReadIsAFailureOfTheRequestAlone(Mode mode) {
    answer(200, "no JSON");
    DecodeException thrown = failure(DecodeException.class, Operation.CREATE, mode, listened());
    assertThat(told.attempts.get(0).failure()).isEmpty();
    assertThat(told.outcome().statusCode()).hasValue(200);
    assertThat(told.outcome().failure()).containsSame(thrown);
  }

  @ParameterizedTest
  @EnumSource
  void anInvalidRequestIsToldWithoutAttempts(Mode mode) {
    TalkturoClient client =
        open(TalkturoClient.builder().apiKey(KEY).baseUrl(baseUrl()).listener(told));
    CreateAssistantRequest withoutAccount =
        CreateAssistantRequest.builder().name("Front desk").build();
    IllegalArgumentException thrown =
        failure(IllegalArgumentException.class, () -> mode.exchange(client, withoutAccount));
    assertThat(told.events()).containsExactly("started", "finished");
    assertThat(told.outcome().attempts()).isZero();
    assertThat(told.outcome().statusCode()).isEmpty();
    assertThat(told.outcome().failure()).containsSame(thrown);
  }

  @ParameterizedTest
  @EnumSource
  void aClosedClientStillTells(Mode mode) {
    TalkturoClient client = listened();
    client.close();
    failure(IllegalStateException.class, Operation.GET, mode, client);
    assertThat(told.events()).containsExactly("started", "finished");
    assertThat(told.outcome().failure()).containsInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @EnumSource
  void whatTheKeySupplierThrowsIsTold(Mode mode) {
    IllegalStateException noKey = new IllegalStateException("vault is down");
    TalkturoClient client =
        open(
            builder()
                .apiKey(
                    () -> {
                      throw noKey;
                    })
                .listener(told));
    catchThrowable(() -> Operation.GET.call(mode, client));
    assertThat(told.events()).containsExactly("started", "attempt", "finished");
    assertThat(told.attempts.get(0).failure()).containsSame(noKey);
    assertThat(told.outcome().failure()).containsSame(noKey);
  }

  @ParameterizedTest
  @EnumSource
  void theDeadlineIsToldOnce(Mode mode) throws InterruptedException {
    server.enqueue(stall());
    TalkturoClient client = listened().withOptions(o -> o.timeout(Duration.ofMillis(300)));
    TimeoutException thrown = failure(TimeoutException.class, Operation.CREATE, mode, client);
    told.await("attempt");
    // For an asynchronous request, the attempt may end after the request.
    assertThat(told.events()).containsExactlyInAnyOrder("started", "attempt", "finished");
    assertThat(told.events()).startsWith("started");
    assertThat(told.outcome().statusCode()).isEmpty();
    assertThat(told.outcome().failure()).containsSame(thrown);
    assertThat(told.outcome().attempts()).isEqualTo(1);
  }

  @Test
  void aCancelledRequestIsToldOnce() throws InterruptedException {
    server.enqueue(stall());
    CompletableFuture<?> future = Operation.CREATE.start(listened());
    received();
    future.cancel(true);
    assertThat(told.outcome().failure()).containsInstanceOf(CancellationException.class);
    told.await("attempt");
    assertThat(told.events()).containsExactlyInAnyOrder("started", "attempt", "finished");
    assertThat(told.attempts.get(0).failure()).containsInstanceOf(IOException.class);
  }

  @Test
  void aRequestCancelledInItsWaitIsToldOnce() throws InterruptedException {
    answer(429, "", "Retry-After", "15");
    CompletableFuture<?> future = Operation.GET.start(listened());
    told.await("retry");
    future.cancel(true);
    assertThat(told.events()).containsExactly("started", "attempt", "retry", "finished");
    assertThat(told.outcome().failure()).containsInstanceOf(CancellationException.class);
    assertThat(told.outcome().statusCode()).hasValue(429);
  }

  @Test
  void aRequestThatTimesOutInTheQueueIsToldWithoutAttempts() {
    server.enqueue(stall());
    TalkturoClient client = open(builder().maxConcurrency(1).listener(told));
    CompletableFuture<?> inTheWay = client.exchangeAsync(Operation.GET.request);
    received();
    TalkturoClient hurried = client.withOptions(o -> o.timeout(Duration.ofMillis(300)));
    Throwable thrown = catchThrowable(() -> Operation.UPDATE.call(Mode.ASYNC, hurried));
    assertThat(thrown).isInstanceOf(TimeoutException.class);
    assertThat(told.events()).containsExactly("started", "started", "finished");
    assertThat(told.requests.get(2)).isSameAs(told.requests.get(1));
    assertThat(told.outcome().attempts()).isZero();
    assertThat(told.outcome().failure()).containsSame(thrown);
    inTheWay.cancel(true);
  }

  @Test
  void anInterruptedRequestIsTold() throws InterruptedException {
    answer(503, "", "Retry-After", "15");
    TalkturoClient client = listened();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread caller =
        new Thread(
            () -> thrown.set(catchThrowable(() -> Operation.CREATE.call(Mode.SYNC, client))));
    caller.start();
    told.await("retry");
    caller.interrupt();
    caller.join(TimeUnit.SECONDS.toMillis(BOUND_SECONDS));
    assertThat(thrown.get()).isInstanceOf(InterruptedCallException.class);
    assertThat(told.events()).containsExactly("started", "attempt", "retry", "finished");
    assertThat(told.outcome().failure()).containsSame(thrown.get());
  }

  @ParameterizedTest
  @EnumSource
  void aListenerThatThrowsBreaksNothingAndIsAWarningPerEvent(Mode mode) {
    TalkturoListener broken =
        new TalkturoListener() {
          @Override
          public void requestStarted(Request request) {
            throw new IllegalStateException("broken");
          }

          @Override
          public void attemptStarted(Request request, Start start) {
            throw new IllegalStateException("broken");
          }

          @Override
          public void attemptFinished(Request request, Attempt attempt) {
            throw new AssertionError("broken");
          }

          @Override
          public void retryScheduled(Request request, Retry retry) {
            throw new IllegalStateException("broken");
          }

          @Override
          public void requestFinished(Request request, Outcome outcome) {
            throw new IllegalStateException("broken");
          }
        };
    answer(429, "", "Retry-After", "0");
    answerFixture("create/full");
    Operation.CREATE.call(mode, open(builder().listener(broken).listener(told)));
    assertThat(told.events()).containsExactly("started", "attempt", "retry", "attempt", "finished");
    assertThat(told.outcome().failure()).isEmpty();
    assertThat(
            MemoryLogs.lines(Level.WARN).stream()
                .filter(line -> line.logger().equals("com.talkturo.sdk.listener")))
        .hasSize(7)
        .allSatisfy(
            line -> {
              assertThat(line.text()).contains(broken.getClass().getName());
              assertThat(line.thrown()).hasMessage("broken");
            });
  }

  @Test
  void aSynchronousRequestIsToldOnTheCallersThread() {
    Map<String, Thread> toldOn = toldOn(Mode.SYNC);
    assertThat(toldOn)
        .containsOnlyKeys("started", "attempt started", "attempt", "retry", "finished");
    assertThat(toldOn.values()).containsOnly(Thread.currentThread());
  }

  @Test
  void anAsynchronousRequestIsToldOnAThreadOfTheSdkOnceItIsHandedOver() {
    Map<String, Thread> toldOn = toldOn(Mode.ASYNC);
    assertThat(toldOn.remove("started")).isSameAs(Thread.currentThread());
    assertThat(toldOn).containsOnlyKeys("attempt started", "attempt", "retry", "finished");
    assertThat(toldOn.values()).allMatch(SdkThreads::isOne);
  }

  @Test
  void aCancelIsToldOnTheThreadThatCancels() {
    server.enqueue(stall());
    Map<String, Thread> toldOn = new ConcurrentHashMap<>();
    CompletableFuture<?> future = Operation.GET.start(open(builder().listener(threads(toldOn))));
    received();
    future.cancel(true);
    assertThat(toldOn).containsEntry("finished", Thread.currentThread());
  }

  /** On which threads a call of two attempts is told. */
  private Map<String, Thread> toldOn(Mode mode) {
    Map<String, Thread> toldOn = new ConcurrentHashMap<>();
    answer(429, "", "Retry-After", "0");
    answerFixture("create/full");
    Operation.CREATE.call(mode, open(builder().listener(threads(toldOn))));
    return toldOn;
  }

  private static TalkturoListener threads(Map<String, Thread> toldOn) {
    return new TalkturoListener() {
      @Override
      public void requestStarted(Request request) {
        toldOn.put("started", Thread.currentThread());
      }

      @Override
      public void attemptStarted(Request request, Start start) {
        toldOn.put("attempt started", Thread.currentThread());
      }

      @Override
      public void attemptFinished(Request request, Attempt attempt) {
        toldOn.put("attempt", Thread.currentThread());
      }

      @Override
      public void retryScheduled(Request request, Retry retry) {
        toldOn.put("retry", Thread.currentThread());
      }

      @Override
      public void requestFinished(Request request, Outcome outcome) {
        toldOn.put("finished", Thread.currentThread());
      }
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400})
  void theEndOfAnAsynchronousRequestIsToldBeforeItsFutureIsCompleted(int status) throws Exception {
    CompletableFuture<CompletableFuture<?>> started = new CompletableFuture<>();
    CompletableFuture<Boolean> wasDone = new CompletableFuture<>();
    TalkturoListener late =
        new TalkturoListener() {
          @Override
          public void requestFinished(Request request, Outcome outcome) {
            wasDone.complete(Mode.join(started).isDone());
          }
        };
    answer(status, Fixtures.read("get/subset"));
    started.complete(Operation.GET.start(open(builder().listener(late))));
    assertThat(wasDone.get(BOUND_SECONDS, TimeUnit.SECONDS)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void severalListenersAreToldInTheirOrder(Mode mode) {
    List<String> order = new ArrayList<>();
    TalkturoClient client =
        open(builder().listener(named("first", order)).listener(named("second", order)));
    answerFixture("create/full");
    Operation.CREATE.call(mode, client);
    assertThat(order).containsExactly("first", "second");
  }

  private static TalkturoListener named(String name, List<String> order) {
    return new TalkturoListener() {
      @Override
      public void requestFinished(Request request, Outcome outcome) {
        order.add(name);
      }
    };
  }

  @ParameterizedTest
  @EnumSource
  void viewsKeepTheListener(Mode mode) {
    answerFixture("get/subset");
    Operation.GET.call(mode, listened().withOptions(o -> o.maxRetries(0)));
    assertThat(told.events()).containsExactly("started", "attempt", "finished");
  }

  @ParameterizedTest
  @EnumSource
  void neitherIdsNorKeyNorBodiesAreTold(Mode mode) {
    answer(429, "{\"error\":\"of the answer\"}", "Retry-After", "0");
    answer(400, "{\"error\":\"of the answer\"}");
    catchThrowable(() -> Operation.UPDATE.call(mode, listened()));
    assertThat(told.requests + "" + told.attempts + told.retries + told.outcomes)
        .contains("PATCH /api/assistants/{assistantId}", "429", "BadRequestException")
        .doesNotContain("asst_5tq8", KEY, "of the answer", "temperature", "north-wind");
  }

  @Test
  void manyRequestsAtOnceAreEachToldOnce() throws Exception {
    int requests = 200;
    CountDownLatch ended = new CountDownLatch(requests);
    ConcurrentHashMap<TalkturoListener.Request, Integer> starts = new ConcurrentHashMap<>();
    ConcurrentHashMap<TalkturoListener.Request, Integer> ends = new ConcurrentHashMap<>();
    TalkturoListener counter =
        new TalkturoListener() {
          @Override
          public void requestStarted(Request request) {
            starts.merge(request, 1, Integer::sum);
          }

          @Override
          public void requestFinished(Request request, Outcome outcome) {
            ends.merge(request, 1, Integer::sum);
            ended.countDown();
          }
        };
    for (int i = 0; i < requests; i++) {
      answerFixture("get/subset");
    }
    TalkturoClient client = open(builder().maxConcurrency(8).listener(counter));
    for (int i = 0; i < requests; i++) {
      CompletableFuture<?> future = Operation.GET.start(client);
      if (i % 3 == 0) {
        future.cancel(true);
      }
    }
    assertThat(ended.await(BOUND_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(starts).hasSize(requests).doesNotContainValue(2);
    assertThat(ends).isEqualTo(starts);
  }
}
