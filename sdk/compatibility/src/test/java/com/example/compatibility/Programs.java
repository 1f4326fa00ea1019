package com.example.compatibility;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs in JVMs of their own, and the jars they run on. */
final class Programs {
  private static final long PATIENCE_SECONDS = 120;

  record Result(int exitCode, String output) {}

  private Programs() {}

  static Result run(List<String> command) throws Exception {
    Path output = Files.createTempFile("program", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("no end within " + PATIENCE_SECONDS + " s: " + command);
      }
      return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } finally {
      process.destroyForcibly();
      Files.delete(output);
    }
  }

  static String path(List<String> entries) {
    return String.join(File.pathSeparator, entries);
  }

  static List<String> libraries(String folder) throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("libraries"), folder))) {
      return new ArrayList<>(files.map(Path::toString).sorted().toList());
    }
  }

  /** The files of a class path that the build has written down. */
  static List<String> classPath(String name) throws IOException {
    String text = Files.readString(Path.of(System.getProperty("reports"), name)).trim();
    return List.of(text.split(File.pathSeparator));
  }
}
