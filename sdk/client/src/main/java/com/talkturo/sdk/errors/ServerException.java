package com.talkturo.sdk.errors;

/** 5xx: the API or a proxy in front of it failed. */
public class ServerException extends ApiException {
  private static final long serialVersionUID = 1;

  /** For the SDK's own subclasses. */
  protected ServerException(RequestSummary request, RawResponse response, ErrorBody error) {
    super(request, response, error);
  }
}
