package com.talkturo.sdk.engine;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Signs each attempt with the secret that its supplier returns at that moment. */
final class AuthInterceptor implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    CallState state = CallState.of(chain.call());
    Credential credential = state.credential();
    if (credential == null) {
      return chain.proceed(chain.request());
    }
    String secret = state.secret();
    if (secret == null) {
      secret = ask(credential);
      state.signedWith(secret);
    }
    return chain.proceed(
        chain
            .request()
            .newBuilder()
            .header(credential.header(), credential.value(secret, bytes(chain)))
            .build());
  }

  private static byte @Nullable [] bytes(Chain chain) {
    return chain.request().body() instanceof OneShotBody
        ? ((OneShotBody) chain.request().body()).bytes()
        : null;
  }

  private static String ask(Credential credential) throws CarriedFailure {
    try {
      return credential.secret();
    } catch (Throwable e) {
      // Kotlin throws undeclared what would pass for a failure of the network here.
      throw new CarriedFailure(e);
    }
  }
}
