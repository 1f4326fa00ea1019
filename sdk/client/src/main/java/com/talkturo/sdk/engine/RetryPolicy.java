package com.talkturo.sdk.engine;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.UnknownServiceException;
import java.security.cert.CertificateException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Whether another attempt may follow, and after how long. */
final class RetryPolicy {
  private static final double FIRST_BACKOFF_SECONDS = 0.5;
  private static final double MAX_BACKOFF_SECONDS = 8;

  private RetryPolicy() {}

  /** What became of an attempt: the rows of the table of repeats. */
  enum Event {
    /** No byte was written: the name, the connection, TLS or the proxy failed. */
    NOTHING_SENT(true, true),
    /** 429, 503 with {@code Retry-After}, or a refused HTTP/2 stream. */
    TURNED_AWAY(true, true),
    /** Written, and no answer came: the connection was lost or timed out. */
    LOST(true, false),
    /** 408, 500, 502, 504, or 503 without {@code Retry-After}. */
    TEMPORARY_FAILURE(true, false),
    /** Success, any other status, a certificate or TLS policy, or what the user's code threw. */
    FINAL(false, false);

    private final boolean repeatsRepeatable;
    private final boolean repeatsAtMostOnce;

    Event(boolean repeatsRepeatable, boolean repeatsAtMostOnce) {
      this.repeatsRepeatable = repeatsRepeatable;
      this.repeatsAtMostOnce = repeatsAtMostOnce;
    }

    /** Whether a repeat does no harm. */
    boolean allowsRepeat(boolean repeatableOperation) {
      return repeatableOperation ? repeatsRepeatable : repeatsAtMostOnce;
    }
  }

  /**
   * An attempt that ended with an answer.
   *
   * @param status as it reached the caller: an interceptor of the user's may have made it up
   * @param sent whether bytes of the attempt may have left
   * @param turnedAway whether what came over the network says that nothing was done
   */
  static Event answered(int status, boolean sent, boolean turnedAway) {
    if (!isTemporary(status)) {
      return Event.FINAL;
    }
    if (!sent) {
      return Event.NOTHING_SENT;
    }
    return turnedAway ? Event.TURNED_AWAY : Event.TEMPORARY_FAILURE;
  }

  /** An attempt that ended without an answer; see {@link #answered} for the parameters. */
  static Event failed(IOException failure, boolean sent, boolean turnedAway) {
    if (failure instanceof CarriedFailure || (!sent && isPermanent(failure))) {
      return Event.FINAL;
    }
    if (!sent) {
      return Event.NOTHING_SENT;
    }
    return turnedAway ? Event.TURNED_AWAY : Event.LOST;
  }

  /** Whether the same request may get another answer a little later. */
  private static boolean isTemporary(int status) {
    switch (status) {
      case 408:
      case 429:
      case 500:
      case 502:
      case 503:
      case 504:
        return true;
      default:
        return false;
    }
  }

  /** Whether an answer says that the request was turned away before anything was done for it. */
  static boolean turnsAway(int status, boolean hasRetryAfter) {
    return status == 429 || (status == 503 && hasRetryAfter);
  }

  /** Whether an answer leaves open that what was asked for has been done, or will be. */
  static boolean mayHaveTakenEffect(int status, boolean hasRetryAfter) {
    switch (status) {
      case 400:
      case 401:
      case 402:
      case 403:
      case 404:
      case 405:
      case 409:
      case 410:
      case 413:
      case 415:
      case 422:
        return false;
      default:
        return !turnsAway(status, hasRetryAfter) && (status < 300 || status > 399);
    }
  }

  /** The same certificate, TLS policy or proxy answer would meet the next attempt. */
  private static boolean isPermanent(IOException failure) {
    if (failure instanceof SSLHandshakeException) {
      // A connection that is lost during the handshake is an IOException beneath.
      return !(failure.getCause() instanceof IOException)
          || failure.getCause() instanceof SSLPeerUnverifiedException;
    }
    return failure instanceof SSLPeerUnverifiedException
        || failure instanceof ProtocolException
        || failure instanceof UnknownServiceException
        || failure.getCause() instanceof CertificateException;
  }

  /** Full jitter: callers that failed together do not come back together. */
  static long backoffNanos(int attempts) {
    double cap = Math.min(MAX_BACKOFF_SECONDS, FIRST_BACKOFF_SECONDS * Math.pow(2, attempts));
    return (long) (ThreadLocalRandom.current().nextDouble() * cap * TimeUnit.SECONDS.toNanos(1));
  }
}
