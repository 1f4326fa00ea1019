package com.talkturo.sdk.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Fresh JVMs for the server and for whatever must not share one. */
final class Children {
  private Children() {}

  /** What only the harness needs, and what only the SDKs of others bring. */
  private static final String NOT_FOR_OURS =
      "(jmh|jopt|commons-math|junit|assertj|opentest|openai|stripe|gson|kotlin-reflect"
          + "|jackson-module|jsonschema|classmate|swagger|error_prone).*";

  /** The command of a child with the given main class. */
  static List<String> command(String java, List<String> options, Class<?> main, String... args) {
    List<String> command = new ArrayList<>();
    command.add(java);
    command.addAll(options);
    command.add("-cp");
    command.add(classPath(!Collections.disjoint(Contenders.PEERS, Arrays.asList(args))));
    command.add(main.getName());
    command.addAll(Arrays.asList(args));
    return command;
  }

  static String ownJava() {
    return System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
  }

  /**
   * The class path, without what belongs to the harness unless everything is wanted: a service
   * look-up, such as SLF4J's, opens every jar there is.
   */
  private static String classPath(boolean everything) {
    List<String> kept = new ArrayList<>();
    for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
      File file = new File(path);
      if (file.getName().equals("benchmarks.jar")) {
        // Its manifest names all jars, and a child must not follow it.
        File target = file.getAbsoluteFile().getParentFile();
        kept.add(new File(target, "classes").getPath());
        for (File jar : new File(target, "lib").listFiles()) {
          kept.add(jar.getPath());
        }
      } else {
        kept.add(path);
      }
    }
    if (!everything) {
      kept.removeIf(path -> new File(path).getName().matches(NOT_FOR_OURS));
    }
    return String.join(File.pathSeparator, kept);
  }

  /** Runs a child to its end and hands over each line that it prints. */
  static void run(List<String> command, Consumer<String> lines)
      throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader out = reader(child)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.accept(line);
      }
    }
    if (child.waitFor() != 0) {
      throw new IOException("exit code " + child.exitValue() + " of " + command);
    }
  }

  /** The server's process and its URL. */
  static final class Server implements AutoCloseable {
    private final Process process;
    private final String url;

    Server() throws IOException {
      process =
          new ProcessBuilder(command(ownJava(), List.of("-Xmx256m"), LoopbackServer.class))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      url = "http://127.0.0.1:" + reader(process).readLine();
    }

    /** The URL without the latency. */
    String url() {
      return url;
    }

    /** Where answers take this long. */
    String url(int latencyMillis) {
      return url + "/" + latencyMillis;
    }

    @Override
    public void close() {
      process.destroy();
    }
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }
}
