package com.talkturo.migration;

/** What becomes of several system messages at Flireo, of which Talkturo has one. */
public enum SystemMessages {
  /** All of them, with a blank line in between. */
  JOIN,
  /** The first; the others are dropped. */
  FIRST
}
