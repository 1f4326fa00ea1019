package com.talkturo.sdk.engine;

/** Filled in by the build. */
final class Version {
  static final String VALUE = "${project.version}";

  private Version() {}
}
