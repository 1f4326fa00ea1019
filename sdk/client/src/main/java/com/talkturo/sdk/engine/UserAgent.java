package com.talkturo.sdk.engine;

import java.util.Optional;

/**
 * {@code talkturo-sdk-java/<version> (Java <version>)}, behind the application's own name if there
 * is one: says nothing else about the machine.
 */
final class UserAgent {
  private static final String SDK =
      "talkturo-sdk-java/"
          + Version.VALUE
          + " (Java "
          + System.getProperty("java.version", "unknown").replaceAll("[^!-~]", "_")
          + ")";

  private UserAgent() {}

  static String of(Optional<String> applicationName) {
    return applicationName.isPresent() ? applicationName.get() + " " + SDK : SDK;
  }
}
