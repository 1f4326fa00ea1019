package com.talkturo.sdk.json;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A body that cannot be read; the message quotes nothing of it but names of members. */
final class JsonException extends IOException {
  private static final long serialVersionUID = 1;

  JsonException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  JsonException(String message) {
    this(message, null);
  }
}
