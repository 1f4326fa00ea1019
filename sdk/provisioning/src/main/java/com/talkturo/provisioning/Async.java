package com.talkturo.provisioning;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Work on a daemon thread of its own; a cancel interrupts it.
 *
 * @param <T> the result
 */
final class Async<T> extends CompletableFuture<T> {
  private final Thread thread;

  private Async(String name, Supplier<T> work) {
    thread = new Thread(() -> complete(work), name);
    thread.setDaemon(true);
  }

  static <T> CompletableFuture<T> run(String name, Supplier<T> work) {
    Async<T> future = new Async<>(name, work);
    future.thread.start();
    return future;
  }

  private void complete(Supplier<T> work) {
    try {
      complete(work.get());
    } catch (Throwable e) {
      completeExceptionally(e);
    }
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (cancelled && mayInterruptIfRunning) {
      thread.interrupt();
    }
    return cancelled;
  }
}
