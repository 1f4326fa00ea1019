package com.talkturo.provisioning;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Lets nobody use a store that is empty, or somebody else's. */
final class StoreGuard {
  private final StateStore store;
  private final String baseUrl;
  private final String accountSlug;
  private final String environment;
  private volatile @Nullable StoreIdentity seen;

  StoreGuard(StateStore store, String baseUrl, String accountSlug, String environment) {
    this.store = store;
    this.baseUrl = baseUrl;
    this.accountSlug = accountSlug;
    this.environment = environment;
  }

  private StoreIdentity own() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    String hex = HexFormat.of().formatHex(random);
    return new StoreIdentity(
        hex.substring(0, 16), baseUrl, accountSlug, environment, hex.substring(16));
  }

  void initialize() {
    if (!Journal.asked(() -> store.initialize(own()))) {
      check();
    }
  }

  /**
   * What the store belongs to; asked for once.
   *
   * @throws StoreRefusedException if it is empty or somebody else's
   */
  StoreIdentity check() {
    StoreIdentity known = seen;
    if (known != null) {
      return known;
    }
    StoreIdentity own = own();
    StoreIdentity found = found();
    if (!found.belongsTo(own)) {
      throw new StoreRefusedException(
          "the store belongs to " + found.owner() + ", and this is " + own.owner(), null);
    }
    seen = found;
    return found;
  }

  private StoreIdentity found() {
    return Journal.asked(store::identity)
        .orElseThrow(
            () ->
                new StoreRefusedException(
                    "the store was never initialised; if it is not one that was lost, call"
                        + " init() once",
                    null));
  }

  /**
   * Asks again, before a key is taken for a new one: a folder whose volume is gone, or a database
   * that was exchanged under its address, knows no key, and each would be created anew.
   *
   * @throws StoreRefusedException if the store is not the one that it was
   */
  void requireSame() {
    StoreIdentity known = check();
    StoreIdentity now = found();
    if (!now.storeId().equals(known.storeId())) {
      throw new StoreRefusedException(
          "the store is " + now.storeId() + " now and was " + known.storeId() + " before", null);
    }
  }
}
