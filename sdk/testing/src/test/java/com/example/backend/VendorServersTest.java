package com.example.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.FlireoServer;
import com.talkturo.sdk.testing.TelnyxServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the servers of the other vendors share with Talkturo's: faults, keys, data, lifecycle. */
class VendorServersTest {
  private TelnyxServer telnyx;
  private FlireoServer flireo;

  enum Operation {
    TELNYX_CREATE("POST", "/ai/assistants", "{\"name\":\"x\",\"instructions\":\"y\"}"),
    TELNYX_LIST("GET", "/ai/assistants", ""),
    TELNYX_GET("GET", "/ai/assistants/a", ""),
    TELNYX_UPDATE("POST", "/ai/assistants/a", "{\"name\":\"x\"}"),
    TELNYX_DELETE("DELETE", "/ai/assistants/a", ""),
    FLIREO_CREATE("POST", "/assistants", "{\"name\":\"x\"}"),
    FLIREO_LIST("GET", "/assistants", ""),
    FLIREO_GET("GET", "/assistants/a", ""),
    FLIREO_UPDATE("PATCH", "/assistants/a", "{\"name\":\"x\"}"),
    FLIREO_DELETE("DELETE", "/assistants/a", "");

    private final String method;
    private final String path;
    private final String body;

    Operation(String method, String path, String body) {
      this.method = method;
      this.path = path;
      this.body = body;
    }

    boolean reads() {
      return method.equals("GET");
    }
  }

  @BeforeEach
  void start() {
    telnyx = TelnyxServer.start();
    flireo = FlireoServer.start();
    telnyx.addAssistant(Map.of("id", "a", "name", "Front desk"));
    flireo.addAssistant(Map.of("id", "a", "name", "Front desk"));
  }

  @AfterEach
  void close() {
    telnyx.close();
    flireo.close();
  }

  @ParameterizedTest
  @EnumSource
  void aFaultInPlaceOfTheAnswerHasNoEffect(Operation operation) throws Exception {
    String before = effects();
    script(Fault.unavailable(Duration.ofSeconds(3)), Fault.htmlError(502));

    PlainClient.Reply reply = send(operation, PlainClient.PATIENCE);
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.header("Retry-After")).isEqualTo("3");
    assertThat(reply.json().isObject()).isTrue();
    assertThat(send(operation, PlainClient.PATIENCE).body()).startsWith("<!DOCTYPE html>");
    script(Fault.stall());
    assertThatThrownBy(() -> send(operation, Duration.ofMillis(200)))
        .isInstanceOf(HttpTimeoutException.class);
    telnyx.respondAlways(Fault.resetBeforeProcessing());
    flireo.respondAlways(Fault.resetBeforeProcessing());
    assertThatThrownBy(() -> send(operation, PlainClient.PATIENCE)).isInstanceOf(IOException.class);
    assertThat(effects()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void aResetAfterProcessingLeavesTheEffectBehind(Operation operation) {
    String before = effects();
    telnyx.respondAlways(Fault.resetAfterProcessing());
    flireo.respondAlways(Fault.resetAfterProcessing());

    assertThatThrownBy(() -> send(operation, PlainClient.PATIENCE)).isInstanceOf(IOException.class);
    assertThat(effects().equals(before)).isEqualTo(operation.reads());
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerThatIsSpoiltLeavesTheEffectBehind(Operation operation) throws Exception {
    String before = effects();
    script(Fault.truncatedJson().delayedBy(Duration.ofMillis(10)));

    PlainClient.Reply reply = send(operation, PlainClient.PATIENCE);

    assertThat(reply.status()).isBetween(200, 201);
    assertThatThrownBy(reply::json).isInstanceOf(JsonProcessingException.class);
    assertThat(effects().equals(before)).isEqualTo(operation.reads());
  }

  @ParameterizedTest
  @EnumSource
  void aFaultCanBeForOneOperation(Operation operation) throws Exception {
    String template =
        operation.path.endsWith("/a")
            ? operation.path.substring(0, operation.path.length() - 1) + "{id}"
            : operation.path;
    String prefix = operation.name().startsWith("TELNYX") ? "/v2" : "/api/v1";
    script(Fault.status(500).on(operation.method, prefix + template));

    assertThat(send(operation, PlainClient.PATIENCE).status()).isEqualTo(500);
  }

  @Test
  void keysAreAcceptedAndRevoked() throws Exception {
    assertThat(telnyx.apiKey()).isNotEqualTo(flireo.apiKey());
    assertThat(status(telnyx.baseUrl(), flireo.apiKey(), "/ai/assistants")).isEqualTo(401);
    telnyx.acceptApiKey("next");
    flireo.acceptApiKey("next");
    telnyx.revokeApiKey(telnyx.apiKey());
    flireo.revokeApiKey(flireo.apiKey());

    assertThat(status(telnyx.baseUrl(), "next", "/ai/assistants")).isEqualTo(200);
    assertThat(status(telnyx.baseUrl(), telnyx.apiKey(), "/ai/assistants")).isEqualTo(401);
    assertThat(status(flireo.baseUrl(), "next", "/assistants")).isEqualTo(200);
    assertThat(status(flireo.baseUrl(), flireo.apiKey(), "/assistants")).isEqualTo(401);
  }

  @Test
  void aRateLimitIsAnsweredInTheVendorsForm() throws Exception {
    telnyx.rateLimit(1, Duration.ofMinutes(1));
    PlainClient client = new PlainClient(telnyx.baseUrl(), telnyx.apiKey());
    client.get("/ai/assistants");

    PlainClient.Reply refused = client.get("/ai/assistants");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isNotEmpty();
    assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo("10011");
    assertThat(telnyx.rateLimitedRequests()).isEqualTo(1);
  }

  @Test
  void assistantsAreChangedAsInTheDashboard() {
    flireo.changeAssistant("a", Map.of("name", "By hand"));
    telnyx.deleteAssistant("a");

    assertThat(flireo.assistantsNamed("hand")).hasSize(1);
    assertThat(telnyx.assistants()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> flireo.addAssistant(Map.of("id", "a")))
        .withMessage("assistant already exists: a");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> telnyx.deleteAssistant("a"))
        .withMessage("no such assistant: a");
  }

  @Test
  void resetReturnsToTheStateAtTheStart() throws Exception {
    flireo.mergingObjects(true);
    flireo.errorsAsObjects(true);
    flireo.emptyDeletes(true);
    flireo.acceptApiKey("next");
    flireo.rateLimit(1, Duration.ofMinutes(1));
    flireo.enqueue(Fault.stall());
    flireo.reset();
    flireo.addAssistant(Map.of("id", "a", "tts_config", Map.of("speed", 1)));

    PlainClient client = new PlainClient(flireo.baseUrl(), flireo.apiKey());
    assertThat(client.patch("/assistants/a", "{\"tts_config\":{}}").assistant().get("tts_config"))
        .isEmpty();
    assertThat(client.get("/assistants/none").json().path("error").isTextual()).isTrue();
    assertThat(client.delete("/assistants/a").status()).isEqualTo(200);
    assertThat(status(flireo.baseUrl(), "next", "/assistants")).isEqualTo(401);
  }

  @Test
  void dataOutlivesTheServer(@TempDir Path folder) {
    String key;
    try (TelnyxServer server = TelnyxServer.builder().dataFolder(folder).start();
        FlireoServer beside = FlireoServer.builder().dataFolder(folder).start()) {
      key = server.apiKey();
      server.addAssistant(Map.of("name", "Kept"));
      assertThat(beside.assistants()).isEmpty();
    }
    try (TelnyxServer server = TelnyxServer.builder().dataFolder(folder).start()) {
      assertThat(server.apiKey()).isEqualTo(key);
      assertThat(server.assistantsNamed("Kept")).hasSize(1);
    }
  }

  @Test
  void aClosedServerRefusesConnections() {
    telnyx.close();

    assertThatThrownBy(() -> status(telnyx.baseUrl(), "x", "/ai/assistants"))
        .isInstanceOf(ConnectException.class);
  }

  private void script(Fault... faults) {
    telnyx.enqueue(faults);
    flireo.enqueue(faults);
  }

  private String effects() {
    return telnyx.assistants() + " " + flireo.assistants();
  }

  private PlainClient.Reply send(Operation operation, Duration timeout) throws Exception {
    PlainClient client =
        operation.name().startsWith("TELNYX")
            ? new PlainClient(telnyx.baseUrl(), telnyx.apiKey())
            : new PlainClient(flireo.baseUrl(), flireo.apiKey());
    return client.send(
        client
            .request(operation.path)
            .timeout(timeout)
            .method(operation.method, HttpRequest.BodyPublishers.ofString(operation.body))
            .build());
  }

  private static int status(String baseUrl, String key, String path) throws Exception {
    return new PlainClient(baseUrl, key).get(path).status();
  }
}
