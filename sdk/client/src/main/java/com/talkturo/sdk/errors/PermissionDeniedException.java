package com.talkturo.sdk.errors;

/**
 * 403: the API key is valid, but not allowed to do this, for example to another account's
 * assistant.
 */
public final class PermissionDeniedException extends ApiException {
  private static final long serialVersionUID = 1;

  PermissionDeniedException(RequestSummary request, RawResponse response, ErrorBody error) {
    super(request, response, error);
  }
}
