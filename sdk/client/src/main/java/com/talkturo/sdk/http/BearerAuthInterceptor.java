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
    String key = ApiKey.checked(apiKey.get());
    CallState.of(chain.call()).signedWith(key);
    return chain.proceed(
        chain.request().newBuilder().header("Authorization", "Bearer " + key).build());
  }
}
