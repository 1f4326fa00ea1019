package com.talkturo.provisioning;

import com.talkturo.provisioning.Entry.Baseline;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks whether the API stored what was sent. */
final class ReadBack {
  private final Work work;
  private final Hasher hasher;
  private final KeyPlan plan;

  ReadBack(Work work, Hasher hasher, KeyPlan plan) {
    this.work = work;
    this.hasher = hasher;
    this.plan = plan;
  }

  /**
   * Adds a baseline for each field that was sent and taken.
   *
   * @param before the values before the update, as far as known
   * @param answered what the update's own answer showed, for an API without GET
   * @return the fields that still show the value before
   */
  Set<String> run(
      String assistantId,
      Map<String, @Nullable Object> before,
      Map<String, @Nullable Object> answered,
      Map<String, Baseline> baselines) {
    Rereads rereads = new Rereads(work);
    while (true) {
      Map<String, @Nullable Object> live = read(assistantId);
      boolean visible = live != null;
      Map<String, @Nullable Object> shown = live == null ? answered : live;
      Set<String> stale = new TreeSet<>();
      Map<String, Baseline> settled = new HashMap<>();
      for (String field : plan.fieldsToSend()) {
        Optional<Baseline> baseline = settle(field, shown, before);
        baseline.ifPresentOrElse(b -> settled.put(field, b), () -> stale.add(field));
      }
      boolean isSettled = visible ? stale.isEmpty() : work.run.isGetRefused();
      if (isSettled || !rereads.again()) {
        baselines.putAll(settled);
        return stale;
      }
    }
  }

  /** Null if the API does not show the assistant, or not yet. */
  private @Nullable Map<String, @Nullable Object> read(String assistantId) {
    if (work.run.isGetRefused()) {
      return null;
    }
    try {
      return new Reader(work).values(assistantId);
    } catch (RuntimeException e) {
      if (Failures.hasStatus(e, 405)) {
        work.run.getRefused();
        return null;
      }
      if (Failures.hasStatus(e, 404)) {
        return null;
      }
      throw e;
    }
  }

  /** Empty if the field still shows the value before. */
  private Optional<Baseline> settle(
      String field, Map<String, @Nullable Object> shown, Map<String, @Nullable Object> before) {
    Object wanted = plan.wanted(field);
    String sent = hasher.exact(field, wanted);
    if (!shown.containsKey(field)) {
      return Optional.of(new Baseline(sent, Optional.empty(), false));
    }
    Object live = Values.ofKind(field, shown.get(field));
    Optional<String> stored = Optional.of(hasher.exact(field, live));
    if (Values.sameAsWritten(wanted, live)) {
      return Optional.of(new Baseline(sent, stored, false));
    }
    boolean asBefore =
        before.containsKey(field)
            && Values.exact(Values.ofKind(field, before.get(field))).equals(Values.exact(live));
    return asBefore ? Optional.empty() : Optional.of(new Baseline(sent, stored, true));
  }
}
