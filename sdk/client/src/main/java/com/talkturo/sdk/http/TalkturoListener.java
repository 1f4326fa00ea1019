package com.talkturo.sdk.http;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Receives what the client does, for metrics, tracing and logs. Implement only the methods that
 * matter, and set the listener with {@code TalkturoClient.builder().listener(...)}:
 *
 * <pre>{@code
 * class Printer implements TalkturoListener {
 *   @Override
 *   public void retryScheduled(Request request, Retry retry) {
 *     System.out.println(request + " waits " + retry.delay() + ", got " + retry.reason());
 *   }
 *
 *   @Override
 *   public void requestFinished(Request request, Outcome outcome) {
 *     System.out.println(request + " took " + outcome.duration().toMillis() + " ms");
 *   }
 * }
 * }</pre>
 *
 * <p>The order of the events:
 *
 * <pre>
 * requestStarted
 *   waitScheduled        before an attempt that has to wait for a turn
 *   attemptStarted       once per attempt
 *   attemptFinished      once per attempt, on the thread of its attemptStarted
 *   retryScheduled       between two attempts
 * requestFinished
 * </pre>
 *
 * <p>The client reports exactly one {@code requestStarted} and one {@code requestFinished} for
 * every request that it receives, also if it refuses the request, if you cancel it, or if it ends
 * before anything is sent. A request that its own builder refuses never reaches the client.
 *
 * <p>An event names the method and the path template of the request, and neither an id nor a body.
 * A failure is the exception itself, which holds what the API said. No event holds the API key.
 *
 * <p>The client calls a listener on the thread that does the work. For a synchronous request that
 * is the caller's thread. For an asynchronous one it is the caller's thread until the client has
 * taken the request, then one of the SDK's threads, and for a cancel the thread that cancels. The
 * request waits meanwhile, so return at once. Many threads may call at the same time. The client
 * logs what a listener throws as a warning, and goes on with the request.
 *
 * <p>If an asynchronous request is cancelled or reaches its deadline, events of its last attempt
 * may come after {@code requestFinished}: the attempt ends when the connection notices.
 */
public interface TalkturoListener {
  /** A request was handed to the client; nothing is sent yet. */
  default void requestStarted(Request request) {}

  /**
   * An attempt begins; nothing of it is sent yet. This is the place for headers that differ from
   * attempt to attempt, such as {@code traceparent}; see {@link Start#header(String, String)}.
   */
  default void attemptStarted(Request request, Start start) {}

  /** An attempt ended, with an answer or without one. */
  default void attemptFinished(Request request, Attempt attempt) {}

  /** Another attempt follows after a wait. */
  default void retryScheduled(Request request, Retry retry) {}

  /** The next attempt waits: for a turn of the rate limiter, or because a 429 asked for it. */
  default void waitScheduled(Request request, Wait wait) {}

  /** The request is over. Of an asynchronous request, the future completes after this. */
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

  /** An attempt that begins. */
  final class Start {
    private final int number;
    private final BiConsumer<String, String> header;

    /** For the SDK, and for tests of a listener; {@code header} receives each name and value. */
    public Start(int number, BiConsumer<String, String> header) {
      this.number = number;
      this.header = header;
    }

    /** The number of the attempt, from 1. */
    public int number() {
      return number;
    }

    /**
     * Adds a header to this attempt alone; under a name that is set already, it replaces that. Call
     * it before {@link TalkturoListener#attemptStarted} returns. Names as in RFC 9110, without
     * those that the SDK sets or that frame the message, such as {@code Host}; values of visible
     * ASCII, space and tab.
     *
     * @throws IllegalArgumentException if name or value is none of these; names no value
     */
    public void header(String name, String value) {
      header.accept(name, value);
    }

    /** The number; no header. */
    @Override
    public String toString() {
      return "Start{" + number + "}";
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
      return EventText.optional(statusCode);
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
          + EventText.shown(statusCode, failure)
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
      return EventText.optional(statusCode);
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
          + EventText.shown(statusCode, failure)
          + ", attempts="
          + attempts
          + ", "
          + duration()
          + "}";
    }
  }
}
