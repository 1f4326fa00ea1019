package com.talkturo.provisioning;

import static com.talkturo.provisioning.Classification.CONFLICT;
import static com.talkturo.provisioning.Classification.DRIFT;
import static com.talkturo.provisioning.Classification.IN_SYNC;
import static com.talkturo.provisioning.Classification.LIVE_UNKNOWN;
import static com.talkturo.provisioning.Classification.STORED_DIFFERENTLY;
import static com.talkturo.provisioning.Classification.UNVERIFIABLE;
import static com.talkturo.provisioning.Classification.UPDATE;

import com.talkturo.provisioning.Entry.Baseline;
import com.talkturo.provisioning.Planner.Situation;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One field: what is declared, what was left behind and what is live, and what follows from it. */
final class FieldTable {
  private final Hasher hasher;

  FieldTable(Hasher hasher) {
    this.hasher = hasher;
  }

  Classification classify(AssistantSpec spec, Entry entry, Live seen, String field) {
    Object wanted = spec.fields().get(field);
    String wantedHash = hasher.exact(field, wanted);
    Baseline baseline = entry.baselines().get(field);
    boolean pending = entry.pendingFields().contains(field);
    boolean asBefore = baseline != null && baseline.sent().equals(wantedHash) && !pending;
    if (!(seen instanceof Live.Shown shown)) {
      return !asBefore ? UPDATE : seen instanceof Live.Unknown ? LIVE_UNKNOWN : IN_SYNC;
    }
    if (!shown.values().containsKey(field)) {
      return asBefore ? UNVERIFIABLE : UPDATE;
    }
    Object live = Values.ofKind(field, shown.values().get(field));
    String liveHash = hasher.exact(field, live);
    if (liveHash.equals(wantedHash)) {
      return IN_SYNC;
    }
    boolean asLeft = baseline != null && baseline.stored().map(liveHash::equals).orElse(false);
    if (baseline != null && asBefore && asLeft) {
      return baseline.storedDifferently() ? STORED_DIFFERENTLY : IN_SYNC;
    }
    boolean onlySpelledDifferently = Values.sameAsWritten(wanted, live);
    if (onlySpelledDifferently && (baseline == null || asBefore || !asLeft)) {
      return IN_SYNC;
    }
    // A write that broke off may have left anything; without a baseline there is nothing to lose.
    if (pending || baseline == null || asLeft || baseline.stored().isEmpty()) {
      return UPDATE;
    }
    return asBefore ? DRIFT : CONFLICT;
  }

  /** Whether the entry already says what is seen. */
  boolean isRecorded(AssistantSpec spec, Entry entry, Live seen, String field) {
    Baseline baseline = entry.baselines().get(field);
    if (baseline == null || entry.pendingFields().contains(field)) {
      return false;
    }
    if (!(seen instanceof Live.Shown shown)) {
      return true;
    }
    Object live = Values.ofKind(field, shown.values().get(field));
    return baseline.sent().equals(hasher.exact(field, spec.fields().get(field)))
        && baseline.stored().equals(Optional.of(hasher.exact(field, live)))
        && !baseline.storedDifferently();
  }

  FieldChange change(Situation of, String field, Classification classification, String note) {
    boolean isShown = of.live() instanceof Live.Shown;
    Map<String, @Nullable Object> live =
        of.live() instanceof Live.Shown shown ? shown.values() : Map.of();
    return Display.change(
        of.spec(),
        field,
        classification,
        isShown && live.containsKey(field)
            ? Optional.of(Display.value(Values.ofKind(field, live.get(field))))
            : Optional.empty(),
        live.get(field),
        note);
  }
}
