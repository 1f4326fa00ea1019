package com.talkturo.sdk.errors;

import org.jspecify.annotations.Nullable;

/**
 * Any failure of a call to Talkturo. Invalid arguments and a closed client are not among them: they
 * are {@link IllegalArgumentException} and {@link IllegalStateException}, and nothing was sent.
 * What the supplier of the key or an interceptor of your own OkHttpClient throws, other than an
 * {@link java.io.IOException}, arrives as it is.
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

  /** How many attempts were started, the first included; 0 if the call never left its queue. */
  public final int attempts() {
    return request.attempts();
  }

  static String withAttempts(RequestSummary request) {
    return request.attempts() == 1 ? "1 attempt" : request.attempts() + " attempts";
  }

  /** Not "nothing was sent": an attempt may have been, and refused. */
  static String howFar(RequestSummary request) {
    return withAttempts(request)
        + (request.sent()
            ? "; the API may have processed the request"
            : "; the API has not processed the request");
  }
}
