package com.talkturo.sdk.http;

import java.io.IOException;

/** A pooled connection turned out to be closed by the server before anything was sent on it. */
final class StaleConnection extends IOException {
  private static final long serialVersionUID = 1;

  StaleConnection() {
    super("the server closed the connection while it was idle");
  }
}
