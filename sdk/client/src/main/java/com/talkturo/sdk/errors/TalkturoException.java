package com.talkturo.sdk.errors;

import org.jspecify.annotations.Nullable;

/**
 * Any failure of a call to Talkturo. Once the SDK has written a byte of a request, the call fails
 * with one of these types and no other, except for what your own code causes: a supplier of the key
 * (what it throws, or a key that cannot be used), a rate limiter, or an interceptor of your own
 * OkHttpClient. What these throw reaches you unchanged; only an {@link java.io.IOException} of an
 * interceptor becomes a {@link TransportException}.
 *
 * <p>Two questions decide what to do next, whatever the type:
 *
 * <pre>{@code
 * try {
 *   talkturo.assistants().create(r -> r.name("Front desk"));
 * } catch (TalkturoException e) {
 *   if (e.mayHaveTakenEffect()) {
 *     lookBeforeRepeating(e);
 *   } else {
 *     repeatLater(e);
 *   }
 * }
 * }</pre>
 *
 * <p>Exceptions of the JDK report what is wrong before the client sends anything: {@link
 * IllegalArgumentException} an invalid value, {@link IllegalStateException} a required field that
 * is not set or a closed client, {@link NullPointerException} a {@code null}.
 */
public abstract class TalkturoException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final RequestSummary request;

  TalkturoException(String message, @Nullable Throwable cause, RequestSummary request) {
    super(message, cause);
    this.request = request;
  }

  /** The HTTP method, such as {@code PATCH}. */
  public final String method() {
    return request.method();
  }

  /**
   * The path with its placeholders, such as {@code /api/assistants/{assistantId}}: fit for metrics.
   */
  public final String pathTemplate() {
    return request.pathTemplate();
  }

  /** How many attempts were started, the first included; 0 if the call ended before the first. */
  public final int attempts() {
    return request.attempts();
  }

  /**
   * Whether bytes of any attempt may have left: {@code true} for every answer that came over the
   * network, {@code 429} included; {@code false} only if no attempt wrote anything.
   */
  public final boolean requestSent() {
    return request.sent();
  }

  /**
   * Whether the API may have done what was asked. {@code false} if nothing was sent, or if every
   * attempt that was sent got an answer that turns it away: a redirect, 400 to 405, 409, 410, 413,
   * 415, 422, 429, or 503 with {@code Retry-After}. {@code true} otherwise: look before you repeat
   * a create, because Talkturo documents no idempotency key.
   */
  public final boolean mayHaveTakenEffect() {
    return request.mayHaveTakenEffect();
  }

  static String withAttempts(RequestSummary request) {
    return request.attempts() == 1 ? "1 attempt" : request.attempts() + " attempts";
  }

  /** Not "nothing was sent": an attempt may have been, and refused. */
  static String howFar(RequestSummary request) {
    return withAttempts(request)
        + (request.mayHaveTakenEffect()
            ? "; the API may have processed the request"
            : "; the API has not processed the request");
  }
}
