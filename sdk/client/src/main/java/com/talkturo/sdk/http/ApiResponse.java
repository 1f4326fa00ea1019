package com.talkturo.sdk.http;

import com.talkturo.sdk.engine.Received;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A successful answer with what surrounds it on the wire.
 *
 * @param <T> the body
 */
public final class ApiResponse<T> {
  private final Received<T> received;

  private ApiResponse(Received<T> received) {
    this.received = received;
  }

  /** Internal to the SDK. */
  public static <T> ApiResponse<T> of(Received<T> received) {
    return new ApiResponse<>(received);
  }

  /** The value read from the body; {@code null} only where the request asks for {@link Void}. */
  public T body() {
    return received.value();
  }

  /** The HTTP status: any 2xx. */
  public int statusCode() {
    return received.statusCode();
  }

  /** The response headers by lower-case name, each with its values in the order received. */
  public Map<String, List<String>> headers() {
    return Collections.unmodifiableMap(received.headers());
  }

  /** The first value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    List<String> values = received.headerValues(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
  }

  /** The id that the API or a proxy gave the request; not documented by Talkturo. */
  public Optional<String> requestId() {
    return received.requestId();
  }

  /** How many attempts it took, the first included. */
  public int attempts() {
    return received.attempts();
  }

  /** Status, attempts and body; header values are left out. */
  @Override
  public String toString() {
    return "ApiResponse{statusCode="
        + statusCode()
        + ", attempts="
        + attempts()
        + ", body="
        + body()
        + "}";
  }
}
