package com.talkturo.sdk.errors;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The API answered, and the answer is a failure: any status outside 2xx, or a 2xx whose body says
 * {@code "success": false}. The message starts with method, path template and status, followed by
 * the API's own text.
 */
public class ApiException extends TalkturoException {
  private static final long serialVersionUID = 1;

  private final RawResponse response;
  private final ErrorBody error;

  ApiException(RequestSummary request, RawResponse response, ErrorBody error) {
    super(message(request, response, error), null, request);
    this.response = response;
    this.error = error;
  }

  /** The exception for a status: its subclass, or this class itself. */
  public static ApiException of(RequestSummary request, RawResponse response, ErrorBody error) {
    switch (response.statusCode()) {
      case 400:
        return new BadRequestException(request, response, error);
      case 401:
        return new AuthenticationException(request, response, error);
      case 402:
        return new InsufficientCreditsException(request, response, error);
      case 403:
        return new PermissionDeniedException(request, response, error);
      case 404:
        return new NotFoundException(request, response, error);
      case 409:
        return new ConflictException(request, response, error);
      case 422:
        return new UnprocessableEntityException(request, response, error);
      case 429:
        return new RateLimitException(request, response, error);
      default:
        return response.statusCode() >= 500
            ? new ServerException(request, response, error)
            : new ApiException(request, response, error);
    }
  }

  /** The HTTP status. */
  public final int statusCode() {
    return response.statusCode();
  }

  /** The response headers by lower-case name. */
  public final Map<String, List<String>> headers() {
    return response.headers();
  }

  /** The id that the API or a proxy gave the request; not documented by Talkturo. */
  public final Optional<String> requestId() {
    return response.requestId();
  }

  /** The API's own words, such as {@code Invalid API key}; empty if the body held none. */
  public final Optional<String> errorText() {
    return error.text();
  }

  /**
   * Further members of the error: usually one text per invalid field. A list is keyed by position
   * ({@code "0"}, {@code "1"}). Empty if the body held none.
   */
  public final Map<String, Object> details() {
    return error.details();
  }

  /** How long the API asks to wait ({@code Retry-After}); not documented by Talkturo. */
  public final Optional<Duration> retryAfter() {
    return error.retryAfter();
  }

  /** The body as UTF-8 text, at most its first 64 KiB; empty if there was none. */
  public final String body() {
    return response.body();
  }

  private static String message(RequestSummary request, RawResponse response, ErrorBody error) {
    int status = response.statusCode();
    StringBuilder message = new StringBuilder().append(request).append(" answered ").append(status);
    if (status >= 200 && status < 300) {
      message.append(" with success: false");
    }
    List<String> location = response.headers().get("location");
    if (status >= 300 && status < 400 && location != null && !location.isEmpty()) {
      message.append(", a redirect to ").append(Messages.oneLine(location.get(0)));
      message.append(" (redirects are not followed)");
    }
    if (error.text().isPresent()) {
      message.append(": ").append(Messages.oneLine(error.text().get()));
    }
    if (!error.details().isEmpty()) {
      message.append(' ').append(Messages.oneLine(error.details().toString()));
    }
    if (error.retryAfter().isPresent()) {
      message.append("; retry after ").append(error.retryAfter().get().toMillis()).append(" ms");
    }
    if (request.attempts() > 1) {
      message.append(" (").append(withAttempts(request)).append(')');
    }
    return message.append(Messages.requestId(response)).toString();
  }
}
