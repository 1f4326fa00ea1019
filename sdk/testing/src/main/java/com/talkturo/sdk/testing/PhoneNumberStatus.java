package com.talkturo.sdk.testing;

import java.util.Locale;

/** State of a phone number of the account. Only {@link #ACTIVE} numbers can be assigned. */
public enum PhoneNumberStatus {
  /** The purchase has not finished yet. */
  PURCHASING,
  /** Ready to be assigned. */
  ACTIVE,
  /** Blocked for now. */
  SUSPENDED,
  /** The purchase or the set-up failed. */
  ERROR;

  /** Returns the name as Talkturo spells it, for example {@code active}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
