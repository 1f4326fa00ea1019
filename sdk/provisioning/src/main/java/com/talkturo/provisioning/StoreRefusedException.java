package com.talkturo.provisioning;

import org.jspecify.annotations.Nullable;

/**
 * The store was never initialised, or belongs to another base URL, account or environment. Runbook:
 * do not initialise a store in place of one that was lost, because every assistant would be made
 * anew; look for the right one first (backup, another folder or database). Only for a first use,
 * call {@link Provisioner#init()}.
 */
public final class StoreRefusedException extends ProvisioningException {
  private static final long serialVersionUID = 1;

  StoreRefusedException(String message, @Nullable Throwable cause) {
    super(null, message, cause);
  }
}
