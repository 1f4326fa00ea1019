package com.talkturo.sdk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.talkturo.calls.AtOnce;
import com.talkturo.calls.Certificates;
import com.talkturo.calls.RawServer;
import com.talkturo.calls.Waiting;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.errors.TransportException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An attempt makes one connection, and every connection is an attempt that is counted. */
@Execution(ExecutionMode.CONCURRENT) // Most of it is waiting before the next attempt.
class OneConnectionTest {
  private interface Manner {
    void meet(Socket socket) throws IOException;
  }

  private static final Manner CLOSES = Socket::close;

  private static final Manner SAYS_ONE_BYTE = socket -> socket.getOutputStream().write('H');

  private static final Manner RESETS = socket -> socket.setSoLinger(true, 0);

  /** Meets every connection in the same manner before it reads a byte, and closes it. */
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

    Proxy as(Proxy.Type proxy) {
      return new Proxy(proxy, (InetSocketAddress) listener.getLocalSocketAddress());
    }

    @Override
    public void close() throws IOException {
      listener.close();
    }
  }

  private static SSLServerSocket tlsListener(String protocol) throws IOException {
    SSLServerSocket listener =
        (SSLServerSocket)
            Certificates.SERVER
                .sslContext()
                .getServerSocketFactory()
                .createServerSocket(0, 512, InetAddress.getByName("127.0.0.1"));
    SSLParameters parameters = listener.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {protocol});
    parameters.setProtocols(new String[] {"TLSv1.3"});
    listener.setSSLParameters(parameters);
    return listener;
  }

  /** How a request gets to the server, and what is known of it when the connection ends. */
  private enum Way {
    CLEAR_TEXT(true),
    TLS(true),
    TLS_HANDSHAKE(false),
    PROXY(true),
    TUNNEL(false),
    SOCKS(false);

    private final boolean sends;

    Way(boolean sends) {
      this.sends = sends;
    }

    RudeServer server(Manner manner) throws IOException {
      if (this != TLS) {
        return new RudeServer(manner);
      }
      return new RudeServer(
          tlsListener("http/1.1"),
          socket -> {
            ((SSLSocket) socket).startHandshake();
            manner.meet(socket);
          });
    }

    TalkturoClient client(RudeServer server) {
      switch (this) {
        case TLS:
        case TLS_HANDSHAKE:
          return users(server.url("https"), Certificates.client());
        case PROXY:
          return users(
              "http://localhost:1", new OkHttpClient.Builder().proxy(server.as(Proxy.Type.HTTP)));
        case SOCKS:
          return users(
              "http://localhost:1", new OkHttpClient.Builder().proxy(server.as(Proxy.Type.SOCKS)));
        case TUNNEL:
          return users(
              "https://localhost:1", Certificates.client().proxy(server.as(Proxy.Type.HTTP)));
        default:
          return options(server.url("http")).build();
      }
    }
  }

  private static TalkturoClient.Builder options(String url) {
    return TalkturoClient.builder().apiKey("key_one").accountSlug("team").baseUrl(url);
  }

  private static TalkturoClient users(String url, OkHttpClient.Builder users) {
    return options(url).okHttpClient(users.build()).build();
  }

  private static AtOnce.Check oneConnectionPerAttempt(Way way, Manner manner) {
    // A reset may come before anything is written.
    boolean certain = manner != RESETS;
    return (operation, async) -> {
      try (RudeServer server = way.server(manner);
          TalkturoClient client = way.client(server)) {
        assertThatThrownBy(() -> operation.call(client, async))
            .hasMessageNotContaining("idle")
            .isInstanceOfSatisfying(
                TransportException.class,
                e -> {
                  boolean once = way.sends && operation.isAtMostOnce();
                  assertThat(e.attempts()).isBetween(once ? 1 : 3, once && certain ? 1 : 3);
                  if (certain) {
                    assertThat(e.requestSent()).isEqualTo(way.sends);
                    assertThat(e.mayHaveTakenEffect()).isEqualTo(way.sends);
                  }
                  assertThat(server.connections).hasValue(e.attempts());
                });
      }
    };
  }

  private static void assertOneConnectionPerAttempt(Manner manner) throws Exception {
    Map<Way, AtOnce.Check> checks = new EnumMap<>(Way.class);
    for (Way way : Way.values()) {
      checks.put(way, oneConnectionPerAttempt(way, manner));
    }
    AtOnce.forEachOperation(checks);
  }

  @Test
  void aServerThatClosesAtOnceGetsOneConnectionPerAttempt() throws Exception {
    assertOneConnectionPerAttempt(CLOSES);
  }

  @Test
  void aServerThatSaysOneByteAndClosesGetsOneConnectionPerAttempt() throws Exception {
    assertOneConnectionPerAttempt(SAYS_ONE_BYTE);
  }

  @Test
  void aServerThatResetsAtOnceGetsOneConnectionPerAttempt() throws Exception {
    assertOneConnectionPerAttempt(RESETS);
  }

  /** Whether a stream was begun before the end is a race; that each connection counts is not. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void overHttp2EveryConnectionIsAnAttemptToo(boolean saysOneByte) throws Exception {
    AtOnce.forEachOperation(
        (operation, async) -> {
          try (RudeServer server = new RudeServer(saysOneByte ? SAYS_ONE_BYTE : CLOSES);
              TalkturoClient client =
                  users(
                      server.url("http"),
                      new OkHttpClient.Builder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)))) {
            assertThatThrownBy(() -> operation.call(client, async))
                .isInstanceOfSatisfying(
                    TransportException.class,
                    e -> assertThat(server.connections).hasValue(e.attempts()));
          }
        });
  }

  @Test
  void twentyCreatesMakeTwentyConnections() throws Exception {
    try (RudeServer server = new RudeServer(CLOSES);
        TalkturoClient client = options(server.url("http")).build()) {
      List<CompletableFuture<?>> creates = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        creates.add(client.assistants().createAsync(r -> r.name("Front desk")));
      }
      for (CompletableFuture<?> create : creates) {
        assertThatThrownBy(create::join)
            .isInstanceOf(CompletionException.class)
            .hasCauseInstanceOf(TransportException.class);
      }
      assertThat(server.connections).hasValue(20);
    }
  }

  private static RudeServer thatRefusesTheClientsCertificate(String protocol) throws IOException {
    SSLServerSocket listener = tlsListener(protocol);
    listener.setNeedClientAuth(true);
    return new RudeServer(listener, OneConnectionTest::readInVain);
  }

  @Test
  void aServerThatRefusesTheClientsCertificateIsMetOnceAndHasSeenNothing() throws Exception {
    AtOnce.forEachOperation(
        (operation, async) -> {
          try (RudeServer server = thatRefusesTheClientsCertificate("http/1.1");
              TalkturoClient client = users(server.url("https"), Certificates.client())) {
            TransportException e =
                catchThrowableOfType(TransportException.class, () -> operation.call(client, async));
            assertThat(e).hasRootCauseInstanceOf(SSLHandshakeException.class);
            assertThat(e.requestSent()).isFalse();
            assertThat(e.mayHaveTakenEffect()).isFalse();
            assertThat(e.attempts()).isEqualTo(1);
            assertThat(server.connections).hasValue(1);
          }
        });
  }

  /**
   * Another thread of OkHttp's reads why, and the call may learn only that the connection ended.
   */
  @Test
  void overHttp2ARefusedCertificateIsNeverSentAsFarAsItIsKnown() throws Exception {
    AtOnce.forEachOperation(
        (operation, async) -> {
          try (RudeServer server = thatRefusesTheClientsCertificate("h2");
              TalkturoClient client =
                  options(server.url("https"))
                      .okHttpClient(Certificates.client().build())
                      .maxRetries(0)
                      .build()) {
            TransportException e =
                catchThrowableOfType(TransportException.class, () -> operation.call(client, async));
            assertThat(server.connections).hasValue(1);
            if (e.getCause() instanceof SSLHandshakeException
                || String.valueOf(e.getCause()).contains("ConnectionShutdownException")) {
              assertThat(e.requestSent()).isFalse();
              assertThat(e.mayHaveTakenEffect()).isFalse();
            }
          }
        });
  }

  /** The handshake fails here, and the client has yet to read why. */
  private static void readInVain(Socket socket) throws IOException {
    try {
      socket.getInputStream().read();
    } finally {
      // Closing with bytes unread would reset the connection, and lose the alert.
      Waiting.holdsWithin(200, () -> false);
    }
  }

  @Test
  void tenConnectionsThatWereClosedWhileIdleCostNoCallItsAnswer() throws Exception {
    AtOnce.forEachOperation(
        (operation, async) -> {
          try (RawServer server = new RawServer();
              TalkturoClient client = options(server.url()).build()) {
            StaleConnectionsTest.warmUp(server, client, 10);
            server.hangUp();
            Waiting.until(() -> server.openConnections() == 0);
            operation.call(client, async);
            operation.call(client, async);
            client.assistants().update("asst_1", r -> r.name("Reception"));
          }
        });
  }
}
