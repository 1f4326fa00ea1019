package com.talkturo.sdk.http;

/** Filled in by the build. */
final class Version {
  static final String VALUE = "${project.version}";

  private Version() {}
}
