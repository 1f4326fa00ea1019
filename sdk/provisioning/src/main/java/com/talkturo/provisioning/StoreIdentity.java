package com.talkturo.provisioning;

/**
 * What a store belongs to. A {@link Provisioner} refuses one that belongs to something else.
 *
 * @param storeId made at random once
 * @param baseUrl where the API is
 * @param accountSlug the account; empty if it was left to the client
 * @param environment the caller's own word, such as {@code prod}
 * @param salt goes into every hash of the store
 */
public record StoreIdentity(
    String storeId, String baseUrl, String accountSlug, String environment, String salt) {
  boolean belongsTo(StoreIdentity other) {
    return baseUrl.equals(other.baseUrl)
        && accountSlug.equals(other.accountSlug)
        && environment.equals(other.environment);
  }

  String owner() {
    return baseUrl
        + ", account "
        + (accountSlug.isEmpty() ? "of the client" : accountSlug)
        + ", environment "
        + environment;
  }

  /** What the store belongs to; the salt is left out. */
  @Override
  public String toString() {
    return "StoreIdentity{" + storeId + ", " + owner() + "}";
  }
}
