package com.talkturo.sdk.http;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * An asynchronous call: a future that ends with the answer, the deadline or the caller, whichever
 * comes first. Whoever ends it early ends the HTTP call with it.
 */
final class PendingAnswer<R> implements Callback {
  private final CompletableFuture<R> future = new CompletableFuture<>();
  private final Call call;
  private final CallState state;
  private final Function<Response, R> reader;
  private final Function<IOException, Throwable> failures;
  private final Deadlines deadlines;
  private final ExecutorService executor;
  private volatile boolean answered;
  private boolean claimed;

  PendingAnswer(
      Call call,
      CallState state,
      Function<Response, R> reader,
      Function<IOException, Throwable> failures,
      Deadlines deadlines,
      ExecutorService executor) {
    this.call = call;
    this.state = state;
    this.reader = reader;
    this.failures = failures;
    this.deadlines = deadlines;
    this.executor = executor;
  }

  CompletableFuture<R> start() {
    state.enterQueue(this);
    Deadlines.Deadline deadline = deadlines.start(state.deadlineNanos(), this::expire);
    // The dependent that this makes is not needed: the caller's handle is the future itself.
    Object unused =
        future.whenComplete(
            (value, failure) -> {
              deadlines.stop(deadline);
              state.leaveQueue();
              finished(failure);
            });
    call.enqueue(this);
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
    // Tells nothing new unless it was the caller who ended the future; before the call fails of it.
    state.finished(failure);
    if (!answered) {
      state.stop(call);
    }
  }

  private void fail(Throwable failure) {
    if (claim()) {
      state.finished(failure);
      future.completeExceptionally(failure);
    }
  }

  /** Whether it is for the asker to end the future: listeners and caller must get the same end. */
  private synchronized boolean claim() {
    boolean first = !claimed;
    claimed = true;
    return first && !future.isDone();
  }

  @Override
  public void onResponse(Call call, Response response) {
    answered = true;
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
    answered = true;
    fail(failures.apply(e));
  }

  /** Runs on the thread that watches all deadlines, so the caller's code must not. */
  private void expire() {
    Runnable completion =
        () -> fail(failures.apply(new IOException("no answer before the deadline")));
    try {
      state.stop(call);
    } finally {
      try {
        executor.execute(completion);
      } catch (RejectedExecutionException | OutOfMemoryError noThread) {
        // The client is closed, or there are too many threads.
        completion.run();
      }
    }
  }
}
