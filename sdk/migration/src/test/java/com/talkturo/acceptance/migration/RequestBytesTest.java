package com.talkturo.acceptance.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.migration.flireo.FlireoAssistantSettings;
import com.talkturo.migration.flireo.LlmConfig;
import com.talkturo.migration.flireo.LlmMessage;
import com.talkturo.migration.flireo.MessageRole;
import com.talkturo.migration.telnyx.HangupTool;
import com.talkturo.migration.telnyx.TelnyxAssistantSettings;
import com.talkturo.migration.telnyx.TelnyxFeature;
import com.talkturo.migration.telnyx.TelnyxGetOptions;
import com.talkturo.migration.telnyx.TelnyxTool;
import com.talkturo.migration.telnyx.VoiceSettings;
import com.talkturo.sdk.testing.ReceivedRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestBytesTest extends BothVendors {
  RequestBytesTest() {
    super(2);
  }

  @Test
  void telnyxIsAskedAsDocumented() {
    String id =
        telnyx
            .assistants()
            .create(
                s ->
                    s.name("Front desk")
                        .model("openai/gpt-4o")
                        .instructions("Answer questions about opening hours.")
                        .greeting("Good morning.")
                        .voiceSettings(
                            VoiceSettings.builder().voice("Telnyx.KokoroTTS.af_heart").build())
                        .enabledFeatures(List.of(TelnyxFeature.TELEPHONY))
                        .tools(
                            List.of(
                                TelnyxTool.of(
                                    HangupTool.builder().description("End the call.").build()))))
            .id();
    telnyx.assistants().get(id);
    telnyx.assistants().list();
    telnyx.assistants().update(id, s -> s.name("Reception"));
    telnyx.assistants().delete(id);

    List<ReceivedRequest> requests = telnyxServer.requests();
    assertRequest(
        requests.get(0),
        "POST /v2/ai/assistants",
        "{\"name\":\"Front desk\",\"model\":\"openai/gpt-4o\",\"instructions\":\"Answer questions"
            + " about opening hours.\",\"tools\":[{\"type\":\"hangup\",\"hangup\":{\"description\":"
            + "\"End the call.\"}}],\"greeting\":\"Good morning.\",\"voice_settings\":{\"voice\":"
            + "\"Telnyx.KokoroTTS.af_heart\"},\"enabled_features\":[\"telephony\"]}");
    assertRequest(requests.get(1), "GET /v2/ai/assistants/" + id, "");
    assertRequest(requests.get(2), "GET /v2/ai/assistants", "");
    assertRequest(requests.get(3), "POST /v2/ai/assistants/" + id, "{\"name\":\"Reception\"}");
    assertRequest(requests.get(4), "DELETE /v2/ai/assistants/" + id, "");
    assertThat(requests.get(0).header("Authorization")).contains("Bearer " + telnyxServer.apiKey());
    assertThat(telnyxServer.assistants()).isEmpty();
  }

  @Test
  void aGetAtTelnyxMayAskForTheVariablesOfAPhoneCall() {
    String id = telnyxServer.addAssistant(Map.of("name", "Desk"));

    telnyx.assistants().get(id, o -> {});
    telnyx
        .assistants()
        .get(
            id,
            o ->
                o.fetchDynamicVariablesFromWebhook(true)
                    .fromNumber("+49 30&1")
                    .toNumber("sip:desk@example.com")
                    .callControlId("v3:a/b"));
    telnyx.assistants().get(id, TelnyxGetOptions.builder().toNumber("+1").build());

    assertThat(telnyxServer.requests().stream().map(ReceivedRequest::path))
        .containsExactly(
            "/v2/ai/assistants/" + id,
            "/v2/ai/assistants/"
                + id
                + "?fetch_dynamic_variables_from_webhook=true&from=%2B49%2030%261"
                + "&to=sip%3Adesk%40example.com&call_control_id=v3%3Aa%2Fb",
            "/v2/ai/assistants/" + id + "?to=%2B1");
    assertThatThrownBy(() -> TelnyxGetOptions.builder().fromNumber(" ").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("from is \" \"");
  }

  @Test
  void flireoIsAskedAsDocumented() {
    String id =
        flireo
            .assistants()
            .create(
                s ->
                    s.name("Front desk")
                        .active(true)
                        .llmConfig(
                            LlmConfig.builder()
                                .temperature(0.3)
                                .messages(
                                    List.of(
                                        LlmMessage.builder()
                                            .role(MessageRole.SYSTEM)
                                            .content("Answer.")
                                            .build()))
                                .build()))
            .id();
    flireo.assistants().get(id);
    flireo.assistants().list();
    flireo.assistants().update(id, s -> s.clear("max_duration_seconds").gdprMode(true));
    flireo.assistants().delete(id);

    List<ReceivedRequest> requests = flireoServer.requests();
    assertRequest(
        requests.get(0),
        "POST /api/v1/assistants",
        "{\"name\":\"Front desk\",\"is_active\":true,\"llm_config\":{\"temperature\":0.3,"
            + "\"messages\":[{\"role\":\"system\",\"content\":\"Answer.\"}]}}");
    assertRequest(requests.get(1), "GET /api/v1/assistants/" + id, "");
    assertRequest(requests.get(2), "GET /api/v1/assistants", "");
    assertRequest(
        requests.get(3),
        "PATCH /api/v1/assistants/" + id,
        "{\"max_duration_seconds\":null,\"gdpr_mode\":true}");
    assertRequest(requests.get(4), "DELETE /api/v1/assistants/" + id, "");
  }

  private static void assertRequest(ReceivedRequest request, String line, String body) {
    assertThat(request.method() + " " + request.path()).isEqualTo(line);
    assertThat(request.body()).isEqualTo(body);
  }

  @Test
  void anUpdateOfAToolOfUnknownTypeSendsItBackUnchanged() {
    Map<String, Object> unknown =
        Map.of("type", "skip_turn", "skip_turn", Map.of("description", "Wait", "n", 1.5));
    String id = telnyxServer.addAssistant(Map.of("name", "Desk", "tools", List.of(unknown)));

    List<TelnyxTool> tools = telnyx.assistants().get(id).tools().orElseThrow();
    telnyx.assistants().update(id, s -> s.tools(tools));

    assertThat(telnyxServer.requests().get(1).jsonObject())
        .isEqualTo(Map.of("tools", List.of(unknown)));
    assertThat(telnyxServer.assistant(id).orElseThrow()).containsEntry("tools", List.of(unknown));
  }

  @Test
  void aCreateWithoutWhatIsRequiredIsRefusedBeforeItIsSent() {
    assertThatThrownBy(() -> telnyx.assistants().create(s -> s.name("Desk")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("instructions is missing");
    assertThatThrownBy(() -> flireo.assistants().create(s -> s.firstMessage("Hello")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name is missing");
    assertThatThrownBy(() -> telnyx.assistants().get(".."))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("assistantId");
    assertThatThrownBy(() -> LlmConfig.builder().temperature(2.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("temperature is 2.5; allowed is 0.0 to 2.0");
    assertThat(telnyxServer.requests()).isEmpty();
    assertThat(flireoServer.requests()).isEmpty();
  }

  @Test
  void namesThatContradictAreRefused() {
    assertThatThrownBy(() -> FlireoAssistantSettings.builder().clear("nmae"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("clear names \"nmae\"; allowed are name, business_name");
    assertThatThrownBy(() -> FlireoAssistantSettings.builder().name("Desk").clear("name").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name is both set and cleared");
    assertThatThrownBy(
            () -> TelnyxAssistantSettings.builder().putAdditionalProperties("greeting", "Hi"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("greeting");
  }

  @Test
  void anUpdateThatMakesAVersionIsSentAtMostOnce() {
    String id = telnyxServer.addAssistant(Map.of("name", "Desk"));
    telnyxServer.enqueue(com.talkturo.sdk.testing.Fault.status(500).times(2));

    assertThatThrownBy(
            () ->
                telnyx
                    .assistants()
                    .update(id, s -> s.putAdditionalProperties("version_name", "summer")))
        .isInstanceOf(com.talkturo.sdk.errors.ServerException.class);

    assertThat(telnyxServer.requests()).hasSize(1);
  }
}
