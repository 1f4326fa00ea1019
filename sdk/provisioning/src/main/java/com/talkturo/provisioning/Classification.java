package com.talkturo.provisioning;

/** What is seen of a field or a key; a key has the worst of its fields, the last in this order. */
public enum Classification {
  /** As declared. */
  IN_SYNC("in sync"),
  /** The API does not show the field: judged by the hash of what was sent. */
  UNVERIFIABLE("not shown by the API, judged by what was sent"),
  /** No longer declared: left as it is from now on. */
  UNMANAGED("no longer declared, left as it is"),
  /** The API cannot show assistants, or not yet: judged by the hashes of what was sent. */
  LIVE_UNKNOWN("live state unknown"),
  /** The API keeps another value than was sent; shown until it is accepted by name. */
  STORED_DIFFERENTLY("stored differently than sent"),
  /** The declared value changed: to be sent. */
  UPDATE("to be updated"),
  /** There is no assistant yet. */
  CREATE("to be created"),
  /** The assistant is gone, and is to be made anew. */
  RECREATE("to be created anew"),
  /** Changed outside, while the declared value is as before. */
  DRIFT("changed outside"),
  /** Changed outside, and the declared value changed as well. */
  CONFLICT("changed outside and in the spec"),
  /** The assistant is gone, although others answer. */
  MISSING("missing"),
  /** Another process works on the key. */
  BUSY("another process works on it"),
  /** The key was deleted or moved. */
  DELETED("deleted"),
  /** A create was sent, and its answer is not known. */
  UNRESOLVED("unresolved create"),
  /** Cannot be applied as declared. */
  ERROR("error"),
  /** The run was stopped before. */
  NOT_STARTED("not started");

  private final String text;

  Classification(String text) {
    this.text = text;
  }

  /** Whether there is something to send or a person should look. */
  public boolean isChangeOrProblem() {
    return compareTo(STORED_DIFFERENTLY) >= 0;
  }

  /** Whether nothing is sent for a key of this class. */
  public boolean isProblem() {
    return compareTo(DRIFT) >= 0;
  }

  /** For people, such as {@code changed outside}. */
  @Override
  public String toString() {
    return text;
  }
}
