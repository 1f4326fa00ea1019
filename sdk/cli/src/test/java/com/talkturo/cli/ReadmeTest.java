package com.talkturo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.testing.TalkturoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
  private static final String PROMPT =
      """
      You are the front desk of North Wind. You are on the phone.

      Ask for the order number.
      Then look for the parcel.
      """;

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }

  @Test
  void thePlanIsReal(@TempDir Path path) throws IOException {
    try (TalkturoServer server = TalkturoServer.start()) {
      String number = server.phoneNumberIds().get(0);
      ProjectFolder folder = ProjectFolder.of(path, server);
      folder.write("prompts/front-desk.md", PROMPT);
      folder.write(
          "assistants/front-desk.yaml",
          "name: Front desk\ntemperature: 0.7\nsystem_prompt: {file: prompts/front-desk.md}\n");
      folder.run("init");
      assertThat(folder.run("apply", "--yes")).isZero();
      folder.write("assistants/night-line.yaml", "name: Night line\nvoice_id: v-31\n");
      assertThat(folder.run("apply", "--yes")).isZero();

      folder.write("prompts/front-desk.md", PROMPT.replace("order number.", "order number first."));
      folder.write(
          "assistants/front-desk.yaml",
          "name: Front desk\ntemperature: 0.2\nsystem_prompt: {file: prompts/front-desk.md}\n"
              + "phoneNumberIds: ["
              + number
              + "]\n");
      server.changeAssistant("asst_000002", Map.of("voice_id", "v-77"));
      folder.write("assistants/sales-de.yaml", "name: Sales\ntemplateId: outbound-setter\n");

      assertThat(folder.run("plan", "--fail-on-changes")).isEqualTo(3);

      assertThat(readme()).contains("```\n" + folder.printed() + "```\n");
    }
  }

  @Test
  void theThreeCommandsOfTheFirstReadmeMakeAnAssistant(@TempDir Path path) throws IOException {
    String section =
        Files.readString(Path.of("../../README.md")).split("## Assistants as code", 2)[1];
    Matcher commands =
        Pattern.compile("java -jar sdk/cli/target/talkturo\\.jar (.*)").matcher(section);
    TestTerminal terminal = new TestTerminal();
    for (String word : List.of("init", "plan", "apply")) {
      assertThat(commands.find()).isTrue();
      String command = commands.group(1).replaceFirst("--dir \\S+", "--dir " + path);
      assertThat(command).startsWith(word);
      assertThat(terminal.run(command.split(" "))).as(terminal.errors()).isZero();
    }
    assertThat(commands.find()).isFalse();
    assertThat(terminal.errors()).contains("Applied: 1 create; 0 failed");
  }

  @Test
  void everyCommandAndOptionIsNamed() throws IOException {
    for (Command command : Command.values()) {
      assertThat(readme()).contains("`" + command.word());
    }
    for (Option option : Option.values()) {
      assertThat(readme()).contains(option.flag());
    }
  }
}
