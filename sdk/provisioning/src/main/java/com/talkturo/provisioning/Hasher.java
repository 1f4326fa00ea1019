package com.talkturo.provisioning;

import org.jspecify.annotations.Nullable;

/**
 * Hashes values with the salt of a store, so that the same prompt in two stores does not look the
 * same, and no table of likely values finds one.
 */
final class Hasher {
  private final String salt;

  Hasher(String salt) {
    this.salt = salt;
  }

  String exact(String jsonName, @Nullable Object value) {
    return digest(jsonName + '=' + Values.exact(value));
  }

  /** What is hashed must not be a secret by itself only, such as a field's value. */
  String digest(String text) {
    return Values.sha256(salt + '\n' + text);
  }
}
