package com.talkturo.sdk.http;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import okio.AsyncTimeout;

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
  private final ExecutorService executor;
  private volatile boolean answered;

  /** Unlike OkHttp's own timeout, this one also runs while the call waits for its turn. */
  private final AsyncTimeout deadline =
      new AsyncTimeout() {
        @Override
        protected void timedOut() {
          expire();
        }
      };

  PendingAnswer(
      Call call,
      CallState state,
      Function<Response, R> reader,
      Function<IOException, Throwable> failures,
      ExecutorService executor) {
    this.call = call;
    this.state = state;
    this.reader = reader;
    this.failures = failures;
    this.executor = executor;
  }

  CompletableFuture<R> start() {
    deadline.timeout(Math.max(1, state.nanosLeft()), TimeUnit.NANOSECONDS);
    deadline.enter();
    // The dependent that this makes is not needed: the caller's handle is the future itself.
    Object unused = future.whenComplete((value, failure) -> finished());
    call.enqueue(this);
    return future;
  }

  private void finished() {
    deadline.exit();
    if (!answered) {
      call.cancel();
      state.wake();
    }
  }

  @Override
  public void onResponse(Call call, Response response) {
    answered = true;
    try (Response open = response) {
      future.complete(reader.apply(open));
    } catch (Throwable e) {
      future.completeExceptionally(e);
    }
  }

  @Override
  public void onFailure(Call call, IOException e) {
    answered = true;
    future.completeExceptionally(failures.apply(e));
  }

  /** Runs on the thread that watches all timeouts of the JVM, so the caller's code must not. */
  private void expire() {
    Runnable completion =
        () ->
            future.completeExceptionally(
                failures.apply(new IOException("no answer before the deadline")));
    call.cancel();
    state.wake();
    try {
      executor.execute(completion);
    } catch (RejectedExecutionException clientIsClosed) {
      completion.run();
    }
  }
}
