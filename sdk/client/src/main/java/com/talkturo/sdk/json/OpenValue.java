package com.talkturo.sdk.json;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A name from a list that the API may extend at any time: constants for the known ones, and any
 * other is allowed. Internal to the SDK.
 */
public abstract class OpenValue {
  private final String value;

  /**
   * For the types of the feature packages.
   *
   * @param what the name of it in messages
   * @throws IllegalArgumentException if the value is blank
   */
  protected OpenValue(String what, String value) {
    this.value = Checks.notBlank(what, Objects.requireNonNull(value, what));
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
