package com.talkturo.provisioning;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Another store, to be spoilt in parts. */
class DelegatingStore implements StateStore {
  private final StateStore store;

  DelegatingStore(StateStore store) {
    this.store = store;
  }

  @Override
  public Optional<StoreIdentity> identity() {
    return store.identity();
  }

  @Override
  public boolean initialize(StoreIdentity identity) {
    return store.initialize(identity);
  }

  @Override
  public Optional<StoredEntry> find(String key) {
    return store.find(key);
  }

  @Override
  public Optional<StoredEntry> findByAssistantId(String assistantId) {
    return store.findByAssistantId(assistantId);
  }

  @Override
  public List<StoredEntry> list(Set<Phase> phases, @Nullable String afterKey, int limit) {
    return store.list(phases, afterKey, limit);
  }

  @Override
  public Outcome compareAndSet(
      String key, @Nullable String expectedVersion, @Nullable StoredEntry next) {
    return store.compareAndSet(key, expectedVersion, next);
  }
}
