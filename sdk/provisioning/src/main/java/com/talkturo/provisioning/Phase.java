package com.talkturo.provisioning;

/** How far a key has come. Each is stored before the next step begins. */
public enum Phase {
  /** Nothing was sent; a create may begin. */
  PREPARED,
  /**
   * The create was, or is about to be, sent, and no id is known. Nobody ever sends another one from
   * here; see {@link Provisioner#resolve(String)}.
   */
  SENDING,
  /** The assistant exists and its id is known; nothing is configured yet. */
  CREATED,
  /** The fields were sent; numbers or reading back are missing. */
  CONFIGURED,
  /** Created, configured and read back. */
  COMPLETE,
  /** A deletion has begun; {@link Provisioner#delete} continues it. */
  DELETING,
  /** Deleted. {@link Provisioner#forget} frees the key. */
  DELETED,
  /** Receives the assistant of another key; {@link Provisioner#move} continues it. */
  MOVING,
  /** The assistant was moved to another key. {@link Provisioner#forget} frees this one. */
  MOVED
}
