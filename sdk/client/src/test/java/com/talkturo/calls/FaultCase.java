package com.talkturo.calls;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;

/** One line of the fault suite's table: what goes wrong, and what is expected of each operation. */
public final class FaultCase {
  /** Which connections the fault can happen on. */
  public enum On {
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
  public record Expected(int requests, int objects, String outcome) {}

  private static final long PATIENCE_MILLIS = 1_000;

  public final String name;
  public final On on;
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
  public boolean usersClientOnly;
  Peer peer = Peer.PLAIN;
  private UnaryOperator<Limits> limits = UnaryOperator.identity();
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

  /** No operation makes anything, and all send as often. */
  FaultCase refused(int requests, String outcome) {
    return create(requests, 0, outcome).others(requests, outcome);
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

  int attempts(CalledOperation<?> operation) {
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

  long minMillis(CalledOperation<?> operation) {
    return endsByDeadline(operation) ? PATIENCE_MILLIS : minMillis;
  }

  long maxMillis(CalledOperation<?> operation) {
    return endsByDeadline(operation) ? PATIENCE_MILLIS + 100 : maxMillis;
  }

  Limits limits(CalledOperation<?> operation) {
    Limits changed = limits.apply(Limits.DEFAULTS);
    return endsByDeadline(operation)
        ? changed.timeout(Duration.ofMillis(PATIENCE_MILLIS))
        : changed;
  }

  private boolean endsByDeadline(CalledOperation<?> operation) {
    return endsByReadTimeout && operation.isPatient();
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

  FaultCase peer(Peer other) {
    peer = other;
    return this;
  }

  FaultCase with(UnaryOperator<Limits> change) {
    limits = change;
    return this;
  }

  /** Can only be arranged with a client of the user's. */
  FaultCase usersClient(Consumer<OkHttpClient.Builder> settings) {
    usersClientOnly = true;
    usersOptions = settings;
    return this;
  }

  Expected expected(CalledOperation<?> operation) {
    return operation.isAtMostOnce() ? create : operation.needsNoResource() ? assign : repeatable;
  }

  /** Who is at the other end. */
  public enum Peer {
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
