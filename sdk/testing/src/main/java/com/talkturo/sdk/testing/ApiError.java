package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Ends the handling of a request with an error answer. */
final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  ApiError(int status, String message) {
    // No stack trace: it is an answer, and load tests produce many.
    super(message, null, false, false);
    this.status = status;
  }

  static ApiError badRequest(String message) {
    return new ApiError(400, message);
  }

  Answer answer() {
    ObjectNode body = Json.object();
    // The documents show 401 without `success` and every other error with it.
    if (status != 401) {
      body.put("success", false);
    }
    return Answer.json(status, body.put("error", getMessage()));
  }
}
