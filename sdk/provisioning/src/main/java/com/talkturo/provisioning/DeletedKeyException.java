package com.talkturo.provisioning;

import org.jspecify.annotations.Nullable;

/**
 * The key was deleted or moved by this engine, or is about to be. Nothing was sent. Runbook: if the
 * deletion broke off, call {@link Provisioner#delete} again; if the customer is back, call {@link
 * Provisioner#forget}, then apply.
 */
public final class DeletedKeyException extends ProvisioningException {
  private static final long serialVersionUID = 1;

  DeletedKeyException(@Nullable String key, String message, @Nullable Throwable cause) {
    super(key, message, cause);
  }
}
