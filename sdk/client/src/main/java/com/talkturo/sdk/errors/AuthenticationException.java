package com.talkturo.sdk.errors;

/** 401: the API key is missing, malformed or revoked. */
public final class AuthenticationException extends ApiException {
  private static final long serialVersionUID = 1;

  AuthenticationException(RequestSummary request, RawResponse response, ErrorBody error) {
    super(request, response, error);
  }
}
