package com.example.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.talkturo.sdk.testing.RateLimitWindow;
import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TalkturoServerExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(TalkturoServerExtension.class)
@Timeout(60)
class RateLimitTest {
  private TalkturoServer server;
  private PlainClient client;

  @BeforeEach
  void connect(TalkturoServer server) {
    this.server = server;
    client = new PlainClient(server);
  }

  @ParameterizedTest
  @EnumSource
  void requestsBeyondTheLimitAreAnswered429WithTheTimeToWait(RateLimitWindow kind)
      throws Exception {
    server.rateLimit(2, Duration.ofSeconds(90), kind);

    assertThat(client.create("a").status()).isEqualTo(200);
    assertThat(client.create("b").status()).isEqualTo(200);
    PlainClient.Reply refused = client.create("c");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(80, 90);
    assertThat(refused.json().path("success").asBoolean(true)).isFalse();
    assertThat(server.rateLimitedRequests()).isEqualTo(1);
    assertThat(server.assistants()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void afterTheTimeToWaitARequestIsServed(RateLimitWindow kind) throws Exception {
    server.rateLimit(1, Duration.ofMillis(300), kind);
    assertThat(client.create("a").status()).isEqualTo(200);
    assertThat(client.create("b").header("Retry-After")).isEqualTo("1");

    awaitServed();
    assertThat(server.rateLimitedRequests()).isPositive();
  }

  private void awaitServed() throws Exception {
    long deadline = System.nanoTime() + PlainClient.PATIENCE.toNanos();
    while (client.create("x").status() == 429) {
      assertThat(System.nanoTime()).as("still refused").isLessThan(deadline);
    }
  }

  @Test
  void aSlidingWindowServesTheLimitInAnySpanAndAFixedOneTwiceOfItAroundItsEnd() throws Exception {
    assertThat(mostInASpan(RateLimitWindow.SLIDING)).isEqualTo(20);
    assertThat(mostInASpan(RateLimitWindow.FIXED)).isGreaterThan(25);
  }

  /** One early request opens the window; the others come around its end. */
  private int mostInASpan(RateLimitWindow kind) throws Exception {
    Duration window = Duration.ofMillis(1500);
    server.rateLimit(20, window, kind);
    client.create("first");
    long start = System.nanoTime();
    while (System.nanoTime() - start < window.toNanos() * 2 / 3) {
      Thread.onSpinWait();
    }
    List<Long> served = new ArrayList<>();
    while (System.nanoTime() - start < window.toNanos() * 3 / 2) {
      long sent = System.nanoTime();
      if (client.create("x").status() == 200) {
        served.add(sent);
      }
    }
    int most = 0;
    for (long begin : served) {
      int inSpan = 0;
      for (long sent : served) {
        // A request is counted a little after it is sent.
        inSpan += sent >= begin && sent - begin < window.toNanos() * 9 / 10 ? 1 : 0;
      }
      most = Math.max(most, inSpan);
    }
    return most;
  }

  @Test
  void eachKeyHasALimitOfItsOwn() throws Exception {
    server.acceptApiKey("tk_test_other");
    server.rateLimit(1, Duration.ofMinutes(1));

    assertThat(client.create("a").status()).isEqualTo(200);
    assertThat(new PlainClient(server, "tk_test_other").create("b").status()).isEqualTo(200);
    assertThat(client.create("c").status()).isEqualTo(429);
  }

  @Test
  void whatNeedsNoKeyIsNotLimitedAndAnInvalidKeyNotCounted() throws Exception {
    server.rateLimit(1, Duration.ofMinutes(1));

    assertThat(new PlainClient(server, "wrong").create("a").status()).isEqualTo(401);
    assertThat(client.get("/auth/token").status()).isEqualTo(200);
    assertThat(client.get("/auth/token").status()).isEqualTo(200);
    assertThat(client.create("b").status()).isEqualTo(200);
    assertThat(server.rateLimitedRequests()).isZero();
  }

  @Test
  void theLimitEndsWhenItIsLiftedOrTheServerReset() throws Exception {
    server.rateLimit(1, Duration.ofMinutes(1));
    client.create("a");
    client.create("b");
    server.noRateLimit();
    assertThat(client.create("c").status()).isEqualTo(200);
    assertThat(server.rateLimitedRequests()).isEqualTo(1);

    server.rateLimit(1, Duration.ofMinutes(1));
    server.reset();
    client.create("d");
    assertThat(client.create("e").status()).isEqualTo(200);
    assertThat(server.rateLimitedRequests()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void thirtyTwoThreadsGetExactlyTheLimit(RateLimitWindow kind) throws Exception {
    int threads = 32;
    int requestsPerThread = 40;
    int limit = 333;
    server.rateLimit(limit, Duration.ofMinutes(5), kind);
    AtomicInteger served = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Callable<Void> load =
          () -> {
            for (int i = 0; i < requestsPerThread; i++) {
              if (client.get("/api/test-api-key").status() == 200) {
                served.incrementAndGet();
              }
            }
            return null;
          };
      for (Future<Void> done : pool.invokeAll(Collections.nCopies(threads, load))) {
        done.get();
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(served).hasValue(limit);
    assertThat(server.rateLimitedRequests()).isEqualTo(threads * requestsPerThread - limit);
  }

  @ParameterizedTest
  @EnumSource
  void aLimitThatNobodyReachesCostsNothing(RateLimitWindow kind) throws Exception {
    server.rateLimit(Integer.MAX_VALUE, Duration.ofDays(365), kind);

    assertThat(client.create("a").status()).isEqualTo(200);
  }

  @Test
  void nonsenseIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> server.rateLimit(0, Duration.ofSeconds(1)))
        .withMessage("requests must be at least 1: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> server.rateLimit(1, Duration.ZERO))
        .withMessage("window must be positive: PT0S");
  }
}
