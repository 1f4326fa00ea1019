package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Ends the handling of a request with an error answer. */
final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient @Nullable ObjectNode body;
  private final transient List<Finding> findings;
  private final transient Headers headers;

  ApiError(int status, String message) {
    this(status, message, null, Collections.emptyList(), Headers.EMPTY);
  }

  /** An error whose body is not in the usual shape of its API. */
  ApiError(int status, String message, ObjectNode body) {
    this(status, message, body, Collections.emptyList(), Headers.EMPTY);
  }

  /** An error of a body with several faults. */
  ApiError(int status, String message, List<Finding> findings) {
    this(status, message, null, findings, Headers.EMPTY);
  }

  private ApiError(
      int status,
      String message,
      @Nullable ObjectNode body,
      List<Finding> findings,
      Headers headers) {
    // No stack trace: it is an answer, and load tests produce many.
    super(message, null, false, false);
    this.status = status;
    this.body = body;
    this.findings = Collections.unmodifiableList(findings);
    this.headers = headers;
  }

  static ApiError badRequest(String message) {
    return new ApiError(400, message);
  }

  static ApiError notFound() {
    return new ApiError(404, "Not found");
  }

  static ApiError methodNotAllowed(Iterable<String> allowed) {
    return new ApiError(405, "Method not allowed").withHeader("Allow", String.join(", ", allowed));
  }

  ApiError withHeader(String name, String value) {
    return new ApiError(
        status, text(), body, findings, headers.newBuilder().add(name, value).build());
  }

  int status() {
    return status;
  }

  String text() {
    return String.valueOf(getMessage());
  }

  List<Finding> findings() {
    return findings;
  }

  Answer answer(ErrorShape shape) {
    Answer answer = Answer.json(status, body == null ? shape.body(this) : body);
    for (int i = 0; i < headers.size(); i++) {
      answer = answer.withAddedHeader(headers.name(i), headers.value(i));
    }
    return answer;
  }
}
