package com.talkturo.sdk.testing;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import okhttp3.Headers;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A request as the server received it, whether it was answered, refused or hit by a {@link Fault}.
 * Immutable.
 */
public final class ReceivedRequest {
  private final String method;
  private final String path;
  private final Headers headers;
  private final ByteString body;
  private final Instant receivedAt;

  ReceivedRequest(
      String method, String path, Headers headers, ByteString body, Instant receivedAt) {
    this.method = method;
    this.path = path;
    this.headers = headers;
    this.body = body;
    this.receivedAt = receivedAt;
  }

  /** Returns the HTTP method, for example {@code PATCH}. */
  public String method() {
    return method;
  }

  /** Returns path and query as sent, percent-encoding included. */
  public String path() {
    return path;
  }

  /**
   * Returns all headers in an unmodifiable map whose keys are compared without case. A header sent
   * more than once has its values in the order sent.
   */
  public Map<String, List<String>> headers() {
    Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 0; i < headers.size(); i++) {
      values.computeIfAbsent(headers.name(i), name -> new ArrayList<>()).add(headers.value(i));
    }
    values.replaceAll((name, list) -> Collections.unmodifiableList(list));
    return Collections.unmodifiableMap(values);
  }

  /** Returns the value of a header, its name compared without case; the last one if repeated. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** Returns the body decoded as UTF-8, empty if there was none. */
  public String body() {
    return body.utf8();
  }

  /** Returns a copy of the body's bytes, empty if there was none. */
  public byte[] bodyBytes() {
    return body.toByteArray();
  }

  /**
   * Returns the body as plain values: {@code Map<String, Object>}, {@code List<Object>}, {@code
   * String}, {@code Integer}, {@code Long}, {@code BigInteger}, {@code Double}, {@code Boolean} or
   * null. Maps keep the order of the fields.
   *
   * @throws IllegalStateException if the body is not one JSON value, or repeats a field
   */
  public @Nullable Object json() {
    try {
      return Json.parsePlain(bodyBytes());
    } catch (IOException e) {
      throw new IllegalStateException("the body of " + this + " is not JSON: " + body(), e);
    }
  }

  /**
   * Returns the fields of the body, which all documented operations send as a JSON object; the
   * values are those of {@link #json()}.
   *
   * @throws IllegalStateException if the body is not a JSON object
   */
  @SuppressWarnings("unchecked") // Jackson's untyped maps have string keys.
  public Map<String, @Nullable Object> jsonObject() {
    Object json = json();
    if (!(json instanceof Map)) {
      throw new IllegalStateException("the body of " + this + " is not a JSON object: " + body());
    }
    return (Map<String, @Nullable Object>) json;
  }

  /** Returns when the request had been read completely, by the clock of this machine. */
  public Instant receivedAt() {
    return receivedAt;
  }

  /** Returns method, path and size of the body; never a header, since one carries the API key. */
  @Override
  public String toString() {
    return method + " " + path + " (" + body.size() + " bytes)";
  }
}
