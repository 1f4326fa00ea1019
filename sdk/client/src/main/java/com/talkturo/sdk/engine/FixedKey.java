package com.talkturo.sdk.engine;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Supplies the same key for ever; equal for equal keys, which share one limit. */
final class FixedKey implements Supplier<String> {
  private final String key;

  FixedKey(String key) {
    this.key = key;
  }

  @Override
  public String get() {
    return key;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FixedKey && ((FixedKey) other).key.equals(key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  /** Not the key. */
  @Override
  public String toString() {
    return "FixedKey";
  }
}
