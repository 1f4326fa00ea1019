package com.talkturo.sdk.engine;

import java.io.IOException;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * The first interceptor behind OkHttp's own: hides the headers of an answer that OkHttp would act
 * upon. It repeats a 503 with {@code Retry-After: 0} by itself, throws on one beyond int, and
 * unpacks whatever is labelled {@code gzip}.
 */
final class VeilInterceptor implements Interceptor {
  /** Where {@code Retry-After} of a 503 waits while OkHttp must not see it. */
  private static final String HIDDEN_RETRY_AFTER = "Talkturo-Sdk-Retry-After";

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if ("gzip".equalsIgnoreCase(response.header("Content-Encoding"))) {
      // ExchangeInterceptor goes by what arrives.
      response = response.newBuilder().removeHeader("Content-Encoding").build();
    }
    return response.code() == 503 && response.header("Retry-After") != null
        ? renamed(response, "Retry-After", HIDDEN_RETRY_AFTER)
        : response;
  }

  /** The response as the server sent it, for whoever comes after OkHttp. */
  static Response unveiled(Response response) {
    return response.header(HIDDEN_RETRY_AFTER) == null
        ? response
        : renamed(response, HIDDEN_RETRY_AFTER, "Retry-After");
  }

  /** The response with all values of a header moved to another name. */
  private static Response renamed(Response response, String from, String to) {
    Headers.Builder renamed = response.headers().newBuilder().removeAll(from);
    for (String value : response.headers(from)) {
      renamed.addUnsafeNonAscii(to, value);
    }
    return response.newBuilder().headers(renamed.build()).build();
  }
}
