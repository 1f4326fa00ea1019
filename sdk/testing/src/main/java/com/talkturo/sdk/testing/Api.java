package com.talkturo.sdk.testing;

/** What a server serves, and what its tests set up. */
interface Api {
  Router router();

  Store store();

  ApiKeys keys();

  AssistantData assistants();

  RateLimit rateLimit();

  /** Back to the state of the first start. */
  void reset();
}
