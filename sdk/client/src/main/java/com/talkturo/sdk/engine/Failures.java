package com.talkturo.sdk.engine;

import com.talkturo.sdk.errors.ApiException;
import com.talkturo.sdk.errors.DecodeException;
import com.talkturo.sdk.errors.ErrorBody;
import com.talkturo.sdk.errors.InterruptedCallException;
import com.talkturo.sdk.errors.NotSentException;
import com.talkturo.sdk.errors.RawResponse;
import com.talkturo.sdk.errors.TimeoutException;
import com.talkturo.sdk.errors.TransportException;
import com.talkturo.sdk.json.Trees;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the exception of every failure, and sees to it that none shows a key. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Loggers.ATTEMPT);

  /** Bytes of a body that an exception keeps. */
  static final int MAX_KEPT_BYTES = 64 * 1024;

  private static final String[] REQUEST_ID_HEADERS = {"x-request-id", "request-id"};

  private Failures() {}

  /** The API answered, and the answer is a failure. */
  static ApiException answered(
      Endpoint<?> endpoint, Response response, byte[] body, CallState state) {
    KeyMask key = key(response, state);
    ErrorBody.Builder error = ErrorBody.builder().retryAfter(RetryAfter.of(response.headers()));
    Map<String, Object> members = ErrorReader.read(body, key, MAX_KEPT_BYTES, error);
    return endpoint
        .failure()
        .of(state.summary(), raw(response, text(body), key), error.build(), members);
  }

  /** The API answered with success, and the answer cannot be read. */
  static DecodeException unreadable(
      String reason, @Nullable Throwable cause, Response response, byte[] body, CallState state) {
    KeyMask key = key(response, state);
    String text = text(body);
    // A caller's own type may quote what it trips over, which may be a part of the key.
    boolean mayQuoteTheKey = cause != null && (key.finds(text) || key.finds(cause));
    return new DecodeException(
        key.hide(reason), mayQuoteTheKey ? null : cause, state.summary(), raw(response, text, key));
  }

  /** No usable answer came. */
  static Throwable unanswered(IOException thrown, CallState state) {
    if (thrown instanceof CarriedFailure) {
      return carried(((CarriedFailure) thrown).reason(), state);
    }
    if (thrown.getCause() instanceof Error) {
      return thrown.getCause();
    }
    IOException e = state.keyMask().hide(thrown);
    if (Thread.currentThread().isInterrupted()) {
      return new InterruptedCallException(e, state.summary());
    }
    if (state.nanosLeft() <= 0) {
      return new TimeoutException(
          "the deadline of " + state.timeout().toMillis() + " ms passed",
          e,
          state.summary(),
          state.cutOff());
    }
    if (state.isClientClosed()) {
      return new TransportException("the client was closed", e, state.summary());
    }
    String reason = reason(e);
    if (thrown instanceof GivenUpException) {
      return new NotSentException(
          reason, e, state.summary(), ((GivenUpException) thrown).retryAfter());
    }
    return thrown instanceof SocketTimeoutException
        ? new TimeoutException(
            "an attempt took too long: " + reason, e, state.summary(), state.cutOff())
        : new TransportException(reason, e, state.summary(), state.cutOff());
  }

  /** What the user's code threw reaches the caller as it is. */
  private static Throwable carried(Throwable reason, CallState state) {
    if (state.isSent()) {
      LOG.warn(
          "{} had been sent when the key supplier or an interceptor threw {}",
          state.endpoint(),
          reason.getClass().getName());
    }
    return reason;
  }

  private static String reason(IOException e) {
    boolean isLate = e.getCause() instanceof java.util.concurrent.TimeoutException;
    if (e instanceof UnknownHostException && !isLate) {
      return "the host is not known: " + e.getMessage();
    }
    return e.getMessage() == null ? e.getClass().getName() : e.getMessage();
  }

  /** What has arrived of an answer whose body stopped short. */
  static RawResponse cutOff(Response response, CallState state) {
    byte[] body = head(response.body().source().getBuffer());
    return raw(response, text(body), key(response, state));
  }

  /** As much of what has arrived as an exception keeps. */
  static byte[] head(Buffer received) {
    Buffer head = new Buffer();
    received.copyTo(head, 0, Math.min(received.size(), MAX_KEPT_BYTES));
    return head.readByteArray();
  }

  private static String text(byte[] body) {
    return Trees.text(body.length > MAX_KEPT_BYTES ? Arrays.copyOf(body, MAX_KEPT_BYTES) : body);
  }

  private static RawResponse raw(Response response, String body, KeyMask key) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    response
        .headers()
        .toMultimap()
        .forEach((name, values) -> headers.put(key.hide(name), hidden(values, key)));
    return RawResponse.builder()
        .statusCode(response.code())
        .headers(headers)
        .requestId(requestId(response.headers()).map(key::hide))
        .body(key.hide(body))
        .build();
  }

  private static List<String> hidden(List<String> values, KeyMask key) {
    List<String> clean = new ArrayList<>(values);
    clean.replaceAll(value -> key.hide(value));
    return clean;
  }

  static Optional<String> requestId(Headers headers) {
    for (String name : REQUEST_ID_HEADERS) {
      String id = headers.get(name);
      if (id != null && !id.isEmpty()) {
        return Optional.of(id);
      }
    }
    return Optional.empty();
  }

  /** The keys of the call, and what an interceptor may have signed the request with instead. */
  private static KeyMask key(Response response, CallState state) {
    String authorization = response.request().header("Authorization");
    return authorization == null
        ? state.keyMask()
        : state.keyMask().with(authorization.substring(authorization.lastIndexOf(' ') + 1));
  }
}
