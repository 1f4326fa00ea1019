package com.talkturo.provisioning;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key, or a whole run, that could not be brought to what is declared. What is stored stays right:
 * the next {@code apply} goes on from there. Each subclass says what a person does about it.
 */
public class ProvisioningException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final @Nullable String key;

  ProvisioningException(@Nullable String key, String message, @Nullable Throwable cause) {
    super(key == null ? message : "key \"" + key + "\": " + message, cause);
    this.key = key;
  }

  /** The key that it is about; empty if it is about the whole run or the store. */
  public final Optional<String> key() {
    return Optional.ofNullable(key);
  }
}
