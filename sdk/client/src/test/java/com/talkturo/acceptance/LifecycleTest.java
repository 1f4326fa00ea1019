package com.talkturo.acceptance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.errors.InterruptedCallException;
import com.talkturo.sdk.errors.RateLimitException;
import com.talkturo.sdk.errors.TimeoutException;
import com.talkturo.sdk.errors.TransportException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.event.Level;

/** Views, closing, cancelling, deadlines and interrupts. */
class LifecycleTest extends ServerTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  private void stall() {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
  }

  /** The warning comes right before the wait: only a parked thread shows that waking works. */
  private static void awaitParkedCall() {
    MemoryLogs.await(Level.WARN);
    long start = System.nanoTime();
    while (Thread.getAllStackTraces().entrySet().stream()
        .noneMatch(
            thread ->
                thread.getKey().getState() == Thread.State.TIMED_WAITING
                    && Stream.of(thread.getValue())
                        .anyMatch(f -> f.getClassName().endsWith(".engine.CallState")))) {
      assertThat(since(start)).as("until a call waits").isLessThan(SOON);
      Thread.yield();
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @ParameterizedTest
  @EnumSource
  void aViewSharesTheConnection(Mode mode) {
    answerFixture("get/subset");
    answerFixture("get/subset");
    TalkturoClient client = client();
    Op.GET.call(mode, client);
    Op.GET.call(mode, client.withOptions(o -> o.maxRetries(0)));
    assertThat(received().getExchangeIndex()).isZero();
    assertThat(received().getExchangeIndex()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aHeaderOfAViewIsSentByTheViewAlone(Mode mode) {
    answerFixture("get/subset");
    answerFixture("get/subset");
    TalkturoClient client = open(builder().header("X-Client", "c"));
    Op.GET.call(mode, client.withOptions(o -> o.header("X-Trace", "t")));
    Op.GET.call(mode, client);
    RecordedRequest ofView = received();
    assertThat(ofView.getHeaders().values("X-Trace")).containsExactly("t");
    assertThat(ofView.getHeaders().values("X-Client")).containsExactly("c");
    RecordedRequest ofClient = received();
    assertThat(ofClient.getHeaders().get("X-Trace")).isNull();
    assertThat(ofClient.getHeaders().get("X-Client")).isEqualTo("c");
  }

  @ParameterizedTest
  @EnumSource
  void anOptionOfAViewReplacesTheClients(Mode mode) {
    answer(429, "", "Retry-After", "0");
    TalkturoClient view =
        open(builder().header("X-A", "1"))
            .withOptions(o -> o.maxRetries(0).accountSlug("south").header("x-a", "2"));
    assertThat(failure(RateLimitException.class, Op.CREATE, mode, view).attempts()).isEqualTo(1);
    RecordedRequest request = received();
    assertThat(request.getHeaders().values("X-A")).containsExactly("2");
    assertThat(request.getBody().utf8()).contains("\"accountSlug\":\"south\"");
  }

  @ParameterizedTest
  @EnumSource
  void theTimeoutOfAViewIsItsDeadline(Mode mode) {
    stall();
    TalkturoClient view = client().withOptions(o -> o.timeout(Duration.ofMillis(300)));
    long start = System.nanoTime();
    TimeoutException e = failure(TimeoutException.class, Op.CREATE, mode, view);
    assertThat(since(start)).isBetween(Duration.ofMillis(290), SOON);
    assertThat(e.requestSent()).isTrue();
    assertThat(e).hasMessageContaining("deadline of 300 ms");
  }

  @ParameterizedTest
  @EnumSource
  void aClosedClientSaysSo(Mode mode) {
    TalkturoClient client = client();
    client.close();
    assertThatThrownBy(() -> Op.GET.call(mode, client))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void closingTwiceIsHarmless() {
    TalkturoClient client = client();
    client.close();
    client.close();
  }

  @ParameterizedTest
  @EnumSource
  void closingAViewClosesOnlyTheView(Mode mode) {
    TalkturoClient client = client();
    TalkturoClient view = client.withOptions(o -> {});
    view.close();
    assertThatThrownBy(() -> Op.GET.call(mode, view)).isInstanceOf(IllegalStateException.class);
    answerFixture("get/subset");
    Op.GET.call(mode, client);
  }

  @ParameterizedTest
  @EnumSource
  void closingTheClientClosesItsViews(Mode mode) {
    TalkturoClient client = client();
    TalkturoClient view = client.withOptions(o -> {}).withOptions(o -> {});
    client.close();
    assertThatThrownBy(() -> Op.GET.call(mode, view)).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @EnumSource
  void closeWakesAWait(Mode mode) throws Exception {
    answer(429, "", "Retry-After", "15");
    TalkturoClient client = client();
    CompletableFuture<Throwable> outcome =
        CompletableFuture.supplyAsync(() -> catchThrowable(() -> Op.GET.call(mode, client)));
    awaitParkedCall();
    long start = System.nanoTime();
    client.close();
    assertThat(outcome.get(10, TimeUnit.SECONDS)).isInstanceOf(RateLimitException.class);
    assertThat(since(start)).isLessThan(SOON);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void closeEndsEveryQueuedCallOnceAndLeavesThoseUnderWay() throws Exception {
    int queued = 10_000;
    stall();
    TalkturoClient client = open(builder().maxConcurrency(4));
    List<CompletableFuture<Assistant>> futures = new ArrayList<>();
    AtomicInteger ends = new AtomicInteger();
    for (int i = 0; i < queued + 4; i++) {
      CompletableFuture<Assistant> future = client.assistants().getAsync("asst_1");
      future.whenComplete((value, failure) -> ends.incrementAndGet());
      futures.add(future);
    }
    long start = System.nanoTime();
    client.close();
    for (CompletableFuture<Assistant> future : futures.subList(4, futures.size())) {
      assertThatThrownBy(() -> future.get(1, TimeUnit.SECONDS))
          .cause()
          .isInstanceOfSatisfying(
              TransportException.class, e -> assertThat(e.requestSent()).isFalse())
          .hasMessageContaining("closed");
    }
    assertThat(since(start)).isLessThan(SOON);
    assertThat(ends).hasValue(queued);
    assertThat(futures.subList(0, 4)).noneMatch(CompletableFuture::isDone);
    futures.forEach(future -> future.cancel(true));
    assertThat(ends).hasValue(queued + 4);
  }

  @ParameterizedTest
  @EnumSource(Op.class)
  void aCallOnAnInterruptedThreadSendsNothingAndSaysSo(Op op) throws Exception {
    for (boolean fresh : new boolean[] {true, false}) {
      TalkturoClient client = client();
      if (!fresh) {
        answerFixture("get/subset");
        Op.GET.call(Mode.SYNC, client);
      }
      int before = server.getRequestCount();
      Thread.currentThread().interrupt();
      InterruptedCallException e = failure(InterruptedCallException.class, op, Mode.SYNC, client);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(e.requestSent()).isFalse();
      assertThat(e.mayHaveTakenEffect()).isFalse();
      assertThat(server.getRequestCount()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void closeFreesTheConnectionOfACallUnderWayWhenItEnds(Mode mode) throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      TalkturoClient client =
          open(builder().baseUrl("http://127.0.0.1:" + listener.getLocalPort()));
      CompletableFuture<?> call =
          CompletableFuture.supplyAsync(() -> Op.ASSIGN_PHONE_NUMBERS.call(mode, client));
      try (Socket socket = listener.accept()) {
        socket.setSoTimeout(10_000);
        socket.getInputStream().read();
        client.close();
        socket.getOutputStream().write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(US_ASCII));
        call.get(10, TimeUnit.SECONDS);
        while (socket.getInputStream().read() >= 0) {
          // The rest of the request.
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void closeLeavesTheUsersClientAlone(Mode mode) throws IOException {
    ConnectionPool pool = new ConnectionPool();
    OkHttpClient own = new OkHttpClient.Builder().connectionPool(pool).build();
    TalkturoClient client = open(builder().okHttpClient(own));
    answerFixture("get/subset");
    Op.GET.call(mode, client);
    client.close();
    assertThat(pool.connectionCount()).isEqualTo(1);
    assertThat(own.dispatcher().executorService().isShutdown()).isFalse();
    answer(200, "still open");
    try (Response response = own.newCall(new Request.Builder().url(baseUrl()).build()).execute()) {
      assertThat(response.body().string()).isEqualTo("still open");
    }
  }

  @ParameterizedTest
  @EnumSource
  void interceptorsOfTheUsersClientSeeEachSignedAttempt(Mode mode) {
    List<String> seen = new CopyOnWriteArrayList<>();
    OkHttpClient own =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  seen.add(String.valueOf(chain.request().header("Authorization")));
                  return chain.proceed(chain.request());
                })
            .build();
    answer(503, "", "Retry-After", "0");
    answerFixture("get/subset");
    Op.GET.call(mode, open(builder().okHttpClient(own)));
    assertThat(seen).containsExactly("Bearer " + KEY, "Bearer " + KEY);
  }

  @Test
  void cancellingAFutureEndsItsConnection() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      CompletableFuture<Void> requestArrived = new CompletableFuture<>();
      CompletableFuture<Void> connectionEnded =
          CompletableFuture.runAsync(
              () -> {
                try (Socket socket = listener.accept()) {
                  socket.setSoTimeout(20_000);
                  byte[] bytes = new byte[8192];
                  for (int n = socket.getInputStream().read(bytes); n >= 0; ) {
                    requestArrived.complete(null);
                    n = socket.getInputStream().read(bytes);
                  }
                } catch (java.net.SocketException reset) {
                  requestArrived.complete(null);
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              });
      TalkturoClient client =
          open(builder().baseUrl("http://127.0.0.1:" + listener.getLocalPort()));
      CompletableFuture<?> future = Op.GET.start(client);
      requestArrived.get(10, TimeUnit.SECONDS);
      assertThat(future.cancel(true)).isTrue();
      connectionEnded.get(5, TimeUnit.SECONDS);
      assertThat(future).isCancelled();
    }
  }

  @Test
  void cancellingAFutureEndsItsWait() throws Exception {
    TalkturoClient client = open(builder().maxConcurrency(1));
    answer(503, "", "Retry-After", "15");
    answerFixture("get/subset");
    CompletableFuture<?> first = Op.GET.start(client);
    awaitParkedCall();
    long start = System.nanoTime();
    first.cancel(true);
    Op.GET.start(client).get(10, TimeUnit.SECONDS);
    assertThat(since(start)).isLessThan(SOON);
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void theDeadlineOfAnAsyncCallRunsWhileItWaitsForItsTurn() {
    TalkturoClient client = open(builder().maxConcurrency(1));
    stall();
    CompletableFuture<?> first = Op.GET.start(client);
    received();
    long start = System.nanoTime();
    TimeoutException e =
        failure(
            TimeoutException.class,
            Op.CREATE,
            Mode.ASYNC,
            client.withOptions(o -> o.timeout(Duration.ofMillis(300))));
    assertThat(since(start)).isBetween(Duration.ofMillis(290), SOON);
    assertThat(e.attempts()).isZero();
    assertThat(e.requestSent()).isFalse();
    first.cancel(true);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aWaitThatWouldPassTheDeadlineIsNotStarted(Mode mode) {
    answer(429, "", "Retry-After", "10");
    TalkturoClient client = open(builder().timeout(Duration.ofSeconds(5)));
    long start = System.nanoTime();
    RateLimitException e = failure(RateLimitException.class, Op.GET, mode, client);
    assertThat(since(start)).isLessThan(Duration.ofSeconds(3));
    assertThat(e.retryAfter()).contains(Duration.ofSeconds(10));
  }

  @Test
  void anInterruptInAWaitIsAnInterruptedCallExceptionWithTheFlagSet() throws Exception {
    answer(429, "", "Retry-After", "15");
    TalkturoClient client = client();
    CompletableFuture<Throwable> outcome = new CompletableFuture<>();
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              outcome.complete(catchThrowable(() -> Op.GET.call(Mode.SYNC, client)));
              flag.complete(Thread.currentThread().isInterrupted());
            });
    caller.start();
    awaitParkedCall();
    caller.interrupt();
    assertThat(outcome.get(5, TimeUnit.SECONDS))
        .isExactlyInstanceOf(com.talkturo.sdk.errors.InterruptedCallException.class)
        .hasMessage(
            "GET /api/assistants/{assistantId} was interrupted"
                + " (1 attempt; the API has not processed the request)");
    assertThat(flag.get(5, TimeUnit.SECONDS)).isTrue();
  }
}
