package com.talkturo.sdk.errors;

/** 400: a parameter is missing or invalid; {@link #errorText()} says which. */
public final class BadRequestException extends ApiException {
  private static final long serialVersionUID = 1;

  BadRequestException(RequestSummary request, RawResponse response, ErrorBody error) {
    super(request, response, error);
  }
}
