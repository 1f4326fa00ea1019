package com.talkturo.sdk.engine;

/** Names of loggers: users put them into their configuration, so they stay. */
final class Loggers {
  /** DEBUG: one line per attempt. */
  static final String ATTEMPT = "com.talkturo.sdk.attempt";

  /** WARN: another attempt follows, and why. */
  static final String RETRY = "com.talkturo.sdk.retry";

  private Loggers() {}
}
