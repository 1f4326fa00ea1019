package com.talkturo.sdk.errors;

/** 404: there is no such resource, or the API key cannot see it. */
public final class NotFoundException extends ApiException {
  private static final long serialVersionUID = 1;

  NotFoundException(RequestSummary request, RawResponse response, ErrorBody error) {
    super(request, response, error);
  }
}
