package com.talkturo.sdk.http;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A successful answer with what surrounds it on the wire.
 *
 * @param <T> the body
 */
public final class ApiResponse<T> {
  private final T body;
  private final int statusCode;
  private final Map<String, List<String>> headers;
  private final Optional<String> requestId;
  private final int attempts;

  private ApiResponse(
      T body,
      int statusCode,
      Map<String, List<String>> headers,
      Optional<String> requestId,
      int attempts) {
    this.body = body;
    this.statusCode = statusCode;
    this.headers = headers;
    this.requestId = requestId;
    this.attempts = attempts;
  }

  /**
   * An answer, for the SDK and for tests that replace the client.
   *
   * @param headers by name, in any case
   */
  public static <T> ApiResponse<T> of(
      T body,
      int statusCode,
      Map<String, List<String>> headers,
      Optional<String> requestId,
      int attempts) {
    Map<String, List<String>> byName = new TreeMap<>();
    headers.forEach((name, values) -> byName.put(name.toLowerCase(Locale.ROOT), values));
    return new ApiResponse<>(
        body, statusCode, Collections.unmodifiableMap(byName), requestId, attempts);
  }

  /** The value read from the body; {@code null} only where the request asks for {@link Void}. */
  public T body() {
    return body;
  }

  /** The HTTP status: any 2xx, or 404 where the operation takes that for success. */
  public int statusCode() {
    return statusCode;
  }

  /** The response headers by lower-case name, each with its values in the order received. */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /** The first value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
    return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
  }

  /** The id that the API or a proxy gave the request; not documented by Talkturo. */
  public Optional<String> requestId() {
    return requestId;
  }

  /** How many attempts it took, the first included. */
  public int attempts() {
    return attempts;
  }

  /** Status, attempts and body; header values are left out. */
  @Override
  public String toString() {
    return "ApiResponse{statusCode="
        + statusCode
        + ", attempts="
        + attempts
        + ", body="
        + body
        + "}";
  }
}
