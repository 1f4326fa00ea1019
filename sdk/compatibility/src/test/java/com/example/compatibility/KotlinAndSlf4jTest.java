package com.example.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README of this module says about Kotlin 1.9 and SLF4J 1.7. */
class KotlinAndSlf4jTest {
  private static final String NEWEST_OKHTTP = "okhttp-" + System.getProperty("newest.okhttp");
  private static final String PROGRAM =
      """
      import com.talkturo.sdk.TalkturoClient
      import okhttp3.OkHttpClient

      fun main() {
        val own = OkHttpClient.Builder().build()
        val talkturo = TalkturoClient.builder().apiKey("k").okHttpClient(own).build()
        println(talkturo.assistants().create { it.name("Front desk") }.id())
      }
      """;

  @Test
  void kotlin19CompilesAgainstTheOlderOkHttpAndItsOkio(@TempDir Path folder) throws Exception {
    Programs.Result result = compile(folder, "okhttp-4.12.0");
    assertThat(result.exitCode()).as(result.output()).isZero();
  }

  @Test
  void kotlin19DoesNotCompileAgainstTheNewestOkHttp(@TempDir Path folder) throws Exception {
    Programs.Result result = compile(folder, NEWEST_OKHTTP);
    assertThat(result.exitCode()).isNotZero();
    assertThat(result.output()).contains("compiled with an incompatible version of Kotlin");
  }

  /** It takes the version number of Java 25 for none. */
  private static boolean kotlin19RunsHere() {
    return Runtime.version().feature() < 25;
  }

  private static Programs.Result compile(Path folder, String okHttp) throws Exception {
    Path java = Jdks.java(kotlin19RunsHere() ? Runtime.version().feature() : 17);
    assumeThat(java).as("skipped: JAVA_HOME_17 names no JDK, and this one is too new").isNotNull();
    Path source = Files.writeString(folder.resolve("Desk.kt"), PROGRAM);
    List<String> classPath = new ArrayList<>();
    classPath.add(System.getProperty("client.jar"));
    classPath.addAll(Programs.libraries("kotlin-" + System.getProperty("kotlin-1.9")));
    classPath.addAll(Programs.libraries(okHttp));
    classPath.addAll(Programs.libraries("common"));
    return Programs.run(
        List.of(
            java.toString(),
            "-cp",
            Programs.path(Programs.libraries("kotlin-compiler-1.9")),
            "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler",
            "-no-stdlib",
            "-no-reflect",
            "-d",
            folder.resolve("classes").toString(),
            "-cp",
            Programs.path(classPath),
            source.toString()));
  }

  @Test
  void aProviderOfSlf4j17BesideTheNewerApiLogsNothing() throws Exception {
    SmokeProcess smoke = smoke(List.of("common", "slf4j-1.7"));
    assertThat(smoke.output())
        .contains("targeting slf4j-api versions 1.7.x or earlier")
        .doesNotContain("WARN com.talkturo.sdk.retry");
    assertThat(smoke.exitCode()).as(smoke.output()).isZero();
  }

  @Test
  void slf4j17LogsIfTheApiIsPinnedToItToo() throws Exception {
    SmokeProcess smoke = smoke(List.of("slf4j-1.7", "common"));
    assertThat(smoke.output())
        .doesNotContain("targeting slf4j-api versions 1.7.x or earlier")
        .contains("WARN com.talkturo.sdk.retry");
    assertThat(smoke.exitCode()).as(smoke.output()).isZero();
  }

  private static SmokeProcess smoke(List<String> folders) throws Exception {
    List<String> path = new ArrayList<>();
    path.add(System.getProperty("programs"));
    path.add(System.getProperty("client.jar"));
    path.addAll(Programs.libraries(NEWEST_OKHTTP));
    path.addAll(Programs.libraries("jackson-" + System.getProperty("newest.jackson")));
    for (String folder : folders) {
      path.addAll(Programs.libraries(folder));
    }
    return SmokeProcess.run(Jdks.java(Runtime.version().feature()), Programs.path(path));
  }
}
