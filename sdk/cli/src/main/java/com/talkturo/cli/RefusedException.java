package com.talkturo.cli;

/** The command was called rightly, and cannot be done; the message says why and what to do. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  RefusedException(String message) {
    super(message);
  }
}
