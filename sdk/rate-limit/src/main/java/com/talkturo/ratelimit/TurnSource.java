package com.talkturo.ratelimit;

/** Where turns come from. */
interface TurnSource {
  /**
   * Takes a turn that comes within {@code maxNanos}, from 1 to a year; returns the wait, which is
   * more than that if nothing was taken.
   */
  long reserve(long maxNanos);
}
