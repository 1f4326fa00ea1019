package com.talkturo.sdk.springboot;

import com.talkturo.sdk.http.TalkturoListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Times requests, attempts and waits for a turn, and counts retries. Every tag has few values: the
 * path template instead of the path, and types of failures instead of their words.
 */
final class MeteredRequests implements TalkturoListener {
  private static final String NONE = "none";

  private final MeterRegistry registry;

  MeteredRequests(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void attemptFinished(Request request, Attempt attempt) {
    Tags tags = ended(request, attempt.statusCode(), attempt.failure().orElse(null));
    registry.timer("talkturo.attempts", tags).record(attempt.duration());
  }

  @Override
  public void retryScheduled(Request request, Retry retry) {
    Tags tags = tags(request).and("reason", simpleName(retry.reason()));
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
    Tags tags = ended(request, outcome.statusCode(), outcome.failure().orElse(null));
    registry.timer("talkturo.requests", tags).record(outcome.duration());
  }

  private static Tags ended(Request request, OptionalInt status, @Nullable Throwable failure) {
    return tags(request)
        .and(
            Tag.of("status", status.isPresent() ? Integer.toString(status.getAsInt()) : NONE),
            Tag.of("exception", failure == null ? NONE : simpleName(failure.getClass().getName())));
  }

  private static Tags tags(Request request) {
    return Tags.of("method", request.method(), "uri", request.pathTemplate());
  }

  private static String simpleName(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}
