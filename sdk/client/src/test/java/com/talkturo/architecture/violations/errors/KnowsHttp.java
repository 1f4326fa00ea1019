package com.talkturo.architecture.violations.errors;

import com.talkturo.architecture.violations.http.ThrowingInterceptor;

class KnowsHttp {
  Object interceptor = new ThrowingInterceptor();
}
