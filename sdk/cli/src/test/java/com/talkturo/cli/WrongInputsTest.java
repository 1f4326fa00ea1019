package com.talkturo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.testing.TalkturoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of wrong inputs in the README: each row is run. */
class WrongInputsTest {
  private final TalkturoServer server = TalkturoServer.start();

  @TempDir Path path;

  @AfterEach
  void stop() {
    server.close();
  }

  private static Arguments row(String what, Consumer<ProjectFolder> input, String... args) {
    return Arguments.of(what, input, args.length == 0 ? new String[] {"plan"} : args);
  }

  private static Arguments desk(String what, String yaml) {
    return row(what, folder -> folder.write("assistants/desk.yaml", yaml));
  }

  static Stream<Arguments> inputs() {
    return Stream.of(
        desk("YAML error", "name: [Desk\n"),
        desk("unknown field", "name: Desk\ntemprature: 0.2\n"),
        desk("undefined variable", "name: ${env:DESK_NAME}\n"),
        desk("`null`", "name: Desk\nvoice_id: null\n"),
        row(
            "number used twice",
            folder -> {
              folder.write("assistants/desk.yaml", "phoneNumbers: [\"+4930123456\"]\n");
              folder.write("assistants/sales.yaml", "phoneNumbers: [\"+4930123456\"]\n");
            }),
        desk("file outside", "name: Desk\nsystem_prompt: {file: ../secret.md}\n"),
        row(
            "file outside, by a link",
            folder -> {
              folder.write("assistants/desk.yaml", "system_prompt: {file: prompts/desk.md}\n");
              folder.write("prompts/other.md", "");
              link(folder.path.resolve("prompts/desk.md"), folder.path.getParent());
            }),
        row(
            "missing prompt",
            folder -> {
              folder.write("assistants/desk.yaml", "system_prompt: {file: prompts/dsk.md}\n");
              folder.write("prompts/desk.md", "Hello.\n");
            }),
        row(
            "unclosed brace",
            folder -> {
              folder.write("assistants/desk.yaml", "system_prompt: {file: prompts/desk.md}\n");
              folder.write("prompts/desk.md", "Hello.\nYou are {{contact.name.\n");
            }),
        row("wrong environment", folder -> {}, "plan", "--env", "prd"),
        row(
            "state not initialised",
            folder -> folder.write("assistants/desk.yaml", "name: Desk\n")),
        row(
            "state of another account",
            folder -> {
              folder.write("assistants/desk.yaml", "name: Desk\n");
              folder.run("init");
              String environment = folder.text("environments/prod.yaml");
              folder.write(
                  "environments/prod.yaml",
                  environment.replace("account: north-wind", "account: acme"));
            }),
        row("key not set", folder -> folder.terminal.variable("TALKTURO_API_KEY", "")),
        row("no `--yes`, no terminal", folder -> {}, "apply"),
        row("option misspelled", folder -> {}, "plan", "--fail-on-change"),
        row("command misspelled", folder -> {}, "paln"));
  }

  private static void link(Path link, Path outside) {
    try {
      Path secret = Files.writeString(outside.resolve("secret.md"), "secret");
      Files.createSymbolicLink(link, secret);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inputs")
  void isToldAsInTheReadmeAndNothingIsSent(
      String what, Consumer<ProjectFolder> input, String... args) throws IOException {
    ProjectFolder folder = ProjectFolder.of(Files.createDirectory(path.resolve("files")), server);
    input.accept(folder);
    server.clearRequests();

    int code = folder.run(args);

    assertThat(server.requestCount()).isZero();
    assertThat(folder.printed()).isEmpty();
    String message =
        folder.errors().lines().findFirst().orElse("").replace(server.baseUrl(), "BASE-URL");
    String row = "| " + what + " | `" + message + "` | " + code + " |";
    assertThat(Files.readString(Path.of("README.md")).lines().toList()).contains(row);
  }
}
