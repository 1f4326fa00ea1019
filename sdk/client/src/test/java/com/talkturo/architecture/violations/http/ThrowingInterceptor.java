package com.talkturo.architecture.violations.http;

import com.talkturo.architecture.violations.Entry;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Throws what is no IOException, and knows the entry. */
public final class ThrowingInterceptor implements Interceptor {
  Entry entry = new Entry();

  @Override
  public Response intercept(Chain chain) {
    throw new IllegalStateException("not an IOException");
  }
}
