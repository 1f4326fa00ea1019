package com.talkturo.sdk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.errors.TimeoutException;
import com.talkturo.sdk.errors.TransportException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The promises hold whatever the interceptors and listeners of the user's OkHttpClient do. */
class UsersClientTest {
  private RawServer server;

  @BeforeEach
  void start() throws Exception {
    server = new RawServer();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private TalkturoClient client(OkHttpClient users) {
    return TalkturoClient.builder()
        .apiKey("key_users")
        .accountSlug("team")
        .baseUrl(server.url())
        .maxConcurrency(1)
        .okHttpClient(users)
        .build();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCreateThatAnInterceptorClonesIsSentOnce(boolean async) {
    server.script(
        c -> {
          c.process();
          c.reset();
        });
    AtomicInteger clones = new AtomicInteger();
    Interceptor cloning =
        chain -> {
          try {
            return chain.proceed(chain.request());
          } catch (IOException e) {
            if (clones.getAndIncrement() > 1) {
              throw e;
            }
            return chain.call().clone().execute();
          }
        };
    OkHttpClient users = new OkHttpClient.Builder().addInterceptor(cloning).build();
    try (TalkturoClient client = client(users)) {
      assertThatThrownBy(() -> Operation.CREATE.call(client, async))
          .isInstanceOfSatisfying(
              TransportException.class, e -> assertThat(e.requestSent()).isTrue());
    }
    assertThat(server.objects()).isEqualTo(1);
  }

  private static OkHttpClient thatThrowsWhenCancelled() {
    EventListener throwing =
        new EventListener() {
          @Override
          public void canceled(Call call) {
            Thread.currentThread().setUncaughtExceptionHandler((thread, expected) -> {});
            throw new IllegalStateException("from a listener");
          }
        };
    return new OkHttpClient.Builder().eventListener(throwing).build();
  }

  @Test
  void aListenerThatThrowsKeepsNoQueuedCallFromItsDeadline() {
    server.script(
        c -> {
          c.read();
          c.stall();
        });
    try (TalkturoClient client = client(thatThrowsWhenCancelled())) {
      CompletableFuture<?> first = client.assistants().getAsync("asst_1");
      Waiting.until(() -> server.requests() == 1);
      CompletableFuture<?> queued =
          client
              .withOptions(o -> o.timeout(Duration.ofMillis(100)))
              .assistants()
              .getAsync("asst_1");
      assertThatThrownBy(() -> queued.get(5, TimeUnit.SECONDS))
          .hasCauseInstanceOf(TimeoutException.class);
      first.cancel(true);
    }
  }

  @Test
  void aListenerThatThrowsKeepsNoCancelledCallWaiting() throws Exception {
    server.script(
        c -> {
          c.read();
          c.write(
              server.requests() == 1 ? Answers.failure(429, "Retry-After: 20\r\n") : Answers.ok());
        });
    try (TalkturoClient client = client(thatThrowsWhenCancelled())) {
      CompletableFuture<?> first = client.assistants().getAsync("asst_1");
      Waiting.until(() -> server.requests() == 1);
      // The only thread that may call is free only when the wait has ended.
      CompletableFuture<?> next = client.assistants().getAsync("asst_1");
      first.cancel(true);
      next.get(5, TimeUnit.SECONDS);
    }
  }
}
