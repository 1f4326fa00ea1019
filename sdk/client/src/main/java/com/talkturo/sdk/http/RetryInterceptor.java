package com.talkturo.sdk.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place that decides on repeats: makes attempts until one is final, and waits in between.
 * An attempt includes its body, so the response that leaves here is complete.
 */
final class RetryInterceptor implements Interceptor {
  private static final Logger LOG = LoggerFactory.getLogger(RetryInterceptor.class);

  /** Bytes of a failure's body that are worth waiting for. */
  static final int MAX_ERROR_BYTES = 64 * 1024;

  private static final int MAX_STALE_CONNECTIONS = 1000;

  private final long maxResponseBytes;
  private final RetryBudget budget;

  RetryInterceptor(long maxResponseBytes, RetryBudget budget) {
    this.maxResponseBytes = maxResponseBytes;
    this.budget = budget;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    CallState state = CallState.of(chain.call());
    state.requireOpenClient();
    while (true) {
      state.beginAttempt();
      long start = System.nanoTime();
      Response response = null;
      IOException failure = null;
      try {
        response = attempt(chain);
      } catch (IOException e) {
        failure = e;
      }
      attemptFinished(state, response, failure, System.nanoTime() - start);

      long waitNanos = failure != null ? waitAfter(failure, state) : waitAfter(response, state);
      if (waitNanos < 0 || !mayRetry(chain.call(), state, waitNanos)) {
        return finish(response, failure);
      }
      retryScheduled(state, response, failure, waitNanos);
      boolean mustClose = true;
      try {
        state.await(waitNanos, chain.call());
        if (state.isStopped(chain.call())) {
          mustClose = false;
          return finish(response, failure);
        }
      } finally {
        if (mustClose && response != null) {
          response.close();
        }
      }
    }
  }

  /** One attempt, body included. */
  private Response attempt(Chain chain) throws IOException {
    Response response;
    CallState state = CallState.of(chain.call());
    CallState outer = DeadlineDns.enter(state);
    try {
      response = proceed(chain);
    } catch (Throwable e) {
      throw asIoException(e);
    } finally {
      DeadlineDns.leave(outer);
    }
    try {
      if (response.isSuccessful()) {
        // Fills the source's own buffer, from which it is read later: no copy is made here.
        response.body().source().request(maxResponseBytes + 1);
      } else {
        bufferErrorBody(response);
        response = SingleSendInterceptor.unhidden(response);
      }
    } catch (Throwable e) {
      // What did arrive may hold the id of something that now exists.
      state.cutOff(ResponseReader.cutOff(response, state));
      response.close();
      throw asIoException(e);
    }
    if (response.isSuccessful()) {
      budget.success();
    }
    return response;
  }

  /** All idle connections may have been closed at once: one after the other is discarded. */
  private static Response proceed(Chain chain) throws IOException {
    for (int stale = 1; ; stale++) {
      try {
        return chain.proceed(chain.request());
      } catch (StaleConnection e) {
        if (stale == MAX_STALE_CONNECTIONS || chain.call().isCanceled()) {
          throw e;
        }
      }
    }
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
    return new Refusal(e);
  }

  /** The status says what happened even if the words that explain it were cut off. */
  private static void bufferErrorBody(Response response) {
    try {
      response.body().source().request(MAX_ERROR_BYTES);
    } catch (IOException e) {
      // Without its message: it may quote what the server sent, and that may be the key.
      LOG.debug("the body of a {} was cut off: {}", response.code(), e.getClass().getName());
    }
  }

  private static Response finish(@Nullable Response response, @Nullable IOException failure)
      throws IOException {
    if (response != null) {
      return response;
    }
    throw failure == null ? new IOException("no answer") : failure;
  }

  /** How long to wait after a failure before the next attempt; negative for no further attempt. */
  private static long waitAfter(IOException failure, CallState state) {
    boolean harmless = !state.sentInThisAttempt() || state.endpoint().isRepeatable();
    boolean hopeless =
        failure instanceof Refusal
            || (!state.sentInThisAttempt() && RetryPolicy.isPermanent(failure));
    return harmless && !hopeless ? RetryPolicy.backoffNanos(state.attempts()) : -1;
  }

  /** How long to wait after an answer before the next attempt; negative if the answer is final. */
  private static long waitAfter(@Nullable Response response, CallState state) {
    if (response == null || !RetryPolicy.isTemporary(response.code())) {
      return -1;
    }
    Optional<Duration> retryAfter = RetryAfter.of(response.headers());
    boolean refused = RetryPolicy.saysNotProcessed(response.code(), retryAfter.isPresent());
    if (refused) {
      state.notProcessed();
    }
    if (!refused && !state.endpoint().isRepeatable()) {
      return -1;
    }
    return retryAfter.isPresent()
        ? retryAfter.get().toNanos()
        : RetryPolicy.backoffNanos(state.attempts());
  }

  private boolean mayRetry(Call call, CallState state, long waitNanos) {
    return state.attempts() < state.maxAttempts()
        && waitNanos < state.nanosLeft()
        && !state.isStopped(call)
        && budget.takeRetry();
  }

  private static void attemptFinished(
      CallState state, @Nullable Response response, @Nullable IOException failure, long nanos) {
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "{} -> {} in {} ms (attempt {}/{})",
          state.endpoint(),
          outcome(response, failure),
          TimeUnit.NANOSECONDS.toMillis(nanos),
          state.attempts(),
          state.maxAttempts());
    }
    RequestEvents events = state.events();
    if (events != null) {
      events.attemptFinished(
          state.attempts(),
          response == null ? 0 : response.code(),
          shownToListeners(state, failure),
          nanos);
    }
  }

  /** OkHttp quotes what it cannot read, and a server may echo the key there. */
  private static @Nullable Throwable shownToListeners(
      CallState state, @Nullable IOException failure) {
    return failure == null || failure instanceof Refusal
        ? reason(failure)
        : state.keyMask().hide(failure);
  }

  private static void retryScheduled(
      CallState state, @Nullable Response response, @Nullable IOException failure, long waitNanos) {
    if (LOG.isWarnEnabled()) {
      LOG.warn(
          "{} is tried again in {} ms, because attempt {}/{} got {}",
          state.endpoint(),
          TimeUnit.NANOSECONDS.toMillis(waitNanos),
          state.attempts(),
          state.maxAttempts(),
          outcome(response, failure));
    }
    RequestEvents events = state.events();
    if (events != null) {
      events.retryScheduled(state.attempts() + 1, outcome(response, failure), waitNanos);
    }
  }

  private static String outcome(@Nullable Response response, @Nullable IOException failure) {
    if (response != null) {
      return Integer.toString(response.code());
    }
    Throwable shown = reason(failure);
    return shown == null ? "nothing" : shown.getClass().getName();
  }

  private static @Nullable Throwable reason(@Nullable IOException failure) {
    return failure instanceof Refusal ? ((Refusal) failure).reason() : failure;
  }
}
