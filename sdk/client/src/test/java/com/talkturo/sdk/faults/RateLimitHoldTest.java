package com.talkturo.sdk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.talkturo.calls.Answers;
import com.talkturo.calls.Faults;
import com.talkturo.calls.RawServer;
import com.talkturo.calls.Waiting;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.errors.NotSentException;
import com.talkturo.sdk.errors.RateLimitException;
import com.talkturo.sdk.http.RateLimiter;
import com.talkturo.sdk.http.TalkturoListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A 429 with Retry-After holds the other attempts of the client back. */
class RateLimitHoldTest {
  private RawServer server;

  @BeforeEach
  void start() throws Exception {
    server = new RawServer();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private TalkturoClient.Builder builder() {
    return TalkturoClient.builder().apiKey("key_hold").accountSlug("team").baseUrl(server.url());
  }

  private void answer429(String retryAfter) {
    server.script(Faults.status(429, retryAfter));
  }

  @Test
  void twoThousandUpdatesDuringAHoldOfThirtyMinutesAreOneRequest() {
    answer429("Retry-After: 1800\r\n");
    try (TalkturoClient client = builder().build()) {
      assertThat(catchThrowable(() -> client.assistants().get("asst_1")))
          .isInstanceOf(RateLimitException.class);
      List<CompletableFuture<Assistant>> updates = new ArrayList<>();
      for (int i = 0; i < 2_000; i++) {
        updates.add(client.assistants().updateAsync("asst_1", r -> r.name("Reception")));
      }
      for (CompletableFuture<Assistant> update : updates) {
        assertThat(catchThrowable(update::join))
            .isInstanceOf(CompletionException.class)
            .cause()
            .isInstanceOfSatisfying(
                NotSentException.class,
                e -> {
                  assertThat(e.requestSent()).isFalse();
                  assertThat(e.attempts()).isZero();
                  assertThat(e.retryAfter().orElseThrow())
                      .isBetween(Duration.ofSeconds(1_700), Duration.ofSeconds(1_800));
                  assertThat(e).hasMessageContaining("a 429 asked to wait");
                });
      }
    }
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void aViewIsHeldToo() {
    answer429("Retry-After: 1800\r\n");
    try (TalkturoClient client = builder().build()) {
      catchThrowable(() -> client.assistants().get("asst_1"));
      TalkturoClient view = client.withOptions(o -> o.maxRetries(0));
      assertThat(catchThrowable(() -> view.assistants().get("asst_1")))
          .isInstanceOf(NotSentException.class);
    }
    assertThat(server.requests()).isEqualTo(1);
  }

  /** The API counts by key; views with the same key share its hold, however they were made. */
  @Test
  void aViewWithAnotherKeyHasAHoldOfItsOwn() {
    server.script(
        c ->
            c.write(
                c.read().header("Authorization").endsWith("_free")
                    ? Answers.ok()
                    : Answers.failure(429, "Retry-After: 1800\r\n")));
    try (TalkturoClient client = builder().build()) {
      catchThrowable(() -> client.assistants().get("asst_1"));
      assertThat(with("key_free", client)).isNull();
      assertThat(with("key_of_a_tenant", client)).isInstanceOf(RateLimitException.class);
      assertThat(with("key_of_a_tenant", client)).isInstanceOf(NotSentException.class);
      assertThat(with("key_hold", client)).isInstanceOf(NotSentException.class);
      assertThat(with("key_free", client)).isNull();
    }
    assertThat(server.requests()).isEqualTo(4);
  }

  private static Throwable with(String apiKey, TalkturoClient client) {
    return catchThrowable(() -> client.withOptions(o -> o.apiKey(apiKey)).assistants().get("a"));
  }

  @Test
  void anOptionTurnsItOff() {
    answer429("Retry-After: 1800\r\n");
    try (TalkturoClient client = builder().holdAfterRateLimit(false).build()) {
      for (int i = 0; i < 3; i++) {
        assertThat(catchThrowable(() -> client.assistants().get("asst_1")))
            .isInstanceOf(RateLimitException.class);
      }
    }
    assertThat(server.requests()).isEqualTo(3);
  }

  @Test
  void a429WithoutRetryAfterHoldsNobody() {
    answer429("");
    try (TalkturoClient client = builder().maxRetries(0).build()) {
      for (int i = 0; i < 3; i++) {
        assertThat(catchThrowable(() -> client.assistants().get("asst_1")))
            .isInstanceOf(RateLimitException.class);
      }
    }
    assertThat(server.requests()).isEqualTo(3);
  }

  /** Eight are under way when the limit is met; ten more come during the hold. */
  @Test
  void simultaneousRejectionsHoldOnceAndOneCallGoesFirst() throws Exception {
    AtomicInteger rejected = new AtomicInteger();
    AtomicLong freeAgain = new AtomicLong(Long.MAX_VALUE);
    AtomicInteger tooEarly = new AtomicInteger();
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger besideTheFirst = new AtomicInteger();
    AtomicInteger served = new AtomicInteger();
    List<TalkturoListener.Wait> waits = new CopyOnWriteArrayList<>();
    server.script(
        c -> {
          c.read();
          if (rejected.getAndIncrement() < 8) {
            Waiting.until(() -> rejected.get() >= 8);
            freeAgain.set(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(950));
            c.write(Answers.failure(429, "Retry-After: 1\r\n"));
            return;
          }
          tooEarly.addAndGet(System.nanoTime() - freeAgain.get() < 0 ? 1 : 0);
          int others = underWay.getAndIncrement();
          if (served.getAndIncrement() == 0) {
            c.pause(200);
            besideTheFirst.set(underWay.get() - 1 + others);
          }
          underWay.decrementAndGet();
          c.write(Answers.ok());
        });
    TalkturoListener listener =
        new TalkturoListener() {
          @Override
          public void waitScheduled(Request request, Wait wait) {
            waits.add(wait);
          }
        };
    try (TalkturoClient client = builder().listener(listener).build()) {
      List<CompletableFuture<Assistant>> calls = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        calls.add(client.assistants().getAsync("asst_1"));
      }
      Waiting.until(() -> freeAgain.get() < Long.MAX_VALUE);
      long start = System.nanoTime();
      Waiting.holdsWithin(100, () -> false);
      for (int i = 0; i < 10; i++) {
        calls.add(client.assistants().getAsync("asst_1"));
      }
      calls.forEach(CompletableFuture::join);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }
    assertThat(tooEarly).hasValue(0);
    assertThat(besideTheFirst).hasValue(0);
    assertThat(waits).isNotEmpty().allMatch(wait -> wait.reason().equals("hold after 429"));
    assertThat(server.requests()).isEqualTo(8 + 18);
  }

  /** The limiter gives the first after the hold no turn. */
  @Test
  void anotherGoesFirstIfTheFirstIsNotSent() {
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger besideTheFirst = new AtomicInteger();
    server.script(
        c -> {
          c.read();
          if (server.requests() == 1) {
            c.write(Answers.failure(429, "Retry-After: 1\r\n"));
            return;
          }
          underWay.incrementAndGet();
          if (server.requests() == 2) {
            c.pause(300);
            besideTheFirst.set(underWay.get() - 1);
          }
          c.write(Answers.ok());
        });
    RateLimiter limiter =
        latest -> asked.incrementAndGet() == 2 ? Duration.ofHours(1) : Duration.ZERO;
    try (TalkturoClient client = builder().maxRetries(0).rateLimiter(limiter).build()) {
      catchThrowable(() -> client.assistants().get("asst_1"));
      List<CompletableFuture<Assistant>> calls = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        calls.add(client.assistants().getAsync("asst_1"));
      }
      long failed = calls.stream().filter(call -> catchThrowable(call::join) != null).count();
      assertThat(failed).isEqualTo(1);
    }
    assertThat(besideTheFirst).hasValue(0);
    assertThat(server.requests()).isEqualTo(1 + 5);
  }

  @Test
  void cancelAndCloseEndAHold() throws Exception {
    answer429("Retry-After: 20\r\n");
    List<TalkturoListener.Wait> waits = new CopyOnWriteArrayList<>();
    TalkturoListener listener =
        new TalkturoListener() {
          @Override
          public void waitScheduled(Request request, Wait wait) {
            waits.add(wait);
          }
        };
    TalkturoClient client = builder().maxRetries(0).listener(listener).build();
    catchThrowable(() -> client.assistants().get("asst_1"));
    CompletableFuture<Assistant> cancelled = client.assistants().getAsync("asst_1");
    CompletableFuture<Assistant> closed = client.assistants().getAsync("asst_1");
    Waiting.until(() -> waits.size() == 2);
    cancelled.cancel(true);
    client.close();
    assertThat(catchThrowable(() -> closed.get(1, TimeUnit.SECONDS)))
        .hasMessageContaining("closed");
    assertThat(server.requests()).isEqualTo(1);
  }
}
