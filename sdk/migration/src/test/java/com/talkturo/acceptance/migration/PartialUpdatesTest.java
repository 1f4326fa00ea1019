package com.talkturo.acceptance.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.migration.flireo.FlireoAssistant;
import com.talkturo.migration.flireo.FlireoAssistantSettings;
import com.talkturo.migration.flireo.FlireoClient;
import com.talkturo.migration.telnyx.TelnyxAssistant;
import com.talkturo.migration.telnyx.TelnyxAssistantSettings;
import com.talkturo.migration.telnyx.TelnyxClient;
import com.talkturo.sdk.errors.ServerException;
import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.FlireoServer;
import com.talkturo.sdk.testing.ReceivedRequest;
import com.talkturo.sdk.testing.TelnyxServer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An update sends what was set or cleared, whatever it was made from. */
class PartialUpdatesTest {
  private static final Set<String> MODELLED_BY_TELNYX =
      Set.of(
          "name",
          "model",
          "instructions",
          "tools",
          "description",
          "greeting",
          "llm_api_key_ref",
          "voice_settings",
          "transcription",
          "telephony_settings",
          "messaging_settings",
          "enabled_features",
          "insight_settings",
          "dynamic_variables_webhook_url",
          "dynamic_variables");
  private static final Set<String> MODELLED_BY_FLIREO =
      Set.of(
          "name",
          "business_name",
          "notification_email",
          "first_message",
          "is_active",
          "max_duration_seconds",
          "autonomous_silence_handling",
          "silence_timeout_seconds",
          "voicemail_detection",
          "voicemail_message",
          "gdpr_mode",
          "webhook_url",
          "webhook_secret",
          "webhook_events",
          "analysis_plan",
          "stt_config",
          "llm_config",
          "tts_config");

  private final TelnyxServer telnyxServer = TelnyxServer.start();
  private final FlireoServer flireoServer = FlireoServer.start();
  private final TelnyxClient telnyx =
      TelnyxClient.builder().apiKey(telnyxServer.apiKey()).baseUrl(telnyxServer.baseUrl()).build();
  private final FlireoClient flireo =
      FlireoClient.builder().apiKey(flireoServer.apiKey()).baseUrl(flireoServer.baseUrl()).build();

  @AfterEach
  void close() {
    telnyx.close();
    flireo.close();
    telnyxServer.close();
    flireoServer.close();
  }

  private static String last(List<ReceivedRequest> requests) {
    return requests.get(requests.size() - 1).body();
  }

  @Test
  void everyFieldOfTelnyxCanBeCleared() {
    telnyxServer.respondAlways(Fault.status(200).body("{\"id\":\"a\"}"));
    for (String field : MODELLED_BY_TELNYX) {
      telnyx.assistants().update("a", s -> s.clear(field));
      assertThat(last(telnyxServer.requests())).isEqualTo("{\"" + field + "\":null}");
    }
  }

  @Test
  void everyFieldOfFlireoCanBeCleared() {
    flireoServer.respondAlways(Fault.status(200).body("{\"id\":\"a\"}"));
    for (String field : MODELLED_BY_FLIREO) {
      flireo.assistants().update("a", s -> s.clear(field));
      assertThat(last(flireoServer.requests())).isEqualTo("{\"" + field + "\":null}");
    }
    flireo.assistants().update("a", s -> s.putAdditionalProperties("speech_config", null));
    assertThat(last(flireoServer.requests())).isEqualTo("{\"speech_config\":null}");
  }

  @Test
  void whatIsSetReplacesTheNullThatWasRead() {
    FlireoAssistantSettings settings =
        FlireoAssistant.ofTree(
                Json.tree("{\"id\":\"a\",\"max_duration_seconds\":null,\"gdpr_mode\":\"on\"}"))
            .toSettings();
    flireoServer.respondAlways(Fault.status(200).body("{\"id\":\"a\"}"));

    flireo.assistants().update("a", settings);
    assertThat(last(flireoServer.requests()))
        .isEqualTo("{\"max_duration_seconds\":null,\"gdpr_mode\":\"on\"}");
    flireo
        .assistants()
        .update("a", settings.toBuilder().maxDurationSeconds(300).clear("gdpr_mode").build());
    assertThat(last(flireoServer.requests()))
        .isEqualTo("{\"max_duration_seconds\":300.0,\"gdpr_mode\":null}");
  }

  @Test
  void settingsOfAReadAssistantLeaveOutWhatOnlyAnswersHave() {
    Map<String, Object> answer = new LinkedHashMap<>();
    for (String name :
        List.of(
            "id",
            "created_at",
            "import_metadata",
            "related_mission_ids",
            "version_id",
            "version_name",
            "version_created_at")) {
      answer.put(name, "2025-03-04T08:15:00Z");
    }
    answer.put("name", "Desk");
    answer.put("tags", List.of());
    answer.put("updated_at", "never");
    assertThat(TelnyxAssistant.ofTree(answer).toSettings())
        .isEqualTo(
            TelnyxAssistantSettings.builder()
                .name("Desk")
                .putAdditionalProperties("tags", List.of())
                .putAdditionalProperties("updated_at", "never")
                .build());

    Map<String, Object> flireos =
        Map.of(
            "id", "a",
            "created_at", "2025-03-04T08:15:00Z",
            "updated_at", "2025-03-04T08:15:00Z",
            "name", "Desk");
    assertThat(FlireoAssistant.ofTree(flireos).toSettings())
        .isEqualTo(FlireoAssistantSettings.builder().name("Desk").build());
  }

  @Test
  void aBuilderOfAReadAssistantHasAllOfIt() {
    TelnyxAssistant atTelnyx = TelnyxAssistant.ofTree(Json.tree(Vendor.TELNYX.fixture()));
    assertThat(atTelnyx.toBuilder().build()).isEqualTo(atTelnyx);
    assertThat(atTelnyx.createdAt()).isPresent();
    assertThat(atTelnyx.toSettings().toBuilder().build()).isEqualTo(atTelnyx.toSettings());

    FlireoAssistant atFlireo = FlireoAssistant.ofTree(Json.tree(Vendor.FLIREO.fixture()));
    assertThat(atFlireo.toBuilder().build()).isEqualTo(atFlireo);
    assertThat(atFlireo.createdAt()).isPresent();
    assertThat(atFlireo.updatedAt()).isPresent();
    assertThat(atFlireo.toSettings().toBuilder().build()).isEqualTo(atFlireo.toSettings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"version_name", "promote_to_main"})
  void whatMayMakeAVersionIsSentAtMostOnce(String name) {
    telnyxServer.enqueue(Fault.status(500).times(2));

    assertThatThrownBy(
            () -> telnyx.assistants().update("a", s -> s.putAdditionalProperties(name, null)))
        .isInstanceOf(ServerException.class);
    assertThat(telnyxServer.requests()).hasSize(1);
  }

  @Test
  void aTreeIsCopiedWhenItIsSet() {
    Map<String, Object> variables = new HashMap<>(Map.of("first_name", "Ada"));
    TelnyxAssistantSettings settings =
        TelnyxAssistantSettings.builder().dynamicVariables(variables).build();
    variables.put("first_name", "Eve");

    assertThat(settings.dynamicVariables().orElseThrow()).containsEntry("first_name", "Ada");
  }
}
