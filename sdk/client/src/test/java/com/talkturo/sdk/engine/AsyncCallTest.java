package com.talkturo.sdk.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.sdk.json.Decoder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

final class AsyncCallTest {
  /** One of the first few; the others are too many. */
  private static final class Limited extends Thread {
    private final boolean tooMany;

    Limited(Runnable task, AtomicInteger made, int max) {
      super(task);
      tooMany = made.getAndIncrement() >= max;
    }

    @Override
    public synchronized void start() {
      if (tooMany) {
        throw new OutOfMemoryError("unable to create native thread");
      }
      super.start();
    }
  }

  /** Never gets to a call that it is given. */
  private static final class Deaf extends AbstractExecutorService {
    @Override
    public void execute(Runnable task) {}

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return false;
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return false;
    }
  }

  @Test
  void theDeadlineEndsAFutureEvenIfThereIsNoThreadForIt() {
    Deaf threads = new Deaf();
    OkHttpClient http = new OkHttpClient.Builder().dispatcher(new Dispatcher(threads)).build();
    Call call = http.newCall(new Request.Builder().url("http://127.0.0.1:1/").build());
    Endpoint<Void> endpoint = Endpoint.repeatable("GET", "/api/x", Decoder.nothing());
    CallState state = CallStates.of(endpoint, Duration.ofMillis(50), 0);
    AtomicInteger made = new AtomicInteger();
    Deadlines deadlines =
        new Deadlines(TimeUnit.SECONDS.toNanos(1), task -> new Limited(task, made, 1));
    CompletableFuture<String> future =
        new AsyncCall<>(call, state, response -> "answer", e -> e, deadlines).start();
    deadlines.close();
    assertThatThrownBy(() -> future.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(IOException.class);
  }
}
