package com.talkturo.migration;

import java.util.Locale;

/** What became of one leaf of the source. */
public enum Outcome {
  /** It is in the spec as it was. */
  CARRIED,
  /** It is in the spec in another form, or was empty and is left out. */
  CONVERTED,
  /** The spec has no place for it. */
  DROPPED,
  /** Only a person can decide what becomes of it; the spec does without until then. */
  NEEDS_YOU,
  /** An id, a time or a version: nothing is lost without it. */
  IDENTITY;

  /** Such as {@code needs you}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
