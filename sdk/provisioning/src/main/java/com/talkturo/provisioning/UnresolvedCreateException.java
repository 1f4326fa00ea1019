package com.talkturo.provisioning;

import org.jspecify.annotations.Nullable;

/**
 * A create was sent and its answer never came: there is one assistant more, or none. Nobody sends
 * another create for the key until a person has decided. Runbook: look in the dashboard for an
 * assistant whose name ends in {@code [tk-<token>]}. If it is there, {@code
 * resolve(key).adopt(id)}; if not, two and a half minutes after the create at the earliest, {@code
 * resolve(key).notCreated()}. Then apply again. Other keys go on meanwhile.
 */
public final class UnresolvedCreateException extends ProvisioningException {
  private static final long serialVersionUID = 1;

  private final String token;

  UnresolvedCreateException(String key, String token, String detail, @Nullable Throwable cause) {
    super(
        key,
        "a create was sent and its answer is not known"
            + detail
            + "; look for an assistant whose name ends in [tk-"
            + token
            + "], then call resolve(\""
            + key
            + "\").adopt(id) or .notCreated()",
        cause);
    this.token = token;
  }

  /** The token in the name of the assistant that may have been made, such as {@code k3v9x2m7qa}. */
  public String token() {
    return token;
  }
}
