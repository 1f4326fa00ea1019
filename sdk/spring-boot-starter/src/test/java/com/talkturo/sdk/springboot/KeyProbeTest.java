package com.talkturo.sdk.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.apikeys.TestApiKeyResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How often the key is tried, and how long anybody waits for it. */
@Timeout(30)
class KeyProbeTest {
  private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1);
  private final Queue<CompletableFuture<TestApiKeyResponse>> answers = new ArrayDeque<>();
  private final KeyProbe probe = new KeyProbe(answers::remove, failure -> false, nanoTime::get);

  private static CompletableFuture<TestApiKeyResponse> accepted() {
    return CompletableFuture.completedFuture(TestApiKeyResponse.builder().build());
  }

  @Test
  void anAnswerCountsForTenMinutes() {
    answers.add(accepted());
    answers.add(CompletableFuture.failedFuture(new IllegalStateException("closed")));
    assertThat(probe.report().status()).isEqualTo("UP");
    nanoTime.addAndGet(Duration.ofMinutes(10).toNanos() - 1);
    assertThat(probe.report().details()).containsEntry("secondsAgo", 599L);
    nanoTime.incrementAndGet();
    assertThat(probe.report().status()).isEqualTo("DOWN");
    assertThat(answers).isEmpty();
  }

  @Test
  void nobodyWaitsLongerThanTwoSecondsForAnAnswer() {
    answers.add(new CompletableFuture<>());
    long start = System.nanoTime();
    assertThat(probe.report().status()).isEqualTo("UNKNOWN");
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(5));
  }

  @Test
  void anAnswerThatComesLateCountsForTheNextWhoAsks() {
    CompletableFuture<TestApiKeyResponse> late = new CompletableFuture<>();
    answers.add(late);
    assertThat(probe.report().status()).isEqualTo("UNKNOWN");
    late.complete(TestApiKeyResponse.builder().build());
    assertThat(probe.report().status()).isEqualTo("UP");
  }
}
