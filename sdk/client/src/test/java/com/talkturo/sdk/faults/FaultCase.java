package com.talkturo.sdk.faults;

import com.talkturo.calls.Operation;
import com.talkturo.calls.RawServer;
import com.talkturo.sdk.TalkturoClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** One line of the fault suite's table: what goes wrong, and what is expected of each operation. */
final class FaultCase {
  /** Which connections the fault can happen on. */
  enum On {
    FRESH,
    POOLED,
    BOTH
  }

  /**
   * What is expected of a call.
   *
   * @param requests requests that reach the server to their last byte
   * @param objects assistants that are made
   * @param outcome {@code value}, or the exception with its {@code requestSent()}
   */
  record Expected(int requests, int objects, String outcome) {}

  private static final long PATIENCE_MILLIS = 1_000;

  final String name;
  final On on;
  final RawServer.Script script;
  Expected create = new Expected(0, 0, "");
  Expected repeatable = create;
  Expected assign = create;
  private int createAttempts;
  private int otherAttempts;
  private long minMillis;
  private long maxMillis = 3_000; // Both waits at their longest.
  boolean onlyOnce;
  private boolean endsByReadTimeout;
  boolean usersClientOnly;
  Peer peer = Peer.PLAIN;
  Consumer<TalkturoClient.Builder> options = options -> {};
  Consumer<OkHttpClient.Builder> usersOptions = options -> {};

  private FaultCase(String name, On on, RawServer.Script script) {
    this.name = name;
    this.on = on;
    this.script = script;
  }

  static FaultCase fault(String name, On on, RawServer.Script script) {
    return new FaultCase(name, on, script);
  }

  FaultCase create(int requests, int objects, String outcome) {
    create = new Expected(requests, objects, outcome);
    return this;
  }

  /** What is expected of get, update and assign, which may be repeated. */
  FaultCase others(int requests, String outcome) {
    repeatable = new Expected(requests, 0, outcome);
    assign = repeatable;
    return this;
  }

  /** What is expected of assign, where it differs: it needs no resource in the answer. */
  FaultCase assign(int requests, String outcome) {
    assign = new Expected(requests, 0, outcome);
    return this;
  }

  /** Where attempts are not simply the requests that arrived. */
  FaultCase attempts(int ofCreate, int ofOthers) {
    createAttempts = ofCreate;
    otherAttempts = ofOthers;
    return this;
  }

  int attempts(Operation operation) {
    if (endsByDeadline(operation)) {
      return 1;
    }
    int stated = operation.isAtMostOnce() ? createAttempts : otherAttempts;
    return stated > 0 ? stated : expected(operation).requests();
  }

  FaultCase within(long min, long max) {
    minMillis = min;
    maxMillis = max;
    return this;
  }

  long minMillis(Operation operation) {
    return endsByDeadline(operation) ? PATIENCE_MILLIS : minMillis;
  }

  long maxMillis(Operation operation) {
    return endsByDeadline(operation) ? PATIENCE_MILLIS + 100 : maxMillis;
  }

  /** The second request finds the server healthy. */
  FaultCase onlyOnce() {
    onlyOnce = true;
    return this;
  }

  /** The read timeout ends each attempt; of an operation that has a longer one, the deadline. */
  FaultCase endsByReadTimeout() {
    endsByReadTimeout = true;
    return this;
  }

  private boolean endsByDeadline(Operation operation) {
    return endsByReadTimeout && operation.isPatient();
  }

  FaultCase peer(Peer other) {
    peer = other;
    return this;
  }

  FaultCase with(Consumer<TalkturoClient.Builder> settings) {
    options = settings;
    return this;
  }

  /** Can only be arranged with a client of the user's. */
  FaultCase usersClient(Consumer<OkHttpClient.Builder> settings) {
    usersClientOnly = true;
    usersOptions = settings;
    return this;
  }

  Expected expected(Operation operation) {
    return operation.isAtMostOnce() ? create : operation.needsNoResource() ? assign : repeatable;
  }

  /** Who is at the other end. */
  enum Peer {
    PLAIN,
    /** Speaks TLS with a certificate that nobody trusts. */
    UNTRUSTED,
    /** Speaks TLS with a trusted certificate for another host. */
    OTHER_HOST,
    /** Is known by a name, not by an address. */
    NAMED,
    /** Nobody listens. */
    NOBODY,
    /** Somebody listens, and never accepts. */
    FULL,
    /** A client that is told to speak TLS meets the plain server. */
    NOT_TLS
  }

  /** The surroundings of one call: a server, and a client for it. */
  static final class Bench implements AutoCloseable {
    private static final HeldCertificate UNTRUSTED =
        new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    private static final HeldCertificate OTHER_HOST =
        new HeldCertificate.Builder().addSubjectAlternativeName("other.example").build();

    final RawServer server;
    final TalkturoClient client;
    private final OkHttpClient users;
    private final List<AutoCloseable> toClose = new ArrayList<>();

    Bench(FaultCase fault, Operation operation, boolean usersClient) throws IOException {
      server = server(fault.peer);
      String url = url(fault.peer);
      TalkturoClient.Builder options =
          TalkturoClient.builder().apiKey("key_fault_suite").accountSlug("team").baseUrl(url);
      users = usersClient ? usersClient(fault) : null;
      if (users != null) {
        options.okHttpClient(users);
      }
      fault.options.accept(options);
      if (fault.endsByDeadline(operation)) {
        options.timeout(Duration.ofMillis(PATIENCE_MILLIS));
      }
      client = options.build();
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

  static void noSuchHost(OkHttpClient.Builder users) {
    users.dns(
        host -> {
          throw new UnknownHostException(host);
        });
  }

  static void deadProxy(OkHttpClient.Builder users) {
    users.proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", 1)));
  }
}
