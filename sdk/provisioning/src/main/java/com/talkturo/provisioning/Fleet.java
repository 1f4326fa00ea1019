package com.talkturo.provisioning;

import com.talkturo.provisioning.Worker.Progress;
import com.talkturo.provisioning.Worker.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Works on many keys, a few at a time. */
final class Fleet {
  private static final AtomicInteger THREADS = new AtomicInteger();

  private final Context context;
  private final Run run;

  Fleet(Context context, Run run) {
    this.context = context;
    this.run = run;
  }

  /** Applies all of them, and says which are to be taken up again, and why. */
  Map<Progress, List<Task>> apply(Collection<Task> tasks) {
    Map<Progress, List<Task>> rest = new EnumMap<>(Progress.class);
    Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    long now = context.time().nanos();
    tasks.forEach(task -> queue.add(new Waiting(task, new Work(context, run, task.key), now)));
    inParallel(
        tasks.size(),
        () -> {
          for (Waiting next = next(queue); next != null; next = next(queue)) {
            step(next, queue, rest);
          }
        });
    return rest;
  }

  /** Null at the end, and once the run is interrupted. */
  private static <T> @Nullable T next(Queue<T> queue) {
    return Thread.currentThread().isInterrupted() ? null : queue.poll();
  }

  /**
   * @param notBefore when it is worth looking at it, on the monotonic clock
   */
  private record Waiting(Task task, Work work, long notBefore) {}

  private void step(Waiting next, Queue<Waiting> queue, Map<Progress, List<Task>> rest) {
    long early = next.notBefore() - context.time().nanos();
    if (early > 0) {
      try {
        next.work().pause(Duration.ofNanos(early));
      } catch (ProvisioningTimeoutException interrupted) {
        new Worker(context, next.task(), next.work()).fail(interrupted);
        return;
      }
    }
    Progress progress = new Worker(context, next.task(), next.work()).apply();
    if (progress == Progress.BUSY) {
      busy(next, queue);
    } else if (progress != Progress.DONE) {
      next.task().requests += next.work().requests();
      synchronized (rest) {
        rest.computeIfAbsent(progress, reason -> new ArrayList<>()).add(next.task());
      }
    }
  }

  /** Behind the others: they should not wait for a key that somebody else has. */
  private void busy(Waiting next, Queue<Waiting> queue) {
    Work work = next.work();
    if (work.left().isNegative() || Thread.currentThread().isInterrupted()) {
      new Worker(context, next.task(), work)
          .fail(
              new BusyKeyException(
                  next.task().key,
                  "another process works on it, for longer than " + context.options().timeout,
                  null));
      return;
    }
    long poll = Worker.poll(context.lease()).toNanos();
    queue.add(new Waiting(next.task(), work, context.time().nanos() + poll));
  }

  /** Does something with each, a few at a time. */
  <T> void each(Collection<T> items, Consumer<T> action) {
    Queue<T> queue = new ConcurrentLinkedQueue<>(items);
    inParallel(
        items.size(),
        () -> {
          for (T next = next(queue); next != null; next = next(queue)) {
            action.accept(next);
          }
        });
  }

  /** On the caller's thread if one is enough. */
  private void inParallel(int items, Runnable loop) {
    int threads = Math.min(items, context.options().parallelism);
    if (threads <= 1) {
      loop.run();
      return;
    }
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread =
                  new Thread(task, "talkturo-provisioning-" + THREADS.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<Future<?>> loops = new ArrayList<>();
      try {
        for (int i = 0; i < threads; i++) {
          loops.add(pool.submit(() -> orNone(loop, pool)));
        }
      } catch (RejectedExecutionException e) {
        // One has failed already, and tells below why.
      }
      for (Future<?> future : loops) {
        // An interrupt ends the work on each key at its next step, and this waits for that.
        Uninterrupted.get(future, pool::shutdownNow);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** What nobody expects in one thread ends the others too. */
  private static void orNone(Runnable loop, ExecutorService pool) {
    try {
      loop.run();
    } catch (Throwable e) {
      pool.shutdownNow();
      throw e;
    }
  }
}
