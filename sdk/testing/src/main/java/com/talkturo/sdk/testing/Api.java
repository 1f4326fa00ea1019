package com.talkturo.sdk.testing;

/** What a server serves. */
interface Api {
  Router router();

  Store store();

  /** Back to the state of the first start. */
  void reset();
}
