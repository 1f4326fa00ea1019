package com.talkturo.sdk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.calls.Answers;
import com.talkturo.calls.Faults;
import com.talkturo.calls.RawServer;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.errors.ServerException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** An outage is not multiplied by those who suffer from it. */
class RetryBudgetTest {
  private static final int CALLERS = 64;
  private static final double MAX_FACTOR = 1.2;

  @Test
  void anOutageIsNotMultipliedAndEndsByItself() throws Exception {
    int seconds = Integer.getInteger("faults.outageSeconds", 3);
    try (RawServer server = new RawServer();
        TalkturoClient client =
            TalkturoClient.builder()
                .apiKey("key_budget")
                .accountSlug("team")
                .baseUrl(server.url())
                .build()) {
      server.script(Faults.status(503, ""));
      AtomicInteger calls = new AtomicInteger();
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
      List<Thread> callers = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        Thread caller = new Thread(() -> callUntil(end, client, calls));
        callers.add(caller);
        caller.start();
      }
      for (Thread caller : callers) {
        caller.join();
      }
      double factor = (double) server.requests() / calls.get();
      System.out.printf(
          "retry budget: %d callers, %d s of 503: %d calls, %d requests, factor %.3f%n",
          CALLERS, seconds, calls.get(), server.requests(), factor);
      assertThat(calls.get()).isGreaterThan(CALLERS);
      assertThat(factor).isBetween(1.0, MAX_FACTOR);

      server.script(RawServer.Connection::answer);
      for (int i = 0; i < 50; i++) {
        client.assistants().get("asst_1");
      }
      AtomicInteger served = new AtomicInteger();
      server.script(
          c -> {
            if (served.getAndIncrement() == 0) {
              c.read();
              c.write(Answers.failure(503, "Retry-After: 0\r\n"));
            } else {
              c.answer();
            }
          });
      client.assistants().get("asst_1");
      assertThat(served).as("retried again").hasValue(2);
    }
  }

  /** Five calls a second each: a steady load, so that the factor says something. */
  private static void callUntil(long end, TalkturoClient client, AtomicInteger calls) {
    while (System.nanoTime() < end) {
      calls.incrementAndGet();
      assertThatThrownBy(() -> client.assistants().get("asst_1"))
          .isInstanceOf(ServerException.class);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
  }
}
