package com.talkturo.sdk.assistants;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A name from a list that Talkturo may extend at any time: constants for the known, any other
 * allowed.
 */
abstract class OpenValue {
  private final String value;

  OpenValue(String what, String value) {
    if (Objects.requireNonNull(value, what).trim().isEmpty()) {
      throw new IllegalArgumentException(
          what + " is \"" + value + "\"; allowed is any text that is not blank");
    }
    this.value = value;
  }

  /** The name as it travels. */
  public final String value() {
    return value;
  }

  /** Equal if of the same type and with the same name, case included. */
  @Override
  @SuppressWarnings("EqualsGetClass") // "openai" the model vendor is not "openai" the voice vendor.
  public final boolean equals(@Nullable Object other) {
    return other != null
        && other.getClass() == getClass()
        && ((OpenValue) other).value.equals(value);
  }

  @Override
  public final int hashCode() {
    return value.hashCode();
  }

  /** The name as it travels. */
  @Override
  public final String toString() {
    return value;
  }
}
