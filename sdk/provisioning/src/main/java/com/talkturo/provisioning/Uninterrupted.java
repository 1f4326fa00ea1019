package com.talkturo.provisioning;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waiting that an interrupt does not break off; the flag is set again afterwards. */
final class Uninterrupted {
  private Uninterrupted() {}

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
