package com.example.compatibility;

import java.nio.file.Files;
import java.nio.file.Path;

/** The Java installations that the checks run on. */
final class Jdks {
  private Jdks() {}

  /** The launcher of this version; null if the machine was not told of one. */
  static Path java(int version) {
    String home =
        Runtime.version().feature() == version
            ? System.getProperty("java.home")
            : System.getProperty("jdk" + version + ".home", "");
    if (home.isBlank() || home.startsWith("${")) {
      home = System.getenv().getOrDefault("JAVA_HOME_" + version, "");
    }
    return home.isBlank() ? null : launcher(Path.of(home));
  }

  private static Path launcher(Path home) {
    Path java = home.resolve("bin/java");
    if (!Files.isExecutable(java)) {
      throw new IllegalStateException("there is no bin/java in " + home);
    }
    return java;
  }
}
