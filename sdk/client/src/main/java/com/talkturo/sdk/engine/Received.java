package com.talkturo.sdk.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Headers;

/**
 * A value and the answer that it was read from. Users know it as {@code ApiResponse}. Internal to
 * the SDK.
 *
 * @param <T> the value
 */
public final class Received<T> {
  private final T value;
  private final int statusCode;

  /** As they came: few callers look at them, so nobody else pays for a map. */
  private final Headers headers;

  private final int attempts;

  Received(T value, int statusCode, Headers headers, int attempts) {
    this.value = value;
    this.statusCode = statusCode;
    this.headers = headers;
    this.attempts = attempts;
  }

  /** What was read. */
  public T value() {
    return value;
  }

  /** The HTTP status. */
  public int statusCode() {
    return statusCode;
  }

  /** By lower-case name. */
  public Map<String, List<String>> headers() {
    return headers.toMultimap();
  }

  /** The id that the API or a proxy gave the request. */
  public Optional<String> requestId() {
    return Failures.requestId(headers);
  }

  /** How many attempts it took. */
  public int attempts() {
    return attempts;
  }
}
