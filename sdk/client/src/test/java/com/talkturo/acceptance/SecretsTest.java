package com.talkturo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.talkturo.calls.Answers;
import com.talkturo.calls.Faults;
import com.talkturo.calls.Mode;
import com.talkturo.calls.Operation;
import com.talkturo.calls.RawServer;
import com.talkturo.calls.Waiting;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.errors.ApiException;
import com.talkturo.sdk.errors.DecodeException;
import com.talkturo.sdk.errors.TransportException;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.http.TalkturoListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The key goes to the API in one header and nowhere else: not to another host, and into no
 * exception, log line, listener, thread name or toString, even if the server sends it back.
 */
class SecretsTest extends ServerTest {
  private static final String JSON_KEY = KEY.replace("\"", "\\\"").replace("/", "\\/");

  private static final String ASCII_JSON_KEY = KEY.replace("s", "\\u0073").replace("\"", "\\\"");

  private final List<String> seen = new ArrayList<>();

  private final List<String> julLines = new ArrayList<>();

  private final Handler julHandler =
      new Handler() {
        @Override
        public synchronized void publish(LogRecord line) {
          julLines.add(line.getMessage() + Arrays.toString(line.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private final Logger okHttp = Logger.getLogger("okhttp3");

  @BeforeEach
  void listenToOkHttp() {
    julHandler.setLevel(Level.ALL);
    okHttp.setLevel(Level.ALL);
    okHttp.addHandler(julHandler);
  }

  @AfterEach
  void stopListening() {
    okHttp.removeHandler(julHandler);
    okHttp.setLevel(null);
  }

  private void look(Throwable e) {
    assertThat(e).isNotNull();
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    seen.add(trace.toString());
    for (Throwable t = e; t != null; t = t.getCause()) {
      seen.add(t.getMessage() + " " + t);
    }
    seen.add(allThatItKeeps(e));
    if (e instanceof ApiException api) {
      seen.add(api.body() + api.headers() + api.details() + api.errorText() + api.requestId());
    }
    if (e instanceof DecodeException decode) {
      seen.add(decode.body() + decode.headers() + decode.requestId());
    }
  }

  /** Every field, private ones and those of causes included, as a heap dump would show them. */
  private static String allThatItKeeps(Throwable e) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(e);
    } catch (IOException notSerializable) {
      throw new AssertionError(e.getClass() + " cannot be looked into", notSerializable);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private void assertThatTheKeyIsNowhere() {
    MemoryLogs.lines()
        .forEach(
            line -> {
              seen.add(line.toString());
              if (line.thrown() != null) {
                look(line.thrown());
              }
            });
    seen.addAll(julLines);
    assertThat(seen).isNotEmpty();
    assertThat(String.join("\n", seen))
        .doesNotContain(KEY)
        .doesNotContain(JSON_KEY)
        .doesNotContain(ASCII_JSON_KEY)
        .doesNotContain("s3cr3t")
        .doesNotContain("\\u00733cr3t")
        .doesNotContain(Base64.getEncoder().encodeToString(KEY.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @EnumSource
  void anErrorThatEchoesTheKeyDoesNotShowIt(Mode mode) {
    List<String> echoes =
        List.of(
            "{\"error\":\"Invalid API key "
                + JSON_KEY
                + "\",\"details\":{\""
                + JSON_KEY
                + "\":[\""
                + JSON_KEY
                + "\"]}}",
            "{\"error\":{\"message\":\"Bearer " + JSON_KEY + "\",\"key\":\"" + JSON_KEY + "\"}}",
            "{\"error\":\"" + ASCII_JSON_KEY + "\",\"details\":[\"" + ASCII_JSON_KEY + "\"]}",
            "{\"message\":\"" + KEY.replace("\"", "\\\"") + "\"}",
            "<html>Authorization: Bearer " + KEY + "</html>",
            KEY,
            "");
    TalkturoClient client = client();
    for (String echo : echoes) {
      for (int status : List.of(302, 400, 401, 403, 409, 418, 422)) {
        answer(status, echo, "X-Echo", "Bearer " + KEY, "X-Request-Id", KEY, "Location", "/" + KEY);
        look(catchThrowable(() -> Operation.CREATE.call(mode, client)));
      }
    }
    assertThatTheKeyIsNowhere();
  }

  @ParameterizedTest
  @EnumSource
  void anUnreadableAnswerThatEchoesTheKeyDoesNotShowIt(Mode mode) {
    TalkturoClient client = clientWithoutRetries();
    for (String echo :
        List.of(
            KEY,
            "{" + KEY,
            "{\"x\":\"" + JSON_KEY + "\"",
            "{\"" + JSON_KEY + "\":tru" + KEY,
            "{\"x\":" + KEY + "}",
            "[\"" + ASCII_JSON_KEY + "\"]",
            "{\"success\":false,\"error\":\"" + JSON_KEY + "\"}",
            "{\"success\":false,\"error\":\"" + ASCII_JSON_KEY + "\"}")) {
      answer(200, echo, "X-Request-Id", KEY, "X-Echo", KEY);
      look(catchThrowable(() -> Operation.GET.call(mode, client)));
    }
    assertThatTheKeyIsNowhere();
  }

  @ParameterizedTest
  @EnumSource
  void aKeyThatTheBoundOfTheBodyCutsInTwoIsNotShown(Mode mode) {
    answer(500, "x".repeat(65_536 - 20) + KEY + KEY);
    look(catchThrowable(() -> Operation.GET.call(mode, clientWithoutRetries())));
    assertThatTheKeyIsNowhere();
  }

  @ParameterizedTest
  @EnumSource
  void lostConnectionsRetriesAndTimeoutsDoNotShowTheKey(Mode mode) {
    answer(503, KEY, "Retry-After", "0", "X-Echo", KEY);
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    look(catchThrowable(() -> Operation.GET.call(mode, client())));
    answer(429, KEY, "Retry-After", "3600");
    look(catchThrowable(() -> Operation.GET.call(mode, client())));
    assertThatTheKeyIsNowhere();
  }

  @Test
  void toStringOfWhatUsersHoldDoesNotShowTheKey() {
    TalkturoClient client = client();
    seen.add(client.toString());
    seen.add(client.withOptions(o -> o.maxRetries(0)).toString());
    seen.add(client.assistants().toString());
    seen.add(builder().toString());
    for (Operation op : Operation.values()) {
      seen.add(op.request.toString());
    }
    answer(200, Fixtures.read("get/subset"), "X-Echo", KEY);
    seen.add(client.exchange(Operation.GET.request).toString());
    assertThatTheKeyIsNowhere();
  }

  /** As a user's token may look. */
  private static final String JWT = "eyJhbGciOiJIUzI1NiJ9.s3cr3t.c2ln";

  /** Looks at all that a listener gets. */
  private final TalkturoListener looker =
      new TalkturoListener() {
        @Override
        public void requestStarted(Request request) {
          see(request);
        }

        @Override
        public void attemptStarted(Request request, Start start) {
          see(request + " " + start);
        }

        @Override
        public void attemptFinished(Request request, Attempt attempt) {
          see(request + " " + attempt + attempt.failure().map(SecretsTest::stackTrace).orElse(""));
        }

        @Override
        public void requestFinished(Request request, Outcome outcome) {
          see(request + " " + outcome + outcome.failure().map(SecretsTest::stackTrace).orElse(""));
        }

        private void see(Object told) {
          synchronized (seen) {
            seen.add(told.toString());
          }
        }
      };

  private TalkturoClient watched() {
    return open(builder().maxRetries(0).holdAfterRateLimit(false).listener(looker));
  }

  /** All but that which has no credential. */
  static Stream<Arguments> everySignedOperationAndMode() {
    return everyOperationAndMode().filter(row -> row.get()[0] != Operation.ROOM_TOKEN);
  }

  /** The client's key, another credential of a view, and the secret of a flow. */
  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("everySignedOperationAndMode")
  void noOperationShowsWhatItIsSignedWith(Operation op, Mode mode) {
    Map<String, TalkturoClient> clientsBySecret =
        op.isSigned()
            ? Map.of("flow_s3cr3t", watched())
            : Map.of(KEY, watched(), JWT, watched().withOptions(o -> o.apiKey(JWT)));
    clientsBySecret.forEach(
        (secret, client) -> {
          for (String body :
              List.of(
                  "{'ok':false,'success':false,'error':'@','partial_output':{'@':['@']},"
                      + "'details':{'@':'@'}}",
                  "{'error':{'message':'Bearer @'")) {
            for (int status : List.of(200, 302, 400, 401, 404, 500)) {
              String echo = body.replace('\'', '"').replace("@", secret.replace("\"", "\\\""));
              answer(status, echo, "X-Request-Id", secret, "X-Echo", "Bearer " + secret);
              lookAt(op, mode, client);
            }
          }
          server.enqueue(
              new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
          lookAt(op, mode, client);
        });
    assertThatTheKeyIsNowhere();
  }

  /** Some answers are a value whatever they hold. */
  private void lookAt(Operation op, Mode mode, TalkturoClient client) {
    try {
      seen.add(op.call(mode, client).toString());
    } catch (RuntimeException e) {
      look(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSecretsOfAnAnswerAreShownByTheirAccessorsAlone(Mode mode) {
    Map<Operation, String> answers =
        Map.of(
            Operation.CREATE_API_KEY, "{'apiKey':{'id':'k','fullKey':'tk_s3cr3t','x':'s3cr3t'}}",
            Operation.ROOM_TOKEN, "{'accessToken':'room_s3cr3t','token':'room_s3cr3t'}",
            Operation.CHECKOUT, "{'checkoutToken':'cs_s3cr3t','sessionId':'cs_1'}");
    answers.forEach(
        (op, body) -> {
          for (String odd : List.of(body, body.substring(0, body.length() - 1), "[" + body + "]")) {
            answer(200, odd.replace('\'', '"'));
            try {
              seen.add(op.call(mode, watched()).toString());
            } catch (RuntimeException e) {
              seen.add(stackTrace(e)); // Its body() hands over what arrived, as documented.
            }
          }
          answer(200, body.replace('\'', '"'), "X-Echo", "s3cr3t");
          seen.add(watched().exchange(op.request).toString());
        });
    assertThatTheKeyIsNowhere();
  }

  private static final String PLAIN_KEY = "key_51d0b7e4c9a2f6_never_shown";

  private RawServer raw;

  private RawServer other;

  @BeforeEach
  void startRaw() throws Exception {
    raw = new RawServer();
    other = new RawServer();
  }

  @AfterEach
  void stopRaw() throws Exception {
    raw.close();
    other.close();
  }

  private TalkturoClient.Builder plainOptions() {
    return TalkturoClient.builder().apiKey(PLAIN_KEY).accountSlug("team").baseUrl(raw.url());
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 303, 307, 308})
  void noRedirectTakesTheKeyElsewhere(int status) throws Exception {
    for (String target :
        List.of(other.url(), "//localhost:" + other.port(), "https://127.0.0.1:" + other.port())) {
      raw.script(Faults.status(status, "Location: " + target + "/api/assistants\r\n"));
      OkHttpClient follows =
          new OkHttpClient.Builder().followRedirects(true).followSslRedirects(true).build();
      try (TalkturoClient own = plainOptions().build();
          TalkturoClient users = plainOptions().okHttpClient(follows).build()) {
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
    raw.script(
        Faults.answer(
            Answers.status(
                500,
                "Bad",
                "X-" + PLAIN_KEY + ": " + PLAIN_KEY + "\r\n",
                "{\"error\":\"" + PLAIN_KEY + "\"}")));
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
    try (TalkturoClient client =
        plainOptions().okHttpClient(hidesTheRequest).maxRetries(0).build()) {
      assertThatThrownBy(() -> Operation.CREATE.call(client, async))
          .isInstanceOfSatisfying(
              ApiException.class,
              e ->
                  assertThat(e.getMessage() + e.body() + e.headers() + e.details() + e.errorText())
                      .doesNotContain(PLAIN_KEY));
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
    for (String target : List.of("http://localhost:" + raw.port(), other.url())) {
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
      try (TalkturoClient client = plainOptions().okHttpClient(users).build()) {
        for (Operation operation : Operation.values()) {
          assertThatThrownBy(() -> operation.call(client, async))
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining("origin");
        }
      }
    }
    assertThat(received).isEmpty();
    assertThat(raw.requests()).isZero();
  }

  /** What servers may do with the key that they were sent. */
  private static final List<String> ECHOES =
      List.of(
          "HTTP/1.1 " + PLAIN_KEY + "\r\n\r\n",
          PLAIN_KEY + "\r\n\r\n",
          "HTTP/1.1 200 " + PLAIN_KEY + "\r\n" + PLAIN_KEY + "\r\n\r\n",
          "HTTP/1.1 200 OK\r\nContent-Length: " + PLAIN_KEY + "\r\n\r\n" + PLAIN_KEY,
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + PLAIN_KEY + "\r\n",
          "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 30\r\n\r\n" + PLAIN_KEY,
          "HTTP/1.1 302 "
              + PLAIN_KEY
              + "\r\nLocation: /"
              + PLAIN_KEY
              + "\r\nContent-Length: 0\r\n\r\n",
          "HTTP/1.1 429 "
              + PLAIN_KEY
              + "\r\nRetry-After: "
              + PLAIN_KEY
              + "\r\nX-Request-Id: "
              + PLAIN_KEY
              + "\r\nX-"
              + PLAIN_KEY
              + ": 1\r\nContent-Length: 0\r\n\r\n",
          "HTTP/1.1 200 OK\r\nX: "
              + PLAIN_KEY
              + "\r\nContent-Length: 999\r\n\r\n{\"id\":\""
              + PLAIN_KEY
              + "\"",
          Answers.status(200, "OK", "", PLAIN_KEY),
          Answers.status(200, "OK", "", "{\"" + PLAIN_KEY + "\":" + PLAIN_KEY + "}"),
          Answers.status(200, "OK", "", "{\"success\":false,\"error\":\"" + PLAIN_KEY + "\"}"),
          Answers.status(
              500,
              "OK",
              "X-Request-Id: " + PLAIN_KEY + "\r\n",
              "{\"error\":{\"" + PLAIN_KEY + "\":[\"" + PLAIN_KEY + "\"]}}"));

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
    try (TalkturoClient client = plainOptions().listener(listener).build()) {
      TalkturoClient once = client.withOptions(o -> o.maxRetries(0));
      for (String echo : ECHOES) {
        raw.script(
            c -> {
              c.process();
              c.write(echo);
              c.end();
            });
        for (boolean async : new boolean[] {false, true}) {
          assertThatThrownBy(() -> Operation.CREATE.call(once, async))
              .satisfies(
                  e -> assertThat(stackTrace(e) + kept(e)).as(echo).doesNotContain(PLAIN_KEY));
        }
      }
    } finally {
      root.removeHandler(handler);
      root.setLevel(null);
    }
    assertThat(told)
        .hasSizeGreaterThanOrEqualTo(2 * ECHOES.size())
        .allSatisfy(text -> assertThat(text).doesNotContain(PLAIN_KEY));
    assertThat(logged).isNotEmpty().allSatisfy(line -> assertThat(line).doesNotContain(PLAIN_KEY));
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

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void noFailureShowsTheKeyThatAServerEchoesInAnotherEncoding(String encoding) {
    Charset charset = Charset.forName(encoding);
    String echo = "{\"error\":\"bad key " + PLAIN_KEY + "\"";
    try (TalkturoClient client = plainOptions().maxRetries(0).build()) {
      for (int status : new int[] {200, 422}) {
        for (String end : new String[] {"", "}"}) {
          String body = new String((echo + end).getBytes(charset), StandardCharsets.ISO_8859_1);
          raw.script(Faults.answer(Answers.status(status, "Odd", "", body)));
          assertThatThrownBy(() -> Operation.CREATE.call(client, false))
              .satisfies(e -> assertThat(kept(e)).contains("bad key [API key]"))
              .satisfies(e -> assertThat(stackTrace(e)).doesNotContain(PLAIN_KEY));
        }
      }
    }
  }

  /** A type of the caller's. */
  public static final class Counted {
    public int count;
  }

  @Test
  void noFailureOfACallersOwnTypeShowsTheKeyHoweverFarBehindItStands() {
    String spelled = PLAIN_KEY.replace("_", "\\u005f");
    raw.script(
        Faults.answer(
            Answers.status(
                200,
                "OK",
                "",
                "{\"pad\":\"" + "p".repeat(100_000) + "\",\"count\":\"" + spelled + "\"}")));
    try (TalkturoClient client = plainOptions().build()) {
      assertThatThrownBy(
              () -> client.exchange(ApiRequest.builder("GET", "/api/x").returning(Counted.class)))
          .isInstanceOf(DecodeException.class)
          .satisfies(e -> assertThat(stackTrace(e) + kept(e)).doesNotContain(PLAIN_KEY));
    }
  }

  @Test
  void noThreadIsNamedAfterTheKey() {
    raw.script(Faults.stallAfterProcessing());
    try (TalkturoClient client = plainOptions().build()) {
      CompletableFuture<?> future = client.assistants().createAsync(r -> r.name("n"));
      Waiting.until(() -> raw.requests() == 1);
      assertThat(Thread.getAllStackTraces().keySet())
          .allSatisfy(thread -> assertThat(thread.getName()).doesNotContain(PLAIN_KEY));
      assertThat(client.toString()).doesNotContain(PLAIN_KEY);
      future.cancel(true);
    }
  }
}
