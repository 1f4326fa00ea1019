package com.talkturo.sdk.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.sdk.json.Decoder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

final class PendingAnswerTest {
  /** Never gets to the call that it is given first, and has no thread for anything after that. */
  private static final class Exhausted extends AbstractExecutorService {
    private boolean used;

    @Override
    public void execute(Runnable task) {
      if (used) {
        throw new OutOfMemoryError("unable to create native thread");
      }
      used = true;
    }

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
    Exhausted threads = new Exhausted();
    OkHttpClient http = new OkHttpClient.Builder().dispatcher(new Dispatcher(threads)).build();
    Call call = http.newCall(new Request.Builder().url("http://127.0.0.1:1/").build());
    Endpoint<Void> endpoint = Endpoint.repeatable("GET", "/api/x", Decoder.nothing());
    CallState state = new CallState(endpoint, Duration.ofMillis(50), 0, new Lifecycle(), null);
    Deadlines deadlines = new Deadlines(TimeUnit.SECONDS.toNanos(1));
    CompletableFuture<String> future =
        new PendingAnswer<>(call, state, response -> "answer", e -> e, deadlines, threads).start();
    deadlines.close();
    assertThatThrownBy(() -> future.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(IOException.class);
  }
}
