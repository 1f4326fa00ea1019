package com.talkturo.sdk.http;

import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Ends calls at their deadline, on a thread of its own.
 *
 * <p>OkHttp has a timeout for that, but wakes a watchdog for every call, which costs more than all
 * else that the SDK adds to one. Here the thread is woken only by a deadline before the one that it
 * waits for already: as long as all calls have the same timeout, by none.
 */
final class Deadlines implements Runnable {
  private static final long FAR_NANOS = Long.MAX_VALUE / 2;

  private final long idleNanos;
  private final Set<Deadline> pending = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean running = new AtomicBoolean();
  private volatile @Nullable Thread watcher;
  private volatile boolean closed;

  /**
   * When the watcher looks next. Far away while it looks: whoever comes then makes it look again.
   */
  private volatile long nextLookNanos;

  /**
   * Without a thread as long as nothing is pending.
   *
   * @param idleNanos how long the thread waits for something new before it ends
   */
  Deadlines(long idleNanos) {
    this.idleNanos = idleNanos;
  }

  /** Runs {@code expiry} at this {@link System#nanoTime()}, unless it is stopped before. */
  Deadline start(long dueNanos, Runnable expiry) {
    Deadline deadline = new Deadline(dueNanos, expiry);
    pending.add(deadline);
    if (!running.get() && running.compareAndSet(false, true)) {
      startThread(deadline);
    } else if (dueNanos - nextLookNanos < 0) {
      LockSupport.unpark(watcher);
    }
    return deadline;
  }

  private void startThread(Deadline first) {
    Thread thread = new Thread(this, "talkturo-deadlines");
    thread.setDaemon(true);
    try {
      thread.start();
    } catch (Throwable e) {
      // Too many threads, perhaps only for now: the next call tries again.
      running.set(false);
      stop(first);
      throw e;
    }
  }

  void stop(Deadline deadline) {
    pending.remove(deadline);
    if (closed) {
      LockSupport.unpark(watcher);
    }
  }

  /** Lets the thread end as soon as nothing is pending any more. */
  void close() {
    closed = true;
    LockSupport.unpark(watcher);
  }

  @Override
  public void run() {
    do {
      watcher = Thread.currentThread();
      try {
        watchUntilIdle();
      } finally {
        running.set(false);
      }
    } while (!pending.isEmpty() && running.compareAndSet(false, true));
  }

  private void watchUntilIdle() {
    boolean wasIdle = closed;
    while (true) {
      nextLookNanos = System.nanoTime() + FAR_NANOS;
      long waitNanos = expireAllDue();
      boolean idle = pending.isEmpty();
      if (idle && (wasIdle || closed)) {
        return;
      }
      wasIdle = idle;
      nextLookNanos = System.nanoTime() + waitNanos;
      LockSupport.parkNanos(this, waitNanos);
      // Whoever left it set would keep the thread from waiting.
      Thread.interrupted();
    }
  }

  /** Returns how long it takes until there is a reason to look again. */
  private long expireAllDue() {
    long waitNanos = idleNanos;
    for (Iterator<Deadline> all = pending.iterator(); all.hasNext(); ) {
      Deadline deadline = all.next();
      long leftNanos = deadline.dueNanos - System.nanoTime();
      if (leftNanos > 0) {
        waitNanos = Math.min(waitNanos, leftNanos);
      } else {
        all.remove();
        expire(deadline);
      }
    }
    return waitNanos;
  }

  /** Cancelling a call runs the event listener of the user's client, and other calls wait. */
  private static void expire(Deadline deadline) {
    try {
      deadline.expiry.run();
    } catch (Throwable e) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }

  /** What {@link #start} was told. */
  static final class Deadline {
    private final long dueNanos;
    private final Runnable expiry;

    private Deadline(long dueNanos, Runnable expiry) {
      this.dueNanos = dueNanos;
      this.expiry = expiry;
    }
  }
}
