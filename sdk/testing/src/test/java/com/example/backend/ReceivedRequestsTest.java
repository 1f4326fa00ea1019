package com.example.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.ReceivedRequest;
import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TalkturoServerExtension;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TalkturoServerExtension.class)
class ReceivedRequestsTest {
  private TalkturoServer server;
  private PlainClient client;

  @BeforeEach
  void connect(TalkturoServer server) {
    this.server = server;
    client = new PlainClient(server);
  }

  @Test
  void pathAndQueryAreAsSent() throws Exception {
    client.get("/api/assistants/a%2Fb?x=%20y");

    assertThat(server.requests().get(0).method()).isEqualTo("GET");
    assertThat(server.requests().get(0).path()).isEqualTo("/api/assistants/a%2Fb?x=%20y");
  }

  @Test
  void headersAreFoundWithoutCase() throws Exception {
    HttpRequest request =
        client.request("/x").header("X-Trace", "1").header("X-Trace", "2").GET().build();
    client.send(request);

    ReceivedRequest received = server.requests().get(0);
    assertThat(received.headers().get("x-TRACE")).containsExactly("1", "2");
    assertThat(received.header("authorization")).contains("Bearer " + server.apiKey());
    assertThat(received.header("X-None")).isEmpty();
  }

  @Test
  void theBodyIsKeptByteForByte() throws Exception {
    client.post("/api/assistants", "{\"name\":\"ü \uD83D\uDE80\"}");

    ReceivedRequest received = server.requests().get(0);
    assertThat(received.body()).isEqualTo("{\"name\":\"ü \uD83D\uDE80\"}");
    assertThat(received.bodyBytes())
        .isEqualTo("{\"name\":\"ü \uD83D\uDE80\"}".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void jsonIsPlainValues() throws Exception {
    client.post("/x", "{\"s\":\"t\",\"i\":1,\"d\":0.5,\"b\":true,\"n\":null,\"l\":[\"e\"]}");

    Map<String, Object> body = server.requests().get(0).jsonObject();
    assertThat(body.keySet()).containsExactly("s", "i", "d", "b", "n", "l");
    assertThat(body.values()).containsExactly("t", 1, 0.5, true, null, List.of("e"));
  }

  @Test
  void aBodyThatIsNotJsonSaysSo() throws Exception {
    client.post("/x", "nonsense");

    assertThatIllegalStateException()
        .isThrownBy(() -> server.requests().get(0).json())
        .withMessageContaining("nonsense");
  }

  @Test
  void aRequestDoesNotShowItsKey() throws Exception {
    client.create("x");

    assertThat(server.requests().toString())
        .contains("POST /api/assistants")
        .doesNotContain(server.apiKey());
  }

  @Test
  void requestsHitByFaultsAreKept() {
    server.enqueue(
        Fault.resetBeforeProcessing(), Fault.resetAfterProcessing(), Fault.resetDuringBody());
    for (String name : Arrays.asList("a", "b", "c")) {
      assertThatThrownBy(() -> client.create(name)).isInstanceOf(IOException.class);
    }

    assertThat(server.requests())
        .extracting(request -> request.jsonObject().get("name"))
        .containsExactly("a", "b", "c");
  }

  @Test
  void takingReturnsEachRequestOnce() throws Exception {
    client.create("first");
    client.create("second");

    assertThat(server.takeRequest(Duration.ZERO).jsonObject()).containsEntry("name", "first");
    assertThat(server.takeRequest(Duration.ZERO).jsonObject()).containsEntry("name", "second");
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void takingWaitsForTheNextRequestAndNoLonger() throws Exception {
    FutureTask<ReceivedRequest> taken =
        new FutureTask<>(() -> server.takeRequest(Duration.ofHours(1)));
    Thread taker = new Thread(taken);
    taker.start();
    long deadline = System.nanoTime() + PlainClient.PATIENCE.toNanos();
    while (taker.getState() != Thread.State.TIMED_WAITING) {
      assertThat(System.nanoTime()).as("it does not wait").isLessThan(deadline);
      Thread.onSpinWait();
    }

    client.create("x");

    assertThat(taken.get(PlainClient.PATIENCE.toSeconds(), TimeUnit.SECONDS).jsonObject())
        .containsEntry("name", "x");
  }

  @Test
  void takingFailsWithWhatWasReceivedIfThereIsNothing() throws Exception {
    client.create("x");
    server.takeRequest(PlainClient.PATIENCE);

    assertThatThrownBy(() -> server.takeRequest(Duration.ofMillis(20)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("POST /api/assistants");
  }

  @Test
  void awaitingReturnsWhenTheNumberIsReached() {
    List<CompletableFuture<?>> creates =
        List.of(createLater("a"), createLater("b"), createLater("c"));

    assertThat(server.awaitRequests(3, PlainClient.PATIENCE)).hasSize(3);
    creates.forEach(CompletableFuture::join);
  }

  @Test
  void awaitingFailsWithWhatWasReceived() throws Exception {
    client.create("x");

    assertThatThrownBy(() -> server.awaitRequests(2, Duration.ofMillis(20)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("expected 2 requests")
        .hasMessageContaining("POST /api/assistants");
  }

  @Test
  void clearedRequestsAreForgotten() throws Exception {
    client.create("x");

    server.clearRequests();

    assertThat(server.requests()).isEmpty();
    assertThat(server.requestCount()).isZero();
    assertThatThrownBy(() -> server.takeRequest(Duration.ZERO)).isInstanceOf(AssertionError.class);
  }

  @Test
  void onlyTheNewestRequestsAreKeptButAllAreCounted() throws Exception {
    try (TalkturoServer small = TalkturoServer.builder().keptRequests(2).start()) {
      PlainClient client = new PlainClient(small);
      for (int i = 1; i <= 5; i++) {
        client.get("/" + i);
      }

      assertThat(small.requests()).extracting(ReceivedRequest::path).containsExactly("/4", "/5");
      assertThat(small.requestCount()).isEqualTo(5);
      assertThat(small.takeRequest(Duration.ZERO).path()).isEqualTo("/4");
    }
  }

  private CompletableFuture<?> createLater(String name) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return client.create(name);
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        });
  }
}
