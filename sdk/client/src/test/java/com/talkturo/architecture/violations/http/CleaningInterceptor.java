package com.talkturo.architecture.violations.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Breaks no rule: a finally block and a monitor let pass what comes, and the rest is wrapped. */
final class CleaningInterceptor implements Interceptor {
  private int calls;

  @Override
  public Response intercept(Chain chain) throws IOException {
    try {
      return chain.proceed(chain.request());
    } catch (IOException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new IOException(e);
    } finally {
      synchronized (this) {
        calls++;
      }
    }
  }
}
