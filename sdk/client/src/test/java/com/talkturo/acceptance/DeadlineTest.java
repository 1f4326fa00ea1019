package com.talkturo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.calls.Faults;
import com.talkturo.calls.Mode;
import com.talkturo.calls.Operation;
import com.talkturo.calls.RawServer;
import com.talkturo.calls.RawServer.Connection;
import com.talkturo.calls.Waiting;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.errors.RateLimitException;
import com.talkturo.sdk.errors.TalkturoException;
import com.talkturo.sdk.errors.TimeoutException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No call lasts longer than its timeout and 100 ms: whatever the server, the name server, the queue
 * or the caller's own code does.
 */
class DeadlineTest extends ServerTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  private static final long TIMEOUT_MILLIS = 400;

  private static final long GRACE_MILLIS = 100;

  /**
   * A machine that is busy with other things gets further chances; a real overrun fails them all.
   */
  private static final int TRIES = 5;

  private RawServer raw;

  private final CountDownLatch testIsOver = new CountDownLatch(1);

  @BeforeEach
  void startRaw() throws Exception {
    raw = new RawServer();
  }

  @AfterEach
  void stopRaw() throws Exception {
    testIsOver.countDown();
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
    raw.script(Faults.stall());
    try (TalkturoClient client = options().build()) {
      assertEndsAtDeadline(client, Operation.CREATE, async);
      assertEndsAtDeadline(client, Operation.GET, async);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aServerThatNeverReadsIsLeftAtTheDeadline(boolean async) {
    raw.script(Connection::stall);
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
    raw.script(
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
    raw.script(Connection::stall);
    try (TalkturoClient client = options().baseUrl("https://127.0.0.1:" + raw.port()).build()) {
      assertEndsAtDeadline(client, Operation.CREATE, async);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aSlowDnsIsLeftAtTheDeadline(boolean async) {
    try (TalkturoClient client = withSlowDns().build()) {
      assertEndsAtDeadline(client, Operation.GET, async);
      assertThat(raw.requests()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aSlowDnsIsLeftAtTheDeadlineAfterACallWithinTheCall(boolean async) {
    raw.script(RawServer.Connection::answer);
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
      assertThat(raw.requests()).isPositive();
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
    return options().baseUrl("http://localhost:" + raw.port()).okHttpClient(users);
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
      assertThat(raw.requests()).isZero();
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
    raw.script(Faults.stall());
    try (TalkturoClient client = options().maxConcurrency(1).build()) {
      TalkturoClient slow = client.withOptions(o -> o.timeout(Duration.ofSeconds(20)));
      CompletableFuture<?> first = slow.assistants().getAsync("asst_1");
      Waiting.until(() -> raw.requests() == 1);
      assertEndsAtDeadline(client, Operation.GET, true);
      assertThat(raw.requests()).isEqualTo(1);
      first.cancel(true);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "3600", "99999999999", "Fri, 31 Dec 9999 23:59:59 GMT"})
  void aRetryAfterBeyondTheDeadlineIsNotWaitedFor(String retryAfter) {
    raw.script(Faults.status(429, "Retry-After: " + retryAfter + "\r\n"));
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
    raw.script(Faults.status(500, ""));
    try (TalkturoClient client = options().maxRetries(10).build()) {
      withinGrace(
          TIMEOUT_MILLIS,
          () ->
              assertThatThrownBy(() -> Operation.GET.call(client, async))
                  .isInstanceOf(TalkturoException.class));
    }
  }

  private static void joined(CompletableFuture<?> future) throws Throwable {
    try {
      future.join();
    } catch (java.util.concurrent.CompletionException e) {
      throw e.getCause();
    }
  }

  private void stall() {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @ParameterizedTest
  @EnumSource
  void theTimeoutOfAViewIsItsDeadline(Mode mode) {
    stall();
    TalkturoClient view = client().withOptions(o -> o.timeout(Duration.ofMillis(300)));
    long start = System.nanoTime();
    TimeoutException e = failure(TimeoutException.class, Operation.CREATE, mode, view);
    assertThat(since(start)).isBetween(Duration.ofMillis(290), SOON);
    assertThat(e.requestSent()).isTrue();
    assertThat(e).hasMessageContaining("deadline of 300 ms");
  }

  @Test
  void theDeadlineOfAnAsyncCallRunsWhileItWaitsForItsTurn() {
    TalkturoClient client = open(builder().maxConcurrency(1));
    stall();
    CompletableFuture<?> first = Operation.GET.start(client);
    received();
    long start = System.nanoTime();
    TimeoutException e =
        failure(
            TimeoutException.class,
            Operation.CREATE,
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
    RateLimitException e = failure(RateLimitException.class, Operation.GET, mode, client);
    assertThat(since(start)).isLessThan(Duration.ofSeconds(3));
    assertThat(e.retryAfter()).contains(Duration.ofSeconds(10));
  }
}
