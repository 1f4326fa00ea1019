package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs seeded schedules. Of the processes of a schedule one runs at a time, so several schedules
 * run side by side, each with a server and a clock of its own; all time in them is that clock's.
 */
final class Lanes {
  private static final long FIRST = Long.getLong("provisioning.firstSeed", 1);
  private static final int LANES = 2 * Runtime.getRuntime().availableProcessors();

  /** The server searches all its assistants; a new one is cheaper than many of them. */
  private static final int PER_SERVER = 100;

  private final int schedules;
  private final Body body;
  private final AtomicInteger next = new AtomicInteger();

  private Lanes(int schedules, Body body) {
    this.schedules = schedules;
    this.body = body;
  }

  /** One schedule. */
  interface Body {
    void run(Fixture fixture, long seed) throws Exception;
  }

  /** Returns how many seconds it took. */
  static long run(int schedules, Body body) throws Exception {
    long start = System.nanoTime();
    Lanes all = new Lanes(schedules, body);
    ExecutorService pool = Executors.newFixedThreadPool(LANES);
    try {
      List<Callable<Integer>> lanes = Collections.nCopies(LANES, all::lane);
      int done = 0;
      for (Future<Integer> lane : pool.invokeAll(lanes)) {
        done += lane.get();
      }
      assertThat(done).isEqualTo(schedules);
    } finally {
      pool.shutdownNow();
    }
    return (System.nanoTime() - start) / 1_000_000_000;
  }

  /** Returns how many schedules it ran; a failure ends the other lanes too. */
  private int lane() {
    int done = 0;
    while (next.get() < schedules) {
      try (Fixture fixture = new Fixture(new MemoryStore())) {
        for (int i = 0; i < PER_SERVER; i++) {
          int number = next.getAndIncrement();
          if (number >= schedules) {
            return done;
          }
          long seed = FIRST + number;
          try {
            body.run(fixture, seed);
          } catch (Throwable e) {
            next.set(schedules);
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
          }
          done++;
        }
      }
    }
    return done;
  }
}
