package com.talkturo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.talkturo.sdk.testing.FlireoServer;
import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TelnyxServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
  @TempDir Path path;

  @Test
  void assistantsOfTelnyxAreImportedThenPlanned() {
    try (TalkturoServer server = TalkturoServer.start();
        TelnyxServer telnyx = TelnyxServer.start()) {
      ProjectFolder folder = ProjectFolder.of(path, server);
      folder.terminal.variable("TELNYX_API_KEY", telnyx.apiKey());
      String id =
          telnyx.addAssistant(
              Map.of("name", "Front Desk", "instructions", "Be kind.", "model", "gpt-4o"));

      assertThat(folder.run("import", "telnyx", "--all", "--base-url", telnyx.baseUrl())).isZero();
      assertThat(folder.printed())
          .startsWith("front-desk from Telnyx " + id + ": ")
          .contains("wrote assistants/front-desk.yaml");
      assertThat(folder.run("import", "telnyx", id, "--base-url", telnyx.baseUrl())).isZero();

      assertThat(folder.run("check")).isZero();
      assertThat(folder.run("init")).isZero();
      assertThat(folder.run("apply", "--yes")).isZero();
      assertThat(server.assistantsNamed("Front Desk")).hasSize(1);

      folder.write("prompts/front-desk.md", "Be quick.\n");
      assertThat(folder.run("import", "telnyx", id, "--base-url", telnyx.baseUrl())).isEqualTo(3);
      assertThat(folder.printed()).contains("-Be quick.").contains("+Be kind.");
      assertThat(folder.text("prompts/front-desk.md")).isEqualTo("Be quick.\n");
    }
  }

  @Test
  void whatCannotBeImportedIsToldWithoutTheKey() {
    try (TalkturoServer server = TalkturoServer.start();
        FlireoServer flireo = FlireoServer.start()) {
      ProjectFolder folder = ProjectFolder.of(path, server);
      assertThat(folder.run("import", "flireo", "--all")).isEqualTo(1);
      assertThat(folder.errors()).contains("HMSOVEREIGN_API_KEY is not set");
      folder.terminal.variable("HMSOVEREIGN_API_KEY", "wrong-key");
      assertThat(folder.run("import", "flireo", "x", "--base-url", flireo.baseUrl())).isEqualTo(1);
      assertThat(folder.errors()).startsWith("error: ").doesNotContain("wrong-key");
      assertThat(folder.run("import", "flireo")).isEqualTo(2);
      assertThat(folder.run("import", "vapi", "--all")).isEqualTo(2);
    }
  }

  @Test
  void aFullAssistantOfTelnyxGoesAllTheWay() throws IOException {
    try (TalkturoServer server = TalkturoServer.start();
        TelnyxServer telnyx = TelnyxServer.start()) {
      ProjectFolder folder = ProjectFolder.of(path, server);
      folder.terminal.variable("TELNYX_API_KEY", telnyx.apiKey());
      String id = telnyx.addAssistant(full("telnyx"));

      goesAllTheWay(folder, server, "telnyx", id, telnyx.baseUrl());

      assertThat(server.assistantsNamed("Front desk").get(0))
          .containsEntry(
              "system_prompt",
              "You answer for {{company}}.\nAsk {{first_name}} for the order number.")
          .containsEntry("model", "gpt-4o")
          .containsEntry("transcriptor_model", "nova-2");
    }
  }

  @Test
  void aFullAssistantOfFlireoGoesAllTheWay() throws IOException {
    try (TalkturoServer server = TalkturoServer.start();
        FlireoServer flireo = FlireoServer.start()) {
      ProjectFolder folder = ProjectFolder.of(path, server);
      folder.terminal.variable("HMSOVEREIGN_API_KEY", flireo.apiKey());
      String id = flireo.addAssistant(full("flireo"));

      goesAllTheWay(folder, server, "flireo", id, flireo.baseUrl());

      assertThat(server.assistantsNamed("Front desk").get(0))
          .containsEntry("system_prompt", "You answer for {{company}}.\n\nBe short.")
          .containsEntry("temperature", 0.3)
          .containsEntry("max_tokens", 400)
          .containsEntry("transcriptor_model", "nova-3-general");
    }
  }

  private static void goesAllTheWay(
      ProjectFolder folder, TalkturoServer server, String vendor, String id, String baseUrl)
      throws IOException {
    String[] strictly = {"import", vendor, id, "--strict", "--base-url", baseUrl};
    assertThat(folder.run(strictly)).isEqualTo(1);
    assertThat(folder.errors()).startsWith("error: front-desk: ").contains("nothing was written");
    assertThat(folder.path.resolve("assistants")).doesNotExist();

    String[] again = {"import", vendor, id, "--base-url", baseUrl};
    assertThat(folder.run(again)).isZero();
    String all = folder.printed() + folder.errors();
    try (Stream<Path> files = Files.walk(folder.path)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all += Files.readString(file);
      }
    }
    assertThat(all).contains("[not shown]").doesNotContain("secret-");

    assertThat(folder.run("check")).isZero();
    assertThat(folder.run("init")).isZero();
    assertThat(folder.run("plan", "--fail-on-changes")).isEqualTo(3);
    assertThat(folder.printed()).contains("front-desk");
    assertThat(folder.run("apply", "--yes")).isZero();
    assertThat(folder.run("plan", "--fail-on-changes")).isZero();
    assertThat(server.assistantsNamed("Front desk"))
        .singleElement(InstanceOfAssertFactories.map(String.class, Object.class))
        .contains(
            entry("first_message", "Good morning {{first_name}}."),
            entry("provider", "openai"),
            entry("voice_provider", "elevenlabs"),
            entry("voice_model", "eleven_flash_v2_5"),
            entry("voice_id", "v-77"),
            entry("transcriptor_provider", "deepgram"),
            entry("transcriptor_language", "de"),
            entry("recording_enabled", false),
            entry("inbound_enabled", false),
            entry("outbound_enabled", false));

    assertThat(folder.run(again)).isZero();
    String yaml = folder.text("assistants/front-desk.yaml");
    folder.write("assistants/front-desk.yaml", yaml.replace("openai", "google"));
    assertThat(folder.run(again)).isEqualTo(3);
    assertThat(folder.printed()).contains("-provider: google").contains("+provider: openai");
    assertThat(folder.text("assistants/front-desk.yaml")).contains("provider: google");
  }

  @SuppressWarnings("unchecked") // Fixtures are objects.
  private static Map<String, Object> full(String vendor) throws IOException {
    Path fixture = Path.of("../migration/src/test/resources/fixtures", vendor, "full.json");
    return (Map<String, Object>) new ObjectMapper().readValue(fixture.toFile(), Map.class);
  }

  @Test
  void assistantsOfOneNameNeedKeysOfTheirOwn() {
    try (TalkturoServer server = TalkturoServer.start();
        TelnyxServer telnyx = TelnyxServer.start()) {
      ProjectFolder folder = ProjectFolder.of(path, server);
      folder.terminal.variable("TELNYX_API_KEY", telnyx.apiKey());
      String first = telnyx.addAssistant(Map.of("name", "Desk"));
      String second = telnyx.addAssistant(Map.of("name", "desk"));
      telnyx.addAssistant(Map.of("name", "Night line"));
      String url = telnyx.baseUrl();

      assertThat(folder.run("import", "telnyx", "--all", "--base-url", url)).isEqualTo(1);
      assertThat(folder.errors())
          .contains("key desk belongs to Telnyx " + first, "give " + second + " another key");
      assertThat(folder.text("assistants/night-line.yaml")).contains("Night line");
      assertThat(folder.run("import", "telnyx", "--all", "--json", "--base-url", url)).isEqualTo(1);
      assertThat(folder.printed()).contains("\"error\" : \"key desk belongs to");

      assertThat(folder.run("import", "telnyx", second, "--key", "desk-2", "--base-url", url))
          .isZero();
      assertThat(folder.text("assistants/desk-2.yaml")).contains(second);
      assertThat(folder.run("import", "telnyx", second, "--key", "No Key")).isEqualTo(2);
      assertThat(folder.run("import", "telnyx", "--all", "--key", "desk-2")).isEqualTo(2);
    }
  }

  @Test
  void theKeyOfOneVendorIsNotSentToAnother() {
    try (TalkturoServer server = TalkturoServer.start()) {
      ProjectFolder folder = ProjectFolder.of(path, server);
      folder.terminal.variable("TELNYX_API_KEY", "telnyx-key");
      assertThat(
              folder.run(
                  "import", "telnyx", "--all", "--base-url", "https://api.hmsovereign.com/api/v1"))
          .isEqualTo(2);
      assertThat(folder.errors()).contains("Flireo is there").doesNotContain("telnyx-key");
    }
  }
}
