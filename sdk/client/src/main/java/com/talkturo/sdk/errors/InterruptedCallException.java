package com.talkturo.sdk.errors;

import org.jspecify.annotations.Nullable;

/** The calling thread was interrupted; its interrupt flag is set again. */
public final class InterruptedCallException extends TalkturoException {
  private static final long serialVersionUID = 1;

  /** For the SDK, and for tests that need one. */
  public InterruptedCallException(@Nullable Throwable cause, RequestSummary request) {
    super(request + " was interrupted (" + howFar(request) + ")", cause, request);
  }
}
