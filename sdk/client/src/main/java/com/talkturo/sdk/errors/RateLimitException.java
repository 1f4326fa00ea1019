package com.talkturo.sdk.errors;

/** 429: too many requests for this API key (1000 an hour by default, according to Talkturo). */
public final class RateLimitException extends ApiException {
  private static final long serialVersionUID = 1;

  RateLimitException(RequestSummary request, RawResponse response, ErrorBody error) {
    super(request, response, error);
  }
}
