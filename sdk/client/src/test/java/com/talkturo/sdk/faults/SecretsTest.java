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
import com.talkturo.sdk.errors.DecodeException;
import com.talkturo.sdk.errors.TransportException;
import com.talkturo.sdk.http.TalkturoListener;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key goes to the API and nowhere else. */
class SecretsTest {
  private static final String KEY = "key_51d0b7e4c9a2f6_never_shown";

  private RawServer server;
  private RawServer other;

  @BeforeEach
  void start() throws Exception {
    server = new RawServer();
    other = new RawServer();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    other.close();
  }

  private TalkturoClient.Builder options() {
    return TalkturoClient.builder().apiKey(KEY).accountSlug("team").baseUrl(server.url());
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 303, 307, 308})
  void noRedirectTakesTheKeyElsewhere(int status) throws Exception {
    for (String target :
        List.of(other.url(), "//localhost:" + other.port(), "https://127.0.0.1:" + other.port())) {
      server.script(Faults.status(status, "Location: " + target + "/api/assistants\r\n"));
      OkHttpClient follows =
          new OkHttpClient.Builder().followRedirects(true).followSslRedirects(true).build();
      try (TalkturoClient own = options().build();
          TalkturoClient users = options().okHttpClient(follows).build()) {
        for (Operation operation : Operation.values()) {
          assertThatThrownBy(() -> operation.call(own, false)).isInstanceOf(ApiException.class);
          assertThatThrownBy(() -> operation.call(users, true)).isInstanceOf(ApiException.class);
        }
      }
    }
    assertThat(other.connections()).isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aServersEchoIsHiddenFromAnInterceptorsResponseToo(boolean async) {
    server.script(
        Faults.answer(
            Answers.status(
                500, "Bad", "X-" + KEY + ": " + KEY + "\r\n", "{\"error\":\"" + KEY + "\"}")));
    OkHttpClient hidesTheRequest =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  Response response = chain.proceed(chain.request());
                  Request unsigned =
                      chain.request().newBuilder().removeHeader("Authorization").build();
                  return response.newBuilder().request(unsigned).build();
                })
            .build();
    try (TalkturoClient client = options().okHttpClient(hidesTheRequest).maxRetries(0).build()) {
      assertThatThrownBy(() -> Operation.CREATE.call(client, async))
          .isInstanceOfSatisfying(
              ApiException.class,
              e ->
                  assertThat(e.getMessage() + e.body() + e.headers() + e.details() + e.errorText())
                      .doesNotContain(KEY));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void noInterceptorTakesTheKeyElsewhere(boolean async) throws Exception {
    Queue<String> received = new ConcurrentLinkedQueue<>();
    other.script(
        c -> {
          received.add(c.readHead());
          c.write(Answers.ok());
        });
    for (String target : List.of("http://localhost:" + server.port(), other.url())) {
      HttpUrl elsewhere = HttpUrl.get(target);
      OkHttpClient users =
          new OkHttpClient.Builder()
              .addInterceptor(
                  chain ->
                      chain.proceed(
                          chain
                              .request()
                              .newBuilder()
                              .url(
                                  chain
                                      .request()
                                      .url()
                                      .newBuilder()
                                      .host(elsewhere.host())
                                      .port(elsewhere.port())
                                      .build())
                              .build()))
              .build();
      try (TalkturoClient client = options().okHttpClient(users).build()) {
        for (Operation operation : Operation.values()) {
          assertThatThrownBy(() -> operation.call(client, async))
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining("origin");
        }
      }
    }
    assertThat(received).isEmpty();
    assertThat(server.requests()).isZero();
  }

  /** What servers may do with the key that they were sent. */
  private static final List<String> ECHOES =
      List.of(
          "HTTP/1.1 " + KEY + "\r\n\r\n",
          KEY + "\r\n\r\n",
          "HTTP/1.1 200 " + KEY + "\r\n" + KEY + "\r\n\r\n",
          "HTTP/1.1 200 OK\r\nContent-Length: " + KEY + "\r\n\r\n" + KEY,
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + KEY + "\r\n",
          "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 30\r\n\r\n" + KEY,
          "HTTP/1.1 302 " + KEY + "\r\nLocation: /" + KEY + "\r\nContent-Length: 0\r\n\r\n",
          "HTTP/1.1 429 "
              + KEY
              + "\r\nRetry-After: "
              + KEY
              + "\r\nX-Request-Id: "
              + KEY
              + "\r\nX-"
              + KEY
              + ": 1\r\nContent-Length: 0\r\n\r\n",
          "HTTP/1.1 200 OK\r\nX: " + KEY + "\r\nContent-Length: 999\r\n\r\n{\"id\":\"" + KEY + "\"",
          Answers.status(200, "OK", "", KEY),
          Answers.status(200, "OK", "", "{\"" + KEY + "\":" + KEY + "}"),
          Answers.status(200, "OK", "", "{\"success\":false,\"error\":\"" + KEY + "\"}"),
          Answers.status(
              500,
              "OK",
              "X-Request-Id: " + KEY + "\r\n",
              "{\"error\":{\"" + KEY + "\":[\"" + KEY + "\"]}}"));

  @Test
  void noFailureShowsTheKeyThatAServerEchoes() {
    Queue<String> logged = new ConcurrentLinkedQueue<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            logged.add(
                record.getMessage()
                    + (record.getThrown() == null ? "" : stackTrace(record.getThrown())));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger root = Logger.getLogger("okhttp3");
    root.setLevel(Level.ALL);
    root.addHandler(handler);
    handler.setLevel(Level.ALL);
    Queue<String> told = new ConcurrentLinkedQueue<>();
    TalkturoListener listener =
        new TalkturoListener() {
          @Override
          public void attemptFinished(Request request, Attempt attempt) {
            told.add(attempt + attempt.failure().map(SecretsTest::stackTrace).orElse(""));
          }
        };
    try (TalkturoClient client = options().listener(listener).build()) {
      TalkturoClient once = client.withOptions(o -> o.maxRetries(0));
      for (String echo : ECHOES) {
        server.script(
            c -> {
              c.process();
              c.write(echo);
              c.end();
            });
        for (boolean async : new boolean[] {false, true}) {
          assertThatThrownBy(() -> Operation.CREATE.call(once, async))
              .satisfies(e -> assertThat(stackTrace(e) + kept(e)).as(echo).doesNotContain(KEY));
        }
      }
    } finally {
      root.removeHandler(handler);
      root.setLevel(null);
    }
    assertThat(told)
        .hasSizeGreaterThanOrEqualTo(2 * ECHOES.size())
        .allSatisfy(text -> assertThat(text).doesNotContain(KEY));
    assertThat(logged).isNotEmpty().allSatisfy(line -> assertThat(line).doesNotContain(KEY));
  }

  /** What of the answer can be asked of the exception. */
  private static String kept(Throwable e) {
    if (e instanceof ApiException api) {
      return api.body()
          + api.headers().values()
          + api.details()
          + api.errorText()
          + api.requestId();
    }
    if (e instanceof DecodeException decode) {
      return decode.body() + decode.headers().values() + decode.requestId();
    }
    return e instanceof TransportException transport
        ? transport
            .partialResponse()
            .map(raw -> raw.body() + raw.headers().values() + raw.requestId())
            .orElse("")
        : "";
  }

  private static String stackTrace(Throwable e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Test
  void noThreadIsNamedAfterTheKey() {
    server.script(Faults.stallAfterProcessing());
    try (TalkturoClient client = options().build()) {
      CompletableFuture<?> future = client.assistants().createAsync(r -> r.name("n"));
      Waiting.until(() -> server.requests() == 1);
      assertThat(Thread.getAllStackTraces().keySet())
          .allSatisfy(thread -> assertThat(thread.getName()).doesNotContain(KEY));
      assertThat(client.toString()).doesNotContain(KEY);
      future.cancel(true);
    }
  }
}
