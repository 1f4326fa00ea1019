package com.talkturo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.TalkturoServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Commands as processes: signals, pipes, two of them at once. */
@Timeout(120)
class ProcessesTest {
  private final TalkturoServer server = TalkturoServer.start();
  private final List<Process> processes = new ArrayList<>();
  private @TempDir Path path;
  private ProjectFolder folder;

  @BeforeEach
  void aProject() {
    folder = ProjectFolder.of(path.resolve("files"), server);
    for (String key : List.of("a", "b", "c", "d", "e", "f")) {
      folder.write("assistants/" + key + ".yaml", "name: Assistant " + key + "\n");
    }
    assertThat(folder.run("init")).isZero();
  }

  @AfterEach
  void stop() {
    processes.forEach(Process::destroyForcibly);
    server.close();
  }

  private Process start(String name, String... args) throws IOException {
    return start(name, ProcessBuilder.Redirect.to(file(name + ".out")), args);
  }

  private Process start(String name, ProcessBuilder.Redirect output, String... args)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(args));
    command.addAll(List.of("--dir", folder.path.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("TALKTURO_API_KEY", server.apiKey());
    builder.redirectOutput(output).redirectError(file(name + ".err"));
    builder.redirectInput(file("empty"));
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  private File file(String name) throws IOException {
    Path file = path.resolve(name);
    if (!Files.exists(file)) {
      Files.createFile(file);
    }
    return file.toFile();
  }

  private String text(String name) throws IOException {
    return Files.readString(path.resolve(name));
  }

  private static void awaitEnd(Process process) throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aSignalDuringAnApplyLeavesNoCreateToResolve() throws Exception {
    server.respondAlways(Fault.delay(Duration.ofSeconds(2)).on("POST", "/api/assistants"));
    server.clearRequests();
    Process apply = start("apply", "apply", "--yes");
    server.awaitRequests(2, Duration.ofSeconds(60));

    apply.destroy();
    awaitEnd(apply);

    assertThat(apply.exitValue()).isEqualTo(143);
    assertThat(text("apply.err")).contains("stopping: requests under way").contains("interrupted");
    server.clearFaults();
    assertThat(folder.run("list")).as(folder.printed()).isZero();
    assertThat(folder.printed()).contains("created").contains("not created yet");
    assertThat(folder.run("apply", "--yes")).as(folder.errors()).isZero();
    assertThat(server.assistants()).hasSize(6);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aResultThatFindsNoRoomIsAnError() throws Exception {
    ProcessBuilder.Redirect full = ProcessBuilder.Redirect.to(new File("/dev/full"));
    Process plan = start("plan", full, "plan", "--fail-on-changes");

    awaitEnd(plan);

    assertThat(plan.exitValue()).isEqualTo(1);
    assertThat(text("plan.err"))
        .contains("error: not all of standard output was written: No space");
  }

  /** Such as {@code talkturo list | head -1}. */
  @Test
  void aReaderThatHasReadEnoughIsNoError() throws Exception {
    Process help = start("help", ProcessBuilder.Redirect.PIPE, "apply", "--help");
    help.getInputStream().close();

    awaitEnd(help);

    assertThat(help.exitValue()).as(text("help.err")).isZero();
    assertThat(text("help.err")).isEmpty();
  }

  @Test
  void twoAppliesAtOnceMakeOneAssistantPerKey() throws Exception {
    Process first = start("first", "apply", "--yes");
    Process second = start("second", "apply", "--yes");

    awaitEnd(first);
    awaitEnd(second);

    assertThat(server.assistants()).hasSize(6);
    assertThat(folder.run("plan", "--fail-on-changes")).as(folder.printed()).isZero();
    for (Process process : List.of(first, second)) {
      assertThat(process.exitValue()).isIn(0, 1, 4);
    }
    assertThat(text("first.err") + text("second.err")).doesNotContain("unexpected");
  }

  @Test
  void twoInitsAtOnceAgree() throws Exception {
    folder.write(
        "environments/other.yaml",
        "base_url: " + server.baseUrl() + "\naccount: " + server.accountSlug() + "\n");
    Process first = start("first", "init", "--env", "other");
    Process second = start("second", "init", "--env", "other");

    awaitEnd(first);
    awaitEnd(second);

    assertThat(first.exitValue()).as(text("first.err")).isZero();
    assertThat(second.exitValue()).as(text("second.err")).isZero();
    assertThat(folder.run("plan", "--env", "other")).isZero();
  }

  @Test
  void twoEmbeddedServersInOneFolderAreRefusedWithTheReason() throws Exception {
    try (TalkturoServer taken =
        TalkturoServer.builder().dataFolder(folder.path.resolve(".embedded/prod/server")).start()) {
      assertThat(taken.assistants()).isEmpty();
      assertThat(folder.run("plan", "--embedded")).isEqualTo(1);
    }

    assertThat(folder.errors())
        .startsWith("error: the embedded server cannot start: another server keeps its data in");
  }
}
