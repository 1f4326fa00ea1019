package com.talkturo.sdk.springboot;

import com.talkturo.sdk.http.TalkturoListener;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes an observation of each request, in the thread that hands it over, and below it one of each
 * attempt, in the thread that makes it. A tracer turns them into spans, and gives each attempt the
 * headers that carry the trace on. Names and values are those of {@link MeteredRequests}: path
 * templates and types of failures, and neither ids nor URLs.
 */
final class ObservedRequests implements TalkturoListener {
  private static final Logger LOG = LoggerFactory.getLogger(ObservedRequests.class);

  private final ObservationRegistry registry;
  private final Map<Request, Observation> requests = new ConcurrentHashMap<>();

  /** Apart from the requests, because the last attempt may end after its request. */
  private final Map<Request, OpenAttempt> attempts = new ConcurrentHashMap<>();

  ObservedRequests(ObservationRegistry registry) {
    this.registry = registry;
  }

  private record OpenAttempt(Observation observation, Observation.Scope scope) {}

  @Override
  public void requestStarted(Request request) {
    Observation observation =
        create(MeteredRequests.REQUESTS, request, Observation.Context::new)
            .contextualName(spanName("talkturo", request))
            .start();
    if (!observation.isNoop()) {
      requests.put(request, observation);
    }
  }

  @Override
  public void attemptStarted(Request request, Start start) {
    Observation parent = requests.get(request);
    if (parent == null) {
      return; // Not observed, or over already.
    }
    Observation attempt =
        create(MeteredRequests.ATTEMPTS, request, () -> context(request, start))
            .contextualName(spanName("http", request))
            .highCardinalityKeyValue("attempt", Integer.toString(start.number()))
            .parentObservation(parent);
    // Tracers prefer the span in scope to that of the parent: on the caller's thread, the caller's.
    parent.scoped(
        () -> {
          attempt.start();
        });
    attempts.put(request, new OpenAttempt(attempt, attempt.openScope()));
  }

  private static SenderContext<Start> context(Request request, Start start) {
    SenderContext<Start> context =
        new SenderContext<>(
            (carrier, name, value) -> addHeader(request, start, name, value), Kind.CLIENT);
    context.setCarrier(start);
    context.setRemoteServiceName("talkturo");
    return context;
  }

  /** Baggage may hold what no header can: the span, and the other headers, must not go with it. */
  private static void addHeader(Request request, Start start, String name, String value) {
    try {
      start.header(name, value);
    } catch (IllegalArgumentException refused) {
      LOG.warn(
          "{} goes without a header of the tracer's, because {}", request, refused.getMessage());
    }
  }

  /** As Spring names those of its clients; tracers spell out capitals as "g-e-t". */
  private static String spanName(String kind, Request request) {
    return kind + " " + request.method().toLowerCase(Locale.ROOT) + " " + request.pathTemplate();
  }

  private <T extends Observation.Context> Observation create(
      String name, Request request, Supplier<T> context) {
    return Observation.createNotStarted(name, context, registry)
        .lowCardinalityKeyValue("method", request.method())
        .lowCardinalityKeyValue("uri", request.pathTemplate());
  }

  @Override
  public void attemptFinished(Request request, Attempt attempt) {
    OpenAttempt open = attempts.remove(request);
    if (open == null) {
      return;
    }
    open.scope().close();
    Throwable failure = attempt.failure().orElse(null);
    stop(
        open.observation(),
        Ended.of(attempt.statusCode(), failure),
        failure == null ? ErrorStatus.of(attempt.statusCode()) : failure);
  }

  @Override
  public void requestFinished(Request request, Outcome outcome) {
    Observation observation = requests.remove(request);
    if (observation == null) {
      return;
    }
    Throwable failure = outcome.failure().orElse(null);
    observation.highCardinalityKeyValue("attempts", Integer.toString(outcome.attempts()));
    stop(observation, Ended.of(outcome.statusCode(), failure), failure);
  }

  private static void stop(Observation observation, Ended ended, @Nullable Throwable error) {
    observation.lowCardinalityKeyValue("status", ended.status());
    observation.lowCardinalityKeyValue("exception", ended.exception());
    if (error != null) {
      observation.error(error);
    }
    observation.stop();
  }

  /** Whether a handler of the registry times this request, so that nobody else should. */
  boolean timesRequest(Request request) {
    return isTimed(requests.get(request));
  }

  /** Whether a handler of the registry times the attempt under way, so that nobody else should. */
  boolean timesAttempt(Request request) {
    OpenAttempt open = attempts.get(request);
    return open != null && isTimed(open.observation());
  }

  /** Micrometer's handler keeps its sample under this key. */
  private static boolean isTimed(@Nullable Observation observation) {
    return observation != null && observation.getContext().get(Timer.Sample.class) != null;
  }

  /** An answer that is an error: observations know errors by exceptions alone. */
  private static final class ErrorStatus extends Exception {
    private static final long serialVersionUID = 1;

    private ErrorStatus(int statusCode) {
      super("the answer has the status " + statusCode, null, false, false);
    }

    static @Nullable ErrorStatus of(OptionalInt statusCode) {
      return statusCode.orElse(0) >= 400 ? new ErrorStatus(statusCode.getAsInt()) : null;
    }
  }
}
