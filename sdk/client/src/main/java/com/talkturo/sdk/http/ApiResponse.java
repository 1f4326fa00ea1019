package com.talkturo.sdk.http;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Headers;

/**
 * A successful answer with what surrounds it on the wire.
 *
 * @param <T> the body
 */
public final class ApiResponse<T> {
  private final T body;
  private final int statusCode;

  /** As they came: few callers look at them, so nobody else pays for a map. */
  private final Headers headers;

  private final int attempts;

  ApiResponse(T body, int statusCode, Headers headers, int attempts) {
    this.body = body;
    this.statusCode = statusCode;
    this.headers = headers;
    this.attempts = attempts;
  }

  /** The value read from the body; {@code null} only where the request asks for {@link Void}. */
  public T body() {
    return body;
  }

  /** The HTTP status: any 2xx. */
  public int statusCode() {
    return statusCode;
  }

  /** The response headers by lower-case name, each with its values in the order received. */
  public Map<String, List<String>> headers() {
    return Collections.unmodifiableMap(headers.toMultimap());
  }

  /** The first value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    List<String> values = headers.values(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
  }

  /** The id that the API or a proxy gave the request; not documented by Talkturo. */
  public Optional<String> requestId() {
    return ResponseReader.requestId(headers);
  }

  /** How many attempts it took, the first included. */
  public int attempts() {
    return attempts;
  }

  /** Status, attempts and body; header values are left out. */
  @Override
  public String toString() {
    return "ApiResponse{statusCode="
        + statusCode()
        + ", attempts="
        + attempts
        + ", body="
        + body
        + "}";
  }
}
