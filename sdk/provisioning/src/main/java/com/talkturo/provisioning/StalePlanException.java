package com.talkturo.provisioning;

import org.jspecify.annotations.Nullable;

/**
 * The assistant, its entry or its spec is not any more what the plan was made from. Nothing was
 * sent for the key; or, if it was changed outside while it waited for its phone numbers, nothing
 * but what the plan showed. Runbook: make a new plan and look at it.
 */
public final class StalePlanException extends ProvisioningException {
  private static final long serialVersionUID = 1;

  StalePlanException(@Nullable String key, String message, @Nullable Throwable cause) {
    super(key, message, cause);
  }
}
