package com.talkturo.sdk.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Classes that a fresh JVM loads until the first answer, the JDK's own included. */
final class ClassCount {
  private ClassCount() {}

  static long untilFirstAnswer(Class<?> main, String contender, String url)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile("classes", ".log");
    try {
      Children.run(
          Children.command(
              Children.ownJava(), List.of("-Xlog:class+load:file=" + log), main, contender, url),
          line -> {});
      try (Stream<String> lines = Files.lines(log)) {
        return lines.count();
      }
    } finally {
      Files.delete(log);
    }
  }
}
