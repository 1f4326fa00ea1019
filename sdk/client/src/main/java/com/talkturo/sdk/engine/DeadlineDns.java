package com.talkturo.sdk.engine;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;

/**
 * Lookups that are left when the call that needs them ends: the system's know neither timeout nor
 * interrupt. Calls that need the same name share one lookup, so that a name server that hangs holds
 * one thread and not one for each call.
 */
final class DeadlineDns implements Dns {
  /** OkHttp tells a Dns nothing of the call; it asks on the call's own thread. */
  private static final ThreadLocal<@Nullable CallState> CALL = new ThreadLocal<>();

  private final Dns names;
  private final Executor threads;
  private final ConcurrentMap<String, FutureTask<List<InetAddress>>> underWay =
      new ConcurrentHashMap<>();

  DeadlineDns(Dns names, Executor threads) {
    this.names = names;
    this.threads = threads;
  }

  /** Returns the call around this one: a key supplier may make calls of its own. */
  static @Nullable CallState enter(CallState call) {
    CallState outer = CALL.get();
    CALL.set(call);
    return outer;
  }

  static void leave(@Nullable CallState outer) {
    // Removing would cost every call a new entry, and the collector a weak reference.
    CALL.set(outer);
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    CallState call = CALL.get();
    if (call == null) {
      return names.lookup(host);
    }
    try {
      return shared(host).get(Math.max(0, call.nanosLeft()), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error) {
        throw (Error) e.getCause();
      }
      throw unknown(host, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown(host, e);
    } catch (TimeoutException e) {
      throw unknown(host, e);
    }
  }

  private FutureTask<List<InetAddress>> shared(String host) {
    FutureTask<List<InetAddress>> mine =
        new FutureTask<>(
            () -> {
              try {
                return names.lookup(host);
              } finally {
                underWay.remove(host);
              }
            });
    FutureTask<List<InetAddress>> before = underWay.putIfAbsent(host, mine);
    if (before != null) {
      return before;
    }
    try {
      threads.execute(mine);
    } catch (RejectedExecutionException | OutOfMemoryError noThread) {
      // The client is closed, or there are too many threads. Others may wait for this already.
      mine.run();
    }
    return mine;
  }

  /** A new one for each caller: an exception that threads share would gather their suppressed. */
  private static UnknownHostException unknown(String host, @Nullable Throwable cause) {
    boolean late = cause instanceof TimeoutException;
    String reason = cause == null || cause.getMessage() == null ? host : cause.getMessage();
    UnknownHostException unknown =
        new UnknownHostException(late ? host + ": no answer before the deadline" : reason);
    unknown.initCause(cause);
    return unknown;
  }

  /** Connections may be shared by whoever uses the same names: OkHttp compares this. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DeadlineDns && ((DeadlineDns) other).names.equals(names);
  }

  @Override
  public int hashCode() {
    return names.hashCode();
  }
}
