package com.talkturo.calls;

/**
 * An operation, as the fault suite calls it.
 *
 * @param <C> the client that has it
 */
public interface CalledOperation<C> {
  /** What it is called in a report. */
  String name();

  /** Whether a repeat could have a second effect. */
  boolean isAtMostOnce();

  /** Whether it waits longer for its answer than the client's read timeout says. */
  default boolean isPatient() {
    return false;
  }

  /** Whether its answer need not hold anything. */
  boolean needsNoResource();

  /** The value, or what the SDK threw. */
  Object call(C client, boolean async);
}
