package com.talkturo.provisioning;

import org.jspecify.annotations.Nullable;

/**
 * The run was stopped before this key: credentials, credits or permissions failed, which every
 * other key would meet too; more assistants are missing than a person would delete; the store is
 * not the one that it was; or more would be created than {@link ApplyOptions#maxCreates} allows.
 * Nothing was sent for the key. Runbook: the message has the reason; see to that, then apply again.
 */
public final class RunStoppedException extends ProvisioningException {
  private static final long serialVersionUID = 1;

  RunStoppedException(@Nullable String key, String message, @Nullable Throwable cause) {
    super(key, message, cause);
  }
}
