package com.talkturo.provisioning;

import org.jspecify.annotations.Nullable;

/**
 * The spec has a lower revision than the one applied last: an instance of an older release is still
 * at work. Nothing was sent. Runbook: none if a deployment is under way; else stop the old instance
 * or raise the revision.
 */
public final class OutdatedSpecException extends ProvisioningException {
  private static final long serialVersionUID = 1;

  OutdatedSpecException(@Nullable String key, String message, @Nullable Throwable cause) {
    super(key, message, cause);
  }
}
