package com.talkturo.sdk.springboot;

import com.talkturo.sdk.http.TalkturoListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;

/**
 * Times requests, attempts and waits for a turn, and counts retries. Every tag has few values: the
 * path template instead of the path, and types of failures instead of their words.
 *
 * <p>What a handler of observations times under the same name is left to it. So this listener must
 * hear of an end before {@link ObservedRequests} does.
 */
final class MeteredRequests implements TalkturoListener {
  static final String REQUESTS = "talkturo.requests";
  static final String ATTEMPTS = "talkturo.attempts";

  private final MeterRegistry registry;
  private final @Nullable ObservedRequests observed;

  MeteredRequests(MeterRegistry registry, @Nullable ObservedRequests observed) {
    this.registry = registry;
    this.observed = observed;
  }

  @Override
  public void attemptFinished(Request request, Attempt attempt) {
    if (observed == null || !observed.timesAttempt(request)) {
      Ended ended = Ended.of(attempt.statusCode(), attempt.failure().orElse(null));
      registry.timer(ATTEMPTS, tags(request, ended)).record(attempt.duration());
    }
  }

  @Override
  public void retryScheduled(Request request, Retry retry) {
    Tags tags = tags(request).and("reason", Ended.simpleName(retry.reason()));
    registry.counter("talkturo.retries", tags).increment();
  }

  /** Records how long the wait was meant to last: a cancel or the deadline may have ended it. */
  @Override
  public void waitScheduled(Request request, Wait wait) {
    registry
        .timer("talkturo.waits", tags(request).and("reason", wait.reason()))
        .record(wait.delay());
  }

  @Override
  public void requestFinished(Request request, Outcome outcome) {
    if (observed == null || !observed.timesRequest(request)) {
      Ended ended = Ended.of(outcome.statusCode(), outcome.failure().orElse(null));
      registry.timer(REQUESTS, tags(request, ended)).record(outcome.duration());
    }
  }

  private static Tags tags(Request request, Ended ended) {
    return tags(request).and("status", ended.status(), "exception", ended.exception());
  }

  private static Tags tags(Request request) {
    return Tags.of("method", request.method(), "uri", request.pathTemplate());
  }
}
