package com.talkturo.sdk.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Ends calls at their deadline. One thread watches the clock and does nothing else.
 *
 * <p>OkHttp has a timeout for that, but wakes a watchdog for every call, which costs more than all
 * else that the SDK adds to one. Here only a deadline before the one that it waits for already
 * wakes the thread: as long as all calls have the same timeout, none does.
 *
 * <p>Ending a call runs the user's code, which may block: cancelling tells the event listener of
 * the user's client, and a future its dependents. So other threads do it, which end when they have
 * had nothing to do for a second:
 *
 * <ul>
 *   <li>Synchronous calls are woken by cancelling them. {@value #MAX_BLOCKED} event listeners can
 *       block at the same time before the next such call ends late.
 *   <li>Futures are ended first, and however many event listeners block, no future ends late. It
 *       takes {@value #MAX_BLOCKED} dependents that block.
 *   <li>Then the HTTP calls of these futures are cancelled, {@value #MAX_CANCELLING} at a time:
 *       listeners that block delay only when their connections are closed.
 * </ul>
 */
final class Deadlines implements Runnable {
  private static final long FAR_NANOS = Long.MAX_VALUE / 2;

  private static final int MAX_BLOCKED = 128;
  private static final int MAX_CANCELLING = 16;

  /** How long to wait for dependents that block. */
  private static final long CROWDED_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final long idleNanos;
  private final ThreadFactory threads;
  private final ThreadPoolExecutor wakes;
  private final ThreadPoolExecutor ends;
  private final ThreadPoolExecutor cancels;
  private final Set<Deadline> pending = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean running = new AtomicBoolean();
  private volatile @Nullable Thread watcher;
  private volatile boolean closed;

  /** The permit of {@link LockSupport} is not enough: a lock may use it up while handing over. */
  private volatile boolean lookAgain;

  /** Only the watcher asks for these. */
  private final List<Runnable> toCancel = new ArrayList<>();

  private long toCancelSinceNanos;

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
    this(idleNanos, Thread::new);
  }

  Deadlines(long idleNanos, ThreadFactory threads) {
    this.idleNanos = idleNanos;
    this.threads = threads;
    this.wakes = pool("talkturo-deadline-wake", MAX_BLOCKED);
    this.ends = pool("talkturo-deadline-end", MAX_BLOCKED);
    this.cancels = pool("talkturo-deadline-cancel", MAX_CANCELLING);
  }

  private ThreadPoolExecutor pool(String name, int maxThreads) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            maxThreads,
            maxThreads,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> daemon(task, name));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private Thread daemon(Runnable task, String name) {
    Thread thread = threads.newThread(task);
    thread.setName(name);
    thread.setDaemon(true);
    return thread;
  }

  /** Runs this at this {@link System#nanoTime()}, unless it is stopped before. */
  Deadline start(long dueNanos, Runnable wake) {
    return start(new Deadline(dueNanos, wakes, wake, null));
  }

  /** Runs {@code end} at this {@link System#nanoTime()} and then {@code cancel}. */
  Deadline start(long dueNanos, Runnable end, Runnable cancel) {
    return start(new Deadline(dueNanos, ends, end, cancel));
  }

  private Deadline start(Deadline deadline) {
    pending.add(deadline);
    if (!running.get() && running.compareAndSet(false, true)) {
      startThread(deadline);
    } else if (deadline.dueNanos - nextLookNanos < 0) {
      lookAgain();
    }
    return deadline;
  }

  private void lookAgain() {
    lookAgain = true;
    LockSupport.unpark(watcher);
  }

  private void startThread(Deadline first) {
    try {
      daemon(this, "talkturo-deadlines").start();
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
      lookAgain();
    }
  }

  /** Lets the threads end as soon as nothing is pending any more. */
  void close() {
    closed = true;
    for (ThreadPoolExecutor pool : new ThreadPoolExecutor[] {wakes, ends, cancels}) {
      pool.setKeepAliveTime(1, TimeUnit.NANOSECONDS);
    }
    lookAgain();
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
      lookAgain = false;
      nextLookNanos = System.nanoTime() + FAR_NANOS;
      long waitNanos = expireAllDue();
      boolean idle = pending.isEmpty() && toCancel.isEmpty();
      if (idle && (wasIdle || closed)) {
        return;
      }
      wasIdle = idle;
      nextLookNanos = System.nanoTime() + waitNanos;
      if (!lookAgain) {
        LockSupport.parkNanos(this, waitNanos);
      }
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
        handOver(deadline.endedBy, deadline.end);
        if (deadline.cancel != null) {
          if (toCancel.isEmpty()) {
            toCancelSinceNanos = System.nanoTime();
          }
          toCancel.add(deadline.cancel);
        }
      }
    }
    return cancelLater(waitNanos);
  }

  /** A crowd of futures ends sooner while no cancelled call takes the processor from it. */
  private long cancelLater(long waitNanos) {
    if (toCancel.isEmpty()) {
      return waitNanos;
    }
    if (!ends.getQueue().isEmpty() && System.nanoTime() - toCancelSinceNanos < CROWDED_NANOS) {
      return Math.min(waitNanos, TimeUnit.MILLISECONDS.toNanos(1));
    }
    toCancel.forEach(cancel -> handOver(cancels, cancel));
    toCancel.clear();
    return waitNanos;
  }

  private static void handOver(ThreadPoolExecutor others, Runnable task) {
    try {
      others.execute(task);
    } catch (OutOfMemoryError noThread) {
      runHere(task);
    }
  }

  private static void runHere(Runnable task) {
    try {
      task.run();
    } catch (Throwable e) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }

  /** What {@link #start} was told. */
  static final class Deadline {
    private final long dueNanos;
    private final ThreadPoolExecutor endedBy;
    private final Runnable end;
    private final @Nullable Runnable cancel;

    private Deadline(
        long dueNanos, ThreadPoolExecutor endedBy, Runnable end, @Nullable Runnable cancel) {
      this.dueNanos = dueNanos;
      this.endedBy = endedBy;
      this.end = end;
      this.cancel = cancel;
    }
  }
}
