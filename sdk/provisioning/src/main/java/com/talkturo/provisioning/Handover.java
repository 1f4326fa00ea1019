package com.talkturo.provisioning;

import com.talkturo.provisioning.Gateway.PhoneNumber;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The phone numbers that pass from one key of a run to another: first taken away, then given. */
final class Handover {
  private Handover() {}

  /**
   * By key and id, the other key of the run that has, or may have, the number now and gives it up.
   */
  static Map<String, Map<String, String>> withheld(
      Map<String, AssistantSpec> specs, Map<String, Entry> entries) {
    Map<String, Set<String>> claims = new HashMap<>();
    Set<String> unknown = new TreeSet<>();
    entries.forEach(
        (key, entry) -> {
          held(entry).forEach(id -> claims.computeIfAbsent(id, i -> new TreeSet<>()).add(key));
          AssistantSpec spec = specs.get(key);
          if (spec != null
              && spec.managesPhoneNumbers()
              && entry.assistantId().isPresent()
              && entry.phoneNumberIds().isEmpty()) {
            unknown.add(key);
          }
        });
    Map<String, Map<String, String>> withheld = new TreeMap<>();
    specs.forEach(
        (key, spec) -> {
          for (String id : spec.declaredIds()) {
            // What no entry has may be with an assistant whose numbers were never managed.
            claims.getOrDefault(id, unknown).stream()
                .filter(holder -> !holder.equals(key) && givesUp(specs.get(holder), id))
                .findFirst()
                .ifPresent(
                    holder -> withheld.computeIfAbsent(key, k -> new TreeMap<>()).put(id, holder));
          }
        });
    return withheld;
  }

  /** Of two entries with the same number, one is wrong: only a list can tell which. */
  static Set<String> contested(
      Map<String, Map<String, String>> withheld, Map<String, Entry> entries) {
    Set<String> contested = new TreeSet<>();
    withheld.forEach(
        (key, numbers) -> {
          Entry entry = entries.get(key);
          if (entry != null && !Collections.disjoint(held(entry), numbers.keySet())) {
            contested.add(key);
          }
        });
    return contested;
  }

  /** The ids that nobody has to give up first: the assistant has them, or nobody does. */
  static Set<String> available(Optional<Entry> stored, Live live) {
    Entry entry = stored.orElse(null);
    if (entry == null || live instanceof Live.Missing) {
      return Set.of();
    }
    Optional<List<PhoneNumber>> list = live.numberList();
    if (list.isEmpty()) {
      return Set.copyOf(entry.phoneNumberIds().orElse(List.of()));
    }
    return list.get().stream()
        .filter(
            number ->
                number.assistantId().isEmpty() || number.assistantId().equals(entry.assistantId()))
        .map(PhoneNumber::id)
        .collect(Collectors.toSet());
  }

  /** The ids that an assistant has, or may have. */
  static Set<String> held(Entry entry) {
    Set<String> held = new TreeSet<>();
    entry.phoneNumberIds().ifPresent(held::addAll);
    entry.pendingPhoneNumberIds().ifPresent(held::addAll);
    return held;
  }

  private static boolean givesUp(@Nullable AssistantSpec holder, String id) {
    return holder != null && holder.managesPhoneNumbers() && !holder.declaredIds().contains(id);
  }
}
