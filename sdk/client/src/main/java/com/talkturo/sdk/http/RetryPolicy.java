package com.talkturo.sdk.http;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.UnknownServiceException;
import java.security.cert.CertificateException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What answers and failures mean for a next attempt, and how long backoff is. */
final class RetryPolicy {
  private static final double FIRST_BACKOFF_SECONDS = 0.5;
  private static final double MAX_BACKOFF_SECONDS = 8;

  private RetryPolicy() {}

  /** Whether the same request may get another answer a little later. */
  static boolean isTemporary(int status) {
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
  static boolean saysNotProcessed(int status, boolean hasRetryAfter) {
    return status == 429 || (status == 503 && hasRetryAfter);
  }

  /** The same certificate, TLS policy or proxy answer would meet the next attempt. */
  static boolean isPermanent(IOException failure) {
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
