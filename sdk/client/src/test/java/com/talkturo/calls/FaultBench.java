package com.talkturo.calls;

import com.talkturo.calls.FaultCase.Peer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * The surroundings of one call: a server, and a client for it.
 *
 * @param <C> the client
 */
final class FaultBench<C extends AutoCloseable> implements AutoCloseable {
  private static final HeldCertificate UNTRUSTED =
      new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
  private static final HeldCertificate OTHER_HOST =
      new HeldCertificate.Builder().addSubjectAlternativeName("other.example").build();

  final RawServer server;
  final C client;
  private final OkHttpClient users;
  private final List<AutoCloseable> toClose = new ArrayList<>();

  FaultBench(FaultCase fault, CalledOperation<C> operation, boolean usersClient, ClientKind<C> kind)
      throws IOException {
    server = server(fault.peer);
    users = usersClient ? usersClient(fault) : null;
    client = kind.open(url(fault.peer), fault.limits(operation), users);
  }

  private static RawServer server(Peer peer) throws IOException {
    switch (peer) {
      case UNTRUSTED:
        return new RawServer(certificates(UNTRUSTED).sslSocketFactory());
      case OTHER_HOST:
        return new RawServer(certificates(OTHER_HOST).sslSocketFactory());
      default:
        return new RawServer();
    }
  }

  private static HandshakeCertificates certificates(HeldCertificate held) {
    return new HandshakeCertificates.Builder().heldCertificate(held).build();
  }

  private String url(Peer peer) throws IOException {
    switch (peer) {
      case NOBODY:
        // Bound, so that no other case's server can be given the port, and not listening.
        Socket bound = new Socket();
        toClose.add(bound);
        bound.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
        return "http://127.0.0.1:" + bound.getLocalPort();
      case NAMED:
        return server.url().replace("127.0.0.1", "localhost");
      case FULL:
        ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        toClose.add(full);
        fill(full);
        return "http://127.0.0.1:" + full.getLocalPort();
      case NOT_TLS:
        return server.url().replace("http:", "https:");
      default:
        return server.url();
    }
  }

  /** Connects until the queue of the listener is so full that a further connect gets no reply. */
  private void fill(ServerSocket full) throws IOException {
    for (int i = 0; i < 8; i++) {
      Socket socket = new Socket();
      toClose.add(socket);
      try {
        socket.connect(full.getLocalSocketAddress(), 50);
      } catch (java.net.SocketTimeoutException isFull) {
        return;
      }
    }
  }

  /** A client of a user who has every silent repeat of OkHttp switched on. */
  private static OkHttpClient usersClient(FaultCase fault) {
    OkHttpClient.Builder users =
        new OkHttpClient.Builder()
            .retryOnConnectionFailure(true)
            .followRedirects(true)
            .followSslRedirects(true)
            .callTimeout(Duration.ofMillis(1))
            .authenticator((route, response) -> response.request());
    if (fault.peer == Peer.OTHER_HOST) {
      HandshakeCertificates trust =
          new HandshakeCertificates.Builder()
              .addTrustedCertificate(OTHER_HOST.certificate())
              .build();
      users.sslSocketFactory(trust.sslSocketFactory(), trust.trustManager());
    }
    fault.usersOptions.accept(users);
    return users.build();
  }

  @Override
  public void close() throws Exception {
    client.close();
    if (users != null) {
      users.connectionPool().evictAll();
    }
    server.close();
    for (AutoCloseable one : toClose) {
      one.close();
    }
  }
}
