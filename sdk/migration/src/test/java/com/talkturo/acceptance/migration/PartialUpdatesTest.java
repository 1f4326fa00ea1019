package com.talkturo.acceptance.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.migration.flireo.FlireoAssistant;
import com.talkturo.migration.flireo.FlireoAssistantSettings;
import com.talkturo.migration.telnyx.TelnyxAssistant;
import com.talkturo.migration.telnyx.TelnyxAssistantSettings;
import com.talkturo.sdk.errors.ServerException;
import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.ReceivedRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An update sends what was set or cleared, whatever it was made from. */
class PartialUpdatesTest extends BothVendors {
  PartialUpdatesTest() {
    super(2);
  }

  /** The fixtures have all of them. */
  private static Set<String> modelled(
      Map<String, ?> tree, Set<String> others, String... responseOnly) {
    Set<String> names = new TreeSet<>(tree.keySet());
    names.removeAll(others);
    names.removeAll(List.of(responseOnly));
    return names;
  }

  private static String last(List<ReceivedRequest> requests) {
    return requests.get(requests.size() - 1).body();
  }

  @Test
  void everyFieldOfTelnyxCanBeCleared() {
    telnyxServer.respondAlways(Fault.status(200).body("{\"id\":\"a\"}"));
    TelnyxAssistant full = TelnyxAssistant.ofTree(Json.tree(Vendor.TELNYX.fixture()));
    Set<String> fields =
        modelled(full.toTree(), full.additionalProperties().keySet(), "id", "created_at");
    assertThat(fields).hasSize(15);
    for (String field : fields) {
      telnyx.assistants().update("a", s -> s.clear(field));
      assertThat(last(telnyxServer.requests())).isEqualTo("{\"" + field + "\":null}");
    }
  }

  @Test
  void everyFieldOfFlireoCanBeCleared() {
    flireoServer.respondAlways(Fault.status(200).body("{\"id\":\"a\"}"));
    FlireoAssistant full = FlireoAssistant.ofTree(Json.tree(Vendor.FLIREO.fixture()));
    Set<String> fields =
        modelled(
            full.toTree(), full.additionalProperties().keySet(), "id", "created_at", "updated_at");
    fields.add("max_duration_seconds"); // It is null in the fixture.
    assertThat(fields).hasSize(18);
    for (String field : fields) {
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
