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
    modulePath.addAll(Programs.libraries("okhttp-" + System.getProperty("newest.okhttp")));
    modulePath.addAll(Programs.libraries("jackson-" + System.getProperty("newest.jackson")));
    modulePath.addAll(Programs.libraries("common"));
    Programs.classPath("test-classpath.txt").stream()
        .filter(jar -> jar.contains("mockwebserver3"))
        .forEach(modulePath::add);
  }

  @Test
  void moduleIsCompiledAndRun(@TempDir Path folder) throws Exception {
    Programs.Result compiled =
        compile(
            folder,
            """
            module app {
              requires com.talkturo.sdk;
              requires com.talkturo.sdk.testing;

              opens app to com.fasterxml.jackson.databind;
            }
            """);
    assertThat(compiled.output()).isEmpty();
    assertThat(compiled.exitCode()).isZero();
    Programs.Result result =
        Programs.run(
            List.of(
                tool("java"),
                "-p",
                Programs.path(modulePath) + System.getProperty("path.separator") + folder,
                "-m",
                "app/app.Main"));
    assertThat(result.output()).contains("com.talkturo.sdk").contains("found true");
    assertThat(result.output()).contains("automatic=false");
    assertThat(result.exitCode()).isZero();
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
    Programs.Result compiled = compile(folder, "module app { requires com.talkturo.sdk.testing; }");
    assertThat(compiled.exitCode()).isNotZero();
    assertThat(compiled.output()).contains("com.talkturo.sdk");
  }

  private static Programs.Result compile(Path folder, String moduleInfo) throws Exception {
    Path sources = Files.createDirectories(folder.resolve("src/app"));
    Path main = Files.writeString(sources.resolve("Main.java"), MAIN);
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
