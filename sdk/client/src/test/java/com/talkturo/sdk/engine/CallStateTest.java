package com.talkturo.sdk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.json.Decoder;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class CallStateTest {
  private static final Endpoint<Void> CREATE = Endpoint.atMostOnce("POST", "/x", Decoder.nothing());

  /** Without a lock, both send in three of a hundred rounds. */
  @Test
  void ofTwoClonesThatSendAtTheSameTimeOneDoes() throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      for (int i = 0; i < 500; i++) {
        CallState call = CallStates.of(CREATE, Duration.ofSeconds(60), 0);
        call.beginAttempt();
        AtomicInteger ready = new AtomicInteger();
        Future<Integer> there = other.submit(() -> sent(call, ready));
        int here = sent(call, ready);
        assertThat(here + there.get()).isEqualTo(1);
      }
    } finally {
      other.shutdownNow();
    }
  }

  private static int sent(CallState call, AtomicInteger ready) {
    ready.incrementAndGet();
    while (ready.get() < 2) {
      Thread.onSpinWait();
    }
    try {
      call.send();
      return 1;
    } catch (IOException refused) {
      return 0;
    }
  }
}
