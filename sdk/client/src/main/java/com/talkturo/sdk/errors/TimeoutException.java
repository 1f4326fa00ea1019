package com.talkturo.sdk.errors;

import org.jspecify.annotations.Nullable;

/** The deadline of the call passed, or the last attempt ran into its own timeout. */
public final class TimeoutException extends TransportException {
  private static final long serialVersionUID = 1;

  /** For the SDK, and for tests that need one. */
  public TimeoutException(String message, @Nullable Throwable cause, RequestSummary request) {
    super(message, cause, request);
  }

  /** For the SDK, and for tests that need one. */
  public TimeoutException(
      String message,
      @Nullable Throwable cause,
      RequestSummary request,
      @Nullable RawResponse partialResponse) {
    super(message, cause, request, partialResponse);
  }
}
