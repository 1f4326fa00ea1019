package com.talkturo.sdk.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.calls.Answers;
import com.talkturo.calls.AtOnce;
import com.talkturo.calls.Certificates;
import com.talkturo.calls.Operation;
import com.talkturo.calls.RawServer;
import com.talkturo.sdk.TalkturoClient;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.SocketFactory;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer belongs to its request, whatever a server leaves on a kept connection. */
class OwnAnswerTest {
  private static final String ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s";

  /** Answers with the id that was asked for, and speaks out of turn after the first answer. */
  private static RawServer.Script thatAdds(String outOfTurn, AtomicInteger answered) {
    return c -> {
      RawServer.Received request = c.process();
      String[] path = request.target().split("/");
      String id = request.method().equals("POST") ? "asst_new" : path[3];
      String answer = answer(id);
      c.write(answered.getAndIncrement() == 0 ? answer + outOfTurn : answer);
    };
  }

  private static String answer(String id) {
    String body = "{\"success\":true,\"assistant\":{\"id\":\"" + id + "\"}}";
    return String.format(ANSWER, body.length(), body);
  }

  private static void assertOwnAnswers(TalkturoClient client) {
    assertThat(client.assistants().get("asst_A").id()).isEqualTo("asst_A");
    assertThat(client.assistants().update("asst_B", r -> r.name("B")).id()).isEqualTo("asst_B");
    assertThat(client.assistants().get("asst_C").id()).isEqualTo("asst_C");
    assertThat(client.assistants().create(r -> r.name("D")).id()).isEqualTo("asst_new");
  }

  private static TalkturoClient client(RawServer server, OkHttpClient users) {
    TalkturoClient.Builder builder =
        TalkturoClient.builder().apiKey("key_own").accountSlug("team").baseUrl(server.url());
    return (users == null ? builder : builder.okHttpClient(users)).build();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n",
        "x",
        "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        "TWICE",
        "204 with a body"
      })
  void whatIsLeftOnAConnectionIsNobodysAnswer(String kind) throws Exception {
    String outOfTurn =
        kind.equals("TWICE") ? answer("asst_A") : kind.startsWith("204") ? "{\"a\":1}" : kind;
    try (RawServer server = new RawServer();
        TalkturoClient client = client(server, null)) {
      server.script(thatAdds(outOfTurn, new AtomicInteger()));
      assertOwnAnswers(client);
      assertThat(server.objects()).isEqualTo(1);
    }
  }

  /** What servers and proxies were seen to add to an answer, and what may look like the next. */
  private static final List<String> LEFT_OVER =
      List.of(
          "\n",
          "\r\n\r\n",
          " ",
          "0\r\n\r\n",
          "5\r\nhello\r\n0\r\n\r\n",
          "HTTP/1.1 ",
          "HTTP/1.1 200 OK\r\n",
          "HTTP/1.1 100 Continue\r\n\r\n",
          "HTTP/1.1 204 No Content\r\n\r\n",
          "HTTP/1.1 302 Found\r\nLocation: /left_over\r\nContent-Length: 0\r\n\r\n",
          Answers.failure(400, ""),
          Answers.failure(408, "Connection: close\r\n"),
          Answers.failure(429, "Retry-After: 60\r\n"),
          Answers.failure(500, ""),
          Answers.ok().replaceAll("(asst|run|key|room)_\\w+", "left_over"),
          Answers.chunked("{\"id\":\"left_over\"}", true),
          gzipped("{\"id\":\"left_over\"}"));

  private static String gzipped(String body) {
    byte[] packed = Answers.gzip(body.getBytes(US_ASCII));
    return new String(Answers.gzipped(packed, packed.length), ISO_8859_1);
  }

  /** The bytes lie in OkHttp's buffer or in the socket's: both must be seen. */
  /** It writes to a connection of its own between the answer to the other and the look at that. */
  @Test
  void aCallWithinAnotherIsNoReasonToRefuseTheAnswer() throws Exception {
    AtomicReference<TalkturoClient> again = new AtomicReference<>();
    AtomicInteger within = new AtomicInteger();
    EventListener calling =
        new EventListener() {
          @Override
          public void responseHeadersEnd(Call call, Response response) {
            if (within.getAndIncrement() == 0) {
              again.get().credits().get();
            }
          }
        };
    OkHttpClient users = Certificates.client().eventListener(calling).build();
    try (RawServer server = new RawServer(Certificates.SERVER.sslSocketFactory(), "http/1.1");
        TalkturoClient client =
            TalkturoClient.builder()
                .apiKey("key_within")
                .accountSlug("team")
                .baseUrl(server.url())
                .okHttpClient(users)
                .build()) {
      again.set(client);
      assertThat(Operation.CREATE.call(client, false).toString()).contains("asst_1");
    }
    assertThat(within).hasValue(2);
  }

  @Test
  void noOperationTakesWhatAnotherLeft() throws Exception {
    AtOnce.forEachOperation(
        Map.of(
            "plain, in one write", takesNothing(false, true),
            "plain, in two writes", takesNothing(false, false),
            "TLS, in one write", takesNothing(true, true),
            "TLS, in two writes", takesNothing(true, false)));
  }

  private static AtOnce.Check takesNothing(boolean tls, boolean inOneWrite) {
    return (operation, async) -> {
      for (String leftOver : LEFT_OVER) {
        try (RawServer server =
                tls ? new RawServer(Certificates.SERVER.sslSocketFactory()) : new RawServer();
            TalkturoClient client = client(server, tls ? Certificates.client().build() : null)) {
          leaveOver(server, client, leftOver, inOneWrite);
          server.resetCounts();
          assertThat(operation.call(client, async).toString())
              .as(leftOver)
              .doesNotContain("left_over");
          assertThat(server.requests()).isBetween(1, operation.isAtMostOnce() ? 1 : 2);
          assertThat(server.objects()).isEqualTo(operation.isAtMostOnce() ? 1 : 0);
        }
      }
    };
  }

  /** Calls, and gets more than the answer. */
  private static void leaveOver(
      RawServer server, TalkturoClient client, String leftOver, boolean inOneWrite)
      throws Exception {
    CountDownLatch allWritten = new CountDownLatch(1);
    server.script(
        c -> {
          c.process();
          server.script(RawServer.Connection::answer);
          c.write(inOneWrite ? Answers.ok() + leftOver : Answers.ok());
          if (!inOneWrite) {
            c.write(leftOver);
          }
          allWritten.countDown();
        });
    client.assistants().get("asst_1");
    assertThat(allWritten.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aConnectionOfAFactoryOfTheUsersIsNotKept() throws Exception {
    SocketFactory users =
        new SocketFactory() {
          @Override
          public Socket createSocket() {
            return new Socket();
          }

          @Override
          public Socket createSocket(String host, int port) {
            throw new AssertionError();
          }

          @Override
          public Socket createSocket(String host, int port, java.net.InetAddress a, int p) {
            throw new AssertionError();
          }

          @Override
          public Socket createSocket(java.net.InetAddress host, int port) {
            throw new AssertionError();
          }

          @Override
          public Socket createSocket(
              java.net.InetAddress host, int port, java.net.InetAddress a, int p) {
            throw new AssertionError();
          }
        };
    try (RawServer server = new RawServer();
        TalkturoClient client =
            client(server, new OkHttpClient.Builder().socketFactory(users).build())) {
      server.script(thatAdds(answer("asst_A"), new AtomicInteger()));
      assertOwnAnswers(client);
      assertThat(server.connections()).isEqualTo(4);
    }
  }

  @Test
  void aHealthyConnectionIsKeptForWhatMayBeRepeatedAndOnlyForThat() throws Exception {
    try (RawServer server = new RawServer();
        TalkturoClient client = client(server, null)) {
      for (int i = 0; i < 5; i++) {
        client.assistants().get("asst_1");
        client.assistants().update("asst_1", r -> r.name("Reception"));
      }
      assertThat(server.connections()).isEqualTo(1);
      for (int i = 0; i < 5; i++) {
        client.assistants().create(r -> r.name("Front desk"));
      }
      assertThat(server.connections()).isEqualTo(6);
    }
  }
}
