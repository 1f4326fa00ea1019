package com.talkturo.provisioning;

/** What an apply does with a field that somebody changed outside. */
public enum OnDrift {
  /** Fails for that key and sends nothing for it: the default. */
  FAIL,
  /** Writes what is declared. */
  OVERWRITE,
  /** Leaves the changed fields as they are, writes the others, and goes on reporting. */
  KEEP
}
