package com.talkturo.sdk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.calls.RawServer;
import com.talkturo.sdk.TalkturoClient;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
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

  /** The bytes lie in OkHttp's buffer or in the socket's: both must be seen. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anAnswerThatIsSentTwiceIsNobodyElsesOverTls(boolean inOneWrite) throws Exception {
    HeldCertificate held =
        new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    HandshakeCertificates ours = new HandshakeCertificates.Builder().heldCertificate(held).build();
    HandshakeCertificates theirs =
        new HandshakeCertificates.Builder().addTrustedCertificate(held.certificate()).build();
    OkHttpClient users =
        new OkHttpClient.Builder()
            .sslSocketFactory(theirs.sslSocketFactory(), theirs.trustManager())
            .build();
    AtomicInteger answered = new AtomicInteger();
    CountDownLatch allWritten = new CountDownLatch(1);
    try (RawServer server = new RawServer(ours.sslSocketFactory());
        TalkturoClient client = client(server, users)) {
      server.script(
          c -> {
            RawServer.Received request = c.process();
            String id =
                request.method().equals("POST") ? "asst_new" : request.target().split("/")[3];
            boolean first = answered.getAndIncrement() == 0;
            c.write(first && inOneWrite ? answer(id) + answer(id) : answer(id));
            if (first && !inOneWrite) {
              c.write(answer(id));
            }
            allWritten.countDown();
          });
      assertThat(client.assistants().get("asst_A").id()).isEqualTo("asst_A");
      assertThat(allWritten.await(10, TimeUnit.SECONDS)).isTrue();
      assertOwnAnswers(client);
      users.connectionPool().evictAll();
    }
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
