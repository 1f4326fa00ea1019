package com.talkturo.architecture.violations.json;

import okhttp3.Response;

/** Values that know how they travel. */
final class KnowsOkHttp {
  Response response;
}
