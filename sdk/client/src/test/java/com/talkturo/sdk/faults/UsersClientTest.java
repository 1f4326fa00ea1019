package com.talkturo.sdk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.calls.Answers;
import com.talkturo.calls.Faults;
import com.talkturo.calls.Operation;
import com.talkturo.calls.RawServer;
import com.talkturo.calls.Waiting;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.errors.ApiException;
import com.talkturo.sdk.errors.TalkturoException;
import com.talkturo.sdk.errors.TimeoutException;
import com.talkturo.sdk.errors.TransportException;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    server.script(Faults.resetAfterProcessing());
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

  /** Makes a refusal of whatever became of the request. */
  private static Interceptor thatInvents(int status) {
    return chain -> {
      try {
        chain.proceed(chain.request()).close();
      } catch (IOException lost) {
        // Just that is to be covered up.
      }
      return new Response.Builder()
          .request(chain.request())
          .protocol(Protocol.HTTP_1_1)
          .code(status)
          .message("")
          .header("Retry-After", "0")
          .body(ResponseBody.create("{}", null))
          .build();
    };
  }

  /** What the user's code makes up did not come from the API, and proves nothing. */
  private void assertThatWhatWasInventedRepeatsNothing(OkHttpClient users, int status) {
    try (TalkturoClient client = client(users)) {
      for (Operation operation : Operation.values()) {
        for (boolean async : new boolean[] {false, true}) {
          if (operation.isAtMostOnce()) {
            server.resetCounts();
            assertThatThrownBy(() -> operation.call(client, async))
                .isInstanceOfSatisfying(
                    ApiException.class,
                    e -> {
                      assertThat(e.statusCode()).isEqualTo(status);
                      assertThat(e.attempts()).isEqualTo(1);
                      assertThat(e.requestSent()).isTrue();
                      assertThat(e.mayHaveTakenEffect()).isTrue();
                    });
            assertThat(server.objects()).isEqualTo(1);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"429,false", "429,true", "503,false", "503,true"})
  void aMadeUpRefusalOfALostCreateIsNoReasonToRepeatIt(int status, boolean network) {
    server.script(Faults.resetAfterProcessing());
    OkHttpClient.Builder users = new OkHttpClient.Builder();
    (network ? users.networkInterceptors() : users.interceptors()).add(thatInvents(status));
    assertThatWhatWasInventedRepeatsNothing(users.build(), status);
  }

  @ParameterizedTest
  @CsvSource({"429,false", "429,true", "503,false", "503,true"})
  void aMadeUpRefusalOfACreateThatFailedIsNoReasonToRepeatIt(int status, boolean network) {
    server.script(
        c -> {
          c.process();
          c.write(Answers.failure(500, ""));
        });
    OkHttpClient.Builder users = new OkHttpClient.Builder();
    (network ? users.networkInterceptors() : users.interceptors()).add(thatInvents(status));
    assertThatWhatWasInventedRepeatsNothing(users.build(), status);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aBodyThatAnInterceptorHasReadIsReadAgain(boolean async) {
    AtomicInteger read = new AtomicInteger();
    Interceptor greedy =
        chain -> {
          Response response = chain.proceed(chain.request());
          read.addAndGet(response.body().string().length());
          return response;
        };
    try (TalkturoClient client =
        client(new OkHttpClient.Builder().addInterceptor(greedy).build())) {
      assertThat(Operation.CREATE.call(client, async).toString()).contains("asst_1");
    }
    assertThat(read).hasValueGreaterThan(10);
  }

  /** A body of the user's own around the one that arrived. */
  private static final class Around extends ResponseBody {
    private final ResponseBody inner;
    private final boolean sourceIsAlwaysNew;
    private BufferedSource source;

    Around(ResponseBody inner, boolean sourceIsAlwaysNew) {
      this.inner = inner;
      this.sourceIsAlwaysNew = sourceIsAlwaysNew;
    }

    @Override
    public MediaType contentType() {
      return inner.contentType();
    }

    @Override
    public long contentLength() {
      return inner.contentLength();
    }

    @Override
    public BufferedSource source() {
      if (source == null || sourceIsAlwaysNew) {
        source = Okio.buffer(new ForwardingSource(inner.source()) {});
      }
      return source;
    }
  }

  @ParameterizedTest
  @CsvSource({"false,false", "false,true", "true,false", "true,true"})
  void aBodyAroundTheOneThatArrivedLosesNothing(boolean network, boolean sourceIsAlwaysNew) {
    Interceptor wrapping =
        chain -> {
          Response response = chain.proceed(chain.request());
          return response.newBuilder().body(new Around(response.body(), sourceIsAlwaysNew)).build();
        };
    try (TalkturoClient client = client(with(wrapping, network))) {
      assertThat(Operation.CREATE.call(client, false).toString()).contains("asst_1");
      server.script(Faults.status(422, ""));
      assertThatThrownBy(() -> Operation.CREATE.call(client, false))
          .isInstanceOfSatisfying(
              ApiException.class, e -> assertThat(e.errorText()).contains("the server says 422"));
    }
  }

  private static OkHttpClient with(Interceptor interceptor, boolean network) {
    OkHttpClient.Builder users = new OkHttpClient.Builder();
    (network ? users.networkInterceptors() : users.interceptors()).add(interceptor);
    return users.build();
  }

  /** The SDK keeps 64 KiB of it: the rest must not keep the connection, nor the next attempt. */
  @ParameterizedTest
  @CsvSource({"false,false", "false,true", "true,false", "true,true"})
  void aLargeAnswerKeepsNoConnectionWhateverBodyIsHandedOn(boolean network, boolean another) {
    Interceptor handingOn =
        chain -> {
          Response response = chain.proceed(chain.request());
          return another
              ? response.newBuilder().body(ResponseBody.create(Answers.ASSISTANT, null)).build()
              : response;
        };
    String large = "{\"error\":\"" + "large ".repeat(50_000) + "\"}";
    server.script(
        c -> {
          c.process();
          c.write(
              server.requests() % 2 == 1
                  ? Answers.status(500, "Failure", "", large)
                  : Answers.ok());
        });
    OkHttpClient users = with(handingOn, network);
    try (TalkturoClient client = client(users)) {
      for (boolean async : new boolean[] {false, true}) {
        assertThat(Operation.GET.call(client, async).toString()).contains("asst_1");
      }
      assertThat(server.requests()).isEqualTo(4);
    }
    // Ends those that no call has.
    users.connectionPool().evictAll();
    Waiting.until(() -> server.openConnections() == 0);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aBodyThatANetworkInterceptorHasReadIsATalkturoException(boolean async) {
    Interceptor greedy =
        chain -> {
          Response response = chain.proceed(chain.request());
          response.body().close();
          return response;
        };
    try (TalkturoClient client =
        client(new OkHttpClient.Builder().addNetworkInterceptor(greedy).build())) {
      assertThatThrownBy(() -> Operation.CREATE.call(client, async))
          .isInstanceOfSatisfying(
              TalkturoException.class, e -> assertThat(e.mayHaveTakenEffect()).isTrue());
    }
    assertThat(server.objects()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"false,false", "false,true", "true,false", "true,true"})
  void whatAnInterceptorThrowsAfterTheAnswerArrivesUnchanged(boolean network, boolean async) {
    RuntimeException own = new IllegalArgumentException("my own");
    Interceptor throwing =
        chain -> {
          chain.proceed(chain.request()).close();
          throw own;
        };
    OkHttpClient.Builder users = new OkHttpClient.Builder();
    if (network) {
      users.addNetworkInterceptor(throwing);
    } else {
      users.addInterceptor(throwing);
    }
    try (TalkturoClient client = client(users.build())) {
      assertThatThrownBy(() -> Operation.CREATE.call(client, async)).isSameAs(own);
    }
    assertThat(server.objects()).isEqualTo(1);
  }

  /** The first attempt was sent, and the second needs a connection. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void onceTheRequestWasSentWhatADnsThrowsIsATransportException(boolean async) {
    server.script(Faults.resetAfterProcessing());
    AtomicInteger lookups = new AtomicInteger();
    Dns failing =
        host -> {
          if (lookups.incrementAndGet() > 1) {
            throw new IllegalStateException("from a Dns");
          }
          return List.of(InetAddress.getLoopbackAddress());
        };
    OkHttpClient users = new OkHttpClient.Builder().dns(failing).build();
    String url = server.url().replace("127.0.0.1", "localhost");
    try (TalkturoClient client =
        TalkturoClient.builder().apiKey("key_users").baseUrl(url).okHttpClient(users).build()) {
      assertThatThrownBy(() -> Operation.GET.call(client, async))
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("from a Dns");
    }
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
    server.script(Faults.stall());
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
              server.requests() == 1 ? Answers.failure(503, "Retry-After: 20\r\n") : Answers.ok());
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
