package com.talkturo.sdk.http;

import com.talkturo.sdk.json.Decoder;
import java.util.List;

/**
 * One operation of the API: method, path template, how its answer is read, and whether a repeat is
 * harmless. Internal to the SDK.
 *
 * @param <T> what the answer is read into
 */
public final class Endpoint<T> {
  private final String method;
  private final PathTemplate pathTemplate;
  private final Decoder<T> decoder;
  private final boolean repeatable;

  Endpoint(String method, PathTemplate pathTemplate, Decoder<T> decoder, boolean repeatable) {
    this.method = method;
    this.pathTemplate = pathTemplate;
    this.decoder = decoder;
    this.repeatable = repeatable;
  }

  /** An operation that must not be repeated once it may have been processed. */
  public static <T> Endpoint<T> once(String method, String pathTemplate, Decoder<T> decoder) {
    return new Endpoint<>(method, PathTemplate.of(pathTemplate), decoder, false);
  }

  /** An operation that has the same effect however often it is processed. */
  public static <T> Endpoint<T> repeatable(String method, String pathTemplate, Decoder<T> decoder) {
    return new Endpoint<>(method, PathTemplate.of(pathTemplate), decoder, true);
  }

  String method() {
    return method;
  }

  String pathTemplate() {
    return pathTemplate.toString();
  }

  Decoder<T> decoder() {
    return decoder;
  }

  boolean isRepeatable() {
    return repeatable;
  }

  /** The path with its placeholders filled. */
  String path(List<String> values) {
    return pathTemplate.fill(values);
  }

  /** {@code PATCH /api/assistants/{assistantId}}. */
  @Override
  public String toString() {
    return method + " " + pathTemplate;
  }
}
