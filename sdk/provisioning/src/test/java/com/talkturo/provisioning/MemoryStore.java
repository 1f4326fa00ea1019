package com.talkturo.provisioning;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The simplest store: what the engine needs, and nothing else. */
final class MemoryStore implements StateStore {
  private final TreeMap<String, StoredEntry> entries = new TreeMap<>();
  private @Nullable StoreIdentity identity;

  @Override
  public synchronized Optional<StoreIdentity> identity() {
    return Optional.ofNullable(identity);
  }

  @Override
  public synchronized boolean initialize(StoreIdentity first) {
    if (identity != null) {
      return false;
    }
    identity = first;
    return true;
  }

  @Override
  public synchronized Optional<StoredEntry> find(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  @Override
  public synchronized Optional<StoredEntry> findByAssistantId(String assistantId) {
    return entries.values().stream()
        .filter(entry -> entry.assistantId().equals(Optional.of(assistantId)))
        .findFirst();
  }

  @Override
  public synchronized List<StoredEntry> list(
      Set<Phase> phases, @Nullable String afterKey, int limit) {
    return entries.values().stream()
        .filter(entry -> afterKey == null || entry.key().compareTo(afterKey) > 0)
        .filter(entry -> phases.isEmpty() || phases.contains(entry.phase()))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Outcome compareAndSet(
      String key, @Nullable String expectedVersion, @Nullable StoredEntry next) {
    StoredEntry now = entries.get(key);
    if (!Optional.ofNullable(now)
        .map(StoredEntry::version)
        .equals(Optional.ofNullable(expectedVersion))) {
      return Outcome.CONFLICT;
    }
    if (next == null) {
      entries.remove(key);
      return Outcome.DONE;
    }
    if (next.assistantId()
        .flatMap(this::findByAssistantId)
        .filter(e -> !e.key().equals(key))
        .isPresent()) {
      return Outcome.DUPLICATE_ASSISTANT;
    }
    entries.put(key, next);
    return Outcome.DONE;
  }
}
