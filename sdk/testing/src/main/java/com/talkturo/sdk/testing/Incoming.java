package com.talkturo.sdk.testing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** A request on its way to an operation, with its caller and the variables of its path. */
final class Incoming {
  private static final String BEARER = "Bearer ";

  private final ReceivedRequest request;
  private final List<String> variables;
  private final Caller caller;

  Incoming(ReceivedRequest request, List<String> variables, Caller caller) {
    this.request = request;
    this.variables = variables;
    this.caller = caller;
  }

  /** The token of the {@code Authorization} header, or null if there is none. */
  static @Nullable String bearerToken(ReceivedRequest request) {
    String authorization = request.header("Authorization").orElse("");
    return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? authorization.substring(BEARER.length()).trim()
        : null;
  }

  static boolean sameSecret(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  ReceivedRequest request() {
    return request;
  }

  Caller caller() {
    return caller;
  }

  /** The value of the path's only variable. */
  String id() {
    return PathTemplate.decode(variables.get(0));
  }

  /** The first value of a query parameter, or null if it is missing or empty. */
  @Nullable String query(String name) {
    HttpUrl url = HttpUrl.parse("http://localhost" + request.path());
    String value = url == null ? null : url.queryParameter(name);
    return value == null || value.isEmpty() ? null : value;
  }

  String requiredQuery(String name) {
    String value = query(name);
    if (value == null) {
      throw ApiError.badRequest(name + " is required in the query");
    }
    return value;
  }

  boolean queryFlag(String name) {
    String value = query(name);
    if (value == null || value.equals("false") || value.equals("0")) {
      return false;
    }
    if (value.equals("true") || value.equals("1")) {
      return true;
    }
    throw ApiError.badRequest(name + " must be true or false, not " + value);
  }

  Fields body() {
    return Fields.of(request);
  }

  /** The body, or no fields where the operation needs none and nothing was sent. */
  Fields optionalBody() {
    return request.bodyBytes().length == 0 ? Fields.none() : body();
  }
}
