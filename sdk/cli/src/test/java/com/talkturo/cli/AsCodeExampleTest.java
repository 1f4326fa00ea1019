package com.talkturo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.testing.TalkturoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs examples/as-code in a copy. */
class AsCodeExampleTest {
  private static final Path EXAMPLE = Path.of("../../examples/as-code");
  private static final Pattern COMMAND = Pattern.compile("java -jar talkturo\\.jar ([^\n`]*)");

  private final TestTerminal terminal = new TestTerminal();

  @TempDir Path folder;

  @BeforeEach
  void copy() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = folder.resolve(EXAMPLE.relativize(file).toString());
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        Files.copy(file, target);
      }
    }
  }

  private int run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--dir", folder.toString()));
    return terminal.run(all.toArray(new String[0]));
  }

  @Test
  void theCommandsOfItsReadmeWork() throws IOException {
    Matcher commands = COMMAND.matcher(Files.readString(folder.resolve("README.md")));
    int count = 0;
    while (commands.find()) {
      assertThat(run(commands.group(1).split(" "))).as(commands.group()).isZero();
      count++;
    }

    assertThat(count).isEqualTo(4);
    try (TalkturoServer server =
        TalkturoServer.builder().dataFolder(folder.resolve(".embedded/staging/server")).start()) {
      assertThat(server.assistants()).hasSize(3);
      assertThat(server.assistantsNamed("Front desk (staging)")).hasSize(1);
    }
  }

  @Test
  void bothEnvironmentsAreValidAndProdHidesWhatAVariableHolds() {
    assertThat(run("check")).isZero();
    assertThat(terminal.printed())
        .contains("prod: 3 assistants, all valid")
        .contains("staging: 3 assistants, all valid");

    assertThat(run("init", "--env", "prod", "--embedded")).isZero();
    terminal.variable("FRONT_DESK_VOICE", "v-secret");
    assertThat(run("plan", "--env", "prod", "--embedded")).isZero();
    assertThat(terminal.printed()).contains("(hidden)").doesNotContain("v-secret");
    assertThat(run("apply", "--env", "prod", "--embedded", "--yes")).isZero();
    assertThat(terminal.errors()).doesNotContain("v-secret");
    assertThat(run("plan", "--env", "prod", "--embedded", "--fail-on-changes")).isZero();
  }

  /** All commands of the job, parsed as they stand there. */
  @Test
  void theCommandsOfTheJobExist() throws IOException {
    Matcher commands = COMMAND.matcher(Files.readString(folder.resolve("ci/assistants.yml")));
    int count = 0;
    while (commands.find()) {
      String[] args = commands.group(1).trim().split(" ");
      Commands.line(args).parseArgs(args);
      count++;
    }
    assertThat(count).isEqualTo(4);
  }
}
