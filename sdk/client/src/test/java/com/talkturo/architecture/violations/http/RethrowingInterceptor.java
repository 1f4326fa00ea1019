package com.talkturo.architecture.violations.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Throws again what it caught and what a method made: neither is made here. */
final class RethrowingInterceptor implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    try {
      return chain.proceed(chain.request());
    } catch (IllegalStateException e) {
      throw e;
    } catch (RuntimeException e) {
      RuntimeException again = e;
      throw again;
    } catch (Error e) {
      throw failure(e);
    }
  }

  private static RuntimeException failure(Throwable cause) {
    return new IllegalArgumentException(cause);
  }
}
