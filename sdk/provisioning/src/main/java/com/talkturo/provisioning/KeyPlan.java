package com.talkturo.provisioning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What the planner makes of one key; plans show it, applies execute it. */
@Value.Immutable
abstract class KeyPlan {
  abstract String key();

  abstract AssistantSpec spec();

  abstract Classification classification();

  abstract Optional<String> assistantId();

  abstract List<FieldChange> changes();

  /** The fields to send, the companions of their groups included. */
  abstract Set<String> fieldsToSend();

  /** The numbers to assign, if they are to be assigned. */
  abstract Optional<List<String>> numbersToAssign();

  /** The ids to be added, those included that another key has to give up first. */
  abstract Set<String> numbersGiven();

  abstract Set<String> numbersTaken();

  /** The same in E.164 form. */
  abstract Set<String> numbersTakenInE164();

  /** The ids that the API listed as the assistant's. */
  abstract Set<String> numbersListed();

  /** The numbers that the assistant is seen to have, if they are the right ones. */
  abstract Optional<List<String>> settledNumbers();

  /** E.164 numbers that can be resolved only once the assistant exists or another is done. */
  abstract Set<String> openNumbers();

  /** Nothing to send, but something to store. */
  @Value.Default
  boolean storesOnly() {
    return false;
  }

  /** Why nothing is sent for the key. */
  abstract Optional<ProvisioningException> problem();

  /** The requests that an apply needs, the first look included. */
  @Value.Default
  int requests() {
    return 0;
  }

  /** Of the spec, the entry and the live assistant: another one means that one of them moved. */
  abstract String fingerprint();

  abstract String specDigest();

  /** Whether nothing is left that the next plan has to show again. */
  final boolean isSettled() {
    return changes().stream()
        .map(FieldChange::classification)
        .noneMatch(
            seen ->
                seen == Classification.DRIFT
                    || seen == Classification.CONFLICT
                    || seen == Classification.STORED_DIFFERENTLY);
  }

  final boolean sendsSomething() {
    return problem().isEmpty()
        && (classification() == Classification.CREATE
            || classification() == Classification.RECREATE
            || !fieldsToSend().isEmpty()
            || numbersToAssign().isPresent()
            || !openNumbers().isEmpty());
  }

  /** The fields that are sent only because others of their group are. */
  final Set<String> sentAlong() {
    Set<String> along = new TreeSet<>(sendsSomething() ? fieldsToSend() : Set.of());
    changes().stream().map(FieldChange::field).forEach(along::remove);
    return along;
  }

  final @Nullable Object wanted(String field) {
    return spec().fields().get(field);
  }

  static ImmutableKeyPlan.Builder builder() {
    return ImmutableKeyPlan.builder();
  }

  final Map<String, @Nullable Object> wantedFields() {
    return spec().fields();
  }
}
