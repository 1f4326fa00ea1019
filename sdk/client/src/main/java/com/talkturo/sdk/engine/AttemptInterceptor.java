package com.talkturo.sdk.engine;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
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
  private final RetryBudget budget;
  private final SendCutoff cutoff;

  AttemptInterceptor(long maxResponseBytes, RetryBudget budget, SendCutoff cutoff) {
    this.maxResponseBytes = maxResponseBytes;
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
    Map<String, String> added = new LinkedHashMap<>();
    events.attemptStarted(
        state.attempts(),
        (name, value) -> {
          Settings.requireHeader(name, value);
          added.put(name, value);
        });
    if (added.isEmpty()) {
      return request;
    }
    Request.Builder builder = request.newBuilder();
    added.forEach(builder::header);
    return builder.build();
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
    Response whole = state.received().restore(response);
    if (whole.isSuccessful()) {
      try {
        whole.body().source().request(maxResponseBytes + 1);
      } catch (IllegalStateException closed) {
        throw new IOException(
            "an interceptor of the OkHttpClient closed the body that it handed on", closed);
      }
    }
    return whole;
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
