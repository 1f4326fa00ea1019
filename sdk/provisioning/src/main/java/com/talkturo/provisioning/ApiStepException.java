package com.talkturo.provisioning;

import org.jspecify.annotations.Nullable;

/**
 * The API refused a step or did not answer; the cause is the client's own exception. What was done
 * before is stored, and nothing of it is done twice. Runbook: see the cause; apply again once it is
 * gone.
 */
public final class ApiStepException extends ProvisioningException {
  private static final long serialVersionUID = 1;

  ApiStepException(@Nullable String key, String message, @Nullable Throwable cause) {
    super(key, message, cause);
  }
}
