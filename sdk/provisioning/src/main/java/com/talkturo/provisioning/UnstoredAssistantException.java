package com.talkturo.provisioning;

import org.jspecify.annotations.Nullable;

/**
 * An assistant was created for the key, and its id could not be stored: the store was away for too
 * long, or the key had been given another assistant meanwhile. This message, the log and the
 * listener are the only places that hold the id. Runbook: write the id down. If the key is
 * {@linkplain Provisioner#unresolved() unresolved}, {@code resolve(key).adopt(id)} once the store
 * is back; if it has another assistant, delete the one named here in the dashboard. If another key
 * has the one named here, the API gave it out twice: leave it, and {@code
 * resolve(key).notCreated()}.
 */
public final class UnstoredAssistantException extends ProvisioningException {
  private static final long serialVersionUID = 1;

  private final String token;
  private final String assistantId;

  UnstoredAssistantException(
      String key, String token, String assistantId, String why, @Nullable Throwable cause) {
    super(
        key, "assistant " + assistantId + " was created (token " + token + "), but " + why, cause);
    this.token = token;
    this.assistantId = assistantId;
  }

  /** The token in the name that the create carried. */
  public String token() {
    return token;
  }

  /** The id of the assistant that was created. */
  public String assistantId() {
    return assistantId;
  }
}
