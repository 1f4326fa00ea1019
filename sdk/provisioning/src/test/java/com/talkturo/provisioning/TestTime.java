package com.talkturo.provisioning;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that goes on only when somebody waits, or when it is told to. */
final class TestTime implements Time {
  private final Instant start = Instant.now();
  private final AtomicLong nanos = new AtomicLong(1_000_000_000L);
  private volatile Duration set = Duration.ZERO;

  @Override
  public long nanos() {
    return nanos.get();
  }

  @Override
  public Instant now() {
    return start.plusNanos(nanos.get()).plus(set);
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    pass(duration);
  }

  /** Sets the wall clock, by so much; the monotonic one goes on. */
  void setClock(Duration by) {
    set = set.plus(by);
  }

  void pass(Duration duration) {
    nanos.addAndGet(duration.toNanos());
  }
}
