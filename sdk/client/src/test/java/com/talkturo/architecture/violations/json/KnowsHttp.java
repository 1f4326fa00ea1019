package com.talkturo.architecture.violations.json;

import com.talkturo.architecture.violations.http.ThrowingInterceptor;

/** Breaks "json depends on nothing else of the SDK". */
final class KnowsHttp {
  ThrowingInterceptor http;
}
