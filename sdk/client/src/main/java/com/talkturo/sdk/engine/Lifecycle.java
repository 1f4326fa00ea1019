package com.talkturo.sdk.engine;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Whether a client is open, who waits for a retry and who for a turn. A view is closed with the
 * client that it came from, but not the other way round.
 */
final class Lifecycle {
  private static final int MAX_ENDING_THREADS = 32;

  private final @Nullable Lifecycle parent;
  private final Executor threads;
  private final Set<CallState> waiting;
  private final Set<AsyncCall<?>> queued;
  private volatile boolean closed;

  /**
   * Of a client that is open.
   *
   * @param threads where futures end that would otherwise wait for ever
   */
  Lifecycle(Executor threads) {
    this.parent = null;
    this.threads = threads;
    this.waiting = ConcurrentHashMap.newKeySet();
    this.queued = ConcurrentHashMap.newKeySet();
  }

  private Lifecycle(Lifecycle parent) {
    this.parent = parent;
    this.threads = parent.threads;
    this.waiting = parent.waiting;
    this.queued = parent.queued;
  }

  Lifecycle view() {
    return new Lifecycle(this);
  }

  boolean isView() {
    return parent != null;
  }

  boolean isClosed() {
    return closed || (parent != null && parent.isClosed());
  }

  void close() {
    closed = true;
    // Each looks whether it is its own client that was closed, and waits on if not.
    wakeAll();
    endQueued();
  }

  /** OkHttp would leave them in its queue until the calls before them end. */
  private void endQueued() {
    Queue<AsyncCall<?>> toEnd = new ConcurrentLinkedQueue<>(queued);
    Runnable endAll =
        () -> {
          for (AsyncCall<?> next = toEnd.poll(); next != null; next = toEnd.poll()) {
            next.endIfClosed();
          }
        };
    // What depends on the futures is the caller's code, and one that blocks must not stop the rest.
    for (int i = 0; i < MAX_ENDING_THREADS && !toEnd.isEmpty(); i++) {
      try {
        threads.execute(endAll);
      } catch (RejectedExecutionException | OutOfMemoryError noThread) {
        endAll.run();
      }
    }
  }

  void wakeAll() {
    waiting.forEach(CallState::wake);
  }

  void enterQueue(AsyncCall<?> call) {
    queued.add(call);
  }

  void leaveQueue(AsyncCall<?> call) {
    queued.remove(call);
  }

  void requireOpen() {
    if (isClosed()) {
      throw new IllegalStateException("this client is closed");
    }
  }

  void enterWait(CallState call) {
    waiting.add(call);
  }

  void leaveWait(CallState call) {
    waiting.remove(call);
  }
}
