package com.talkturo.sdk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.talkturo.calls.Answers;
import com.talkturo.calls.Operation;
import com.talkturo.calls.RawServer;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.errors.TalkturoException;
import com.talkturo.sdk.errors.TransportException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fuzzer of com.talkturo.sdk.http once more, through a real socket: no second request. */
class HostileAnswersTest {
  private static final int ANSWERS = 400;
  private static final long SEED = Long.getLong("fuzz.seed", 20250101L);

  /** OkHttp trips over these with exceptions of its own, which quote what they cannot represent. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 -99 Odd\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: -992\r\n\r\n{}",
        "HTTP/1.1 503 Odd\r\nRetry-After: key_fuzz\u00e9\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 503 Odd\r\nRetry-After: key_fuzz\u0001\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 429 Odd\r\nRetry-After: key_fuzz\u0001\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 99999999999 Odd\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: 1, 2\r\nkey_fuzz\u0001: x\r\n\r\n{",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\n{}",
        "HTTP/1.1 101 Odd\r\nUpgrade: key_fuzz\r\n\r\n",
        "HTTP/1.1 101 Odd\r\nConnection: upgrade\r\nUpgrade: key_fuzz\r\n\r\n",
        "HTTP/1.1 000 Odd\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 +99 Odd\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 20\u0660 Odd\r\nX-A: key_fuzz\r\nContent-Length: 1\r\n\r\n{",
        "HTTP/9.9 200 key_fuzz\r\n\r\n{}",
        "key_fuzz\r\nHTTP/1.1 200 OK\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\n: key_fuzz\r\nkey_fuzz\r\n =\u0000\r\nContent-Length: 1\r\n\r\n{",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\nX: key_fuzz\r\n\r\n{",
        "HTTP/1.1 200 OK\r\nContent-Type: key_fuzz/;=\u0001\r\nContent-Length: 1\r\n\r\n{",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n{}",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n0\r\nkey_fuzz\u0001\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: -2\r\n\r\n\u001f",
        "HTTP/1.1 302 Odd\r\nLocation: //key_fuzz\u0001\u00e9\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 401 Odd\r\nWWW-Authenticate: key_fuzz=\u0001\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 407 Odd\r\nProxy-Authenticate: key_fuzz=\u0001\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 429 Odd\r\nRetry-After: Fri, 31 Dec 99999 23:59:59 key_fuzz\u00e9\r\n\r\n{}",
        "HTTP/1.1 503 Odd\r\nRetry-After: 1\r\nretry-after: key_fuzz\u0001\r\n\r\n{}"
      })
  void anAnswerThatCannotBeIsATalkturoExceptionWithoutTheKey(String answer) throws Exception {
    try (RawServer server = new RawServer();
        TalkturoClient client =
            TalkturoClient.builder()
                .apiKey("key_fuzz")
                .accountSlug("team")
                .readTimeout(Duration.ofMillis(500))
                .maxRetries(0)
                .baseUrl(server.url())
                .build()) {
      server.script(
          c -> {
            c.process();
            c.write(answer);
            c.endGently();
          });
      for (Operation operation : Operation.values()) {
        for (boolean async : new boolean[] {false, true}) {
          TalkturoException e =
              catchThrowableOfType(TalkturoException.class, () -> operation.call(client, async));
          assertThat(e).as("%s", operation).isNotNull();
          assertThat(e.requestSent()).isTrue();
          StringWriter shown = new StringWriter();
          e.printStackTrace(new PrintWriter(shown));
          if (operation.usesKey()) {
            assertThat(shown.toString()).doesNotContain("key_fuzz");
          }
        }
      }
      long atMostOnce = Arrays.stream(Operation.values()).filter(Operation::isAtMostOnce).count();
      assertThat(server.objects()).isEqualTo((int) (2 * atMostOnce));
    }
  }

  /** OkHttp trips over these even where it closes them. */
  @ParameterizedTest
  @ValueSource(strings = {"-992", "-9223372036854775808"})
  void anAnswerThatCannotBeKeepsNoAttemptFromBeingRepeated(String length) throws Exception {
    try (RawServer server = new RawServer();
        TalkturoClient client =
            TalkturoClient.builder().apiKey("key_fuzz").baseUrl(server.url()).build()) {
      server.script(
          c -> {
            c.process();
            c.write(
                server.requests() % 2 == 1
                    ? "HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n{}"
                    : Answers.ok());
          });
      for (boolean async : new boolean[] {false, true}) {
        assertThat(Operation.GET.call(client, async).toString()).contains("asst_1");
      }
      assertThat(server.requests()).isEqualTo(4);
    }
  }

  /** Cut, or with flipped bits; the length in the head is right. */
  private static byte[] mutated(Random random) {
    byte[] body = Answers.ASSISTANT.getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(6); i > 0; i--) {
      body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
    }
    if (random.nextInt(3) == 0) {
      body = Arrays.copyOf(body, random.nextInt(body.length + 1));
    }
    return body;
  }

  @Test
  void aMutatedAnswerIsAValueOrATalkturoExceptionAndNoSecondRequest() throws Exception {
    Random random = new Random(SEED);
    AtomicReference<byte[]> body = new AtomicReference<>();
    try (RawServer server = new RawServer();
        TalkturoClient client =
            TalkturoClient.builder()
                .apiKey("key_fuzz")
                .accountSlug("team")
                .baseUrl(server.url())
                .build()) {
      server.script(
          c -> {
            c.process();
            byte[] bytes = body.get();
            c.write("HTTP/1.1 200 OK\r\nContent-Length: " + bytes.length + "\r\n\r\n");
            c.write(bytes);
          });
      for (int i = 0; i < ANSWERS; i++) {
        Operation operation = Operation.values()[i % Operation.values().length];
        body.set(mutated(random));
        server.resetCounts();
        try {
          operation.call(client, i / 4 % 2 == 0);
        } catch (TransportException e) {
          throw new AssertionError("answer " + i, e);
        } catch (TalkturoException expected) {
          assertThat(expected.attempts()).isEqualTo(1);
        }
        assertThat(server.requests()).as("requests of answer %s", i).isEqualTo(1);
      }
    }
  }
}
