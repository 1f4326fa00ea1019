package com.talkturo.sdk.http;

import com.talkturo.sdk.errors.ApiException;
import com.talkturo.sdk.errors.DecodeException;
import com.talkturo.sdk.errors.ErrorBody;
import com.talkturo.sdk.errors.RawResponse;
import com.talkturo.sdk.errors.TalkturoException;
import com.talkturo.sdk.json.Decoder;
import com.talkturo.sdk.json.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Where an answer becomes a value or an exception: the one place that decides. */
final class ResponseReader {
  private static final int MAX_KEPT_BYTES = ExchangeInterceptor.MAX_ERROR_BYTES;

  /** More than anybody reads; an answer of 10 MiB could hold millions. */
  private static final int MAX_DETAILS = 1000;

  private static final String[] REQUEST_ID_HEADERS = {"x-request-id", "request-id"};

  private final long maxResponseBytes;

  ResponseReader(long maxResponseBytes) {
    this.maxResponseBytes = maxResponseBytes;
  }

  /**
   * Reads an answer whose body has arrived.
   *
   * @throws TalkturoException if the answer is a failure or cannot be read
   */
  <T> ApiResponse<T> read(Endpoint<T> endpoint, Response response, CallState state) {
    Buffer received = response.body().source().getBuffer();
    if (!response.isSuccessful()) {
      throw apiException(response, head(received), state);
    }
    if (received.size() > maxResponseBytes) {
      throw decodeException(
          "it is larger than " + maxResponseBytes + " bytes",
          null,
          response,
          head(received),
          state);
    }
    byte[] body = received.readByteArray();
    try {
      T value = endpoint.decoder().decode(body);
      return new ApiResponse<>(value, response.code(), response.headers(), state.attempts());
    } catch (Decoder.SuccessFalse e) {
      throw apiException(response, body, state);
    } catch (IOException | RuntimeException e) {
      // Whatever a parser trips over, the caller gets what arrived.
      throw decodeException(String.valueOf(e.getMessage()), e, response, body, state);
    }
  }

  private static ApiException apiException(Response response, byte[] body, CallState state) {
    KeyMask key = key(response, state);
    ErrorBody.Builder error = ErrorBody.builder().retryAfter(RetryAfter.of(response.headers()));
    readError(body, key, error);
    return ApiException.of(state.summary(), raw(response, text(body), key), error.build());
  }

  private static DecodeException decodeException(
      String reason, @Nullable Throwable cause, Response response, byte[] body, CallState state) {
    KeyMask key = key(response, state);
    String text = text(body);
    // A caller's own type may quote what it trips over, which may be a part of the key.
    boolean mayQuoteTheKey = cause != null && key.finds(text);
    return new DecodeException(
        key.hide(reason), mayQuoteTheKey ? null : cause, state.summary(), raw(response, text, key));
  }

  /** What has arrived of an answer whose body stopped short. */
  static RawResponse cutOff(Response response, CallState state) {
    byte[] body = head(response.body().source().getBuffer());
    return raw(response, text(body), key(response, state));
  }

  private static byte[] head(Buffer received) {
    Buffer head = new Buffer();
    received.copyTo(head, 0, Math.min(received.size(), MAX_KEPT_BYTES));
    return head.readByteArray();
  }

  private static String text(byte[] body) {
    return new String(body, 0, Math.min(body.length, MAX_KEPT_BYTES), StandardCharsets.UTF_8);
  }

  private static RawResponse raw(Response response, String body, KeyMask key) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    response
        .headers()
        .toMultimap()
        .forEach((name, values) -> headers.put(key.hide(name), redacted(values, key)));
    return RawResponse.builder()
        .statusCode(response.code())
        .headers(headers)
        .requestId(requestId(response.headers()).map(key::hide))
        .body(key.hide(body))
        .build();
  }

  private static List<String> redacted(List<String> values, KeyMask key) {
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

  /** Understands every error shape that Talkturo's documents show, and keeps quiet on others. */
  private static void readError(byte[] body, KeyMask key, ErrorBody.Builder error) {
    Object tree;
    try {
      tree = Trees.parse(body);
    } catch (IOException | RuntimeException e) {
      return;
    }
    if (!(tree instanceof Map)) {
      return;
    }
    Map<?, ?> members = (Map<?, ?>) tree;
    Map<String, Object> details = new LinkedHashMap<>();
    Optional<String> text = Optional.empty();
    if (members.get("error") instanceof Map) {
      Map<?, ?> inner = (Map<?, ?>) members.get("error");
      text = firstText(inner, "message", "error", "code");
      addDetails(inner, text, key, details);
    }
    if (!text.isPresent()) {
      text = firstText(members, "error", "message", "detail");
    }
    addDetails(members.get("details"), Optional.empty(), key, details);
    Object message = members.get("message");
    if (message != null && !text.equals(Optional.of(message))) {
      details.putIfAbsent("message", clean(key, message));
    }
    error.text(text.map(value -> bounded(key.hide(value))));
    if (body.length <= MAX_KEPT_BYTES) {
      error.details(details);
    }
  }

  private static String bounded(String text) {
    return text.substring(0, Math.min(text.length(), MAX_KEPT_BYTES));
  }

  private static Optional<String> firstText(Map<?, ?> members, String... names) {
    for (String name : names) {
      Object value = members.get(name);
      if (value instanceof String && !((String) value).trim().isEmpty()) {
        return Optional.of((String) value);
      }
    }
    return Optional.empty();
  }

  private static void addDetails(
      @Nullable Object tree, Optional<String> text, KeyMask key, Map<String, Object> details) {
    if (tree instanceof Map) {
      ((Map<?, ?>) tree)
          .forEach(
              (name, value) -> {
                boolean isTold = text.equals(Optional.ofNullable(value));
                if (value != null && !isTold && details.size() < MAX_DETAILS) {
                  details.put(key.hide((String) name), clean(key, value));
                }
              });
    } else if (tree instanceof Collection) {
      for (Object value : (Collection<?>) tree) {
        if (details.size() == MAX_DETAILS) {
          break;
        }
        details.put(Integer.toString(details.size()), clean(key, value == null ? "null" : value));
      }
    } else if (tree != null) {
      details.put("details", clean(key, tree));
    }
  }

  private static Object clean(KeyMask key, Object tree) {
    return Trees.replaceText(tree, text -> key.hide(text));
  }
}
