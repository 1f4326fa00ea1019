package com.talkturo.ratelimit;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Threads that only sleep, some milliseconds at a time. While one of them is late, the JVM stands
 * still or a core has others to run first: that is time that no other thread can answer for either.
 */
final class Heartbeat {
  /** So many that there is one for each core, almost always. */
  private static final int THREADS = 4;

  private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

  /** Less is usual for a sleeping thread, and would add up. */
  private static final long MIN_LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final Sleeper[] sleepers =
      Stream.generate(Sleeper::new).limit(THREADS).toArray(Sleeper[]::new);

  private record Beat(long nanoTime, long lateNanos) {}

  private static final class Sleeper extends Thread {
    private volatile Beat last = new Beat(System.nanoTime(), 0);
    private volatile long longestNanos;

    Sleeper() {
      super("heartbeat");
      setDaemon(true);
    }

    @Override
    public void run() {
      while (true) {
        LockSupport.parkNanos(PERIOD_NANOS);
        long late = lateNanos();
        longestNanos = Math.max(longestNanos, late - last.lateNanos);
        last = new Beat(System.nanoTime(), late);
      }
    }

    /** How long it was late since the start, until right now. */
    long lateNanos() {
      Beat beat = last;
      long late = System.nanoTime() - beat.nanoTime - PERIOD_NANOS;
      return beat.lateNanos + (late < MIN_LATE_NANOS ? 0 : late);
    }
  }

  static Heartbeat start() {
    Heartbeat heartbeat = new Heartbeat();
    for (Sleeper sleeper : heartbeat.sleepers) {
      sleeper.start();
    }
    return heartbeat;
  }

  /** How late one of them was at most since the last {@link #forget}. */
  long longestNanos() {
    return Stream.of(sleepers).mapToLong(s -> s.longestNanos).max().orElseThrow();
  }

  void forget() {
    for (Sleeper sleeper : sleepers) {
      sleeper.longestNanos = 0;
    }
  }

  /** A time to look back to; of each thread. */
  long[] now() {
    long[] now = new long[THREADS];
    for (int i = 0; i < THREADS; i++) {
      now[i] = sleepers[i].lateNanos();
    }
    return now;
  }

  /** How long the one was late since then that was late the longest. */
  long lateNanosSince(long[] then) {
    long longest = 0;
    for (int i = 0; i < THREADS; i++) {
      longest = Math.max(longest, sleepers[i].lateNanos() - then[i]);
    }
    return longest;
  }
}
