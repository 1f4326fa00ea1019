package com.talkturo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.ReceivedRequest;
import com.talkturo.sdk.testing.TalkturoServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
  private final TalkturoServer server = TalkturoServer.start();
  private ProjectFolder folder;

  @BeforeEach
  void aProject(@TempDir Path path) {
    folder = ProjectFolder.of(path, server);
    folder.write("assistants/desk.yaml", "name: Desk\ntemperature: 0.2\nvoice_id: 0123\n");
    folder.write("assistants/sales.yaml", "name: Sales\n");
    assertThat(folder.run("init")).isZero();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(folder.printed());
  }

  private String id(String name) {
    return String.valueOf(server.assistantsNamed(name).get(0).get("id"));
  }

  private List<ReceivedRequest> writes() {
    return server.requests().stream().filter(request -> !request.method().equals("GET")).toList();
  }

  @Test
  void applyCreatesAndThePlanAfterIsEmpty() {
    assertThat(folder.run("apply", "--yes")).isZero();

    assertThat(server.assistants()).hasSize(2);
    assertThat(server.assistantsNamed("Desk").get(0))
        .containsEntry("voice_id", "0123")
        .containsEntry("temperature", 0.2);
    assertThat(folder.run("plan", "--fail-on-changes")).isZero();
    assertThat(folder.printed())
        .isEqualTo(
            "prod, account north-wind: 2 assistants, 2 unchanged, 2 requests\n"
                + "Plan: no changes. Nothing written.\n");
  }

  @Test
  void applyAsksAndSendsNothingWithoutAYes() {
    folder.terminal.typing("n");
    assertThat(folder.run("apply")).isEqualTo(1);
    assertThat(folder.errors()).contains("Apply this to prod, account north-wind? [y/N]");
    assertThat(writes()).isEmpty();

    folder.terminal.typing("y");
    assertThat(folder.run("apply")).isZero();
    assertThat(server.assistants()).hasSize(2);
  }

  @Test
  void whereNobodyCanBeAskedYesIsRequired() {
    for (List<String> args :
        List.of(
            List.of("apply"),
            List.of("delete", "desk"),
            List.of("forget", "desk"),
            List.of("resolve", "desk", "--not-created"))) {
      assertThat(folder.run(args.toArray(new String[0]))).isEqualTo(2);
      assertThat(folder.errors()).contains("--yes");
    }
    assertThat(server.requestCount()).isZero();
  }

  @Test
  void thePlanIsOnStandardOutputAndTheSummaryOnStandardError() {
    folder.run("apply", "--yes");

    assertThat(folder.printed()).contains("Plan: 2 create. Nothing written.\n");
    assertThat(folder.errors()).contains("Applied: 2 create; 0 failed");
  }

  @Test
  void colouringIsForTerminalsThatAllowIt() {
    assertThat(folder.run("plan")).isZero();
    assertThat(folder.printed()).doesNotContain("\u001B");

    folder.terminal.typing();
    folder.run("plan");
    assertThat(folder.printed()).contains("\u001B[32m+ desk");
    folder.run("plan", "--no-color");
    assertThat(folder.printed()).doesNotContain("\u001B");
    folder.terminal.variable("NO_COLOR", "1");
    folder.run("plan");
    assertThat(folder.printed()).doesNotContain("\u001B");
  }

  @Test
  void jsonHoldsNoValues() throws IOException {
    assertThat(folder.run("plan", "--json")).isZero();
    assertThat(json().at("/plan/keys/desk/class").asText()).isEqualTo("CREATE");
    assertThat(folder.printed()).doesNotContain("0123");

    assertThat(folder.run("apply", "--json", "--yes")).isZero();
    assertThat(json().at("/exit_code").asInt()).isZero();
    assertThat(json().at("/report/keys/desk/assistant_id").asText()).startsWith("asst_");

    assertThat(folder.run("list", "--json")).isZero();
    assertThat(json().at("/keys/0/key").asText()).isEqualTo("desk");
    assertThat(json().at("/keys/0/phase").asText()).isEqualTo("COMPLETE");
  }

  @Test
  void aFailureIsJsonTooWithThePlaceOfEachProblem() throws IOException {
    folder.write("assistants/desk.yaml", "temprature: 1\n");

    assertThat(folder.run("plan", "--json")).isEqualTo(1);

    assertThat(json().at("/exit_code").asInt()).isEqualTo(1);
    assertThat(json().at("/problems/0/file").asText()).isEqualTo("assistants/desk.yaml");
    assertThat(json().at("/problems/0/line").asInt()).isEqualTo(1);
  }

  @Test
  void aSavedPlanHoldsNoValuesAndIsRefusedOnceSomethingMoved() {
    String plan = folder.path.resolve("plan.json").toString();
    assertThat(folder.run("plan", "--out", plan)).isZero();
    assertThat(folder.text("plan.json")).doesNotContain("0123").contains("\"digest\"");

    folder.write("assistants/desk.yaml", "name: Desk\ntemperature: 0.3\n");
    assertThat(folder.run("apply", "--plan", plan, "--yes")).isEqualTo(1);
    assertThat(folder.errors()).contains("key \"desk\": what the plan was made from has changed");
    assertThat(writes()).isEmpty();

    folder.write("assistants/desk.yaml", "name: Desk\ntemperature: 0.2\nvoice_id: 0123\n");
    assertThat(folder.run("apply", "--plan", plan, "--yes")).isZero();
    assertThat(server.assistants()).hasSize(2);
  }

  @Test
  void aSavedPlanKeepsItsOptions() {
    folder.run("apply", "--yes");
    server.changeAssistant(id("Desk"), Map.of("temperature", 1.5));
    String plan = folder.path.resolve("plan.json").toString();
    assertThat(folder.run("plan", "--on-drift", "overwrite", "--only", "desk", "--out", plan))
        .isZero();

    assertThat(folder.run("apply", "--plan", plan, "--yes", "--only", "sales")).isEqualTo(2);
    assertThat(folder.run("apply", "--plan", plan, "--yes")).isZero();

    assertThat(server.assistant(id("Desk")).orElseThrow()).containsEntry("temperature", 0.2);
  }

  @Test
  void onlyTakesSomeKeysAndRefusesHalfOfAMove() {
    assertThat(folder.run("apply", "--only", "desk", "--yes")).isZero();
    assertThat(server.assistants()).hasSize(1);
    assertThat(folder.run("apply", "--only", "dsk", "--yes")).isEqualTo(2);

    String number = server.phoneNumberIds().get(0);
    folder.write("assistants/desk.yaml", "name: Desk\nphoneNumberIds: [" + number + "]\n");
    assertThat(folder.run("apply", "--yes")).isZero();
    folder.write("assistants/desk.yaml", "name: Desk\nphoneNumberIds: []\n");
    folder.write("assistants/sales.yaml", "name: Sales\nphoneNumberIds: [" + number + "]\n");

    assertThat(folder.run("apply", "--only", "sales", "--allow-unassign", "--yes")).isEqualTo(2);
    assertThat(folder.errors()).contains("take both or none");
    assertThat(folder.run("plan")).isEqualTo(1);
    assertThat(folder.printed()).contains("needs --allow-unassign");
    assertThat(folder.run("apply", "--allow-unassign", "--yes")).isZero();
  }

  @Test
  void noMoreAreCreatedThanAllowed() {
    assertThat(folder.run("apply", "--allow-create", "1", "--yes")).isEqualTo(1);
    assertThat(folder.errors()).contains("--allow-create is 1");
    assertThat(server.assistants()).isEmpty();
    assertThat(folder.run("apply", "--allow-create=x", "--yes")).isEqualTo(2);
  }

  @Test
  void aPartlyAppliedRunEndsWith4AndAStoppedOneWith1() {
    folder.run("apply", "--yes");
    server.changeAssistant(id("Desk"), Map.of("temperature", 1.5));
    folder.write("assistants/sales.yaml", "name: Sales 2\n");

    assertThat(folder.run("apply", "--yes")).isEqualTo(4);
    assertThat(folder.errors()).contains("temperature changed outside");

    folder.write("assistants/desk.yaml", "name: Desk\ntemperature: 0.6\nvoice_id: 0123\n");
    assertThat(folder.run("plan")).isEqualTo(5);
    assertThat(folder.printed()).contains("! desk (" + id("Desk") + ")  CONFLICT");
    assertThat(folder.run("apply", "--yes")).isEqualTo(5);

    server.revokeApiKey(server.apiKey());
    assertThat(folder.run("plan")).isEqualTo(1);
    assertThat(folder.errors()).doesNotContain(server.apiKey());
  }

  @Test
  void aLostAnswerIsUnresolvedUntilSomebodyDecides() {
    server.enqueue(Fault.resetAfterProcessing());
    folder.write("assistants/sales.yaml", "name: Sales\n");

    assertThat(folder.run("apply", "--only", "desk", "--yes")).isEqualTo(5);
    assertThat(folder.errors()).contains("talkturo resolve desk --adopt ID, or --not-created");
    assertThat(folder.run("plan")).isEqualTo(5);
    assertThat(folder.run("list")).isEqualTo(5);
    assertThat(folder.printed()).contains("[tk-");
    assertThat(folder.run("resolve", "desk")).isEqualTo(2);
    assertThat(folder.run("resolve", "desk", "--not-created", "--yes")).isEqualTo(1);
    assertThat(folder.errors()).contains("may still arrive; wait until");

    String orphan =
        server.assistants().isEmpty()
            ? server.addAssistant(Map.of("name", "by hand"))
            : (String) server.assistants().get(0).get("id");
    assertThat(folder.run("resolve", "desk", "--adopt", orphan, "--force")).isZero();
    assertThat(folder.run("apply", "--only", "desk", "--yes")).isZero();
    assertThat(server.assistant(orphan).orElseThrow()).containsEntry("name", "Desk");
  }

  @Test
  void adoptWritesTheFilesAndThePlanAfterIsEmpty() {
    String id =
        server.addAssistant(
            Map.of("name", "Night", "system_prompt", "Costs ${env:X}\r\nand more", "mode", "x"));

    assertThat(folder.run("adopt", "night", id)).isZero();

    assertThat(folder.printed())
        .contains("wrote assistants/night.yaml")
        .contains("declare them under extra: if they matter: mode\n");
    assertThat(folder.text("assistants/night.yaml"))
        .contains("system_prompt: \"Costs $${env:X}\\r\\nand more\"");
    assertThat(folder.run("plan", "--only", "night", "--fail-on-changes")).isZero();
    assertThat(folder.run("adopt", "other", id)).isEqualTo(1);
    assertThat(folder.errors()).contains("belongs to another key");
  }

  @Test
  void keysAreMovedDeletedAndForgotten() {
    folder.run("apply", "--yes");

    assertThat(folder.run("move", "desk", "front")).isZero();
    assertThat(folder.run("plan")).isEqualTo(1);
    assertThat(folder.printed()).contains("! desk").contains("was moved to key \"front\"");
    assertThat(folder.run("forget", "desk", "--yes")).isZero();

    assertThat(folder.run("delete", "sales", "--yes")).isZero();
    assertThat(server.assistantsNamed("Sales")).isEmpty();
    assertThat(folder.run("plan", "--only", "sales")).isEqualTo(1);
    assertThat(folder.printed()).contains("run: talkturo forget sales");
    assertThat(folder.run("forget", "sales", "--yes")).isZero();
    assertThat(folder.run("list")).isZero();
    assertThat(folder.printed()).contains("front").contains("no file").contains("not created yet");
  }

  @Test
  void whatTheApiStoresDifferentlyIsShownUntilItIsAccepted() {
    server.behaviour().storing("voice_name", value -> "Other");
    folder.write("assistants/desk.yaml", "name: Desk\nvoice_name: Mara\n");
    folder.run("apply", "--only", "desk", "--yes");
    assertThat(folder.run("plan", "--only", "desk", "--fail-on-changes")).isEqualTo(3);
    assertThat(folder.printed()).contains("STORED_DIFFERENTLY");

    assertThat(folder.run("accept", "desk", "voice_name")).isZero();

    assertThat(folder.run("plan", "--only", "desk", "--fail-on-changes")).isZero();
  }

  @Test
  void checkNeedsNoApi() {
    folder.terminal.variable("TALKTURO_API_KEY", "");
    folder.write("prompts/p.md", "Dear {{contact.nme}}\n");
    folder.write("assistants/desk.yaml", "system_prompt: {file: prompts/p.md}\n");

    assertThat(folder.run("check")).isZero();

    assertThat(folder.printed())
        .startsWith("prompts/p.md:1:6: warning: ")
        .endsWith("prod: 2 assistants, all valid\n");
    assertThat(server.requestCount()).isZero();
  }

  @Test
  void everyCommandHasHelpWithExamples() {
    for (Command command : Command.values()) {
      assertThat(folder.terminal.run(command.word(), "--help")).isZero();
      assertThat(folder.printed())
          .startsWith("Usage: talkturo " + command.word())
          .contains("Examples:\n  talkturo " + command.word());
    }
    assertThat(folder.terminal.run("--help")).isZero();
    assertThat(folder.printed()).contains("Exit codes");
    assertThat(folder.terminal.run("--version")).isZero();
    assertThat(folder.terminal.run()).isEqualTo(2);
    assertThat(folder.terminal.run("paln")).isEqualTo(2);
    assertThat(folder.errors()).contains("\"paln\"").contains("See: talkturo --help");
    assertThat(folder.terminal.run("plan", "--nope")).isEqualTo(2);
  }
}
