package com.talkturo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.testing.TalkturoServer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bar on standard error. */
class ProgressTest {
  private static final int KEYS = 12;

  private final TalkturoServer server = TalkturoServer.start();
  private ProjectFolder folder;

  @BeforeEach
  void manyAssistants(@TempDir Path path) {
    folder = ProjectFolder.of(path, server);
    for (int i = 0; i < KEYS; i++) {
      folder.write("assistants/a" + i + ".yaml", "name: A" + i + "\n");
    }
    folder.run("init");
    assertThat(folder.run("apply", "--yes")).isZero();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** What each carriage return began. */
  private List<String> lines() {
    return Arrays.asList(folder.errors().split("\r", -1));
  }

  private List<String> bars() {
    return lines().stream().filter(line -> line.startsWith("reading")).toList();
  }

  @Test
  void growsInOneLineAndGoesAway() {
    folder.terminal.terminals(2);

    folder.run("plan");

    assertThat(bars()).hasSize(KEYS);
    assertThat(bars().get(0)).isEqualTo("reading [" + "##" + ".".repeat(28) + "] 1/12");
    assertThat(bars().get(KEYS - 1)).isEqualTo("reading [" + "#".repeat(30) + "] 12/12");
    assertThat(folder.errors()).doesNotContain("\n");
    assertThat(lines().get(lines().size() - 2)).isBlank().hasSameSizeAs(bars().get(KEYS - 1));
    assertThat(lines().get(lines().size() - 1)).isEmpty();
    assertThat(folder.printed()).startsWith("prod, ").doesNotContain("\r");
  }

  @Test
  void countsTheRequestsOfAnApply() {
    for (int i = 0; i < KEYS; i++) {
      folder.write("assistants/a" + i + ".yaml", "name: A" + i + "\ntemperature: 0.3\n");
    }
    folder.terminal.terminals(2);

    assertThat(folder.run("apply", "--yes")).isZero();

    assertThat(lines()).anyMatch(line -> line.matches("applying \\[#{30}] 36/36"));
    assertThat(lines().get(lines().size() - 1))
        .startsWith("~ a0 (asst_0000")
        .endsWith("Applied: 12 update; 0 failed, 36 requests.\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 21, 22, 40, 47, 48, 200})
  void neverFillsALine(int columns) {
    folder.terminal.terminals(2).columns(columns);

    folder.run("plan");

    assertThat(bars()).hasSize(KEYS).allMatch(bar -> bar.length() < columns);
    assertThat(bars().get(KEYS - 1)).contains("12/12");
    assertThat(bars().get(0).contains("[")).isEqualTo(columns >= 22);
  }

  @Test
  void isNotDrawnWhereNothingFits() {
    folder.terminal.terminals(2).columns(10);

    folder.run("plan");

    assertThat(folder.errors().strip()).isEmpty();
  }

  @Test
  void isNotDrawnIntoAFileNorADumbTerminalNorForPrograms() {
    folder.terminal.terminals(0, 1);
    folder.run("plan");
    assertThat(folder.errors()).isEmpty();

    folder.terminal.terminals(0, 1, 2);
    folder.run("plan", "--json");
    assertThat(folder.errors()).isEmpty();

    folder.terminal.variable("TERM", "dumb");
    folder.run("plan");
    assertThat(folder.errors()).isEmpty();
  }

  @Test
  void hasNoColoursSoNoColorLeavesIt() {
    folder.terminal.terminals(0, 1, 2).variable("NO_COLOR", "1");

    folder.run("plan");

    assertThat(bars()).hasSize(KEYS);
    assertThat(folder.errors()).doesNotContain("\u001B");
  }

  @Test
  void isNotDrawnForShortWork() {
    folder.terminal.terminals(2);

    folder.run("pull", "a1");

    assertThat(folder.errors()).isEmpty();
  }
}
