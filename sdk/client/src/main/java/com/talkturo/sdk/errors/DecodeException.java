package com.talkturo.sdk.errors;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The API answered with success, but the answer cannot be read: not JSON, cut short, empty where a
 * resource is due, without a required field such as the id, or larger than the limit. The operation
 * itself may well have taken effect; {@link #body()} shows what arrived.
 */
public final class DecodeException extends TalkturoException {
  private static final long serialVersionUID = 1;

  private final RawResponse response;

  /** For the SDK, and for tests that need one. */
  public DecodeException(
      String reason, @Nullable Throwable cause, RequestSummary request, RawResponse response) {
    super(
        request
            + " answered "
            + response.statusCode()
            + ", but the answer cannot be read: "
            + Messages.oneLine(reason)
            + Messages.requestId(response),
        cause,
        request);
    this.response = response;
  }

  /** The HTTP status. */
  public int statusCode() {
    return response.statusCode();
  }

  /** The response headers by lower-case name. */
  public Map<String, List<String>> headers() {
    return response.headers();
  }

  /** The id that the API or a proxy gave the request; not documented by Talkturo. */
  public Optional<String> requestId() {
    return response.requestId();
  }

  /** The body as UTF-8 text, at most its first 64 KiB. */
  public String body() {
    return response.body();
  }
}
