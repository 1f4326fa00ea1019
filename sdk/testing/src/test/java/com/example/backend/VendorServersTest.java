package com.example.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.FlireoServer;
import com.talkturo.sdk.testing.TelnyxServer;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the servers of the other vendors share with Talkturo's: keys, rate limit, data, lifecycle.
 */
class VendorServersTest {
  private TelnyxServer telnyx;
  private FlireoServer flireo;

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

  private static int status(String baseUrl, String key, String path) throws Exception {
    return new PlainClient(baseUrl, key).get(path).status();
  }
}
