package com.talkturo.sdk.engine;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt: counted, timed and reported. An attempt includes its body, so the response that
 * leaves here is complete, whatever the interceptors of the user's client did with it.
 */
final class AttemptInterceptor implements Interceptor {
  private static final Logger LOG = LoggerFactory.getLogger(Loggers.ATTEMPT);

  private final long maxResponseBytes;
  private final boolean usersCodeFollows;
  private final RetryBudget budget;
  private final SendCutoff cutoff;

  /**
   * For one client.
   *
   * @param usersCodeFollows whether interceptors of the user's see the answer before this one does
   */
  AttemptInterceptor(
      long maxResponseBytes, boolean usersCodeFollows, RetryBudget budget, SendCutoff cutoff) {
    this.maxResponseBytes = maxResponseBytes;
    this.usersCodeFollows = usersCodeFollows;
    this.budget = budget;
    this.cutoff = cutoff;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    CallState state = CallState.of(chain.call());
    state.beginAttempt();
    int status = 0;
    IOException failure = null;
    try {
      Response response =
          complete(patient(chain, state).proceed(started(chain.request(), state)), state);
      status = response.code();
      if (response.isSuccessful()) {
        budget.success();
      }
      return response;
    } catch (Throwable e) {
      failure = asIoException(e);
      throw failure;
    } finally {
      long nanos = System.nanoTime() - state.attemptStartNanos();
      cutoff.add(state, nanos);
      finished(state, status, failure, nanos);
    }
  }

  /** The request with the headers that listeners add to this attempt alone. */
  private static Request started(Request request, CallState state) {
    CallEvents events = state.events();
    if (events == null) {
      return request;
    }
    Headers.Builder headers = request.headers().newBuilder();
    events.attemptStarted(
        state.attempts(),
        (name, value) -> {
          Settings.requireHeader(name, value);
          headers.set(name, value);
        });
    return request.newBuilder().headers(headers.build()).build();
  }

  /** Some operations answer late on purpose. */
  private static Chain patient(Chain chain, CallState state) {
    long least = state.endpoint().leastReadTimeout().toMillis();
    return least > chain.readTimeoutMillis()
        ? chain.withReadTimeout((int) least, TimeUnit.MILLISECONDS)
        : chain;
  }

  /** Interceptors may hand on another body, or one that they have read already. */
  private Response complete(Response response, CallState state) throws IOException {
    if (!usersCodeFollows) {
      return response;
    }
    Response restored = state.received().restore(response);
    if (restored != response) {
      return restored;
    }
    BufferedSource source = response.body().source();
    try {
      source.request(response.isSuccessful() ? maxResponseBytes + 1 : Failures.MAX_KEPT_BYTES);
    } catch (IllegalStateException closed) {
      if (response.isSuccessful()) {
        throw new IOException(
            "an interceptor of the OkHttpClient closed the body that it handed on", closed);
      }
    } catch (IOException | RuntimeException e) {
      // The status says what happened even without the words that explain it.
      if (response.isSuccessful()) {
        throw asIoException(e);
      }
    }
    return ReceivedBody.detached(response, source);
  }

  private static IOException asIoException(Throwable e) {
    if (e instanceof IOException) {
      return (IOException) e;
    }
    if (e instanceof InterruptedException) {
      // OkHttp lets it pass, undeclared, where it waits for a connect; the flag is cleared by then.
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted =
          new InterruptedIOException("interrupted while connecting");
      interrupted.initCause(e);
      return interrupted;
    }
    return new CarriedFailure(e);
  }

  private static void finished(
      CallState state, int status, @Nullable IOException failure, long nanos) {
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "{} -> {} in {} ms (attempt {}/{})",
          state.endpoint(),
          failure == null ? status : CarriedFailure.reasonOf(failure).getClass().getName(),
          TimeUnit.NANOSECONDS.toMillis(nanos),
          state.attempts(),
          state.maxAttempts());
    }
    CallEvents events = state.events();
    if (events != null) {
      events.attemptFinished(state.attempts(), status, shownToListeners(state, failure), nanos);
    }
  }

  /** OkHttp quotes what it cannot read, and a server may echo the key there. */
  private static @Nullable Throwable shownToListeners(
      CallState state, @Nullable IOException failure) {
    if (failure == null) {
      return null;
    }
    return failure instanceof CarriedFailure
        ? CarriedFailure.reasonOf(failure)
        : state.keyMask().hide(failure);
  }
}
