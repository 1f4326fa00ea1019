package com.talkturo.provisioning;

import org.jspecify.annotations.Nullable;

/**
 * The store cannot be read or written. Runbook: bring the database or disk back and apply again;
 * nothing is lost, because every step was stored before the next began.
 */
public final class StateStoreException extends ProvisioningException {
  private static final long serialVersionUID = 1;

  /** For stores of your own. */
  public StateStoreException(String message, @Nullable Throwable cause) {
    super(null, message, cause);
  }
}
