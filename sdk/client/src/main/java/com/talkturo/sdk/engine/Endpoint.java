package com.talkturo.sdk.engine;

import com.talkturo.sdk.errors.ApiException;
import com.talkturo.sdk.errors.ErrorBody;
import com.talkturo.sdk.errors.RawResponse;
import com.talkturo.sdk.errors.RequestSummary;
import com.talkturo.sdk.json.Decoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the API: method, path template, how its answer is read, and whether a repeat is
 * harmless. Internal to the SDK.
 *
 * @param <T> the type of the answer
 */
public final class Endpoint<T> {
  private final String method;
  private final PathTemplate pathTemplate;
  private final Decoder<T> decoder;
  private final boolean repeatable;
  private final boolean anonymous;
  private final Duration leastReadTimeout;
  private final Failure failure;
  private final @Nullable Supplier<T> gone;

  private Endpoint(
      String method,
      PathTemplate pathTemplate,
      Decoder<T> decoder,
      boolean repeatable,
      boolean anonymous,
      Duration leastReadTimeout,
      Failure failure,
      @Nullable Supplier<T> gone) {
    this.method = method;
    this.pathTemplate = pathTemplate;
    this.decoder = decoder;
    this.repeatable = repeatable;
    this.anonymous = anonymous;
    this.leastReadTimeout = leastReadTimeout;
    this.failure = failure;
    this.gone = gone;
  }

  /** Makes the exception of an answer that is a failure. */
  @FunctionalInterface
  public interface Failure {
    /**
     * The exception.
     *
     * @param members what the body holds if it is a JSON object, without any key
     */
    ApiException of(
        RequestSummary request, RawResponse answer, ErrorBody error, Map<String, Object> members);
  }

  /** An operation that a user describes. */
  public static <T> Endpoint<T> of(
      String method, PathTemplate pathTemplate, Decoder<T> decoder, boolean repeatable) {
    return new Endpoint<>(
        method,
        pathTemplate,
        decoder,
        repeatable,
        false,
        Duration.ZERO,
        (request, answer, error, members) -> ApiException.of(request, answer, error),
        null);
  }

  /** An operation that must not be repeated once it may have been processed. */
  public static <T> Endpoint<T> atMostOnce(String method, String pathTemplate, Decoder<T> decoder) {
    return of(method, PathTemplate.of(pathTemplate), decoder, false);
  }

  /** An operation that has the same effect however often it is processed. */
  public static <T> Endpoint<T> repeatable(String method, String pathTemplate, Decoder<T> decoder) {
    return of(method, PathTemplate.of(pathTemplate), decoder, true);
  }

  /** This operation without the API key; a request may still bring a credential of its own. */
  public Endpoint<T> withoutKey() {
    return new Endpoint<>(
        method, pathTemplate, decoder, repeatable, true, leastReadTimeout, failure, gone);
  }

  /** This operation, which waits this long for the next byte even if the client waits less. */
  public Endpoint<T> withReadTimeoutOfAtLeast(Duration timeout) {
    return new Endpoint<>(
        method, pathTemplate, decoder, repeatable, anonymous, timeout, failure, gone);
  }

  /** This operation with exceptions of its own. */
  public Endpoint<T> withFailure(Failure ownFailure) {
    return new Endpoint<>(
        method, pathTemplate, decoder, repeatable, anonymous, leastReadTimeout, ownFailure, gone);
  }

  /**
   * This operation, where a 404 means success if the outcome of an earlier attempt is not known.
   *
   * @param value the value of the answer then
   */
  public Endpoint<T> withGone(Supplier<T> value) {
    return new Endpoint<>(
        method, pathTemplate, decoder, repeatable, anonymous, leastReadTimeout, failure, value);
  }

  /** The HTTP method. */
  public String method() {
    return method;
  }

  /** The path with its placeholders. */
  public String pathTemplate() {
    return pathTemplate.toString();
  }

  Decoder<T> decoder() {
    return decoder;
  }

  boolean isRepeatable() {
    return repeatable;
  }

  boolean isAnonymous() {
    return anonymous;
  }

  Duration leastReadTimeout() {
    return leastReadTimeout;
  }

  Failure failure() {
    return failure;
  }

  /** The value of a 404 after an attempt of unknown outcome; null if that is a failure. */
  @Nullable Supplier<T> gone() {
    return gone;
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
