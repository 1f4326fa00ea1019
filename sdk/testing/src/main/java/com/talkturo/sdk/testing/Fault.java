package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with a request, given to {@code enqueue} of a server for the next
 * requests or to {@code respondAlways} for an outage.
 *
 * <pre>{@code
 * server.enqueue(
 *     Fault.unavailable(Duration.ofSeconds(1)).times(2),
 *     Fault.resetAfterProcessing().on("POST", "/api/assistants"));
 * }</pre>
 *
 * <p>Faults of two kinds: those that answer in place of the API ({@link #status}, {@link
 * #rateLimited}, {@link #unavailable()}, {@link #htmlError}, {@link #successFalse}, {@link
 * #resetBeforeProcessing}, {@link #stall}) carry nothing out, not even the check of the key, unless
 * {@link #afterProcessing} is added. Those that spoil the way of the answer ({@link #delay}, {@link
 * #slowBody}, {@link #truncatedJson}, {@link #invalidJson}, {@link #emptyBody}, {@link
 * #resetDuringBody}, {@link #resetAfterProcessing}) carry the operation out first.
 *
 * <p>Immutable: each method returns a new fault, so one can be kept in a constant and shared.
 */
public final class Fault {
  /** What is sent in place of the usual answer. */
  private interface Change {
    Answer of(Answer usual, ErrorShape errors);
  }

  private static final Change NONE = (usual, errors) -> usual;

  private enum Ending {
    ANSWER,
    RESET,
    STALL
  }

  private final String name;
  private final boolean processed;
  private final Ending ending;
  private final Change change;
  private final int times;
  private final @Nullable String method;
  private final @Nullable PathTemplate path;

  private Fault(
      String name,
      boolean processed,
      Ending ending,
      Change change,
      int times,
      @Nullable String method,
      @Nullable PathTemplate path) {
    this.name = name;
    this.processed = processed;
    this.ending = ending;
    this.change = change;
    this.times = times;
    this.method = method;
    this.path = path;
  }

  private static Fault insteadOfProcessing(String name, Ending ending, Change change) {
    return new Fault(name, false, ending, change, 1, null, null);
  }

  private static Fault afterProcessing(String name, Ending ending, Change change) {
    return new Fault(name, true, ending, change, 1, null, null);
  }

  /**
   * Answers with a status. From 400 on the body is an error as the server's API writes it, such as
   * {@code {"success": false, "error": "..."}} of Talkturo; below it is empty; {@link #json},
   * {@link #body} and {@link #header} change that. With a 2xx and a body it also stands in for an
   * operation that the server does not know.
   *
   * @param status 200 to 599
   * @throws IllegalArgumentException if the status is out of range
   */
  public static Fault status(int status) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("status must be between 200 and 599: " + status);
    }
    return insteadOfProcessing(
        "status(" + status + ")",
        Ending.ANSWER,
        (usual, errors) ->
            status < 400
                ? Answer.EMPTY.withStatus(status)
                : new ApiError(status, "Scripted fault: status " + status).answer(errors));
  }

  /**
   * Answers 429 without {@code Retry-After}. Talkturo documents a rate limit, but neither the
   * status nor headers of its answer.
   */
  public static Fault rateLimited() {
    return status(429);
  }

  /**
   * Answers 429 with {@code Retry-After}. Talkturo does not document the header.
   *
   * @param retryAfter sent in whole seconds, rounded up
   */
  public static Fault rateLimited(Duration retryAfter) {
    return status(429).retryAfter(retryAfter);
  }

  /** Answers 503 without {@code Retry-After}. */
  public static Fault unavailable() {
    return status(503);
  }

  /**
   * Answers 503 with {@code Retry-After}.
   *
   * @param retryAfter sent in whole seconds, rounded up
   */
  public static Fault unavailable(Duration retryAfter) {
    return status(503).retryAfter(retryAfter);
  }

  private Fault retryAfter(Duration retryAfter) {
    long seconds = retryAfter.getSeconds() + (retryAfter.getNano() > 0 ? 1 : 0);
    return header("Retry-After", Long.toString(seconds));
  }

  /**
   * Answers with an HTML error page, as a proxy in front of the API does.
   *
   * @param status 200 to 599
   * @throws IllegalArgumentException if the status is out of range
   */
  public static Fault htmlError(int status) {
    String page =
        "<!DOCTYPE html><html><head><title>Error</title></head><body><h1>Error "
            + status
            + "</h1><p>The server encountered a temporary error.</p></body></html>";
    return status(status).body(page).contentType("text/html; charset=utf-8");
  }

  /**
   * Answers 200 with {@code {"success": false, "error": error}}. Not documented by Talkturo, but
   * its envelope allows it.
   */
  public static Fault successFalse(String error) {
    Objects.requireNonNull(error, "error");
    ObjectNode body = Json.object().put("success", false).put("error", error);
    return insteadOfProcessing(
        "successFalse", Ending.ANSWER, (usual, errors) -> Answer.json(200, body));
  }

  /** Carries the operation out and sends the usual answer, later. */
  public static Fault delay(Duration delay) {
    return afterProcessing("delay", Ending.ANSWER, NONE).delayedBy(delay);
  }

  /**
   * Never answers and keeps the connection open until the client gives up or the server is closed.
   * Nothing is carried out.
   */
  public static Fault stall() {
    return insteadOfProcessing("stall", Ending.STALL, NONE);
  }

  /** Resets the connection when the request has been read. Nothing is carried out. */
  public static Fault resetBeforeProcessing() {
    return insteadOfProcessing("resetBeforeProcessing", Ending.RESET, NONE);
  }

  /**
   * Carries the operation out, then resets the connection without an answer: the assistant exists,
   * but the client cannot know.
   */
  public static Fault resetAfterProcessing() {
    return afterProcessing("resetAfterProcessing", Ending.RESET, NONE);
  }

  /** Carries the operation out, then closes the connection halfway through the answer's body. */
  public static Fault resetDuringBody() {
    return afterProcessing("resetDuringBody", Ending.ANSWER, (usual, errors) -> usual.cutInBody());
  }

  /**
   * Carries the operation out and sends the first half of the answer's JSON as if that were all:
   * {@code Content-Length} fits the half.
   */
  public static Fault truncatedJson() {
    return afterProcessing(
        "truncatedJson",
        Ending.ANSWER,
        (usual, errors) -> usual.withBody(usual.body().substring(0, usual.body().length() / 2)));
  }

  /** Carries the operation out and sends a body, declared as JSON, that is none. */
  public static Fault invalidJson() {
    return afterProcessing(
        "invalidJson", Ending.ANSWER, (answer, errors) -> answer.withBody("{\"success\": tru, ]"));
  }

  /** Carries the operation out and sends the usual status with an empty body. */
  public static Fault emptyBody() {
    return afterProcessing("emptyBody", Ending.ANSWER, (answer, errors) -> answer.withBody(""));
  }

  /**
   * Carries the operation out and sends the usual body in pieces.
   *
   * @param bytes size of a piece, at least 1
   * @param period the pause after each piece
   * @throws IllegalArgumentException if the size or the period is not positive
   */
  public static Fault slowBody(int bytes, Duration period) {
    if (bytes < 1) {
      throw new IllegalArgumentException("bytes must be at least 1: " + bytes);
    }
    if (period.isZero() || period.isNegative()) {
      throw new IllegalArgumentException("period must be positive: " + period);
    }
    return afterProcessing(
        "slowBody", Ending.ANSWER, (answer, errors) -> answer.throttledTo(bytes, period));
  }

  /**
   * Adds a header to the answer; a name added twice is sent twice.
   *
   * @throws IllegalArgumentException if name or value cannot stand in an HTTP header
   */
  public Fault header(String name, String value) {
    // Fails here, in the test, rather than on a thread of the server.
    Answer.EMPTY.withAddedHeader(name, value);
    return name.equalsIgnoreCase("Content-Type")
        ? contentType(value)
        : changed(answer -> answer.withAddedHeader(name, value));
  }

  private Fault contentType(String contentType) {
    return changed(answer -> answer.withContentType(contentType));
  }

  /** Sends this text, in UTF-8, as the body and keeps status and headers. */
  public Fault body(String body) {
    Objects.requireNonNull(body, "body");
    return changed(answer -> answer.withBody(body));
  }

  /**
   * Sends this value as a JSON body.
   *
   * @param json a plain value: a map, list, string, number, boolean or null
   * @throws IllegalArgumentException if the value has no JSON form
   */
  public Fault json(@Nullable Object json) {
    String body = Json.text(Json.treeOf(json));
    return changed(answer -> answer.withBody("application/json", body));
  }

  /**
   * Sends the answer this much later; adds up. The operation, where one is carried out, is carried
   * out at once. Without effect on a fault that sends no answer.
   *
   * @throws IllegalArgumentException if the delay is negative
   */
  public Fault delayedBy(Duration delay) {
    if (delay.isNegative()) {
      throw new IllegalArgumentException("delay must not be negative: " + delay);
    }
    return changed(answer -> answer.delayedBy(delay));
  }

  /**
   * Carries the operation out before the fault, for example for a 502 from a proxy after the API
   * has created the assistant.
   */
  public Fault afterProcessing() {
    return new Fault(name, true, ending, change, times, method, path);
  }

  /**
   * Hits this many requests, one after the other. The default is one.
   *
   * @throws IllegalArgumentException if times is less than 1
   */
  public Fault times(int times) {
    if (times < 1) {
      throw new IllegalArgumentException("times must be at least 1: " + times);
    }
    return new Fault(name, processed, ending, change, times, method, path);
  }

  /**
   * Hits only requests with this method and path, and lets others pass. The default is any request.
   *
   * @param pathTemplate the whole path, for example {@code /api/assistants/{assistantId}} or {@code
   *     /v2/ai/assistants}, where a name in braces stands for any one segment; the query does not
   *     count
   * @throws IllegalArgumentException if the template does not start with a slash
   */
  public Fault on(String method, String pathTemplate) {
    return new Fault(
        name,
        processed,
        ending,
        change,
        times,
        method.toUpperCase(Locale.ROOT),
        new PathTemplate(pathTemplate));
  }

  private Fault changed(UnaryOperator<Answer> next) {
    Change before = change;
    return new Fault(
        name,
        processed,
        ending,
        (usual, errors) -> next.apply(before.of(usual, errors)),
        times,
        method,
        path);
  }

  int times() {
    return times;
  }

  boolean hits(ReceivedRequest request) {
    return (method == null || method.equals(request.method()))
        && (path == null || path.match(PathTemplate.split(request.path())) != null);
  }

  boolean carriesOut() {
    return processed;
  }

  boolean resets() {
    return ending == Ending.RESET;
  }

  boolean stalls() {
    return ending == Ending.STALL;
  }

  /** What is sent where the API's answer, or nothing if it was not asked, would be. */
  Answer spoil(Answer usual, ErrorShape errors) {
    return change.of(usual, errors);
  }

  /** Returns what the fault does, which requests it hits and how many. */
  @Override
  public String toString() {
    return name
        + (method == null ? "" : " on " + method + " " + path)
        + (times == 1 ? "" : " x" + times);
  }
}
