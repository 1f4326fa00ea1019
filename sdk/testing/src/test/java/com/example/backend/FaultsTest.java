package com.example.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TalkturoServerExtension;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(TalkturoServerExtension.class)
class FaultsTest {
  private TalkturoServer server;
  private PlainClient client;

  @BeforeEach
  void connect(TalkturoServer server) {
    this.server = server;
    client = new PlainClient(server);
  }

  @Test
  void aStatusHitsOneRequestAndThenServiceIsNormal() throws Exception {
    server.enqueue(Fault.status(503));

    assertThat(client.create("x").status()).isEqualTo(503);
    assertThat(server.assistants()).isEmpty();
    assertThat(client.create("x").status()).isEqualTo(200);
  }

  @Test
  void anErrorStatusHasAnErrorText() throws Exception {
    server.enqueue(Fault.status(500));

    PlainClient.Reply reply = client.create("x");

    assertThat(reply.json().path("success").asBoolean(true)).isFalse();
    assertThat(reply.error()).contains("500");
  }

  @Test
  void faultsHitInTheOrderGiven() throws Exception {
    server.enqueue(Fault.status(500), Fault.status(502).times(2));
    server.enqueue(Fault.rateLimited());

    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      statuses.add(client.create("x").status());
    }

    assertThat(statuses).containsExactly(500, 502, 502, 429, 200);
    assertThat(server.pendingFaults()).isZero();
  }

  @Test
  void aFaultForOneOperationLetsOthersPass() throws Exception {
    String id = server.addAssistant(Map.of("name", "x"));
    server.enqueue(Fault.unavailable().on("get", "/api/assistants/{assistantId}"));

    assertThat(client.create("y").status()).isEqualTo(200);
    assertThat(client.patch("/api/assistants/" + id, "{\"name\":\"z\"}").status()).isEqualTo(200);
    assertThat(server.pendingFaults()).isEqualTo(1);
    assertThat(client.get("/api/assistants/" + id + "?fields=all").status()).isEqualTo(503);
  }

  @Test
  void anOutageLastsUntilItIsCleared() throws Exception {
    server.respondAlways(Fault.unavailable());
    server.enqueue(Fault.status(500));

    assertThat(client.create("x").status()).isEqualTo(500);
    for (int i = 0; i < 3; i++) {
      assertThat(client.create("x").status()).isEqualTo(503);
    }
    server.clearFaults();

    assertThat(client.create("x").status()).isEqualTo(200);
  }

  @Test
  void aRateLimitSaysHowManySecondsToWait() throws Exception {
    server.enqueue(Fault.rateLimited(Duration.ofMillis(1500)));

    PlainClient.Reply reply = client.create("x");

    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.header("Retry-After")).isEqualTo("2");
  }

  @Test
  void headersAndBodyCanBeReplaced() throws Exception {
    server.enqueue(
        Fault.status(503)
            .header("Retry-After", "31")
            .header("Retry-After", "120")
            .header("Content-Type", "text/plain")
            .body("closed"));

    PlainClient.Reply reply = client.create("x");

    assertThat(reply.response().headers().allValues("Retry-After")).containsExactly("31", "120");
    assertThat(reply.response().headers().allValues("Content-Type")).containsExactly("text/plain");
    assertThat(reply.body()).isEqualTo("closed");
  }

  @Test
  void aScriptedAnswerStandsInForAnUnknownOperation() throws Exception {
    server.respondAlways(
        Fault.status(200)
            .json(Map.of("estimated_credits_per_minute", 12))
            .on("GET", "/api/assistants/{assistantId}/billing/estimate"));

    PlainClient.Reply reply = client.get("/api/assistants/asst_1/billing/estimate");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    assertThat(reply.json().path("estimated_credits_per_minute").asInt()).isEqualTo(12);
    assertThat(client.create("x").status()).isEqualTo(200);
  }

  @Test
  void anHtmlErrorIsDeclaredAsHtml() throws Exception {
    server.enqueue(Fault.htmlError(502));

    PlainClient.Reply reply = client.create("x");

    assertThat(reply.status()).isEqualTo(502);
    assertThat(reply.header("Content-Type")).startsWith("text/html");
    assertThat(reply.response().headers().allValues("Content-Type")).hasSize(1);
    assertThat(reply.body()).startsWith("<!DOCTYPE html>").contains("502");
  }

  @Test
  void successFalseIsAFailureWithStatus200() throws Exception {
    server.enqueue(Fault.successFalse("Insufficient credits"));

    PlainClient.Reply reply = client.create("x");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("{\"success\":false,\"error\":\"Insufficient credits\"}");
    assertThat(server.assistants()).isEmpty();
  }

  @Test
  void afterProcessingTheOperationIsCarriedOut() throws Exception {
    server.enqueue(Fault.htmlError(502).afterProcessing());

    assertThat(client.create("x").status()).isEqualTo(502);
    assertThat(server.assistants()).hasSize(1);
  }

  @Test
  void aDelayedAnswerIsTheUsualOneLater() throws Exception {
    server.enqueue(Fault.delay(Duration.ofMillis(300)));

    long before = System.nanoTime();
    PlainClient.Reply reply = client.create("x");

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(290));
    assertThat(reply.assistant().path("name").asText()).isEqualTo("x");
  }

  @Test
  void anyAnswerCanBeDelayed() throws Exception {
    server.enqueue(Fault.status(503).delayedBy(Duration.ofMillis(300)));

    long before = System.nanoTime();

    assertThat(client.create("x").status()).isEqualTo(503);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(290));
  }

  @Test
  void aSlowBodyArrivesWholeButInPieces() throws Exception {
    int size = client.create("x").body().length();
    server.enqueue(Fault.slowBody(size / 4, Duration.ofMillis(50)));

    long before = System.nanoTime();
    PlainClient.Reply reply = client.create("x");

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(140));
    assertThat(reply.assistant().path("name").asText()).isEqualTo("x");
  }

  @Test
  void aStalledRequestIsNotAnsweredAndNotCarriedOut() throws Exception {
    server.enqueue(Fault.stall());
    HttpRequest impatient =
        client
            .request("/api/assistants")
            .timeout(Duration.ofMillis(300))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"accountSlug\":\"north-wind\",\"name\":\"x\"}"))
            .build();

    assertThatThrownBy(() -> client.send(impatient)).isInstanceOf(HttpTimeoutException.class);
    assertThat(server.requests()).hasSize(1);
    assertThat(server.assistants()).isEmpty();
  }

  @Test
  void aResetIsAResetAndNotAnOrderlyEnd() throws Exception {
    server.enqueue(Fault.resetBeforeProcessing());
    try (Socket socket = RawHttp.connect(server)) {
      socket
          .getOutputStream()
          .write(
              "GET /api/assistants/x HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));

      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
  }

  @Test
  void aResetBeforeProcessingCarriesNothingOut() {
    server.enqueue(Fault.resetBeforeProcessing());

    assertThatThrownBy(() -> client.create("x")).isInstanceOf(IOException.class);
    assertThat(server.requests()).hasSize(1);
    assertThat(server.assistants()).isEmpty();
  }

  @Test
  void aResetAfterProcessingLeavesTheAssistantBehind() {
    server.enqueue(Fault.resetAfterProcessing());

    assertThatThrownBy(() -> client.create("x")).isInstanceOf(IOException.class);
    assertThat(server.requests()).hasSize(1);
    assertThat(server.assistants()).hasSize(1);
  }

  @Test
  void aResetHitsPooledConnectionsToo() throws Exception {
    client.create("warm");
    server.enqueue(Fault.resetAfterProcessing());

    assertThatThrownBy(() -> client.create("x")).isInstanceOf(IOException.class);
    assertThat(client.create("again").status()).isEqualTo(200);
  }

  @Test
  void aResetDuringTheBodyComesAfterStatusAndHeaders() throws Exception {
    server.enqueue(Fault.resetDuringBody());
    HttpRequest request =
        client
            .request("/api/assistants")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"accountSlug\":\"north-wind\",\"name\":\"x\"}"))
            .build();

    assertThatThrownBy(() -> client.send(request))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("fixed content-length");
    assertThat(server.assistants()).hasSize(1);
  }

  static List<Fault> unreadableAnswers() {
    return List.of(Fault.truncatedJson(), Fault.invalidJson());
  }

  @ParameterizedTest
  @MethodSource("unreadableAnswers")
  void anUnreadableAnswerComesWithStatus200AfterTheWorkIsDone(Fault fault) throws Exception {
    server.enqueue(fault);

    PlainClient.Reply reply = client.create("x");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    assertThat(reply.body()).isNotEmpty();
    assertThatThrownBy(reply::json).isInstanceOf(JsonProcessingException.class);
    assertThat(server.assistants()).hasSize(1);
  }

  @Test
  void anEmptyBodyComesWithStatus200() throws Exception {
    server.enqueue(Fault.emptyBody());

    PlainClient.Reply reply = client.create("x");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEmpty();
  }

  @Test
  void aFaultComesBeforeTheCheckOfTheKey() throws Exception {
    server.enqueue(Fault.unavailable());

    assertThat(new PlainClient(server, "wrong").create("x").status()).isEqualTo(503);
  }

  /** Else it could take one that the next test enqueues. */
  @Test
  void aRequestThatIsSeenHasItsFault() throws Exception {
    ExecutorService caller = Executors.newSingleThreadExecutor();
    for (int i = 0; i < 300; i++) {
      server.clearRequests();
      server.enqueue(Fault.status(503));
      Future<Integer> status = caller.submit(() -> client.create("x").status());
      while (server.requests().isEmpty() && !status.isDone()) {
        Thread.onSpinWait();
      }
      assertThat(server.pendingFaults()).isZero();
      assertThat(status.get()).isEqualTo(503);
    }
    caller.shutdown();
  }

  @Test
  void aFaultCanBeKeptAndChangedWithoutChangingItself() throws Exception {
    Fault constant = Fault.status(503);
    constant.header("Retry-After", "1");
    Fault twice = constant.times(2);
    server.enqueue(constant);

    assertThat(client.create("x").header("Retry-After")).isEmpty();
    assertThat(client.create("x").status()).isEqualTo(200);
    assertThat(twice).hasToString("status(503) x2");
  }

  @Test
  void nonsenseIsRefusedWhenItIsScripted() {
    assertThatIllegalArgumentException().isThrownBy(() -> Fault.status(99));
    assertThatIllegalArgumentException().isThrownBy(() -> Fault.status(503).times(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Fault.status(503).header("a\nb", "c"));
    assertThatIllegalArgumentException().isThrownBy(() -> Fault.delay(Duration.ofMillis(-1)));
    assertThatIllegalArgumentException().isThrownBy(() -> Fault.slowBody(0, Duration.ofMillis(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> Fault.stall().on("GET", "api"));
    assertThatNullPointerException().isThrownBy(() -> server.respondAlways((Fault) null));
    assertThatNullPointerException().isThrownBy(() -> server.enqueue(Fault.stall(), null));
    assertThat(server.pendingFaults()).isZero();
  }
}
