package com.talkturo.sdk.engine;

import org.jspecify.annotations.Nullable;

/** What an {@code Authorization} header may hold. No message here ever shows the key. */
final class ApiKey {
  private ApiKey() {}

  /**
   * The key itself.
   *
   * @throws IllegalArgumentException if it is missing, blank, or holds anything but visible ASCII
   */
  static String checked(@Nullable String key) {
    if (key == null || key.trim().isEmpty()) {
      throw refused("is missing or blank");
    }
    for (int i = 0; i < key.length(); i++) {
      if (key.charAt(i) <= ' ' || key.charAt(i) > '~') {
        throw refused(
            "has white space, a control character or a non-ASCII character at index " + i);
      }
    }
    return key;
  }

  private static IllegalArgumentException refused(String what) {
    return new IllegalArgumentException(
        "apiKey " + what + "; allowed is visible ASCII without spaces, as shown in the dashboard");
  }
}
