package com.example.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs an application that is a module, against the built jars. */
class ModularProgramTest {
  private static final String MAIN =
      """
      package app;

      import com.talkturo.sdk.TalkturoClient;
      import com.talkturo.sdk.assistants.TemplateId;
      import com.talkturo.sdk.http.ApiRequest;
      import com.talkturo.sdk.testing.TalkturoServer;
      import java.util.List;
      import java.util.stream.Stream;

      public class Main {
        public static class Stored {
          public String id;
        }

        public static void main(String[] args) {
          try (TalkturoServer server = TalkturoServer.start();
              TalkturoClient talkturo =
                  TalkturoClient.builder()
                      .baseUrl(server.baseUrl())
                      .apiKey(server.apiKey())
                      .accountSlug(server.accountSlug())
                      .build()) {
            String id =
                talkturo
                    .assistants()
                    .create(r -> r.name("Modular").templateId(TemplateId.OUTBOUND_SETTER))
                    .id();
            Stored stored =
                talkturo
                    .exchange(
                        ApiRequest.builder("GET", "/api/assistants/{assistantId}")
                            .path("assistantId", id)
                            .envelope("assistant")
                            .returning(Stored.class))
                    .body();
            System.out.println(
                TalkturoClient.class.getModule().getDescriptor().toNameAndVersion()
                    + " automatic="
                    + TalkturoClient.class.getModule().getDescriptor().isAutomatic());
            System.out.println("found " + stored.id.equals(id));
            var numbers = talkturo.assistants().assignablePhoneNumbers(id);
            var answers = List.of(talkturo.assistants().get(id), numbers);
            System.out.println(
                "models "
                    + Stream.of(0, 1)
                        .map(i -> i == 0 ? talkturo.assistants().get(id) : numbers)
                        .filter(answers::contains)
                        .count());
          }
        }
      }
      """;

  private static final String MIGRATION =
      """
      package app;

      import com.talkturo.migration.ImportedFiles;
      import com.talkturo.migration.Migration;
      import com.talkturo.migration.MigrationOptions;
      import com.talkturo.migration.flireo.FlireoAssistant;
      import com.talkturo.migration.flireo.FlireoClient;
      import com.talkturo.migration.flireo.LlmConfig;
      import com.talkturo.migration.telnyx.HangupTool;
      import com.talkturo.migration.telnyx.TelnyxAssistant;
      import com.talkturo.migration.telnyx.TelnyxClient;
      import com.talkturo.migration.telnyx.TelnyxFeature;
      import com.talkturo.migration.telnyx.TelnyxTool;
      import com.talkturo.provisioning.AssistantSpec;
      import com.talkturo.sdk.errors.NotFoundException;
      import com.talkturo.sdk.testing.FlireoServer;
      import com.talkturo.sdk.testing.TelnyxServer;
      import java.nio.file.Path;
      import java.util.List;
      import java.util.Map;
      import java.util.Optional;

      public class Main {
        public static void main(String[] args) {
          Path folder = Path.of(args[0]);
          try (TelnyxServer telnyxServer = TelnyxServer.start();
              FlireoServer flireoServer = FlireoServer.start();
              TelnyxClient telnyx =
                  TelnyxClient.builder()
                      .apiKey(telnyxServer.apiKey())
                      .baseUrl(telnyxServer.baseUrl())
                      .build();
              FlireoClient flireo =
                  FlireoClient.builder()
                      .apiKey(flireoServer.apiKey())
                      .baseUrl(flireoServer.baseUrl())
                      .build()) {
            TelnyxAssistant desk =
                telnyx
                    .assistants()
                    .create(
                        s ->
                            s.name("Desk")
                                .instructions("Answer.")
                                .enabledFeatures(List.of(TelnyxFeature.TELEPHONY))
                                .tools(List.of(TelnyxTool.of(HangupTool.builder().build())))
                                .putAdditionalProperties("tags", List.of("north")));
            Map<String, Object> unknown = desk.additionalProperties();
            Optional<String> feature =
                desk.enabledFeatures().map(features -> features.get(0).value());
            FlireoAssistant line =
                flireo
                    .assistants()
                    .create(
                        s -> s.name("Line").llmConfig(LlmConfig.builder().model("m").build()));
            Migration migration =
                Migration.of(desk, MigrationOptions.builder().inboundEnabled(true).build());
            AssistantSpec spec = migration.spec();
            ImportedFiles files = migration.into(folder);
            System.out.println(unknown.get("tags") + " " + feature + " " + spec.name());
            System.out.println(
                files.written().size()
                    + " files, then "
                    + Migration.of(line).into(folder).written().size());
            try {
              flireo.assistants().get("none");
            } catch (NotFoundException e) {
              System.out.println("missing " + e.statusCode());
            }
            System.out.println(
                "automatic=" + Migration.class.getModule().getDescriptor().isAutomatic());
          }
        }
      }
      """;

  private static List<String> modulePath;

  @BeforeAll
  static void jars() throws Exception {
    modulePath = new ArrayList<>();
    modulePath.add(System.getProperty("client.jar"));
    modulePath.add(System.getProperty("testing.jar"));
    modulePath.add(System.getProperty("provisioning.jar"));
    modulePath.add(System.getProperty("migration.jar"));
    modulePath.addAll(Programs.libraries("okhttp-" + System.getProperty("newest.okhttp")));
    modulePath.addAll(Programs.libraries("jackson-" + System.getProperty("newest.jackson")));
    modulePath.addAll(Programs.libraries("common"));
    Programs.classPath("test-classpath.txt").stream()
        .filter(jar -> jar.matches(".*(mockwebserver3|snakeyaml-engine|java-diff-utils).*"))
        .forEach(modulePath::add);
  }

  @Test
  void moduleIsCompiledAndRun(@TempDir Path folder) throws Exception {
    Programs.Result compiled =
        compile(
            folder,
            MAIN,
            """
            module app {
              requires com.talkturo.sdk;
              requires com.talkturo.sdk.testing;

              opens app to com.fasterxml.jackson.databind;
            }
            """);
    assertThat(compiled.output()).isEmpty();
    assertThat(compiled.exitCode()).isZero();
    Programs.Result result = run(folder);
    assertThat(result.output()).contains("com.talkturo.sdk").contains("found true", "models 2");
    assertThat(result.output()).contains("automatic=false");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void moduleMovesAssistantsOver(@TempDir Path folder, @TempDir Path files) throws Exception {
    Programs.Result compiled =
        compile(
            folder,
            MIGRATION,
            """
            module app {
              requires com.talkturo.migration;
              requires com.talkturo.sdk.testing;
            }
            """);
    assertThat(compiled.output()).isEmpty();
    assertThat(compiled.exitCode()).isZero();
    Programs.Result result = run(folder, files.toString());
    assertThat(result.exitCode()).as(result.output()).isZero();
    assertThat(result.output())
        .contains("[north] Optional[telephony] Optional[Desk]")
        .contains("4 files, then 3")
        .contains("missing 404")
        .contains("automatic=false");
  }

  /** Which is no module itself. */
  @Test
  void moduleRunsOnTheOldestOkHttp(@TempDir Path folder) throws Exception {
    Path main =
        Files.writeString(
            folder.resolve("Main.java"),
            """
            public class Main {
              public static void main(String[] args) {
                try (var talkturo =
                    com.talkturo.sdk.TalkturoClient.builder().apiKey("key_modular").build()) {
                  System.out.println(talkturo);
                }
              }
            }
            """);
    List<String> oldest = new ArrayList<>();
    oldest.add(System.getProperty("client.jar"));
    oldest.addAll(Programs.libraries("okhttp-4.12.0"));
    oldest.addAll(Programs.libraries("jackson-" + System.getProperty("newest.jackson")));
    oldest.addAll(Programs.libraries("common"));
    Programs.Result result =
        Programs.run(
            List.of(
                tool("java"),
                "-p",
                Programs.path(oldest),
                "--add-modules",
                "com.talkturo.sdk",
                main.toString()));
    assertThat(result.exitCode()).as(result.output()).isZero();
    assertThat(result.output()).contains("TalkturoClient{baseUrl=https://api.talkturo.com}");
  }

  @Test
  void moduleThatDoesNotRequireTheSdkCannotUseIt(@TempDir Path folder) throws Exception {
    Programs.Result compiled =
        compile(folder, MAIN, "module app { requires com.talkturo.sdk.testing; }");
    assertThat(compiled.exitCode()).isNotZero();
    assertThat(compiled.output()).contains("com.talkturo.sdk");
  }

  private static Programs.Result run(Path folder, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(tool("java"));
    command.add("-p");
    command.add(Programs.path(modulePath) + System.getProperty("path.separator") + folder);
    command.add("-m");
    command.add("app/app.Main");
    command.addAll(List.of(arguments));
    return Programs.run(command);
  }

  private static Programs.Result compile(Path folder, String source, String moduleInfo)
      throws Exception {
    Path sources = Files.createDirectories(folder.resolve("src/app"));
    Path main = Files.writeString(sources.resolve("Main.java"), source);
    Path module = Files.writeString(folder.resolve("src/module-info.java"), moduleInfo);
    return Programs.run(
        List.of(
            tool("javac"),
            // Whoever builds with all warnings as errors must be able to use the SDK.
            "-Xlint:all,-requires-automatic,-requires-transitive-automatic",
            "-Werror",
            "--module-path",
            Programs.path(modulePath),
            "-d",
            folder.toString(),
            module.toString(),
            main.toString()));
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }
}
