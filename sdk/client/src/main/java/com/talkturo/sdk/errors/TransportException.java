package com.talkturo.sdk.errors;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * No usable answer arrived: the name did not resolve, the connection was refused or lost, TLS
 * failed, time ran out ({@link TimeoutException}), the client was closed, or the SDK gave up before
 * sending ({@link NotSentException}). The cause is the {@link java.io.IOException}.
 *
 * <p>After a lost create, ask {@link #mayHaveTakenEffect()} before creating again: Talkturo
 * documents no idempotency key.
 */
public class TransportException extends TalkturoException {
  private static final long serialVersionUID = 1;

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
    this.partialResponse = partialResponse;
  }

  /**
   * What had arrived of a successful answer when the connection was lost or time ran out: its body
   * may show the id of an assistant that was created.
   */
  public Optional<RawResponse> partialResponse() {
    return Optional.ofNullable(partialResponse);
  }
}
