package com.talkturo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.testing.TalkturoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an empty folder to an applied assistant, and back from a change in the dashboard. */
class WalkthroughTest {
  private final TestTerminal terminal = new TestTerminal();

  @TempDir Path folder;

  private int run(String... args) {
    String[] all = java.util.Arrays.copyOf(args, args.length + 3);
    all[args.length] = "--embedded";
    all[args.length + 1] = "--dir";
    all[args.length + 2] = folder.toString();
    return terminal.run(all);
  }

  /** A PATCH past the tool. */
  private void changeInTheDashboard(Map<String, Object> attributes) {
    try (TalkturoServer server =
        TalkturoServer.builder().dataFolder(folder.resolve(".embedded/dev/server")).start()) {
      assertThat(server.assistants()).hasSize(1);
      server.changeAssistant("asst_000001", attributes);
    }
  }

  @Test
  void threeCommandsThenDriftThenPullThenRollback() throws IOException {
    assertThat(run("init")).isZero();
    assertThat(terminal.printed()).contains("wrote assistants/front-desk.yaml");
    assertThat(run("plan")).isZero();
    assertThat(terminal.printed()).contains("+ front-desk  create from inbound-support");
    assertThat(run("apply", "--yes")).isZero();
    assertThat(terminal.errors()).contains("+ front-desk (asst_000001)");
    assertThat(run("plan", "--fail-on-changes")).isZero();
    String firstPrompt = Files.readString(folder.resolve("prompts/front-desk.md"));
    String firstFile = Files.readString(folder.resolve("assistants/front-desk.yaml"));

    changeInTheDashboard(
        Map.of("temperature", 0.9, "system_prompt", firstPrompt.trim() + "\nBe brief."));

    assertThat(run("plan", "--fail-on-changes")).isEqualTo(3);
    assertThat(terminal.printed())
        .contains("! front-desk (asst_000001)  DRIFT")
        .contains("temperature")
        .contains("0.9 -> 0.4")
        .contains("prompts/front-desk.md  +0 -1")
        .contains("-Be brief.");
    assertThat(run("apply", "--yes")).isEqualTo(1);

    assertThat(run("pull", "front-desk")).isZero();
    assertThat(terminal.printed())
        .contains("wrote assistants/front-desk.yaml")
        .contains("wrote prompts/front-desk.md");
    assertThat(run("plan", "--fail-on-changes")).isZero();
    assertThat(Files.readString(folder.resolve("prompts/front-desk.md"))).endsWith("\nBe brief.\n");

    Files.writeString(folder.resolve("prompts/front-desk.md"), firstPrompt);
    Files.writeString(folder.resolve("assistants/front-desk.yaml"), firstFile);

    assertThat(run("apply", "--yes")).isZero();
    assertThat(terminal.printed()).contains("0.9 -> 0.4").contains("-Be brief.");
    assertThat(run("plan", "--fail-on-changes")).isZero();
    try (TalkturoServer server =
        TalkturoServer.builder().dataFolder(folder.resolve(".embedded/dev/server")).start()) {
      assertThat(server.assistant("asst_000001").orElseThrow())
          .containsEntry("temperature", 0.4)
          .containsEntry("system_prompt", firstPrompt.stripTrailing());
    }
  }

  @Test
  void anInitialisedFolderIsLeftAsItIs() throws IOException {
    run("init");
    Files.writeString(folder.resolve("assistants/front-desk.yaml"), "name: Mine\n");

    assertThat(run("init")).isZero();

    assertThat(terminal.printed()).doesNotContain("wrote");
    assertThat(Files.readString(folder.resolve("assistants/front-desk.yaml")))
        .isEqualTo("name: Mine\n");
  }
}
