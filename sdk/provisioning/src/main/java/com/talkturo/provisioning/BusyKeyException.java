package com.talkturo.provisioning;

import org.jspecify.annotations.Nullable;

/**
 * Another process, or another thread, works on the key, and did not finish in time. Runbook: apply
 * again; if the holder crashed, the key is free after 90 seconds of watching.
 */
public final class BusyKeyException extends ProvisioningException {
  private static final long serialVersionUID = 1;

  BusyKeyException(@Nullable String key, String message, @Nullable Throwable cause) {
    super(key, message, cause);
  }
}
