package com.talkturo.sdk.errors;

/** 402: the account does not have enough credits. */
public final class InsufficientCreditsException extends ApiException {
  private static final long serialVersionUID = 1;

  InsufficientCreditsException(RequestSummary request, RawResponse response, ErrorBody error) {
    super(request, response, error);
  }
}
