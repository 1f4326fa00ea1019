package com.talkturo.sdk.engine;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place that decides on repeats: asks for attempts until one is final, and waits. */
final class RetryInterceptor implements Interceptor {
  private static final Logger LOG = LoggerFactory.getLogger(Loggers.RETRY);

  private final RetryBudget budget;
  private final SendCutoff cutoff;
  private final TrafficControl traffic;

  RetryInterceptor(RetryBudget budget, SendCutoff cutoff, TrafficControl traffic) {
    this.budget = budget;
    this.cutoff = cutoff;
    this.traffic = traffic;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    CallState state = CallState.of(chain.call());
    state.started();
    while (true) {
      AttemptResult result = attempt(chain, state);
      RetryPolicy.Event event = result.event(state);
      if (!event.allowsRepeat(state.endpoint().isRepeatable())) {
        return result.get();
      }
      long waitNanos =
          result.retryAfter().isPresent()
              ? result.retryAfter().get().toNanos()
              : RetryPolicy.backoffNanos(state.attempts());
      if (!mayRetry(chain.call(), state, waitNanos)) {
        return result.get();
      }
      retryScheduled(state, result, waitNanos);
      boolean isOver = true;
      try {
        state.await(waitNanos, chain.call());
        isOver = state.isStopped(chain.call());
        if (isOver) {
          return result.get();
        }
      } finally {
        if (!isOver) {
          result.discard();
        }
      }
    }
  }

  private AttemptResult attempt(Chain chain, CallState state) throws IOException {
    boolean isMade = false;
    try {
      state.requireOpenClient();
      traffic.awaitTurn(state, chain.call());
      requireEnoughTime(state);
      isMade = true;
      return AttemptResult.of(chain);
    } finally {
      traffic.attemptEnded(state, isMade);
    }
  }

  private void requireEnoughTime(CallState state) throws GivenUpException {
    try {
      cutoff.requireEnoughTime(state);
    } catch (GivenUpException e) {
      traffic.turnUnused();
      throw e;
    }
  }

  private boolean mayRetry(Call call, CallState state, long waitNanos) {
    return state.attempts() < state.maxAttempts()
        && waitNanos < state.nanosLeft()
        && !state.isStopped(call)
        && budget.takeRetry();
  }

  private static void retryScheduled(CallState state, AttemptResult result, long waitNanos) {
    if (LOG.isWarnEnabled()) {
      LOG.warn(
          "{} is tried again in {} ms, because attempt {}/{} got {}",
          state.endpoint(),
          TimeUnit.NANOSECONDS.toMillis(waitNanos),
          state.attempts(),
          state.maxAttempts(),
          result);
    }
    CallEvents events = state.events();
    if (events != null) {
      events.retryScheduled(state.attempts() + 1, result.toString(), waitNanos);
    }
  }
}
