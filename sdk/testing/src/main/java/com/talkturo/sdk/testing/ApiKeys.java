package com.talkturo.sdk.testing;

/** The keys that an API accepts. */
interface ApiKeys {
  String defaultKey();

  void accept(String key);

  void revoke(String key);
}
