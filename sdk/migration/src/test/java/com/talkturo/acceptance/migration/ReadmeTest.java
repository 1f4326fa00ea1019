package com.talkturo.acceptance.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.migration.ImportedFiles;
import com.talkturo.migration.Migration;
import com.talkturo.migration.MigrationOptions;
import com.talkturo.migration.flireo.FlireoClient;
import com.talkturo.migration.telnyx.TelnyxAssistant;
import com.talkturo.migration.telnyx.TelnyxClient;
import com.talkturo.provisioning.AssistantSpec;
import com.talkturo.sdk.testing.FlireoServer;
import com.talkturo.sdk.testing.TelnyxServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of the README: each stands here and runs. */
class ReadmeTest {
  private static final Path SOURCE =
      Path.of("src/test/java/com/talkturo/acceptance/migration/ReadmeTest.java");
  private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  private static TelnyxClient client(TelnyxServer server) {
    return TelnyxClient.builder().apiKey(server.apiKey()).baseUrl(server.baseUrl()).build();
  }

  private static FlireoClient client(FlireoServer server) {
    return FlireoClient.builder().apiKey(server.apiKey()).baseUrl(server.baseUrl()).build();
  }

  @Test
  void assistantsAreReadAndChangedWhereTheyLive() {
    try (TelnyxServer telnyxServer = TelnyxServer.start();
        FlireoServer flireoServer = FlireoServer.start()) {
      telnyxServer.addAssistant(Map.of("name", "Reception"));
      String id = flireoServer.addAssistant(Map.of("name", "Night line"));

      try (TelnyxClient telnyx = client(telnyxServer);
          FlireoClient flireo = client(flireoServer)) {
        for (TelnyxAssistant assistant : telnyx.assistants().list()) {
          telnyx
              .assistants()
              .update(assistant.id(), s -> s.name("Moving: " + assistant.name().orElse("")));
        }
        flireo.assistants().update(id, s -> s.clear("max_duration_seconds"));
      }
      assertThat(telnyxServer.assistantsNamed("Moving: Reception")).hasSize(1);
    }
  }

  @Test
  void anAssistantIsBroughtOver(@TempDir Path folder) throws IOException {
    try (TelnyxServer server = TelnyxServer.start();
        TelnyxClient telnyx = client(server)) {
      String id = server.addAssistant(Map.of("name", "Reception", "instructions", "Be brief."));

      Migration migration =
          Migration.of(
              telnyx.assistants().get(id),
              MigrationOptions.builder()
                  .variable("first_name", "contact.first_name")
                  .inboundEnabled(true)
                  .build());
      AssistantSpec spec = migration.spec(); // for provisioning
      ImportedFiles files = migration.into(folder.resolve("talkturo"));
      System.out.println(migration.report().toMarkdown());

      assertThat(spec.toString()).contains("Reception");
      assertThat(files.written()).isNotEmpty();
    }
  }

  @Test
  void everySnippetStandsHere() throws IOException {
    String here =
        withoutSpace(
            Files.readString(SOURCE)
                .replace("client(telnyxServer)", "TelnyxClient.fromEnv()")
                .replace("client(flireoServer)", "FlireoClient.fromEnv()")
                .replace("folder.resolve(\"talkturo\")", "Path.of(\"talkturo\")"));
    List<String> snippets =
        SNIPPET
            .matcher(Files.readString(Path.of("README.md")))
            .results()
            .map((MatchResult snippet) -> snippet.group(1))
            .toList();
    assertThat(snippets).hasSize(2);
    assertThat(snippets).allSatisfy(s -> assertThat(here).contains(withoutSpace(s)));
  }

  private static String withoutSpace(String code) {
    return code.replaceAll("//[^\n]*", "").replaceAll("\\s+", "");
  }
}
