package com.talkturo.provisioning;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A store that is away at times. */
final class FailingStore extends DelegatingStore {
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicInteger toFail = new AtomicInteger();
  private volatile Predicate<StoredEntry> away = entry -> false;
  private volatile boolean losesAnswers;

  FailingStore(StateStore store) {
    super(store);
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
    Outcome outcome = super.compareAndSet(key, expectedVersion, next);
    if (losesAnswers && outcome == Outcome.DONE) {
      throw new StateStoreException("the answer is lost", null);
    }
    return outcome;
  }
}
