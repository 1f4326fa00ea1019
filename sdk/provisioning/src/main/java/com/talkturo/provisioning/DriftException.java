package com.talkturo.provisioning;

import org.jspecify.annotations.Nullable;

/**
 * Somebody changed the assistant outside, in the dashboard or by another program; the message names
 * the fields. Nothing was sent for the key. Runbook: look at the plan; take the change over into
 * the spec, or apply with {@link OnDrift#OVERWRITE} or {@link OnDrift#KEEP}.
 */
public final class DriftException extends ProvisioningException {
  private static final long serialVersionUID = 1;

  DriftException(@Nullable String key, String message, @Nullable Throwable cause) {
    super(key, message, cause);
  }
}
