package com.example.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.FlireoServer;
import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TalkturoServerExtension;
import com.talkturo.sdk.testing.TelnyxServer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for all operations of all servers: each fault, and the effect it leaves behind. */
@ExtendWith(TalkturoServerExtension.class)
class EveryOperationTest {
  private static final String ASSISTANT = "/api/assistants/{assistantId}";
  private static final String FLOW_SECRET = "s3cret";

  private TalkturoServer server;
  private TelnyxServer telnyx;
  private FlireoServer flireo;

  enum Operation {
    CREATE("POST", "/api/assistants", "{\"accountSlug\":\"north-wind\",\"name\":\"x\"}"),
    GET("GET", ASSISTANT, ""),
    UPDATE("PATCH", ASSISTANT, "{\"name\":\"x\"}"),
    DELETE("DELETE", ASSISTANT, ""),
    CLONE("POST", ASSISTANT + "/clone", "{}"),
    USAGE("GET", ASSISTANT + "/usage-stats", ""),
    NUMBERS("GET", ASSISTANT + "/telephony/phone-numbers", ""),
    ASSIGN("PATCH", ASSISTANT + "/telephony/phone-numbers", "{\"phoneNumberIds\":[\"pn_a1\"]}"),
    CREDITS("GET", "/api/credits", ""),
    DEDUCT("POST", "/api/credits", "{\"accountId\":\"acct_1\",\"amount\":1.5}"),
    CHECKOUT(
        "POST",
        "/api/credits/checkout",
        "{\"accountId\":\"acct_1\",\"accountSlug\":\"north-wind\",\"planId\":\"p\"}"),
    TEST_KEY("GET", "/api/test-api-key", ""),
    LIST_KEYS("GET", "/api/api-keys", ""),
    CREATE_KEY("POST", "/api/api-keys", "{\"accountSlug\":\"north-wind\",\"name\":\"x\"}"),
    UPDATE_KEY("PATCH", "/api/api-keys/{id}", "{\"name\":\"x\"}"),
    REVOKE_KEY("DELETE", "/api/api-keys/{id}", ""),
    TRIGGER("POST", "/api/flow/{flowId}/trigger", "{\"params\":{}}"),
    ROOM("GET", "/auth/token", ""),
    TELNYX_CREATE("POST", "/v2/ai/assistants", "{\"name\":\"x\",\"instructions\":\"y\"}"),
    TELNYX_LIST("GET", "/v2/ai/assistants", ""),
    TELNYX_GET("GET", "/v2/ai/assistants/{assistantId}", ""),
    TELNYX_UPDATE("POST", "/v2/ai/assistants/{assistantId}", "{\"name\":\"x\"}"),
    TELNYX_DELETE("DELETE", "/v2/ai/assistants/{assistantId}", ""),
    FLIREO_CREATE("POST", "/api/v1/assistants", "{\"name\":\"x\"}"),
    FLIREO_LIST("GET", "/api/v1/assistants", ""),
    FLIREO_GET("GET", "/api/v1/assistants/{assistantId}", ""),
    FLIREO_UPDATE("PATCH", "/api/v1/assistants/{assistantId}", "{\"name\":\"x\"}"),
    FLIREO_DELETE("DELETE", "/api/v1/assistants/{assistantId}", "");

    private final String method;
    private final String template;
    private final String body;

    Operation(String method, String template, String body) {
      this.method = method;
      this.template = template;
      this.body = body;
    }

    boolean reads() {
      return method.equals("GET") && this != ROOM;
    }

    String path(TalkturoServer server) {
      String key =
          server.apiKeys().all().stream()
              .map(record -> String.valueOf(record.get("id")))
              .findFirst()
              .orElse("revoked");
      String path =
          template
              .replace("{assistantId}", "asst_x")
              .replace("{flowId}", "flow_1")
              .replace("{id}", key);
      return switch (this) {
        case USAGE -> path + "?accountId=acct_1";
        case LIST_KEYS -> path + "?accountSlug=north-wind";
        default -> path;
      };
    }
  }

  @BeforeEach
  void prepare(TalkturoServer server) {
    this.server = server;
    telnyx = TelnyxServer.start();
    flireo = FlireoServer.start();
    Map<String, String> assistant = Map.of("id", "asst_x", "name", "Front desk");
    server.addAssistant(assistant);
    telnyx.addAssistant(assistant);
    flireo.addAssistant(assistant);
    server.flows().add("flow_1", FLOW_SECRET);
  }

  @AfterEach
  void close() {
    telnyx.close();
    flireo.close();
  }

  private void script(Fault... faults) {
    server.enqueue(faults);
    telnyx.enqueue(faults);
    flireo.enqueue(faults);
  }

  private void scriptAlways(Fault fault) {
    server.respondAlways(fault);
    telnyx.respondAlways(fault);
    flireo.respondAlways(fault);
  }

  @ParameterizedTest
  @EnumSource
  void aFaultInPlaceOfTheAnswerHasNoEffect(Operation operation) throws Exception {
    String before = effects();
    script(
        Fault.unavailable(Duration.ofSeconds(3)).on(operation.method, operation.template),
        Fault.rateLimited(),
        Fault.htmlError(502),
        Fault.successFalse("No"));

    PlainClient.Reply unavailable = send(operation);
    assertThat(unavailable.status()).isEqualTo(503);
    assertThat(unavailable.header("Retry-After")).isEqualTo("3");
    assertThat(send(operation).status()).isEqualTo(429);
    assertThat(send(operation).body()).startsWith("<!DOCTYPE html>");
    assertThat(send(operation).error()).isEqualTo("No");
    assertThat(effects()).isEqualTo(before);
  }

  // The JDK's client repeats a GET that was reset, so that these faults stand.

  @ParameterizedTest
  @EnumSource
  void aResetBeforeProcessingHasNoEffect(Operation operation) {
    String before = effects();
    scriptAlways(Fault.resetBeforeProcessing());

    assertThatThrownBy(() -> send(operation)).isInstanceOf(IOException.class);
    assertThat(effects()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void aStallHasNoEffect(Operation operation) {
    String before = effects();
    script(Fault.stall());

    assertThatThrownBy(() -> send(operation, Duration.ofMillis(200)))
        .isInstanceOf(HttpTimeoutException.class);
    assertThat(effects()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void aResetAfterProcessingLeavesTheEffectBehind(Operation operation) {
    String before = effects();
    scriptAlways(Fault.resetAfterProcessing());

    assertThatThrownBy(() -> send(operation)).isInstanceOf(IOException.class);
    assertThat(effects().equals(before)).isEqualTo(operation.reads());
  }

  @ParameterizedTest
  @EnumSource
  void aResetDuringTheBodyLeavesTheEffectBehind(Operation operation) {
    String before = effects();
    script(Fault.resetDuringBody());

    assertThatThrownBy(() -> send(operation)).isInstanceOf(IOException.class);
    assertThat(effects().equals(before)).isEqualTo(operation.reads());
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerThatIsSpoiltLeavesTheEffectBehind(Operation operation) throws Exception {
    String before = effects();
    script(Fault.truncatedJson());

    PlainClient.Reply reply = send(operation);

    assertThat(reply.status()).isBetween(200, 202);
    assertThatThrownBy(reply::json).isInstanceOf(JsonProcessingException.class);
    assertThat(effects().equals(before)).isEqualTo(operation.reads());
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerThatIsLateAndSlowIsTheUsualOne(Operation operation) throws Exception {
    script(Fault.slowBody(20, Duration.ofMillis(1)).delayedBy(Duration.ofMillis(20)));

    PlainClient.Reply reply = send(operation);

    assertThat(reply.status()).isBetween(200, 202);
    assertThat(reply.json().isObject()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerCanBeEmptyOrNoJson(Operation operation) throws Exception {
    script(Fault.emptyBody(), Fault.invalidJson());

    assertThat(send(operation).body()).isEmpty();
    assertThat(send(operation).body()).isEqualTo("{\"success\": tru, ]");
  }

  @ParameterizedTest
  @EnumSource
  void anotherMethodNamesTheAllowedOnes(Operation operation) throws Exception {
    PlainClient.Reply reply = clientFor(operation).send("PUT", operation.path(server), "{}");

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("Allow").split(", ")).contains(operation.method);
  }

  /** All that requests can change. */
  private String effects() {
    StringBuilder keys = new StringBuilder();
    for (Map<String, Object> key : server.apiKeys().all()) {
      keys.append(key.get("id")).append(key.get("name"));
    }
    return server.assistants()
        + " "
        + server.phoneNumbers().all()
        + server.credits().balance()
        + server.credits().checkouts()
        + keys
        + server.flows().runs()
        + server.rooms().opened()
        + telnyx.assistants()
        + flireo.assistants();
  }

  private PlainClient.Reply send(Operation operation) throws Exception {
    return send(operation, PlainClient.PATIENCE);
  }

  private PlainClient.Reply send(Operation operation, Duration timeout) throws Exception {
    PlainClient client = clientFor(operation);
    return client.send(
        client
            .request(operation.path(server))
            .timeout(timeout)
            .header("X-Talkturo-Secret", signature(operation.body))
            .method(operation.method, HttpRequest.BodyPublishers.ofString(operation.body))
            .build());
  }

  private PlainClient clientFor(Operation operation) {
    if (operation.name().startsWith("TELNYX")) {
      return new PlainClient(telnyx.baseUrl().replace("/v2", ""), telnyx.apiKey());
    }
    if (operation.name().startsWith("FLIREO")) {
      return new PlainClient(flireo.baseUrl().replace("/api/v1", ""), flireo.apiKey());
    }
    return operation.template.startsWith("/api/api-keys")
        ? new PlainClient(server, server.apiKeys().ownerJwt())
        : new PlainClient(server);
  }

  private static String signature(String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(FLOW_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
  }
}
