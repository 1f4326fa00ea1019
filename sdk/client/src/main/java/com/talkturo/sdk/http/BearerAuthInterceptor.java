package com.talkturo.sdk.http;

import java.io.IOException;
import java.util.function.Supplier;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Signs each attempt with the key that the supplier returns at that moment. */
final class BearerAuthInterceptor implements Interceptor {
  private final Supplier<String> apiKey;

  BearerAuthInterceptor(Supplier<String> apiKey) {
    this.apiKey = apiKey;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    CallState state = CallState.of(chain.call());
    String key = state.apiKey();
    if (key == null) {
      key = ask();
      state.signedWith(key);
    }
    return chain.proceed(
        chain.request().newBuilder().header("Authorization", "Bearer " + key).build());
  }

  private String ask() throws Refusal {
    try {
      return ApiKey.checked(apiKey.get());
    } catch (Throwable e) {
      // Kotlin throws undeclared what would pass for a failure of the network here.
      throw new Refusal(e);
    }
  }
}
