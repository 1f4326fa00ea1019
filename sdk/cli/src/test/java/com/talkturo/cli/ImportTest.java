package com.talkturo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.testing.FlireoServer;
import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TelnyxServer;
import java.nio.file.Path;
import java.util.Map;
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
}
