package com.talkturo.architecture.violations.engine;

import com.talkturo.architecture.violations.http.ThrowingInterceptor;

final class KnowsHttp {
  final Class<?> above = ThrowingInterceptor.class;
}
