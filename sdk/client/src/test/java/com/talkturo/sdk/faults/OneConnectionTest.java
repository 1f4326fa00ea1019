package com.talkturo.sdk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.talkturo.calls.Operation;
import com.talkturo.calls.RawServer;
import com.talkturo.calls.Waiting;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.errors.TalkturoException;
import com.talkturo.sdk.errors.TransportException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An attempt makes one connection, and every connection is an attempt that is counted. */
class OneConnectionTest {
  private interface Manner {
    void meet(Socket socket) throws IOException;
  }

  /** Meets every connection in the same manner before it reads a byte. */
  private static final class RudeServer implements AutoCloseable {
    final AtomicInteger connections = new AtomicInteger();
    private final ServerSocket listener;

    RudeServer(Manner manner) throws IOException {
      this(new ServerSocket(0, 512, InetAddress.getByName("127.0.0.1")), manner);
    }

    RudeServer(ServerSocket listener, Manner manner) {
      this.listener = listener;
      Thread thread =
          new Thread(
              () -> {
                while (!listener.isClosed()) {
                  try (Socket socket = listener.accept()) {
                    connections.incrementAndGet();
                    manner.meet(socket);
                  } catch (IOException expected) {
                    // The client ends the connection, or the test the listener.
                  }
                }
              });
      thread.setDaemon(true);
      thread.start();
    }

    String url(String scheme) {
      return scheme + "://127.0.0.1:" + listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
      listener.close();
    }
  }

  private static void assertOneConnectionPerAttempt(
      TalkturoClient client, Operation operation, boolean async, RudeServer server) {
    TalkturoException e =
        catchThrowableOfType(TransportException.class, () -> operation.call(client, async));
    assertThat(e).isNotNull();
    assertThat(e.attempts()).isBetween(1, 3);
    assertThat(server.connections).hasValue(e.attempts());
    assertThat(e).hasMessageNotContaining("idle");
  }

  @ParameterizedTest
  @EnumSource(
      value = Operation.class,
      names = {"CREATE", "GET", "UPDATE", "ASSIGN_PHONE_NUMBERS", "DEDUCT"})
  void aServerThatClosesAtOnceGetsOneConnectionPerAttempt(Operation operation) throws Exception {
    for (boolean async : new boolean[] {false, true}) {
      try (RudeServer server = new RudeServer(Socket::close);
          TalkturoClient client = client(server.url("http"))) {
        assertOneConnectionPerAttempt(client, operation, async, server);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Operation.class,
      names = {"CREATE", "GET", "UPDATE", "ASSIGN_PHONE_NUMBERS", "DEDUCT"})
  void aServerThatSaysOneByteAndClosesGetsOneConnectionPerAttempt(Operation operation)
      throws Exception {
    for (boolean async : new boolean[] {false, true}) {
      try (RudeServer server = new RudeServer(socket -> socket.getOutputStream().write('H'));
          TalkturoClient client = client(server.url("http"))) {
        assertOneConnectionPerAttempt(client, operation, async, server);
      }
    }
  }

  private static TalkturoClient client(String url) {
    return TalkturoClient.builder().apiKey("key_one").accountSlug("team").baseUrl(url).build();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aServerThatRefusesTheClientsCertificateIsMetOnceAndHasSeenNothing(boolean async)
      throws Exception {
    HeldCertificate held =
        new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    HandshakeCertificates ours =
        new HandshakeCertificates.Builder()
            .heldCertificate(held)
            .addTrustedCertificate(held.certificate())
            .build();
    SSLServerSocket listener =
        (SSLServerSocket)
            ours.sslContext()
                .getServerSocketFactory()
                .createServerSocket(0, 512, InetAddress.getByName("127.0.0.1"));
    listener.setNeedClientAuth(true);
    listener.setEnabledProtocols(new String[] {"TLSv1.3"});
    HandshakeCertificates withoutCertificate =
        new HandshakeCertificates.Builder().addTrustedCertificate(held.certificate()).build();
    OkHttpClient users =
        new OkHttpClient.Builder()
            .sslSocketFactory(
                withoutCertificate.sslSocketFactory(), withoutCertificate.trustManager())
            .build();
    try (RudeServer server =
            new RudeServer(
                listener,
                socket -> {
                  try {
                    socket.getInputStream().read();
                  } finally {
                    // Closing with bytes unread would reset the connection, and lose the alert.
                    Waiting.holdsWithin(200, () -> false);
                  }
                });
        TalkturoClient client =
            TalkturoClient.builder()
                .apiKey("key_tls")
                .accountSlug("team")
                .timeout(Duration.ofSeconds(20))
                .okHttpClient(users)
                .baseUrl(server.url("https"))
                .build()) {
      for (Operation operation : Operation.values()) {
        server.connections.set(0);
        TransportException e =
            catchThrowableOfType(TransportException.class, () -> operation.call(client, async));
        assertThat(e).hasRootCauseInstanceOf(SSLHandshakeException.class);
        assertThat(e.requestSent()).isFalse();
        assertThat(e.mayHaveTakenEffect()).isFalse();
        assertThat(e.attempts()).isEqualTo(1);
        assertThat(server.connections).hasValue(1);
      }
    }
  }

  @Test
  void tenConnectionsThatWereClosedWhileIdleCostNoCallItsAnswer() throws Exception {
    try (RawServer server = new RawServer();
        TalkturoClient client = client(server.url())) {
      StaleConnectionsTest.warmUp(server, client, 10);
      server.hangUp();
      Waiting.until(() -> server.openConnections() == 0);
      client.assistants().get("asst_1");
      client.assistants().get("asst_1");
      client.assistants().update("asst_1", r -> r.name("Reception"));
    }
  }
}
