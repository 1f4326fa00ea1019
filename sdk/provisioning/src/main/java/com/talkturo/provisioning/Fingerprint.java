package com.talkturo.provisioning;

import com.talkturo.provisioning.Entry.Baseline;
import com.talkturo.provisioning.Planner.Situation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Of everything that an apply relies on, without any value. Lease and times are not part of it, nor
 * is whether somebody looked at what is as it was left: that changes by itself with {@link Verify}.
 */
final class Fingerprint {
  private Fingerprint() {}

  static String of(Hasher hasher, Situation of, String specDigest) {
    Map<String, String> parts = new TreeMap<>();
    of.entry()
        .ifPresent(
            entry ->
                parts.put(
                    "entry",
                    entry.phase()
                        + " "
                        + entry.assistantId()
                        + new TreeMap<>(entry.baselines())
                        + entry.phoneNumberIds()
                        + new TreeSet<>(entry.pendingFields())
                        + entry.pendingPhoneNumberIds()
                        + entry.revision()));
    parts.put("spec", specDigest + of.spec().revision());
    if (of.live() instanceof Live.Missing) {
      parts.put("live", "missing");
    }
    if (of.live() instanceof Live.Shown shown) {
      for (String field : of.spec().fields().keySet()) {
        boolean isAbsent = !shown.values().containsKey(field);
        Object live = Values.ofKind(field, shown.values().get(field));
        if (!isAsLeft(hasher, of, field, isAbsent, live)) {
          parts.put("live." + field, isAbsent ? "absent" : Values.normal(live));
        }
      }
    }
    of.listedIds()
        .ifPresent(
            listed -> {
              Set<String> ids = new TreeSet<>(listed);
              ids.addAll(of.passedOn());
              Optional<List<String>> left = of.entry().flatMap(Entry::phoneNumberIds);
              if (!left.map(TreeSet::new).equals(Optional.of(ids))) {
                parts.put("numbers", ids.toString());
              }
            });
    return hasher.digest(parts.toString());
  }

  /** What is as the entry says counts for nothing: whether it was looked at must not matter. */
  private static boolean isAsLeft(
      Hasher hasher, Situation of, String field, boolean isAbsent, @Nullable Object live) {
    Baseline baseline = of.entry().map(entry -> entry.baselines().get(field)).orElse(null);
    if (baseline == null) {
      return false;
    }
    Object wanted = of.spec().fields().get(field);
    boolean asBefore = baseline.sent().equals(hasher.exact(field, wanted));
    return isAbsent
        ? baseline.stored().isEmpty()
        : baseline.stored().equals(Optional.of(hasher.exact(field, live)))
            || (asBefore && Values.sameAsWritten(wanted, live));
  }
}
