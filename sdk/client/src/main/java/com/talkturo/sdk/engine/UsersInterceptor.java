package com.talkturo.sdk.engine;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * A network interceptor of the user's. OkHttp's own exceptions pass it as IOException, so that any
 * other is the user's, and reaches the caller as it is.
 */
final class UsersInterceptor implements Interceptor {
  private final Interceptor users;

  UsersInterceptor(Interceptor users) {
    this.users = users;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    try {
      return users.intercept(chain);
    } catch (RuntimeException | Error e) {
      throw new CarriedFailure(e);
    }
  }
}
