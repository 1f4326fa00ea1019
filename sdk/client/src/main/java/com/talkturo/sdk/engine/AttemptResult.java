package com.talkturo.sdk.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.Response;

/** How one attempt ended: an answer or a failure. */
abstract class AttemptResult {
  private AttemptResult() {}

  /** Makes an attempt. */
  static AttemptResult of(Interceptor.Chain chain) {
    try {
      return new Answer(chain.proceed(chain.request()));
    } catch (IOException e) {
      return new Failure(e);
    }
  }

  /** The row of the table of repeats. */
  abstract RetryPolicy.Event event(CallState state);

  /** How long the server asks to wait; empty if it does not. */
  abstract Optional<Duration> retryAfter();

  /** The answer, for whoever comes before the retries. */
  abstract Response get() throws IOException;

  /** Nobody will read the answer. */
  abstract void discard();

  /** The status, or the class of the failure: its message may quote anything. */
  @Override
  public abstract String toString();

  private static final class Answer extends AttemptResult {
    private final Response response;

    Answer(Response response) {
      this.response = response;
    }

    @Override
    RetryPolicy.Event event(CallState state) {
      return RetryPolicy.answered(
          response.code(), state.sentInThisAttempt(), state.turnedAwayInThisAttempt());
    }

    @Override
    Optional<Duration> retryAfter() {
      return RetryAfter.of(response.headers());
    }

    @Override
    Response get() {
      return response;
    }

    @Override
    void discard() {
      response.close();
    }

    @Override
    public String toString() {
      return Integer.toString(response.code());
    }
  }

  private static final class Failure extends AttemptResult {
    private final IOException failure;

    Failure(IOException failure) {
      this.failure = failure;
    }

    @Override
    RetryPolicy.Event event(CallState state) {
      return RetryPolicy.failed(
          failure, state.sentInThisAttempt(), state.turnedAwayInThisAttempt());
    }

    @Override
    Optional<Duration> retryAfter() {
      return Optional.empty();
    }

    @Override
    Response get() throws IOException {
      throw failure;
    }

    @Override
    void discard() {}

    @Override
    public String toString() {
      return CarriedFailure.reasonOf(failure).getClass().getName();
    }
  }
}
