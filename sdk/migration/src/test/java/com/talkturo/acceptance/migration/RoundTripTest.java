package com.talkturo.acceptance.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.talkturo.migration.flireo.FlireoAssistant;
import com.talkturo.migration.flireo.FlireoLlmProvider;
import com.talkturo.migration.telnyx.TelnyxAssistant;
import com.talkturo.migration.telnyx.TelnyxTool;
import com.talkturo.migration.telnyx.WebhookMethod;
import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.ReceivedRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTripTest {
  @ParameterizedTest
  @EnumSource
  void whatIsReadIsWrittenBackAsAnEqualTree(Vendor vendor) {
    try (Vendor.Session session = vendor.open()) {
      String json = vendor.fixture();
      String answer = vendor == Vendor.FLIREO ? "{\"assistant\":" + json + "}" : json;
      session.enqueue(Fault.status(200).body(answer).times(2));

      session.createLike("1");

      List<ReceivedRequest> requests = session.requests();
      ObjectNode writable = (ObjectNode) Json.exact(json);
      writable.remove(List.of("id", "created_at", "updated_at", "version_id"));
      assertThat(Json.exact(requests.get(1).body())).isEqualTo(writable);
    }
  }

  @Test
  void aTreeOfTelnyxGivesItselfBack() {
    String json = Json.fixture("telnyx/full");
    assertThat(Json.exact(TelnyxAssistant.ofTree(Json.tree(json)).toTree()))
        .isEqualTo(Json.exact(json));
  }

  @Test
  void aTreeOfFlireoGivesItselfBack() {
    String json = Json.fixture("flireo/full");
    assertThat(Json.exact(FlireoAssistant.ofTree(Json.tree(json)).toTree()))
        .isEqualTo(Json.exact(json));
  }

  @Test
  void everyFieldOfTelnyxIsTyped() {
    TelnyxAssistant read = TelnyxAssistant.ofTree(Json.tree(Json.fixture("telnyx/full")));

    assertThat(read.additionalProperties().keySet())
        .containsExactlyInAnyOrder("tags", "privacy_settings", "widget_settings", "version_id");
    List<TelnyxTool> tools = read.tools().orElseThrow();
    assertThat(tools.get(0).webhook().orElseThrow().method()).contains(WebhookMethod.GET);
    assertThat(tools.get(0).webhook().orElseThrow().headers().orElseThrow().get(1).value())
        .startsWith("secret-header-two");
    assertThat(tools.get(1).hangup().orElseThrow().description()).contains("End the call.");
    assertThat(tools.get(2).transfer().orElseThrow().fromNumber()).contains("+4930999999");
    assertThat(tools.get(3).retrieval().orElseThrow().maxNumResults()).contains(5);
    assertThat(tools.get(4).bookAppointment().orElseThrow().eventTypeId()).contains(4294967296L);
    assertThat(tools.get(5).checkAvailability().orElseThrow().eventTypeId()).contains(12L);
    assertThat(tools.get(6).additionalProperties()).containsOnlyKeys("send_dtmf");
  }

  @Test
  void everyFieldOfFlireoIsTyped() {
    FlireoAssistant read = FlireoAssistant.ofTree(Json.tree(Json.fixture("flireo/full")));

    assertThat(read.additionalProperties())
        .containsOnlyKeys(
            "notification_emails", "recording_consent", "speech_config", "max_duration_seconds");
    assertThat(read.llmConfig().orElseThrow().provider()).contains(FlireoLlmProvider.OPENAI);
    assertThat(read.llmConfig().orElseThrow().temperature())
        .contains(new BigDecimal("0.3000000000000000001"));
    assertThat(read.llmConfig().orElseThrow().additionalProperties())
        .containsOnlyKeys("max_completion_tokens");
    assertThat(read.sttConfig().orElseThrow().additionalProperties()).isEmpty();
    assertThat(read.ttsConfig().orElseThrow().additionalProperties()).isEmpty();
    assertThat(read.analysisPlan().orElseThrow().additionalProperties()).isEmpty();
  }

  @Test
  void whatDoesNotFitIsKeptAsItWasAndMayBeReplaced() {
    Map<String, Object> odd =
        Json.tree(
            """
            {"id": "a", "name": 7, "model": null, "instructions": " ",
             "tools": [{"type": "hangup", "hangup": "now"}, "odd", null],
             "enabled_features": ["telephony", 3],
             "voice_settings": {"voice": 1, "more": [1.50]},
             "transcription": {"model": {"id": "x"}},
             "dynamic_variables": ["none"]}
            """);
    TelnyxAssistant read = TelnyxAssistant.ofTree(odd);

    assertThat(Json.exact(read.toTree())).isEqualTo(Json.exact(odd));
    assertThat(read.toBuilder().settings(s -> s.name("Desk")).build().toTree())
        .containsEntry("name", "Desk");
  }

  @Test
  void aNumberSpelledAsTextStaysText() {
    Map<String, Object> odd =
        Json.tree(
            """
            {"id": "a", "max_duration_seconds": "300",
             "llm_config": {"temperature": "0.30", "tools": []},
             "tts_config": {"stability": 7}, "stt_config": null}
            """);
    FlireoAssistant read = FlireoAssistant.ofTree(odd);

    assertThat(Json.exact(read.toTree())).isEqualTo(Json.exact(odd));
    assertThat(read.maxDurationSeconds()).isEmpty();
    assertThat(read.llmConfig().orElseThrow().toBuilder().temperature(0.2).build().temperature())
        .contains(new BigDecimal("0.2"));
  }
}
