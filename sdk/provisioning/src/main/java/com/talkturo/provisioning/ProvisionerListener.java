package com.talkturo.provisioning;

/**
 * Is told what a {@link Provisioner} does, for metrics and alerts; implement only what matters.
 * Called on the thread that does the work: return at once, be safe for use from many threads. What
 * a listener throws is logged and changes nothing.
 */
public interface ProvisionerListener {
  /** A key was brought to what is declared, or failed, or was left alone. */
  default void keyFinished(Provisioned result) {}

  /** An assistant exists now; the id is about to be stored. */
  default void assistantCreated(String key, String token, String assistantId) {}

  /** A create was sent and its answer is not known: a person has to resolve the key. */
  default void createUnresolved(String key, String token) {}

  /** An id could not be stored; see {@link UnstoredAssistantException}. Page someone. */
  default void assistantNotStored(String key, String token, String assistantId) {}
}
