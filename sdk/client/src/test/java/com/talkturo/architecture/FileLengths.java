package com.talkturo.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lines of code in source files: comments and blank lines aside. */
final class FileLengths {
  /** A text, which may look like a comment, or a comment, which may hold quotation marks. */
  private static final Pattern TEXT_OR_COMMENT =
      Pattern.compile(
          "(\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])+')|/\\*.*?\\*/|//[^\n]*",
          Pattern.DOTALL);

  private FileLengths() {}

  /** The files below a folder that have more lines of code than that. */
  static Map<String, Long> above(int most, Path folder) {
    Map<String, Long> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        long lines = linesOfCode(Files.readString(file));
        if (lines > most) {
          found.put(file.getFileName().toString(), lines);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  static long linesOfCode(String source) {
    return TEXT_OR_COMMENT
        .matcher(source)
        .replaceAll(match -> match.group(1) == null ? "" : "text")
        .lines()
        .filter(line -> !line.isBlank())
        .count();
  }
}
