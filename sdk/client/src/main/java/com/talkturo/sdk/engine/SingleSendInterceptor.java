package com.talkturo.sdk.engine;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.Connection;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The last interceptor before the socket: from here on the request counts as sent, no repeat passes
 * that {@link RetryInterceptor} did not decide on, and no key leaves for another origin. What comes
 * in here came over the network, for this attempt.
 */
final class SingleSendInterceptor implements Interceptor {
  // OkHttp's own types are internal, so that their names are all there is to go by.

  /** The HTTP/2 connection was shut down before a stream was opened: nothing was written. */
  private static final String NO_STREAM = "ConnectionShutdownException";

  private static final String STREAM_RESET = "StreamResetException";

  private static final int UNKNOWN_LENGTH = -1;

  /** Causes may form a circle. */
  private static final int MAX_CAUSES = 20;

  private final TrafficControl traffic;
  private final @Nullable ProxySettings proxy;

  SingleSendInterceptor(TrafficControl traffic, Optional<ProxySettings> proxy) {
    this.traffic = traffic;
    this.proxy = proxy.orElse(null);
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    requireSameOrigin(chain.call().request().url(), chain.request().url());
    CallState state = CallState.of(chain.call());
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("interrupted before the request was sent");
    }
    if (state.nanosLeft() <= 0) {
      // Whoever cancels the call at its deadline may come a moment later.
      throw new IOException("the deadline passed before the request was sent");
    }
    requireSignedBody(chain.request().body(), state);
    state.send();
    Response response = exchange(chain, state);
    if (response.body().contentLength() < UNKNOWN_LENGTH) {
      // Here OkHttp lets go of the connection: it trips over such a body even when that is closed.
      throw new IOException("the answer is malformed: its Content-Length is negative");
    }
    Optional<Duration> retryAfter = RetryAfter.of(response.headers());
    state.answered(response, retryAfter.isPresent());
    if (response.code() == 429) {
      traffic.rejected(state, retryAfter);
    }
    return response;
  }

  private static void requireSameOrigin(HttpUrl from, HttpUrl to) throws CarriedFailure {
    if (!to.host().equals(from.host())
        || to.port() != from.port()
        || to.isHttps() != from.isHttps()) {
      throw new CarriedFailure(
          new IllegalStateException(
              "an interceptor of the OkHttpClient changed the request's origin to "
                  + to.scheme()
                  + "://"
                  + to.host()
                  + ":"
                  + to.port()
                  + "; set the base URL instead: the API key must not go elsewhere"));
    }
  }

  /** An interceptor that changes what was signed would send what nobody signed. */
  private static void requireSignedBody(@Nullable RequestBody body, CallState state)
      throws CarriedFailure {
    Credential credential = state.credential();
    boolean isAsSigned =
        credential == null || !credential.signsBody() || body instanceof OneShotBody;
    if (!isAsSigned) {
      throw new CarriedFailure(
          new IllegalStateException(
              "an interceptor of the OkHttpClient changed the body of "
                  + state.endpoint()
                  + ", which is signed; leave it as it is"));
    }
  }

  private Response exchange(Chain chain, CallState state) throws IOException {
    Connection connection = chain.connection();
    if (connection == null || !LeftoverCheckingSockets.isHttp1(connection)) {
      return proceed(chain, chain.request(), state);
    }
    Request known = proxy == null ? chain.request() : proxy.signed(chain.request(), connection);
    boolean mayUseKept =
        state.endpoint().isRepeatable() && LeftoverCheckingSockets.watch(connection);
    // Not earlier: the header would retire an HTTP/2 connection too.
    Request request = mayUseKept ? known : known.newBuilder().header("Connection", "close").build();
    LeftoverCheckingSockets.Exchange exchange =
        new LeftoverCheckingSockets.Exchange(
            state.attemptStartNanos(), mayUseKept, state.attempts() > 1);
    exchange.enter();
    try {
      Response response = proceed(chain, request, state);
      if (!exchange.wasStale()) {
        exchange.requireOwnAnswer();
        return response;
      }
    } catch (IOException e) {
      if (!exchange.wasStale()) {
        throw e;
      }
    } finally {
      exchange.leave();
    }
    state.notSent();
    throw new StaleConnectionException();
  }

  private static Response proceed(Chain chain, Request request, CallState state)
      throws IOException {
    try {
      return chain.proceed(request);
    } catch (IOException e) {
      // With TLS 1.3 the server refuses the client's certificate only now.
      SSLHandshakeException refusal = refusal(e, 0);
      if (refusal != null) {
        state.notSent();
        throw refusal;
      }
      // Not where the body is read: a request that has an answer was processed.
      if (e.getClass().getSimpleName().equals(NO_STREAM)) {
        state.notSent();
      } else if (isRefusedStream(e)) {
        state.turnedAway();
      }
      throw e;
    } catch (RuntimeException e) {
      // OkHttp trips over what it cannot represent, such as a negative status or length.
      throw new IOException("the answer is malformed: " + e, e);
    }
  }

  /** HTTP/2 says of some streams that the server has not looked at them. */
  private static boolean isRefusedStream(IOException failure) {
    return failure.getClass().getSimpleName().equals(STREAM_RESET)
        && String.valueOf(failure.getMessage()).contains("REFUSED_STREAM");
  }

  /** Over HTTP/2 another thread reads, so that the refusal may be suppressed by what it caused. */
  private static @Nullable SSLHandshakeException refusal(Throwable failure, int depth) {
    if (failure instanceof SSLHandshakeException) {
      return (SSLHandshakeException) failure;
    }
    if (failure.getCause() != null && depth < MAX_CAUSES) {
      SSLHandshakeException cause = refusal(failure.getCause(), depth + 1);
      if (cause != null) {
        return cause;
      }
    }
    for (Throwable suppressed : failure.getSuppressed()) {
      if (suppressed instanceof SSLHandshakeException) {
        return (SSLHandshakeException) suppressed;
      }
    }
    return null;
  }
}
