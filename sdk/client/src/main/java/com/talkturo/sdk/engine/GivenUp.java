package com.talkturo.sdk.engine;

import java.io.IOException;

/** The attempt was given up before it was sent; the message says why. */
final class GivenUp extends IOException {
  private static final long serialVersionUID = 1;

  GivenUp(String message) {
    super(message);
  }
}
