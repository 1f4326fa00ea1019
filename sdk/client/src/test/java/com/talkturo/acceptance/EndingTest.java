package com.talkturo.acceptance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.talkturo.calls.Faults;
import com.talkturo.calls.Mode;
import com.talkturo.calls.Operation;
import com.talkturo.calls.RawServer;
import com.talkturo.calls.Waiting;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.errors.InterruptedCallException;
import com.talkturo.sdk.errors.RateLimitException;
import com.talkturo.sdk.errors.ServerException;
import com.talkturo.sdk.errors.TalkturoException;
import com.talkturo.sdk.errors.TransportException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.event.Level;

/**
 * What ends before its time, by cancel, close or interrupt: soon, once, and with nothing left
 * behind.
 */
class EndingTest extends ServerTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  private static final long TIMEOUT_MILLIS = 400;

  private static final long GRACE_MILLIS = 100;

  /**
   * A machine that is busy with other things gets further chances; a real overrun fails them all.
   */
  private static final int TRIES = 5;

  private RawServer raw;

  @BeforeEach
  void startRaw() throws Exception {
    raw = new RawServer();
  }

  @AfterEach
  void stopRaw() throws Exception {
    raw.close();
  }

  private TalkturoClient.Builder options() {
    return TalkturoClient.builder()
        .apiKey("key_deadline")
        .accountSlug("team")
        .baseUrl(raw.url())
        .timeout(Duration.ofMillis(TIMEOUT_MILLIS));
  }

  private TalkturoClient patient() {
    return options().timeout(Duration.ofSeconds(30)).build();
  }

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

  /** Answers so that every call waits for 20 s. */
  private void makeCallsWait() {
    raw.script(Faults.status(503, "Retry-After: 20\r\n"));
  }

  /** A synchronous call on a thread of its own, at a point where it waits. */
  private final class Waiter {
    final AtomicReference<Throwable> failure = new AtomicReference<>();
    final AtomicBoolean flag = new AtomicBoolean();
    final Thread thread;

    Waiter(TalkturoClient client, Consumer<TalkturoClient> call) {
      thread =
          new Thread(
              () -> {
                try {
                  call.accept(client);
                } catch (Throwable e) {
                  failure.set(e);
                }
                flag.set(Thread.currentThread().isInterrupted());
              });
      thread.start();
    }

    void awaitWaiting() {
      Waiting.until(() -> raw.requests() > 0);
      Waiting.until(() -> thread.getState() == Thread.State.TIMED_WAITING);
    }
  }

  @Test
  void anInterruptEndsAWaitAndTheFlagStaysSet() {
    makeCallsWait();
    try (TalkturoClient client = patient()) {
      withinGrace(
          1_000,
          () -> {
            raw.resetCounts();
            Waiter waiter = new Waiter(client, c -> c.assistants().get("asst_1"));
            waiter.awaitWaiting();
            assertEndsSoon(waiter, waiter.thread::interrupt);
            assertThat(waiter.failure.get()).isInstanceOf(InterruptedCallException.class);
            assertThat(waiter.flag).isTrue();
          });
    }
  }

  @Test
  void anInterruptEndsAConnectAndTheFlagStaysSet() throws Exception {
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        Socket one = new Socket();
        Socket two = new Socket();
        Socket three = new Socket()) {
      for (Socket socket : List.of(one, two, three)) {
        try {
          socket.connect(full.getLocalSocketAddress(), 50);
        } catch (java.net.SocketTimeoutException isFull) {
          break;
        }
      }
      String url = "http://127.0.0.1:" + full.getLocalPort();
      try (TalkturoClient client = options().baseUrl(url).timeout(Duration.ofSeconds(30)).build()) {
        Waiter waiter = new Waiter(client, c -> c.assistants().create(r -> r.name("n")));
        Waiting.until(() -> waiter.thread.getState() == Thread.State.TIMED_WAITING);
        assertEndsSoon(waiter, waiter.thread::interrupt);
        assertThat(waiter.failure.get())
            .isInstanceOfSatisfying(
                InterruptedCallException.class, e -> assertThat(e.mayHaveTakenEffect()).isFalse());
        assertThat(waiter.flag).isTrue();
      }
    }
  }

  @Test
  void aCallOnAnInterruptedThreadFailsAndTheFlagStaysSet() {
    try (TalkturoClient client = patient()) {
      Waiter waiter =
          new Waiter(
              client,
              c -> {
                Thread.currentThread().interrupt();
                c.assistants().create(r -> r.name("n"));
              });
      Waiting.until(() -> !waiter.thread.isAlive());
      assertThat(waiter.failure.get()).isInstanceOf(InterruptedCallException.class);
      assertThat(waiter.flag).isTrue();
      assertThat(raw.objects()).isZero();
    }
  }

  @Test
  void closingTheClientEndsAWait() {
    makeCallsWait();
    TalkturoClient client = patient();
    Waiter waiter = new Waiter(client, c -> c.assistants().get("asst_1"));
    waiter.awaitWaiting();
    assertEndsSoon(waiter, client::close);
    assertThat(waiter.failure.get()).isInstanceOf(TalkturoException.class);
    assertThat(waiter.flag).isFalse();
  }

  @Test
  void closingAViewEndsTheWaitsOfTheViewOnly() {
    makeCallsWait();
    try (TalkturoClient client = patient()) {
      TalkturoClient view = client.withOptions(o -> {});
      Waiter ofView = new Waiter(view, c -> c.assistants().get("asst_1"));
      Waiter ofClient = new Waiter(client, c -> c.assistants().get("asst_1"));
      ofView.awaitWaiting();
      Waiting.until(() -> raw.requests() == 2);
      ofClient.awaitWaiting();
      assertEndsSoon(ofView, view::close);
      assertThat(ofClient.thread.isAlive()).isTrue();
    }
  }

  private static void assertEndsSoon(Waiter waiter, Runnable reason) {
    long start = System.nanoTime();
    reason.run();
    boolean ended = Waiting.holdsWithin(2_000, () -> !waiter.thread.isAlive());
    assertThat(ended).as("the call has ended").isTrue();
    // Ten times the promise: the promise itself is tried where tries can be repeated.
    assertThat(millisSince(start)).isLessThan(10 * GRACE_MILLIS);
  }

  @Test
  void cancellingTheFutureEndsTheWaitAndFreesItsThread() {
    makeCallsWait();
    try (TalkturoClient client =
        options().maxConcurrency(1).timeout(Duration.ofSeconds(30)).build()) {
      withinGrace(
          1_000,
          () -> {
            raw.resetCounts();
            CompletableFuture<?> waiting = client.assistants().getAsync("asst_1");
            Waiting.until(() -> raw.requests() == 1);
            CompletableFuture<?> next = client.assistants().getAsync("asst_1");
            waiting.cancel(true);
            assertThatThrownBy(waiting::join).isInstanceOf(CancellationException.class);
            Waiting.until(() -> raw.requests() == 2);
            next.cancel(true);
          });
    }
  }

  @Test
  void cancellingTheFutureClosesTheConnectionUnderWay() {
    raw.script(
        c -> {
          c.process();
          c.readBytes(1); // Nothing more comes until the connection is closed.
        });
    try (TalkturoClient client = patient()) {
      CompletableFuture<?> future = client.assistants().createAsync(r -> r.name("n"));
      Waiting.until(() -> raw.requests() == 1);
      future.cancel(true);
      assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
      Waiting.until(() -> raw.openConnections() == 0);
      assertThat(raw.requests()).isEqualTo(1);
    }
  }

  @Test
  void closingTheClientEndsAsyncWaitsAndWhatIsStillInTheQueue() {
    makeCallsWait();
    TalkturoClient client = options().maxConcurrency(2).timeout(Duration.ofSeconds(30)).build();
    List<CompletableFuture<?>> futures = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      futures.add(client.assistants().getAsync("asst_" + i));
    }
    Waiting.until(() -> raw.requests() == 2);
    client.close();
    assertThat(
            Waiting.holdsWithin(2_000, () -> futures.stream().allMatch(CompletableFuture::isDone)))
        .as("all futures are done")
        .isTrue();
    List<Throwable> failures = new ArrayList<>();
    for (CompletableFuture<?> future : futures) {
      failures.add(catchThrowable(() -> joined(future)));
    }
    assertThat(failures).filteredOn(e -> e instanceof ServerException).hasSize(2);
    assertThat(failures)
        .filteredOn(e -> e instanceof TransportException t && !t.requestSent())
        .hasSize(48);
    assertThat(raw.requests()).isEqualTo(2);
  }

  @Test
  void closingAViewEndsTheQueuedCallsOfTheViewOnly() {
    raw.script(Faults.stall());
    try (TalkturoClient client =
        options().maxConcurrency(2).timeout(Duration.ofSeconds(30)).build()) {
      TalkturoClient view = client.withOptions(o -> {});
      List<CompletableFuture<?>> ofClient = new ArrayList<>();
      List<CompletableFuture<?>> ofView = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        ofClient.add(client.assistants().getAsync("asst_" + i));
        ofView.add(view.assistants().createAsync(r -> r.name("n")));
      }
      Waiting.until(() -> raw.requests() == 2);
      view.close();
      assertThat(
              Waiting.holdsWithin(
                  1_000, () -> ofView.stream().filter(CompletableFuture::isDone).count() == 49))
          .as("all of the view that never began are done")
          .isTrue();
      assertThat(ofClient).noneMatch(CompletableFuture::isDone);
      ofClient.forEach(future -> future.cancel(true));
      ofView.forEach(future -> future.cancel(true));
      assertThat(raw.requests()).isEqualTo(2);
    }
  }

  private interface Step {
    void run() throws Exception;
  }

  private static void withinGrace(long allowedMillis, Step step) {
    List<Long> tries = new ArrayList<>();
    for (int i = 0; i < TRIES; i++) {
      long start = System.nanoTime();
      try {
        step.run();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
      long millis = millisSince(start);
      if (millis <= allowedMillis + GRACE_MILLIS) {
        return;
      }
      tries.add(millis);
    }
    assertThat(tries).as("milliseconds of all tries").isEmpty();
  }

  private static long millisSince(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private static void joined(CompletableFuture<?> future) throws Throwable {
    try {
      future.join();
    } catch (java.util.concurrent.CompletionException e) {
      throw e.getCause();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aClosedClientSaysSo(Mode mode) {
    TalkturoClient client = client();
    client.close();
    assertThatThrownBy(() -> Operation.GET.call(mode, client))
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
    assertThatThrownBy(() -> Operation.GET.call(mode, view))
        .isInstanceOf(IllegalStateException.class);
    answerFixture("get/subset");
    Operation.GET.call(mode, client);
  }

  @ParameterizedTest
  @EnumSource
  void closingTheClientClosesItsViews(Mode mode) {
    TalkturoClient client = client();
    TalkturoClient view = client.withOptions(o -> {}).withOptions(o -> {});
    client.close();
    assertThatThrownBy(() -> Operation.GET.call(mode, view))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @EnumSource
  void closeWakesAWait(Mode mode) throws Exception {
    answer(429, "", "Retry-After", "15");
    TalkturoClient client = client();
    CompletableFuture<Throwable> outcome =
        CompletableFuture.supplyAsync(() -> catchThrowable(() -> Operation.GET.call(mode, client)));
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
  @EnumSource(Operation.class)
  void aCallOnAnInterruptedThreadSendsNothingAndSaysSo(Operation op) throws Exception {
    for (boolean fresh : new boolean[] {true, false}) {
      TalkturoClient client = client();
      if (!fresh) {
        answerFixture("get/subset");
        Operation.GET.call(Mode.SYNC, client);
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
          CompletableFuture.supplyAsync(() -> Operation.ASSIGN_PHONE_NUMBERS.call(mode, client));
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
    Operation.GET.call(mode, client);
    client.close();
    assertThat(pool.connectionCount()).isEqualTo(1);
    assertThat(own.dispatcher().executorService().isShutdown()).isFalse();
    answer(200, "still open");
    try (Response response = own.newCall(new Request.Builder().url(baseUrl()).build()).execute()) {
      assertThat(response.body().string()).isEqualTo("still open");
    }
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
      CompletableFuture<?> future = Operation.GET.start(client);
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
    CompletableFuture<?> first = Operation.GET.start(client);
    awaitParkedCall();
    long start = System.nanoTime();
    first.cancel(true);
    Operation.GET.start(client).get(10, TimeUnit.SECONDS);
    assertThat(since(start)).isLessThan(SOON);
    assertThat(server.getRequestCount()).isEqualTo(2);
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
              outcome.complete(catchThrowable(() -> Operation.GET.call(Mode.SYNC, client)));
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
