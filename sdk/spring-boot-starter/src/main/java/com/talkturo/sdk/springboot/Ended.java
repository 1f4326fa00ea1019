package com.talkturo.sdk.springboot;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How a request or an attempt ended, as values of tags.
 *
 * @param status HTTP status, or {@code none}.
 * @param exception Class of the failure without its package, or {@code none}.
 */
record Ended(String status, String exception) {
  private static final String NONE = "none";

  static Ended of(OptionalInt status, @Nullable Throwable failure) {
    return new Ended(
        status.isPresent() ? Integer.toString(status.getAsInt()) : NONE,
        failure == null ? NONE : simpleName(failure.getClass().getName()));
  }

  /** What follows the last dot of a class name. */
  static String simpleName(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}
