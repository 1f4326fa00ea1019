package com.talkturo.cli;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Ctrl-C and SIGTERM while something is written: requests under way are finished and stored, no
 * others are begun. Without that, a create on its way would be left for a person to resolve.
 */
final class Interruption {
  /** A request ends after 60 s. */
  private static final int LONGEST_SECONDS = 65;

  private final Thread worker = Thread.currentThread();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;

  private Interruption(PrintStream err) {
    hook = new Thread(() -> stop(err), "talkturo-interruption");
  }

  /** While this runs, the process ends only when it has come to an end. */
  static <T> T finishing(PrintStream err, Supplier<T> work) {
    Interruption interruption = new Interruption(err);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    try {
      return work.get();
    } finally {
      interruption.end();
    }
  }

  private void stop(PrintStream err) {
    err.println("stopping: requests under way are finished and stored");
    err.flush();
    worker.interrupt();
    try {
      if (!ended.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        err.println("a request hangs; see: talkturo list");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void end() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It runs.
    }
  }
}
