package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a server knows, as one JSON tree of sections, in memory and, if wanted, in a file.
 *
 * <p>Everything that reads or changes it runs in {@link #atomically}, one after the other.
 */
final class Store {
  private static final String COUNTERS = "counters";

  /** In place of members: a whole section. */
  private static final Set<String> ALL = Collections.emptySet();

  private final @Nullable DataFile file;
  private ObjectNode root;

  /** The members of sections that were changed and are not saved yet. */
  private final Map<String, Set<String>> changed = new LinkedHashMap<>();

  private boolean cleared;

  /** A store in memory, or that of a file. */
  Store(@Nullable DataFile file) {
    this.file = file;
    ObjectNode saved = file == null ? null : file.load();
    root = saved == null ? Json.object() : saved;
  }

  /**
   * Does the work alone, and saves what it changed before it returns.
   *
   * @throws UncheckedIOException if that cannot be saved
   */
  synchronized <T extends @Nullable Object> T atomically(Supplier<T> work) {
    try {
      return work.get();
    } finally {
      save();
    }
  }

  /** Like {@link #atomically(Supplier)} without a result. */
  synchronized void atomically(Runnable work) {
    try {
      work.run();
    } finally {
      save();
    }
  }

  /** Of the file; a new one is empty. */
  synchronized boolean isEmpty() {
    return root.isEmpty();
  }

  /** A section to look at, not to change. */
  ObjectNode read(String section) {
    JsonNode found = root.get(section);
    return found instanceof ObjectNode ? (ObjectNode) found : root.putObject(section);
  }

  /** A section to change. */
  ObjectNode change(String section) {
    changed.put(section, ALL);
    return read(section);
  }

  /** A section to change one member of: the way for those that grow, because only that is saved. */
  ObjectNode change(String section, String member) {
    Set<String> members = changed.computeIfAbsent(section, s -> new LinkedHashSet<>());
    if (members != ALL) {
      members.add(member);
    }
    return read(section);
  }

  /** 1, 2, 3 and so on, also after {@link #clear}. */
  long next(String counter) {
    ObjectNode counters = change(COUNTERS);
    long next = counters.path(counter).asLong() + 1;
    counters.put(counter, next);
    return next;
  }

  /** An id in the form of a UUID, from a counter, so that tests see the same ones each time. */
  String nextUuid(String counter) {
    return String.format("%08x-0000-4000-8000-%012x", counter.hashCode(), next(counter));
  }

  /** Forgets all but the counters. */
  void clear() {
    ObjectNode counters = read(COUNTERS);
    root = Json.object();
    root.set(COUNTERS, counters);
    cleared = true;
  }

  private void save() {
    if (file != null && cleared) {
      file.save(root);
    } else if (file != null && !changed.isEmpty()) {
      file.save(root, changes());
    }
    changed.clear();
    cleared = false;
  }

  private List<DataChange> changes() {
    List<DataChange> changes = new ArrayList<>();
    changed.forEach(
        (section, members) -> {
          ObjectNode now = read(section);
          if (members == ALL) {
            changes.add(new DataChange(section, null, now));
          } else {
            members.forEach(
                member -> changes.add(new DataChange(section, member, now.get(member))));
          }
        });
    return changes;
  }

  void close() {
    if (file != null) {
      file.close();
    }
  }
}
