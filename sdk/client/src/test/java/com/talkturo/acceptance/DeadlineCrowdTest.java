package com.talkturo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.calls.RawServer;
import com.talkturo.calls.RawServer.Connection;
import com.talkturo.calls.Waiting;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.errors.TimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deadlines of many calls at the same time, and next to a user's code that blocks. */
@Timeout(60)
class DeadlineCrowdTest {
  private static final long TIMEOUT_MILLIS = 1_000;

  private final CountDownLatch blocked = new CountDownLatch(1);
  private final AtomicInteger blocking = new AtomicInteger();
  private RawServer server;

  @BeforeEach
  void start() throws Exception {
    server = new RawServer();
    server.script(Connection::stall);
  }

  @AfterEach
  void stop() throws Exception {
    blocked.countDown();
    server.close();
  }

  private TalkturoClient.Builder options() {
    return TalkturoClient.builder()
        .apiKey("key_crowd")
        .accountSlug("team")
        .baseUrl(server.url())
        .maxRetries(0)
        .timeout(Duration.ofMillis(TIMEOUT_MILLIS));
  }

  /** Its listener does not return from {@code canceled} before the test ends. */
  private OkHttpClient blockingWhenCancelled() {
    EventListener blocks =
        new EventListener() {
          @Override
          public void canceled(Call call) {
            blocking.incrementAndGet();
            try {
              blocked.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        };
    return new OkHttpClient.Builder().eventListener(blocks).build();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 200, 1_000})
  void noFutureWaitsForListenersThatBlock(int calls) throws Exception {
    try (TalkturoClient client = options().okHttpClient(blockingWhenCancelled()).build()) {
      assertThat(lateness(client, calls, TIMEOUT_MILLIS)).isLessThan(1_500);
    }
    Waiting.until(() -> blocking.get() >= Math.min(calls, 16));
  }

  @Test
  void noSynchronousCallWaitsForListenersThatBlock() throws Exception {
    try (TalkturoClient client = options().okHttpClient(blockingWhenCancelled()).build()) {
      // Their listeners take every thread that cancels asynchronous calls.
      lateness(client, 100, TIMEOUT_MILLIS);
      Waiting.until(() -> blocking.get() >= 16);
      List<CompletableFuture<Long>> all = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        CompletableFuture<Long> one = new CompletableFuture<>();
        all.add(one);
        new Thread(() -> one.complete(millisOfOneCall(client))).start();
      }
      for (CompletableFuture<Long> one : all) {
        assertThat(one.get()).isBetween(TIMEOUT_MILLIS, TIMEOUT_MILLIS + 1_500);
      }
    }
    // Calls that notice the deadline themselves need not be cancelled.
    assertThat(blocking.get()).isGreaterThan(100);
  }

  private static long millisOfOneCall(TalkturoClient client) {
    long start = System.nanoTime();
    assertThatThrownBy(() -> client.assistants().get("asst_1"))
        .isInstanceOf(TimeoutException.class);
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  /** In a JVM that has run for a while the last is less than 100 ms late; this one is fresh. */
  @Test
  void tenThousandFuturesEndTogetherAndTheirCallsAreCancelled() throws Exception {
    AtomicInteger cancelled = new AtomicInteger();
    EventListener counts =
        new EventListener() {
          @Override
          public void canceled(Call call) {
            cancelled.incrementAndGet();
          }
        };
    OkHttpClient users = new OkHttpClient.Builder().eventListener(counts).build();
    try (TalkturoClient client =
        options().okHttpClient(users).timeout(Duration.ofSeconds(4)).build()) {
      long millis = lateness(client, 10_000, 4_000);
      System.out.println("the last of 10,000 futures ended " + millis + " ms after its deadline");
      assertThat(millis).isLessThan(2_000);
      // Calls that notice the deadline themselves need not be cancelled.
      Waiting.until(() -> cancelled.get() > 9_000);
    }
  }

  /** Milliseconds from the deadline of the last call to the end of the last future. */
  private static long lateness(TalkturoClient client, int calls, long timeoutMillis)
      throws Exception {
    CountDownLatch ended = new CountDownLatch(calls);
    AtomicInteger timedOut = new AtomicInteger();
    long start = 0;
    for (int i = 0; i < calls; i++) {
      start = System.nanoTime();
      CompletableFuture<?> unused =
          client
              .assistants()
              .getAsync("asst_1")
              .whenComplete(
                  (value, failure) -> {
                    if (failure instanceof TimeoutException) {
                      timedOut.incrementAndGet();
                    }
                    ended.countDown();
                  });
    }
    ended.await();
    assertThat(timedOut).hasValue(calls);
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) - timeoutMillis;
  }
}
