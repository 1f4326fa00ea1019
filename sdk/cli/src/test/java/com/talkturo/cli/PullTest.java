package com.talkturo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.talkturo.sdk.testing.TalkturoServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** After a pull the plan is empty, or the command says of each field why not, and ends with 3. */
class PullTest {
  private static final String DESK = "assistants/desk.yaml";
  private static final String ID = "asst_000001";

  private final TalkturoServer server = TalkturoServer.start();
  private ProjectFolder folder;

  @BeforeEach
  void aFolder(@TempDir Path path) {
    folder = ProjectFolder.of(path, server);
    server.phoneNumbers().add(Map.of("id", "pn_berlin", "phone_number", "+49 (30) 111-1111"));
    server.phoneNumbers().add(Map.of("id", "pn_bonn", "phone_number", "+492282222222"));
    server.phoneNumbers().add(Map.of("id", "pn_odd", "phone_number", "front door"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void applied(String yaml) {
    folder.write(DESK, yaml);
    assertThat(folder.run("init")).isZero();
    assertThat(folder.run("apply", "--yes")).as(folder.errors()).isZero();
  }

  private void inTheDashboard(String field, @Nullable Object value) {
    Map<String, @Nullable Object> change = new HashMap<>();
    change.put(field, value);
    server.changeAssistant(ID, change);
  }

  private void thePlanIsEmptyAfterAPull() {
    assertThat(folder.run("plan", "--fail-on-changes")).isNotZero();
    server.clearRequests();
    assertThat(folder.run("pull", "desk")).as(folder.printed() + folder.errors()).isZero();
    assertThat(folder.printed()).endsWith("The plan is empty now.\n");
    assertThat(server.requests()).allMatch(request -> request.method().equals("GET"));
    assertThat(folder.run("plan", "--fail-on-changes")).as(folder.printed()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pn_bonn|[\"+492282222222\"]",
        "pn_berlin,pn_bonn|[\"+492282222222\", \"+49301111111\"]",
        "''|[]"
      })
  void numbersInE164FormAreWrittenInThatForm(String assigned, String written) {
    applied("name: Desk\nphoneNumbers: [\"+49301111111\"] # ours\n");
    server.phoneNumbers().assign(ID, assigned.isEmpty() ? new String[0] : assigned.split(","));

    assertThat(folder.run("pull", "desk")).as(folder.printed()).isZero();

    assertThat(folder.text(DESK)).contains("phoneNumbers: " + written + " # ours\n");
    assertThat(folder.run("plan", "--fail-on-changes")).as(folder.printed()).isZero();
  }

  @Test
  void numbersByIdAreWrittenById() {
    folder.write(
        "environments/prod.yaml",
        folder.text("environments/prod.yaml")
            + "assistants:\n  desk:\n    phoneNumberIds: [pn_berlin]\n");
    applied("name: Desk\n");
    server.phoneNumbers().assign(ID, "pn_bonn", "pn_odd");

    assertThat(folder.run("pull", "desk")).as(folder.printed()).isZero();

    assertThat(folder.text("environments/prod.yaml"))
        .endsWith("phoneNumberIds: [\"pn_bonn\", \"pn_odd\"]\n");
    assertThat(folder.run("plan", "--fail-on-changes")).as(folder.printed()).isZero();
  }

  @Test
  void aNumberWithoutE164FormIsNamed() {
    applied("name: Desk\nphoneNumbers: [\"+49301111111\"]\n");
    server.phoneNumbers().assign(ID, "pn_odd", "pn_berlin");

    assertThat(folder.run("pull", "desk")).isEqualTo(3);

    assertThat(folder.printed())
        .contains("note: the API shows no E.164 form of phone numbers [\"pn_odd\"]")
        .contains("The plan is not empty yet. ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: Desk\nvoice_name: Mara # hers\n",
        "name: Desk\nvoice_name: |\n  Mara\ntemperature: 0.2\n",
        "name: Desk\nclear: [voice_id]\nvoice_name: Mara\n"
      })
  void aFieldWithoutALiveValueIsCleared(String yaml) {
    applied(yaml);
    inTheDashboard("voice_name", null);

    thePlanIsEmptyAfterAPull();

    assertThat(folder.text(DESK)).contains("voice_name]").doesNotContain("Mara");
  }

  @Test
  void aDefaultWithoutALiveValueIsClearedInTheAssistantsFile() {
    folder.write("talkturo.yaml", "defaults:\n  voice_name: Mara\n");
    applied("name: Desk\n");
    inTheDashboard("voice_name", null);

    thePlanIsEmptyAfterAPull();

    assertThat(folder.text(DESK)).contains("clear: [voice_name]\n");
    assertThat(folder.text("talkturo.yaml")).contains("voice_name: Mara");
  }

  @Test
  void whatTheFilesClearAndTheDashboardHasIsWritten() {
    applied("name: Desk\nclear: [voice_name]\n");
    inTheDashboard("voice_name", "Mara");

    thePlanIsEmptyAfterAPull();

    assertThat(folder.text(DESK)).contains("voice_name: \"Mara\"\n").doesNotContain("clear");
  }

  @Test
  void aValueBehindAVariableIsNamedAndNeverShown() throws IOException {
    folder.terminal.variable("VOICE", "v-secret");
    applied("name: Desk\nvoice_id: ${env:VOICE}\n");
    inTheDashboard("voice_id", "v-live-secret");

    assertThat(folder.run("pull", "desk")).isEqualTo(3);

    assertThat(folder.printed())
        .contains(
            "note: voice_id: the API has another value than environment variable VOICE gives; set"
                + " that to what the dashboard shows, or write the value at"
                + " assistants/desk.yaml:2:11\n")
        .contains("The plan is not empty yet. ")
        .doesNotContain("secret");
    assertThat(folder.text(DESK)).contains("voice_id: ${env:VOICE}\n");

    assertThat(folder.run("pull", "desk", "--json")).isEqualTo(3);
    JsonNode json = new ObjectMapper().readTree(folder.printed());
    assertThat(json.at("/notes/0").asText()).startsWith("voice_id: ");
    assertThat(json.at("/plan_is_empty").asBoolean()).isFalse();
    assertThat(json.at("/exit_code").asInt()).isEqualTo(3);
    assertThat(folder.printed()).doesNotContain("secret");

    folder.terminal.variable("VOICE", "v-live-secret");
    assertThat(folder.run("pull", "desk")).isZero();
  }

  @Test
  void whatStandsUnderExtraIsNamed() {
    applied("name: Desk\nextra: {mode: realtime}\n");
    inTheDashboard("mode", "pipeline");

    assertThat(folder.run("pull", "desk")).isEqualTo(3);

    assertThat(folder.printed())
        .contains("note: mode stands under extra:, where nothing is written");
    assertThat(folder.text(DESK)).contains("extra: {mode: realtime}\n");
  }

  @Test
  void aLiveValueThatNoFileCanDeclareIsNamed() {
    applied("name: Desk\ntemperature: 0.2\n");
    inTheDashboard("temperature", 7.5);

    assertThat(folder.run("pull", "desk")).isEqualTo(3);

    assertThat(folder.printed())
        .contains("note: temperature has a value in the API that cannot be declared");
    assertThat(folder.text(DESK)).contains("temperature: 0.2\n");
  }

  @Test
  void aLivePromptThatIsNotValidIsWrittenAndToldWithItsPlace() {
    applied("name: Desk\nsystem_prompt: Hi\n");
    inTheDashboard("system_prompt", "Hello.\nYou are {{contact.name.");

    assertThat(folder.run("pull", "desk")).isEqualTo(1);

    assertThat(folder.printed()).contains("wrote assistants/desk.yaml");
    assertThat(folder.errors()).startsWith("assistants/desk.yaml:2:").contains("never closed");
  }
}
