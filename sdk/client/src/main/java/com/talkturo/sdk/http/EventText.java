package com.talkturo.sdk.http;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** How the events of a listener show a status; 0 is none. */
final class EventText {
  private EventText() {}

  static OptionalInt optional(int statusCode) {
    return statusCode == 0 ? OptionalInt.empty() : OptionalInt.of(statusCode);
  }

  /** Leaves the failure's message out, which may quote anything. */
  static String shown(int statusCode, @Nullable Throwable failure) {
    String status = statusCode == 0 ? "no answer" : Integer.toString(statusCode);
    return failure == null ? status : status + ", " + failure.getClass().getName();
  }
}
