package com.talkturo.sdk.testing;

import java.util.Collections;

/** What the APIs of vendors other than Talkturo share: one account, its keys, its assistants. */
abstract class VendorApi implements Api, ApiKeys {
  private static final String KEYS = "keys";
  private static final String DEFAULTS = "defaults";

  final VendorAssistants assistants;
  private final Store store;
  private final RateLimit rateLimit = new RateLimit();
  private final String defaultKey;

  VendorApi(Store store, VendorAssistants assistants) {
    this.store = store;
    this.assistants = assistants;
    boolean first = store.isEmpty();
    defaultKey =
        first ? "test_" + Accounts.randomText(48) : store.read(DEFAULTS).path("key").asText();
    if (first) {
      store.atomically(this::addDefaults);
    }
  }

  private void addDefaults() {
    store.change(DEFAULTS).put("key", defaultKey);
    store.change(KEYS).put(defaultKey, true);
  }

  /**
   * @throws ApiError 401 without a valid key, 429 if it has used up its requests
   */
  Caller callerOf(ReceivedRequest request) {
    String key = Incoming.bearerToken(request);
    if (key == null || !store.read(KEYS).has(key)) {
      throw new ApiError(401, "Invalid API key");
    }
    return rateLimit.admit(new Caller(key, "", Collections.emptySet()));
  }

  @Override
  public String defaultKey() {
    return defaultKey;
  }

  @Override
  public void accept(String key) {
    store.change(KEYS).put(key, true);
  }

  @Override
  public void revoke(String key) {
    store.change(KEYS).remove(key);
  }

  @Override
  public Store store() {
    return store;
  }

  @Override
  public ApiKeys keys() {
    return this;
  }

  @Override
  public AssistantData assistants() {
    return assistants;
  }

  @Override
  public RateLimit rateLimit() {
    return rateLimit;
  }

  /** Ends what makes the vendor behave otherwise than at the start. */
  abstract void endBehaviours();

  @Override
  public void reset() {
    store.atomically(
        () -> {
          store.clear();
          addDefaults();
          assistants.mergeObjects(false);
          endBehaviours();
          rateLimit.reset();
        });
  }
}
