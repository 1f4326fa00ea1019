package com.talkturo.sdk.http;

/** {@code talkturo-sdk-java/<version> (Java <version>)}: nothing else about the machine is told. */
final class UserAgent {
  static final String VALUE =
      "talkturo-sdk-java/"
          + Version.VALUE
          + " (Java "
          + System.getProperty("java.version", "unknown").replaceAll("[^!-~]", "_")
          + ")";

  private UserAgent() {}
}
