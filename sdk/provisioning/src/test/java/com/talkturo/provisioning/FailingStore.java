package com.talkturo.provisioning;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A store that is away at times. */
final class FailingStore implements StateStore {
  private final StateStore store;
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicInteger toFail = new AtomicInteger();
  private volatile Predicate<StoredEntry> away = entry -> false;
  private volatile boolean losesAnswers;

  FailingStore(StateStore store) {
    this.store = store;
  }

  void failWhile(Predicate<StoredEntry> writes) {
    away = writes;
  }

  void failTimes(int times) {
    toFail.set(times);
  }

  void loseEveryAnswer() {
    losesAnswers = true;
  }

  int failures() {
    return failures.get();
  }

  @Override
  public Outcome compareAndSet(
      String key, @Nullable String expectedVersion, @Nullable StoredEntry next) {
    if ((next != null && away.test(next)) || toFail.getAndUpdate(n -> n > 0 ? n - 1 : 0) > 0) {
      failures.incrementAndGet();
      throw new StateStoreException("away", null);
    }
    Outcome outcome = store.compareAndSet(key, expectedVersion, next);
    if (losesAnswers && outcome == Outcome.DONE) {
      throw new StateStoreException("the answer is lost", null);
    }
    return outcome;
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
}
