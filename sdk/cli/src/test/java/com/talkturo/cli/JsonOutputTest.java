package com.talkturo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.TalkturoServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** With --json, standard output is one JSON document, however a command ends. */
class JsonOutputTest {
  private final TalkturoServer server = TalkturoServer.start();
  private ProjectFolder folder;

  @BeforeEach
  void anAppliedAssistant(@TempDir Path path) {
    folder = ProjectFolder.of(path, server);
    folder.write("assistants/desk.yaml", "name: Desk\ntemperature: 0.2\n");
    folder.run("init");
    assertThat(folder.run("apply", "--yes")).isZero();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private interface Step extends Consumer<JsonOutputTest> {}

  private static Arguments ends(int code, Step before, String... args) {
    return Arguments.of(code, before, args);
  }

  private void file(String yaml) {
    folder.write("assistants/desk.yaml", yaml);
  }

  static Stream<Arguments> ways() {
    Step nothing = t -> {};
    Step changed = t -> t.file("name: Desk\ntemperature: 0.9\n");
    return Stream.of(
        ends(0, nothing, "init"),
        ends(0, nothing, "check"),
        ends(0, nothing, "plan"),
        ends(0, nothing, "list"),
        ends(0, nothing, "pull", "desk"),
        ends(0, changed, "apply", "--yes"),
        ends(0, nothing, "delete", "desk", "--yes"),
        ends(0, nothing, "move", "desk", "front"),
        ends(1, t -> t.file("name: [\n"), "plan"),
        ends(1, t -> t.file("name: [\n"), "check"),
        ends(1, changed, "plan", "--out", "/nowhere/at/all/plan.json"),
        ends(1, nothing, "apply", "--plan", "/nowhere/plan.json", "--yes"),
        ends(1, nothing, "adopt", "other", "asst_999999"),
        ends(1, nothing, "pull", "nobody"),
        ends(1, nothing, "accept", "desk", "name"),
        ends(1, t -> t.server.revokeApiKey(t.server.apiKey()), "plan"),
        ends(1, t -> t.server.respondAlways(Fault.status(500)), "pull", "desk"),
        ends(1, t -> t.folder.terminal.variable("TALKTURO_API_KEY", ""), "plan"),
        ends(1, t -> t.folder.terminal.variable("TALKTURO_API_KEY", "k\u00E4y"), "plan"),
        ends(2, changed, "apply"),
        ends(2, t -> t.folder.terminal.typing("y"), "apply"),
        ends(2, nothing, "delete", "desk"),
        ends(2, nothing, "plan", "--env", "prd"),
        ends(2, nothing, "plan", "--only", "dsk"),
        ends(2, nothing, "plan", "--nope"),
        ends(2, nothing, "pull"),
        ends(2, nothing, "move", "desk", "desk"),
        ends(2, nothing, "apply", "--plan", "/nowhere/plan.json", "--only", "desk", "--yes"),
        ends(1, nothing, "adopt", "other", " "),
        ends(2, nothing, "paln"),
        ends(2, nothing, "plan", "--allow-create", "x"),
        ends(3, changed, "plan", "--fail-on-changes"),
        ends(5, JsonOutputTest::aConflict, "plan"),
        ends(5, JsonOutputTest::aConflict, "apply", "--yes"),
        ends(4, JsonOutputTest::aDriftAndAChange, "apply", "--yes"),
        ends(5, JsonOutputTest::aLostAnswer, "apply", "--yes"),
        ends(1, t -> t.server.respondAlways(Fault.status(500)), "import", "telnyx", "--all"));
  }

  private void aConflict() {
    server.changeAssistant("asst_000001", Map.of("temperature", 1.5));
    file("name: Desk\ntemperature: 0.9\n");
  }

  private void aDriftAndAChange() {
    server.changeAssistant("asst_000001", Map.of("temperature", 1.5));
    folder.write("assistants/sales.yaml", "name: Sales\n");
  }

  private void aLostAnswer() {
    folder.write("assistants/sales.yaml", "name: Sales\n");
    server.enqueue(Fault.resetAfterProcessing().on("POST", "/api/assistants"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("ways")
  void isOneDocument(int code, Step before, String... args) throws IOException {
    before.accept(this);
    String[] all = Arrays.copyOf(args, args.length + 1);
    all[args.length] = "--json";

    assertThat(folder.run(all)).as(folder.errors()).isEqualTo(code);

    ObjectMapper mapper = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    JsonNode document = mapper.readTree(folder.printed());
    assertThat(document.isObject()).isTrue();
    if (code == 1 || code == 2) {
      assertThat(document.path("exit_code").asInt()).isEqualTo(code);
      assertThat(document.path("error").asText()).isNotEmpty();
    }
    assertThat(folder.printed() + folder.errors())
        .doesNotContain("unexpected")
        .doesNotContain("java.lang")
        .doesNotContain("\tat ")
        .doesNotContain(server.apiKey());
  }
}
