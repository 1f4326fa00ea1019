package com.talkturo.sdk.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.springboot.ObservedHealth.Report;
import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TalkturoServerExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a health request tells, and how long it takes, when it has to try the key. */
@Timeout(60)
class KeyProbeOverHttpTest {
  /** With what a loaded machine adds. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  @RegisterExtension static final TalkturoServerExtension TALKTURO = new TalkturoServerExtension();

  private final TalkturoServer server = TALKTURO.server();
  private TalkturoClient client;
  private Supplier<Report> health;

  @BeforeEach
  void open() {
    open(Duration.ofSeconds(60));
  }

  private TalkturoClient.Builder builder() {
    return TalkturoClient.builder()
        .baseUrl(server.baseUrl())
        .apiKey(server.apiKey())
        .accountSlug(server.accountSlug());
  }

  private void open(Duration window) {
    ObservedHealth observed = new ObservedHealth(window, System::nanoTime);
    client = builder().listener(observed).build();
    health =
        ObservedHealthConfiguration.reports(
            observed, new TalkturoHealthProperties(window, true), () -> client);
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void anAnswerThatIsNoRefusalOfTheKeyIsUp() {
    for (int status : List.of(400, 402, 404, 409, 418, 422, 429)) {
      server.enqueue(Fault.status(status));
      assertThat(health.get().status()).as("%s", status).isEqualTo("UP");
      close();
      open();
    }
  }

  @Test
  void aRefusedKeyIsDownAndNeitherShownNorQuoted() {
    for (int status : List.of(401, 403)) {
      server.enqueue(
          Fault.status(status)
              .header("x-request-id", server.apiKey())
              .body("{\"error\":\"wrong key: " + server.apiKey() + "\"}"));
      for (int asked = 1; asked <= 2; asked++) {
        Report report = health.get();
        assertThat(report.status()).isEqualTo("DOWN");
        assertThat(report.details())
            .containsEntry("statusCode", status)
            .containsEntry("request", "GET /api/test-api-key");
        assertThat(report.toString()).doesNotContain(server.apiKey(), "wrong");
      }
      close();
      open();
    }
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void manyWhoAskAtOnceShareOneTryAndNoneWaitsLong() throws Exception {
    server.enqueue(Fault.stall());
    int askers = 24;
    CompletableFuture<Void> go = new CompletableFuture<>();
    ExecutorService threads = Executors.newFixedThreadPool(askers);
    try {
      List<CompletableFuture<Duration>> asked =
          IntStream.range(0, askers)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> {
                            go.join();
                            long start = System.nanoTime();
                            assertThat(health.get().status()).isIn("UNKNOWN", "DOWN");
                            return Duration.ofNanos(System.nanoTime() - start);
                          },
                          threads))
              .toList();
      go.complete(null);
      for (CompletableFuture<Duration> waited : asked) {
        assertThat(waited.get(30, TimeUnit.SECONDS)).isLessThan(PATIENCE);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(health.get().status()).isEqualTo("DOWN");
    assertThat(server.requests()).hasSize(1);
  }

  /** A body that never ends keeps an attempt busy, but not a health request. */
  @Test
  void anAnswerThatDripsIsDownInTime() {
    server.enqueue(Fault.slowBody(1, Duration.ofMillis(500)));
    long start = System.nanoTime();
    assertThat(health.get().status()).isIn("UNKNOWN", "DOWN");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
  }

  /** Nothing was sent: neither is the API down, nor has the key been tried. */
  @Test
  void aTryThatA429HoldsBackIsUnknownAndDoesNotCount() {
    close();
    open(Duration.ofNanos(1));
    server.enqueue(Fault.rateLimited(Duration.ofSeconds(4)));
    assertThat(catchThrowable(() -> client.withOptions(o -> o.maxRetries(0)).credits().get()))
        .hasMessageContaining("429");

    assertThat(health.get())
        .isEqualTo(new Report("UNKNOWN", Map.of("request", "GET /api/test-api-key")));
    assertThat(server.requests()).hasSize(1);
    assertThat(client.credits().get()).as("an answer after the hold").isNotNull();
    assertThat(health.get().status()).isEqualTo("UP");
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void aTryThatHasNoTimeLeftAfterAHoldIsUnknown() {
    close();
    open(Duration.ofNanos(1));
    server.enqueue(Fault.rateLimited(Duration.ofSeconds(1)), Fault.stall());
    assertThat(catchThrowable(() -> client.withOptions(o -> o.maxRetries(0)).credits().get()))
        .hasMessageContaining("429");
    assertThat(health.get().status()).isEqualTo("UNKNOWN");
    server.awaitRequests(2, Duration.ofSeconds(20));
    assertThat(health.get().status()).isEqualTo("UNKNOWN");
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void aClientThatCannotBeMadeIsDown() {
    Supplier<Report> broken =
        ObservedHealthConfiguration.reports(
            new ObservedHealth(Duration.ofSeconds(60), System::nanoTime),
            new TalkturoHealthProperties(Duration.ofSeconds(60), true),
            () -> {
              throw new IllegalStateException("no bean");
            });
    assertThat(broken.get().status()).isEqualTo("DOWN");
    assertThat(broken.get().details()).containsEntry("exception", "IllegalStateException");
  }

  @Test
  void aClosedClientIsDown() {
    client.close();
    assertThat(health.get().status()).isEqualTo("DOWN");
    assertThat(server.requests()).isEmpty();
  }
}
