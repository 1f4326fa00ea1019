package com.talkturo.sdk.engine;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * An asynchronous call: a future that ends with the answer, the deadline or the caller, whichever
 * comes first. Whoever ends it early ends the HTTP call with it.
 */
final class AsyncCall<R> implements Callback {
  private final CompletableFuture<R> future = new CompletableFuture<>();
  private final Call call;
  private final CallState state;
  private final Function<Response, R> reader;
  private final Function<IOException, Throwable> failures;
  private final Deadlines deadlines;
  private volatile boolean callIsOver;
  private boolean claimed;

  AsyncCall(
      Call call,
      CallState state,
      Function<Response, R> reader,
      Function<IOException, Throwable> failures,
      Deadlines deadlines) {
    this.call = call;
    this.state = state;
    this.reader = reader;
    this.failures = failures;
    this.deadlines = deadlines;
  }

  CompletableFuture<R> start() {
    state.enterQueue(this);
    Deadlines.Deadline deadline =
        deadlines.start(state.deadlineNanos(), this::expire, () -> state.stop(call));
    // The dependent that this makes is not needed: the caller's handle is the future itself.
    Object unused =
        future.whenComplete(
            (value, failure) -> {
              deadlines.stop(deadline);
              state.leaveQueue();
              finished(failure);
            });
    try {
      call.enqueue(this);
    } catch (Throwable e) {
      // The event listener of the user's client. Nothing waits for a turn any more.
      state.leaveQueue();
      deadlines.stop(deadline);
      throw e;
    }
    endIfClosed();
    return future;
  }

  /** Ends a call that never left the queue of a client that is closed now. */
  void endIfClosed() {
    if (state.isClosedInQueue()) {
      fail(failures.apply(new IOException("closed before the request was sent")));
    }
  }

  private void finished(@Nullable Throwable failure) {
    // News only if the caller ended the future; told first, because stopping makes the call fail.
    state.finished(failure);
    if (!callIsOver) {
      state.stop(call);
    }
  }

  private void fail(Throwable failure) {
    if (claim()) {
      state.finished(failure);
      future.completeExceptionally(failure);
    }
  }

  /** Whether whoever asks may end the future: listeners and caller must get the same end. */
  private synchronized boolean claim() {
    boolean first = !claimed;
    claimed = true;
    return first && !future.isDone();
  }

  @Override
  public void onResponse(Call call, Response response) {
    callIsOver = true;
    R value;
    try (Response open = response) {
      value = reader.apply(open);
    } catch (Throwable e) {
      fail(e);
      return;
    }
    if (claim()) {
      state.finished(null);
      future.complete(value);
    }
  }

  @Override
  public void onFailure(Call call, IOException e) {
    callIsOver = true;
    fail(failures.apply(e));
  }

  private void expire() {
    // Whoever watches the deadline stops the call, on a thread that the caller does not wait for.
    callIsOver = true;
    fail(failures.apply(new IOException("no answer before the deadline")));
  }
}
