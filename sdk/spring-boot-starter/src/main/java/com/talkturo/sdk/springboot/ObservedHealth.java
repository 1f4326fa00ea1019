package com.talkturo.sdk.springboot;

import com.talkturo.sdk.errors.InterruptedCallException;
import com.talkturo.sdk.errors.TalkturoException;
import com.talkturo.sdk.errors.TimeoutException;
import com.talkturo.sdk.http.TalkturoListener;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells how the API is from how the latest request of the application ended, and forgets it after a
 * while: an instance that gets no traffic because it is down has nothing to come back up with.
 * Sends no request of its own.
 */
final class ObservedHealth implements TalkturoListener {
  static final String UNKNOWN = "UNKNOWN";

  private final Duration window;
  private final LongSupplier nanoTime;
  private final Set<Request> waited = weakSet();
  private final Set<Throwable> ranOutOfTimeWaiting = weakSet();

  private volatile @Nullable End latest;

  ObservedHealth(Duration window, LongSupplier nanoTime) {
    this.window = window;
    this.nanoTime = nanoTime;
  }

  /** Keeps nothing alive: events may come after the end, and exceptions hold what was sent. */
  private static <T> Set<T> weakSet() {
    return Collections.newSetFromMap(Collections.synchronizedMap(new WeakHashMap<>()));
  }

  /** A status by Spring Boot's name for it, and what it rests on: never ids, keys or messages. */
  record Report(String status, Map<String, Object> details) {}

  /** Only what is told: an outcome would keep an exception with its body alive. */
  private record End(
      String request, OptionalInt statusCode, Optional<String> exception, long nanos) {
    static End of(Request request, Outcome outcome, long nanos) {
      return new End(
          request.toString(),
          outcome.statusCode(),
          outcome.failure().map(failure -> failure.getClass().getSimpleName()),
          nanos);
    }

    Map<String, Object> details(Duration age) {
      Map<String, Object> details = new LinkedHashMap<>();
      details.put("request", request);
      statusCode.ifPresent(code -> details.put("statusCode", code));
      exception.ifPresent(name -> details.put("exception", name));
      details.put("secondsAgo", age.toSeconds());
      return details;
    }
  }

  /** No answer, a refused key and an error of the server are DOWN; a 429, say, is not. */
  static String statusOf(OptionalInt statusCode) {
    return statusCode.isEmpty() || isRefusedKeyOrServerError(statusCode.getAsInt()) ? "DOWN" : "UP";
  }

  private static boolean isRefusedKeyOrServerError(int code) {
    return code == 401 || code == 403 || code >= 500;
  }

  @Override
  public void waitScheduled(Request request, Wait wait) {
    waited.add(request);
  }

  @Override
  public void requestFinished(Request request, Outcome outcome) {
    Throwable failure = outcome.failure().orElse(null);
    if (waited.remove(request) && failure instanceof TimeoutException) {
      ranOutOfTimeWaiting.add(failure);
    } else if (concernsTheApi(outcome)) {
      latest = End.of(request, outcome, nanoTime.getAsLong());
    }
  }

  /** Not if the caller ended the request, or nothing left the client. */
  private static boolean concernsTheApi(Outcome outcome) {
    if (outcome.attempts() == 0) {
      return false;
    }
    Throwable failure = outcome.failure().orElse(null);
    return failure == null
        ? outcome.statusCode().isPresent()
        : failure instanceof TalkturoException && !(failure instanceof InterruptedCallException);
  }

  /**
   * Whether a request that failed so had to wait for its turn, say after a 429: its time may have
   * been too short for any answer, which tells nothing of the API.
   */
  boolean ranOutOfTimeWaiting(Throwable failure) {
    return ranOutOfTimeWaiting.contains(failure);
  }

  Report report() {
    End end = latest;
    if (end == null) {
      return new Report(UNKNOWN, Map.of());
    }
    Duration age = Duration.ofNanos(nanoTime.getAsLong() - end.nanos());
    return new Report(
        age.compareTo(window) > 0 ? UNKNOWN : statusOf(end.statusCode()), end.details(age));
  }
}
