package com.talkturo.calls;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.http.ApiResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** How an operation is called: every behaviour is shown both ways, with the same assertions. */
public enum Mode {
  SYNC,
  ASYNC;

  private static final long BOUND_SECONDS = 60;

  public <T> T call(Supplier<T> sync, Supplier<CompletableFuture<T>> async) {
    return this == SYNC ? sync.get() : join(async.get());
  }

  public <T> ApiResponse<T> exchange(TalkturoClient client, ApiRequest<T> request) {
    return call(() -> client.exchange(request), () -> client.exchangeAsync(request));
  }

  /** The value of a future, or what it failed with. */
  public static <T> T join(CompletableFuture<T> future) {
    try {
      return future.get(BOUND_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw sneaky(e.getCause());
    } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
      throw new AssertionError("the future did not end in " + BOUND_SECONDS + " s", e);
    }
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> RuntimeException sneaky(Throwable failure) throws E {
    throw (E) failure;
  }
}
