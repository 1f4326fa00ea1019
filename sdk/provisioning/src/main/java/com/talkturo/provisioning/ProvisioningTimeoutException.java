package com.talkturo.provisioning;

import org.jspecify.annotations.Nullable;

/**
 * The time for the key was over before the last step. Runbook: apply again; it goes on from where
 * it stopped. If it happens often, the API is slow or limits the rate: raise {@link
 * ApplyOptions#timeout}.
 */
public final class ProvisioningTimeoutException extends ProvisioningException {
  private static final long serialVersionUID = 1;

  ProvisioningTimeoutException(@Nullable String key, String message, @Nullable Throwable cause) {
    super(key, message, cause);
  }
}
