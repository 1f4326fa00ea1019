package com.talkturo.provisioning;

import org.jspecify.annotations.Nullable;

/**
 * The API answered an update with success, but still shows the old value of the fields that the
 * message names. Runbook: apply again later; if it stays, the API ignores the field: take it out of
 * the spec and tell Talkturo.
 */
public final class NotTakenException extends ProvisioningException {
  private static final long serialVersionUID = 1;

  NotTakenException(@Nullable String key, String message, @Nullable Throwable cause) {
    super(key, message, cause);
  }
}
