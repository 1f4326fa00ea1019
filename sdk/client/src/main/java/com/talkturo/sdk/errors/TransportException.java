package com.talkturo.sdk.errors;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * No usable answer arrived: the name did not resolve, the connection was refused or lost, TLS
 * failed, or time ran out ({@link TimeoutException}). The cause is the {@link java.io.IOException}.
 *
 * <p>After a lost create, ask {@link #requestSent()} before creating again: Talkturo documents no
 * idempotency key.
 */
public class TransportException extends TalkturoException {
  private static final long serialVersionUID = 1;

  private final boolean requestSent;
  private final @Nullable RawResponse partialResponse;

  /** For the SDK, and for tests that need one. */
  public TransportException(String message, @Nullable Throwable cause, RequestSummary request) {
    this(message, cause, request, null);
  }

  /** For the SDK, and for tests that need one. */
  public TransportException(
      String message,
      @Nullable Throwable cause,
      RequestSummary request,
      @Nullable RawResponse partialResponse) {
    super(
        request + " failed: " + Messages.oneLine(message) + " (" + howFar(request) + ")",
        cause,
        request);
    this.requestSent = request.sent();
    this.partialResponse = partialResponse;
  }

  /**
   * Whether the API may have processed the request: {@code false} only if it provably has not, in
   * any attempt.
   */
  public boolean requestSent() {
    return requestSent;
  }

  /**
   * What had arrived of a successful answer when the connection was lost: its body may show the id
   * of an assistant that was created.
   */
  public Optional<RawResponse> partialResponse() {
    return Optional.ofNullable(partialResponse);
  }
}
