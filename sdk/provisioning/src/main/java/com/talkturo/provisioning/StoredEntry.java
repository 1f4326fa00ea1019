package com.talkturo.provisioning;

import java.util.Objects;
import java.util.Optional;

/**
 * The record of one key, as a {@link StateStore} keeps it.
 *
 * @param key the caller's own key: {@code [a-z0-9][a-z0-9._-]{0,99}}
 * @param version chosen by the engine, never used twice: at most 40 ASCII characters
 * @param phase for {@link StateStore#list}
 * @param assistantId unique in the store; case counts
 * @param document a JSON object, opaque to the store
 */
public record StoredEntry(
    String key, String version, Phase phase, Optional<String> assistantId, String document) {
  /** Checks that nothing is {@code null}. */
  public StoredEntry {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(phase, "phase");
    Objects.requireNonNull(assistantId, "assistantId");
    Objects.requireNonNull(document, "document");
  }
}
