package com.talkturo.provisioning;

import org.jspecify.annotations.Nullable;

/**
 * What is declared cannot be applied: a value or a prompt is invalid, one phone number is declared
 * for two keys, or the template differs from the one that was used. Nothing was sent for any key.
 * Runbook: the message names key and field; correct the spec.
 */
public final class InvalidSpecException extends ProvisioningException {
  private static final long serialVersionUID = 1;

  InvalidSpecException(@Nullable String key, String message, @Nullable Throwable cause) {
    super(key, message, cause);
  }
}
