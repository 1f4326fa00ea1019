package com.example.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TalkturoServerExtension;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TalkturoServerExtension.class)
class FlowsTest {
  private static final String BODY = "{\"params\":{\"name\":\"Zoë \uD83D\uDE80\"}}";

  private TalkturoServer server;
  private PlainClient client;
  private String secret;

  @BeforeEach
  void connect(TalkturoServer server) {
    this.server = server;
    client = new PlainClient(server);
    secret = server.flows().add("flow_1");
  }

  @Test
  void aTriggerIsAcceptedAndRunsLater() throws Exception {
    PlainClient.Reply reply = trigger("", BODY, sign(BODY, secret));

    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.json().fieldNames()).toIterable().containsExactly("ok", "run_id");
    assertThat(reply.json().path("ok").asBoolean()).isTrue();
    assertThat(server.flows().runs())
        .singleElement()
        .satisfies(
            run ->
                assertThat(run)
                    .containsEntry("run_id", reply.json().path("run_id").asText())
                    .containsEntry("flow_id", "flow_1")
                    .containsEntry("sync", false)
                    .containsEntry("status", "completed")
                    .containsEntry("params", Map.of("name", "Zoë \uD83D\uDE80")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"?sync=true", "?sync=1"})
  void aWaitingTriggerAnswersTheOutput(String query) throws Exception {
    server.flows().succeed("flow_1", Map.of("score", 7));

    PlainClient.Reply reply = trigger(query, BODY, sign(BODY, secret));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().fieldNames()).toIterable().containsExactly("ok", "run_id", "output");
    assertThat(reply.json().at("/output/score").intValue()).isEqualTo(7);
  }

  @Test
  void aWaitingTriggerAnswersWhatFailed() throws Exception {
    server.flows().fail("flow_1", "send_mail", "Mailbox full", Map.of("contact", "found"));

    PlainClient.Reply reply = trigger("?sync=true", BODY, sign(BODY, secret));

    JsonNode json = reply.json();
    assertThat(reply.status()).isEqualTo(500);
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly("ok", "run_id", "error", "failed_node", "partial_output");
    assertThat(json.path("ok").asBoolean(true)).isFalse();
    assertThat(json.path("error").asText()).isEqualTo("Mailbox full");
    assertThat(json.path("failed_node").asText()).isEqualTo("send_mail");
    assertThat(json.at("/partial_output/contact").asText()).isEqualTo("found");
    assertThat(server.flows().runs().get(0)).containsEntry("status", "failed");
  }

  @Test
  void aTriggerThatDoesNotWaitIsAcceptedEvenIfTheRunWillFail() throws Exception {
    server.flows().fail("flow_1", "send_mail", "Mailbox full", Map.of());

    assertThat(trigger("?sync=false", BODY, sign(BODY, secret)).status()).isEqualTo(202);
    server.flows().succeed("flow_1", Map.of());
    assertThat(trigger("?sync=true", BODY, sign(BODY, secret)).status()).isEqualTo(200);
  }

  @Test
  void theSignatureEqualsTheOneOfAnIndependentTool() throws Exception {
    server.flows().add("flow_2", "s3cret");
    // printf '{"params":{"name":"Zoë"}}' | openssl dgst -sha256 -hmac s3cret
    String signature = "ad112d92de806a39bb8a26b31ff66709ea5656d3ab9baf9f4515ec4c9068a592";

    PlainClient.Reply reply =
        triggerFlow("flow_2", "", "{\"params\":{\"name\":\"Zoë\"}}", signature);

    assertThat(reply.status()).isEqualTo(202);
  }

  @Test
  void theSignatureIsOfTheBytesAndNotOfWhatTheyMean() throws Exception {
    String spaced = "{ \"params\": {} }";

    assertThat(trigger("", spaced, sign(spaced, secret)).status()).isEqualTo(202);
    assertThat(trigger("", spaced, sign("{\"params\":{}}", secret)).status()).isEqualTo(400);
  }

  @Test
  void capitalHexDigitsAreAccepted() throws Exception {
    assertThat(trigger("", BODY, sign(BODY, secret).toUpperCase(Locale.ROOT)).status())
        .isEqualTo(202);
  }

  @Test
  void aWrongSignatureIsRefusedAndLeavesAFailedRun() throws Exception {
    PlainClient.Reply reply = trigger("", BODY, sign(BODY, "another secret"));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("ok").asBoolean(true)).isFalse();
    assertThat(reply.json().has("success")).isFalse();
    assertThat(reply.error()).contains("X-Talkturo-Secret").doesNotContain(secret);
    assertThat(server.flows().runs().get(0)).containsEntry("status", "failed");
  }

  @Test
  void anApiKeyIsNoSignature() throws Exception {
    PlainClient.Reply reply = client.post("/api/flow/flow_1/trigger", BODY);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.error()).isEqualTo("X-Talkturo-Secret is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''         | {}                           | params is required",
        "''         | {\"params\":[]}              | params must be an object",
        "''         | {\"params\":{},\"context\":1}| context must be an object",
        "?sync=later| {\"params\":{}}              | sync must be true or false, not later"
      })
  void aTriggerSaysWhatIsWrong(String query, String body, String error) throws Exception {
    PlainClient.Reply reply = trigger(query, body, sign(body, secret));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.error()).isEqualTo(error);
    assertThat(reply.json().path("ok").asBoolean(true)).isFalse();
  }

  @Test
  void anUnknownFlowIsNotFound() throws Exception {
    PlainClient.Reply reply = triggerFlow("flow_9", "", BODY, sign(BODY, secret));

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.json().path("ok").asBoolean(true)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> server.flows().succeed("flow_9", Map.of()))
        .withMessage("no such flow: flow_9");
  }

  private PlainClient.Reply trigger(String query, String body, String signature) throws Exception {
    return triggerFlow("flow_1", query, body, signature);
  }

  private PlainClient.Reply triggerFlow(String flow, String query, String body, String signature)
      throws Exception {
    return client.send(
        HttpRequest.newBuilder(
                URI.create(server.baseUrl() + "/api/flow/" + flow + "/trigger" + query))
            .timeout(PlainClient.PATIENCE)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("X-Talkturo-Secret", signature)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private static String sign(String body, String secret) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
  }
}
