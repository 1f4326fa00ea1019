package com.example.compatibility;

import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.TalkturoServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A run of {@link Smoke} in another JVM, against a server in this one. */
final class SmokeProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int LONG_NUMBER_DIGITS = 5000;
  private static final int DEEP = 1500;

  private final TalkturoServer server;
  private final List<String> output = new ArrayList<>();
  private int exitCode;
  private long beforeStall;

  private SmokeProcess(TalkturoServer server) {
    this.server = server;
  }

  static SmokeProcess run(Path java, String classPath) throws Exception {
    try (TalkturoServer server = TalkturoServer.start()) {
      SmokeProcess smoke = new SmokeProcess(server);
      smoke.start(java, classPath);
      return smoke;
    }
  }

  private void start(Path java, String classPath) throws Exception {
    Process process =
        new ProcessBuilder(
                java.toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                classPath,
                Smoke.class.getName(),
                server.baseUrl(),
                server.apiKey(),
                server.accountSlug())
            .redirectErrorStream(true)
            .start();
    Thread watchdog = new Thread(() -> endWhenLate(process), "watchdog");
    watchdog.setDaemon(true);
    watchdog.start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        PrintStream answers =
            new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.add(line);
        if (line.startsWith("tell ")) {
          answers.println(answer(line.substring("tell ".length())));
        }
      }
    }
    exitCode = process.waitFor();
  }

  private static void endWhenLate(Process process) {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }

  private String answer(String command) throws IOException {
    String[] words = command.split(" ");
    switch (words[0]) {
      case "numbers":
        return server.phoneNumbersOf(words[1]).toString();
      case "assistants":
        return Integer.toString(server.assistants().size());
      case "last-body":
        return server.requests().get(server.requests().size() - 1).body();
      case "unavailable":
        server.enqueue(Fault.unavailable());
        break;
      case "retry-after-0":
        server.enqueue(Fault.unavailable(Duration.ZERO));
        break;
      case "reset-before":
        server.enqueue(Fault.resetBeforeProcessing());
        break;
      case "reset-after":
        server.enqueue(Fault.resetAfterProcessing());
        break;
      case "stall":
        beforeStall = server.requestCount();
        server.enqueue(Fault.stall());
        break;
      case "await-stalled":
        server.awaitRequests((int) beforeStall + 1, PATIENCE);
        break;
      case "truncated":
        server.enqueue(Fault.truncatedJson());
        break;
      case "echo":
        server.enqueue(
            Fault.status(200)
                .body("{\"id\":\"x\",\"name\":\"By hand\",\"created_at\":\"2026-01-01T00:00:00Z\"}")
                .header("Content-Type", "application/json"));
        break;
      case "odd":
        server.enqueue(Fault.status(200).body(oddAssistant()));
        break;
      default:
        throw new IOException("unknown command " + command);
    }
    return "done";
  }

  private static String oddAssistant() {
    return "{\"success\":true,\"assistant\":{\"long\":"
        + "9".repeat(LONG_NUMBER_DIGITS)
        + ",\"deep\":"
        + "[".repeat(DEEP)
        + "]".repeat(DEEP)
        + ",\"id\":\"asst_odd\"}}";
  }

  String output() {
    return String.join("\n", output);
  }

  int exitCode() {
    return exitCode;
  }

  List<String> checks() {
    return output.stream().filter(line -> line.startsWith("check ")).toList();
  }
}
