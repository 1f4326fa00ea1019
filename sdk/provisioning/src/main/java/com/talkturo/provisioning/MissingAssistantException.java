package com.talkturo.provisioning;

import org.jspecify.annotations.Nullable;

/**
 * The assistant of the key is gone: 404, while others answer. Nothing was sent for the key.
 * Runbook: find out who deleted it; then apply with {@link ApplyOptions#recreateMissing} naming the
 * key, or {@link Provisioner#delete} and {@link Provisioner#forget} it.
 */
public final class MissingAssistantException extends ProvisioningException {
  private static final long serialVersionUID = 1;

  MissingAssistantException(@Nullable String key, String message, @Nullable Throwable cause) {
    super(key, message, cause);
  }
}
