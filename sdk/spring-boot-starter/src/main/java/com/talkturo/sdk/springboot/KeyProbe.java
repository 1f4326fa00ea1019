package com.talkturo.sdk.springboot;

import com.talkturo.sdk.apikeys.TestApiKeyResponse;
import com.talkturo.sdk.errors.ApiException;
import com.talkturo.sdk.errors.TalkturoException;
import com.talkturo.sdk.springboot.ObservedHealth.Report;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tries the API key when nothing else tells how the API is: once in a while, whoever asks. What the
 * API says counts until the next try.
 */
final class KeyProbe {
  static final Duration PERIOD = Duration.ofMinutes(10);
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Supplier<CompletableFuture<TestApiKeyResponse>> test;
  private final Predicate<Throwable> tellsNothing;
  private final LongSupplier nanoTime;
  private @Nullable Try latest;

  KeyProbe(
      Supplier<CompletableFuture<TestApiKeyResponse>> test,
      Predicate<Throwable> tellsNothing,
      LongSupplier nanoTime) {
    this.test = test;
    this.tellsNothing = tellsNothing;
    this.nanoTime = nanoTime;
  }

  private record Try(long nanos, CompletableFuture<TestApiKeyResponse> answer) {}

  /** What the latest try tells; waits for one that is under way, but not for long. */
  Report report() {
    Try current = current();
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("request", "GET /api/test-api-key");
    try {
      current.answer().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      details.put("secondsAgo", age(current).toSeconds());
      return new Report("UP", details);
    } catch (ExecutionException e) {
      Throwable failure = Objects.requireNonNullElse(e.getCause(), e);
      if (neverLeft(failure)) {
        forget(current);
      } else if (!tellsNothing.test(failure)) {
        return failed(failure, details, age(current));
      }
      return new Report(ObservedHealth.UNKNOWN, details);
    } catch (TimeoutException e) {
      return new Report(ObservedHealth.UNKNOWN, details);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Report(ObservedHealth.UNKNOWN, details);
    }
  }

  /** Waited for its turn, say after a 429, until its time was up: that tells nothing of the key. */
  private static boolean neverLeft(Throwable failure) {
    return failure instanceof TalkturoException ended && ended.attempts() == 0;
  }

  /** Lets the next who asks try again: what was not sent is no probe. */
  private synchronized void forget(Try unsent) {
    if (unsent.equals(latest)) {
      latest = null;
    }
  }

  private static Report failed(Throwable failure, Map<String, Object> details, Duration age) {
    OptionalInt status =
        failure instanceof ApiException answered
            ? OptionalInt.of(answered.statusCode())
            : OptionalInt.empty();
    status.ifPresent(code -> details.put("statusCode", code));
    details.put("exception", failure.getClass().getSimpleName());
    details.put("secondsAgo", age.toSeconds());
    return new Report(ObservedHealth.statusOf(status), details);
  }

  private synchronized Try current() {
    Try current = latest;
    if (current == null || age(current).compareTo(PERIOD) >= 0) {
      current = new Try(nanoTime.getAsLong(), begin());
      latest = current;
    }
    return current;
  }

  /** A client that cannot be made is a failure as well, and none of the health request. */
  private CompletableFuture<TestApiKeyResponse> begin() {
    try {
      return test.get();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private Duration age(Try of) {
    return Duration.ofNanos(nanoTime.getAsLong() - of.nanos());
  }
}
