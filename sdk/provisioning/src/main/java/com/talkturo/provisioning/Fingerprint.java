package com.talkturo.provisioning;

import com.talkturo.provisioning.Planner.Situation;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Of everything that an apply relies on, without any value; lease and times are not part of it. */
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
    parts.put("live", of.live().getClass().getSimpleName());
    if (of.live() instanceof Live.Shown shown) {
      for (String field : of.spec().fields().keySet()) {
        parts.put(
            "live." + field,
            shown.values().containsKey(field)
                ? Values.normal(Values.ofKind(field, shown.values().get(field)))
                : "absent");
      }
    }
    of.listedIds()
        .ifPresent(
            listed -> {
              Set<String> ids = new TreeSet<>(listed);
              ids.addAll(of.passedOn());
              parts.put("numbers", ids.toString());
            });
    return hasher.digest(parts.toString());
  }
}
