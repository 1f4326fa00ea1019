package com.talkturo.sdk.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Fresh JVMs for the server and for whatever must not share one. */
final class Children {
  private Children() {}

  /** The command of a child with the given main class. */
  static List<String> command(String java, List<String> options, Class<?> main, String... args) {
    List<String> command = new ArrayList<>();
    command.add(java);
    command.addAll(options);
    command.add("-cp");
    command.add(classPath());
    command.add(main.getName());
    command.addAll(Arrays.asList(args));
    return command;
  }

  static String ownJava() {
    return System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
  }

  /**
   * The class path without what belongs to the harness: a service look-up, such as SLF4J's, opens
   * every jar there is.
   */
  private static String classPath() {
    String own = System.getProperty("java.class.path");
    File lib = new File(new File(own).getAbsoluteFile().getParentFile(), "lib");
    File[] jars = lib.listFiles();
    List<String> kept = new ArrayList<>();
    kept.addAll(Arrays.asList(own.split(File.pathSeparator)));
    if (jars != null) {
      // Started with -jar: the manifest names the jars, and a child must not follow it.
      kept.set(0, new File(lib.getParentFile(), "classes").getPath());
      for (File jar : jars) {
        kept.add(jar.getPath());
      }
    }
    kept.removeIf(path -> path.matches(".*(jmh|jopt|commons-math|junit|assertj|opentest).*"));
    return String.join(File.pathSeparator, kept);
  }

  /** Runs a child to its end and hands over each line that it prints. */
  static void run(List<String> command, Consumer<String> lines)
      throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
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
