package com.talkturo.sdk.http;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Is told what the client does: for metrics, tracing and logs. Added with {@code
 * TalkturoClient.builder().listener(...)}; implement only the methods that matter.
 *
 * <pre>
 * requestStarted
 *   waitScheduled        before an attempt that has to wait for a turn
 *   attemptFinished      once per attempt
 *   retryScheduled       between two attempts
 * requestFinished
 * </pre>
 *
 * <p>Every request that is handed to the client gets exactly one {@code requestStarted} and one
 * {@code requestFinished}, also if it is refused there, cancelled, or over before anything is sent.
 * A request that its own builder refuses never reaches the client and is not reported.
 *
 * <p>Of the request only method and path template are told, no id and no body. A failure is the
 * exception itself, with what the API said in it. Nothing ever holds the API key.
 *
 * <p>Called on the thread that does the work: the caller's for synchronous requests; for
 * asynchronous ones the caller's until the request is handed over, then one of the SDK's, and
 * whichever cancels the future. The request waits meanwhile, so return at once; be safe for use
 * from many threads. What a listener throws is logged as a warning and changes nothing for the
 * request.
 *
 * <p>For an asynchronous request that is cancelled or runs into its deadline, the attempt under way
 * may be reported after {@code requestFinished}: it ends when the connection notices.
 */
public interface TalkturoListener {
  /** A request was handed to the client; nothing is sent yet. */
  default void requestStarted(Request request) {}

  /** An attempt ended, with an answer or without one. */
  default void attemptFinished(Request request, Attempt attempt) {}

  /** Another attempt follows after a wait. */
  default void retryScheduled(Request request, Retry retry) {}

  /** The next attempt waits: for a turn of the rate limiter, or because a 429 asked for it. */
  default void waitScheduled(Request request, Wait wait) {}

  /** The request is over. For asynchronous requests, told before the future is completed. */
  default void requestFinished(Request request, Outcome outcome) {}

  /**
   * Which request an event is about. All events of one request carry the same object, and no two
   * requests are equal: fit as a key.
   */
  final class Request {
    private final String method;
    private final String pathTemplate;

    /** For the SDK, and for tests of a listener. */
    public Request(String method, String pathTemplate) {
      this.method = method;
      this.pathTemplate = pathTemplate;
    }

    /** The HTTP method, such as {@code PATCH}. */
    public String method() {
      return method;
    }

    /** The path with its placeholders, such as {@code /api/assistants/{assistantId}}. */
    public String pathTemplate() {
      return pathTemplate;
    }

    /** {@code PATCH /api/assistants/{assistantId}}. */
    @Override
    public String toString() {
      return method + " " + pathTemplate;
    }
  }

  /** How an attempt ended. */
  final class Attempt {
    private final int number;
    private final int statusCode;
    private final @Nullable Throwable failure;
    private final Duration duration;

    /** For the SDK, and for tests of a listener; the status is 0 if there was no answer. */
    public Attempt(int number, int statusCode, @Nullable Throwable failure, Duration duration) {
      this.number = number;
      this.statusCode = statusCode;
      this.failure = failure;
      this.duration = duration;
    }

    /** The number of the attempt, from 1. */
    public int number() {
      return number;
    }

    /** The HTTP status; empty if there was no answer, or the body of a 2xx broke off. */
    public OptionalInt statusCode() {
      return Shown.optional(statusCode);
    }

    /** Why there was no answer: usually an {@link java.io.IOException}. */
    public Optional<Throwable> failure() {
      return Optional.ofNullable(failure);
    }

    /** From the start of the attempt to the last byte of the body. */
    public Duration duration() {
      return duration;
    }

    /** Number, status or type of failure, and duration. */
    @Override
    public String toString() {
      return "Attempt{"
          + number
          + ", "
          + Shown.shown(statusCode, failure)
          + ", "
          + duration()
          + "}";
    }
  }

  /** Why and when there is another attempt. */
  final class Retry {
    private final int attempt;
    private final String reason;
    private final Duration delay;

    /** For the SDK, and for tests of a listener. */
    public Retry(int attempt, String reason, Duration delay) {
      this.attempt = attempt;
      this.reason = reason;
      this.delay = delay;
    }

    /** The number of the attempt to come, from 2. */
    public int attempt() {
      return attempt;
    }

    /** What the last attempt got: the HTTP status, or the class name of the exception. */
    public String reason() {
      return reason;
    }

    /** How long the client waits first. */
    public Duration delay() {
      return delay;
    }

    /** Number, reason and wait. */
    @Override
    public String toString() {
      return "Retry{" + attempt + ", " + reason + ", " + delay() + "}";
    }
  }

  /** Why and how long the next attempt waits. */
  final class Wait {
    private final String reason;
    private final Duration delay;

    /** For the SDK, and for tests of a listener. */
    public Wait(String reason, Duration delay) {
      this.reason = reason;
      this.delay = delay;
    }

    /** {@code rate limit} or {@code hold after 429}. */
    public String reason() {
      return reason;
    }

    /** How long the attempt waits at most. */
    public Duration delay() {
      return delay;
    }

    /** Reason and wait. */
    @Override
    public String toString() {
      return "Wait{" + reason + ", " + delay + "}";
    }
  }

  /** How a request ended. */
  final class Outcome {
    private final int statusCode;
    private final @Nullable Throwable failure;
    private final int attempts;
    private final Duration duration;

    /** For the SDK, and for tests of a listener; the status is 0 if there was no answer. */
    public Outcome(int statusCode, @Nullable Throwable failure, int attempts, Duration duration) {
      this.statusCode = statusCode;
      this.failure = failure;
      this.attempts = attempts;
      this.duration = duration;
    }

    /** The HTTP status of the last attempt; empty if it got no answer, or there was none. */
    public OptionalInt statusCode() {
      return Shown.optional(statusCode);
    }

    /**
     * What the caller gets instead of a value: usually a {@link
     * com.talkturo.sdk.errors.TalkturoException}; a {@link
     * java.util.concurrent.CancellationException} after a cancel. Empty if the request succeeded.
     */
    public Optional<Throwable> failure() {
      return Optional.ofNullable(failure);
    }

    /** How many attempts were started; 0 if the request was over before the first. */
    public int attempts() {
      return attempts;
    }

    /** From the handing over to the end, with all waits. */
    public Duration duration() {
      return duration;
    }

    /** Status or type of failure, attempts and duration. */
    @Override
    public String toString() {
      return "Outcome{"
          + Shown.shown(statusCode, failure)
          + ", attempts="
          + attempts
          + ", "
          + duration()
          + "}";
    }
  }
}
