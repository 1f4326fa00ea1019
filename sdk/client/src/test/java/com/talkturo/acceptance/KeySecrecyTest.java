package com.talkturo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.talkturo.calls.Mode;
import com.talkturo.calls.Operation;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.errors.ApiException;
import com.talkturo.sdk.errors.DecodeException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The key is nowhere but in the one header, even if the server sends it back. */
class KeySecrecyTest extends ServerTest {
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
}
