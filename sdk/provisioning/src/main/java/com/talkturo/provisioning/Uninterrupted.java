package com.talkturo.provisioning;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Work that an interrupt does not break off; the flag is set again afterwards. */
final class Uninterrupted {
  private Uninterrupted() {}

  /** On a thread of its own, because an interrupt would close the socket of this one's request. */
  static <T> T call(Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread thread = new Thread(task, Thread.currentThread().getName() + "-uninterrupted");
    thread.setDaemon(true);
    thread.start();
    return get(task, () -> {});
  }

  /**
   * Waits until it is done.
   *
   * @param onInterrupt runs when the thread that waits is interrupted
   */
  static <T> T get(Future<T> future, Runnable onInterrupt) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
          onInterrupt.run();
        } catch (ExecutionException e) {
          if (e.getCause() instanceof RuntimeException failure) {
            throw failure;
          }
          throw (Error) e.getCause();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
