package com.talkturo.sdk.errors;

/** 422: the request was understood, but a value is not acceptable; see {@link #details()}. */
public final class UnprocessableEntityException extends ApiException {
  private static final long serialVersionUID = 1;

  UnprocessableEntityException(RequestSummary request, RawResponse response, ErrorBody error) {
    super(request, response, error);
  }
}
