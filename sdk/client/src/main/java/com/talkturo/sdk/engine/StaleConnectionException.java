package com.talkturo.sdk.engine;

import java.io.IOException;

/** A kept connection turned out to be of no use before anything was written to it. */
final class StaleConnectionException extends IOException {
  private static final long serialVersionUID = 1;

  StaleConnectionException() {
    super("the kept connection was closed, or held bytes that belong to no request");
  }
}
