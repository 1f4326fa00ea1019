package com.talkturo.provisioning;

import org.jspecify.annotations.Nullable;

/**
 * The phone numbers of the key could not be made what is declared; the message says why, and if a
 * number routes nowhere now. Runbook: as the message says; taking away needs {@link
 * ApplyOptions#allowUnassign}, and where the API does not list numbers, declare ids.
 */
public final class PhoneNumberException extends ProvisioningException {
  private static final long serialVersionUID = 1;

  PhoneNumberException(@Nullable String key, String message, @Nullable Throwable cause) {
    super(key, message, cause);
  }
}
