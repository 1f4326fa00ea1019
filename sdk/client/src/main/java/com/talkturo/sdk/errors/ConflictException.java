package com.talkturo.sdk.errors;

/** 409: the request conflicts with what exists. */
public final class ConflictException extends ApiException {
  private static final long serialVersionUID = 1;

  ConflictException(RequestSummary request, RawResponse response, ErrorBody error) {
    super(request, response, error);
  }
}
