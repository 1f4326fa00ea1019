package com.talkturo.sdk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.errors.InterruptedCallException;
import com.talkturo.sdk.errors.ServerException;
import com.talkturo.sdk.errors.TalkturoException;
import com.talkturo.sdk.errors.TimeoutException;
import com.talkturo.sdk.errors.TransportException;
import com.talkturo.sdk.faults.RawServer.Connection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No call lasts longer than its timeout and 100 ms, and no wait outlives its reason. */
class DeadlineTest {
  private static final long TIMEOUT_MILLIS = 400;
  private static final long GRACE_MILLIS = 100;

  /**
   * A machine that is busy with other things gets further chances; a real overrun fails them all.
   */
  private static final int TRIES = 5;

  private RawServer server;
  private final CountDownLatch testIsOver = new CountDownLatch(1);

  @BeforeEach
  void start() throws Exception {
    server = new RawServer();
  }

  @AfterEach
  void stop() throws Exception {
    testIsOver.countDown();
    server.close();
  }

  private TalkturoClient.Builder options() {
    return TalkturoClient.builder()
        .apiKey("key_deadline")
        .accountSlug("team")
        .baseUrl(server.url())
        .timeout(Duration.ofMillis(TIMEOUT_MILLIS));
  }

  private TalkturoClient patient() {
    return options().timeout(Duration.ofSeconds(30)).build();
  }

  /** The call fails with TimeoutException, at the deadline and not much later. */
  private void assertEndsAtDeadline(TalkturoClient client, Operation operation, boolean async) {
    List<Long> tries = new ArrayList<>();
    for (int i = 0; i < TRIES; i++) {
      long start = System.nanoTime();
      assertThatThrownBy(() -> operation.call(client, async)).isInstanceOf(TimeoutException.class);
      long millis = millisSince(start);
      assertThat(millis).isGreaterThanOrEqualTo(TIMEOUT_MILLIS);
      tries.add(millis);
      if (millis <= TIMEOUT_MILLIS + GRACE_MILLIS) {
        return;
      }
    }
    assertThat(tries).as("milliseconds of all tries").isEmpty();
  }

  private static long millisSince(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aServerThatNeverAnswersIsLeftAtTheDeadline(boolean async) {
    server.script(
        c -> {
          c.read();
          c.stall();
        });
    try (TalkturoClient client = options().build()) {
      assertEndsAtDeadline(client, Operation.CREATE, async);
      assertEndsAtDeadline(client, Operation.GET, async);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aServerThatNeverReadsIsLeftAtTheDeadline(boolean async) {
    server.script(Connection::stall);
    try (TalkturoClient client = options().build()) {
      long start = System.nanoTime();
      String huge = "x".repeat(20_000_000);
      assertThatThrownBy(
              () -> {
                if (async) {
                  joined(client.assistants().createAsync(r -> r.name(huge)));
                } else {
                  client.assistants().create(r -> r.name(huge));
                }
              })
          .isInstanceOf(TimeoutException.class);
      assertThat(millisSince(start)).isLessThan(TIMEOUT_MILLIS + 1_000);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aDrippingBodyOfAFailureIsLeftAtTheDeadline(boolean async) {
    server.script(
        c -> {
          c.read();
          c.write("HTTP/1.1 500 Failure\r\nContent-Length: 9999\r\n\r\n");
          for (int i = 0; i < 1_000 && c.pause(20); i++) {
            c.write("x");
          }
        });
    try (TalkturoClient client = options().build()) {
      for (Operation operation : List.of(Operation.CREATE, Operation.GET)) {
        withinGrace(
            TIMEOUT_MILLIS,
            () ->
                assertThatThrownBy(() -> operation.call(client, async))
                    .isInstanceOf(TalkturoException.class));
      }
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

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aConnectWithoutReplyIsLeftAtTheDeadline(boolean async) throws Exception {
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      List<Socket> queue = new ArrayList<>();
      try {
        for (int i = 0; i < 8; i++) {
          Socket socket = new Socket();
          queue.add(socket);
          try {
            socket.connect(full.getLocalSocketAddress(), 50);
          } catch (java.net.SocketTimeoutException isFull) {
            break;
          }
        }
        String url = "http://127.0.0.1:" + full.getLocalPort();
        try (TalkturoClient client = options().baseUrl(url).build()) {
          assertEndsAtDeadline(client, Operation.CREATE, async);
        }
      } finally {
        for (Socket socket : queue) {
          socket.close();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aStalledTlsHandshakeIsLeftAtTheDeadline(boolean async) {
    server.script(Connection::stall);
    try (TalkturoClient client = options().baseUrl("https://127.0.0.1:" + server.port()).build()) {
      assertEndsAtDeadline(client, Operation.CREATE, async);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aSlowDnsIsLeftAtTheDeadline(boolean async) {
    try (TalkturoClient client = withSlowDns().build()) {
      assertEndsAtDeadline(client, Operation.GET, async);
      assertThat(server.requests()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aSlowDnsIsLeftAtTheDeadlineAfterACallWithinTheCall(boolean async) {
    server.script(RawServer.Connection::answer);
    try (TalkturoClient other = patient();
        TalkturoClient client =
            withSlowDns()
                .apiKey(
                    () -> {
                      other.assistants().get("asst_1");
                      return "key_deadline";
                    })
                .build()) {
      assertEndsAtDeadline(client, Operation.GET, async);
      assertThat(server.requests()).isPositive();
    }
  }

  private TalkturoClient.Builder withSlowDns() {
    OkHttpClient users =
        new OkHttpClient.Builder()
            .dns(
                host -> {
                  awaitTheEnd();
                  return Dns.SYSTEM.lookup(host);
                })
            .build();
    return options().baseUrl("http://localhost:" + server.port()).okHttpClient(users);
  }

  @Test
  void aBlockingKeySupplierIsLeftAtTheDeadlineByAsyncCalls() {
    try (TalkturoClient client =
        options()
            .apiKey(
                () -> {
                  awaitTheEnd();
                  return "key_deadline";
                })
            .build()) {
      assertEndsAtDeadline(client, Operation.CREATE, true);
      assertThat(server.requests()).isZero();
    }
  }

  private void awaitTheEnd() {
    try {
      testIsOver.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aCallInTheQueueEndsAtItsDeadline() {
    server.script(
        c -> {
          c.read();
          c.stall();
        });
    try (TalkturoClient client = options().maxConcurrency(1).build()) {
      TalkturoClient slow = client.withOptions(o -> o.timeout(Duration.ofSeconds(20)));
      CompletableFuture<?> first = slow.assistants().getAsync("asst_1");
      Waiting.until(() -> server.requests() == 1);
      assertEndsAtDeadline(client, Operation.GET, true);
      assertThat(server.requests()).isEqualTo(1);
      first.cancel(true);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "3600", "99999999999", "Fri, 31 Dec 9999 23:59:59 GMT"})
  void aRetryAfterBeyondTheDeadlineIsNotWaitedFor(String retryAfter) {
    server.script(
        c -> {
          c.read();
          c.write(Answers.failure(429, "Retry-After: " + retryAfter + "\r\n"));
        });
    try (TalkturoClient client = options().holdAfterRateLimit(false).build()) {
      for (boolean async : new boolean[] {false, true}) {
        withinGrace(
            0,
            () ->
                assertThatThrownBy(() -> Operation.CREATE.call(client, async))
                    .isInstanceOfSatisfying(
                        com.talkturo.sdk.errors.RateLimitException.class,
                        e -> assertThat(e.retryAfter()).isPresent()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void backoffsStopBeforeTheDeadline(boolean async) {
    server.script(
        c -> {
          c.read();
          c.write(Answers.failure(500, ""));
        });
    try (TalkturoClient client = options().maxRetries(10).build()) {
      withinGrace(
          TIMEOUT_MILLIS,
          () ->
              assertThatThrownBy(() -> Operation.GET.call(client, async))
                  .isInstanceOf(TalkturoException.class));
    }
  }

  /** Answers so that every call waits for 20 s. */
  private void makeCallsWait() {
    server.script(
        c -> {
          c.read();
          c.write(Answers.failure(503, "Retry-After: 20\r\n"));
        });
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
      Waiting.until(() -> server.requests() > 0);
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
            server.resetCounts();
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
      assertThat(server.objects()).isZero();
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
      Waiting.until(() -> server.requests() == 2);
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
            server.resetCounts();
            CompletableFuture<?> waiting = client.assistants().getAsync("asst_1");
            Waiting.until(() -> server.requests() == 1);
            CompletableFuture<?> next = client.assistants().getAsync("asst_1");
            waiting.cancel(true);
            assertThatThrownBy(waiting::join).isInstanceOf(CancellationException.class);
            Waiting.until(() -> server.requests() == 2);
            next.cancel(true);
          });
    }
  }

  @Test
  void cancellingTheFutureClosesTheConnectionUnderWay() {
    server.script(
        c -> {
          c.process();
          c.readBytes(1); // Nothing more comes until the connection is closed.
        });
    try (TalkturoClient client = patient()) {
      CompletableFuture<?> future = client.assistants().createAsync(r -> r.name("n"));
      Waiting.until(() -> server.requests() == 1);
      future.cancel(true);
      assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
      Waiting.until(() -> server.openConnections() == 0);
      assertThat(server.requests()).isEqualTo(1);
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
    Waiting.until(() -> server.requests() == 2);
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
    assertThat(server.requests()).isEqualTo(2);
  }

  private static void joined(CompletableFuture<?> future) throws Throwable {
    try {
      future.join();
    } catch (java.util.concurrent.CompletionException e) {
      throw e.getCause();
    }
  }
}
