package com.talkturo.provisioning;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What became of a key.
 *
 * @param key the caller's own key
 * @param assistantId the assistant; absent if there is none, or its id is not known
 * @param classification what was seen before anything was done: {@link Classification#IN_SYNC} says
 *     that nothing had to be
 * @param changed whether something was written to the API
 * @param changes the fields that were sent, or could not be
 * @param failure why the key is not as declared; absent if it is
 * @param requests how many requests it took
 * @param duration how long it took
 */
public record Provisioned(
    String key,
    Optional<String> assistantId,
    Classification classification,
    boolean changed,
    List<FieldChange> changes,
    Optional<ProvisioningException> failure,
    long requests,
    Duration duration) {
  /** Whether the assistant was made by this apply. */
  public boolean created() {
    return failure.isEmpty()
        && (classification == Classification.CREATE || classification == Classification.RECREATE);
  }
}
