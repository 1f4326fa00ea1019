package com.talkturo.sdk.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether a client is open, and who waits for a retry. A view is closed with the client that it
 * came from, but not the other way round.
 */
final class Lifecycle {
  private final @Nullable Lifecycle parent;
  private final Set<CallState> waiting;
  private volatile boolean closed;

  Lifecycle() {
    this.parent = null;
    this.waiting = ConcurrentHashMap.newKeySet();
  }

  private Lifecycle(Lifecycle parent) {
    this.parent = parent;
    this.waiting = parent.waiting;
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
    waiting.forEach(CallState::wake);
  }

  void requireOpen() {
    if (isClosed()) {
      throw new IllegalStateException("this TalkturoClient is closed");
    }
  }

  void enterWait(CallState call) {
    waiting.add(call);
  }

  void leaveWait(CallState call) {
    waiting.remove(call);
  }
}
