package com.talkturo.cli;

import java.util.stream.Collectors;

/** Colours a plan line by line. */
final class Colours {
  private static final String RESET = "\u001B[0m";

  private Colours() {}

  static String of(String text) {
    return text.lines().map(Colours::line).collect(Collectors.joining("\n"))
        + (text.endsWith("\n") ? "\n" : "");
  }

  private static String line(String line) {
    String code = code(line);
    return code.isEmpty() ? line : "\u001B[" + code + "m" + line + RESET;
  }

  private static String code(String line) {
    if (line.startsWith("+ ") || line.startsWith("      +")) {
      return "32";
    }
    if (line.startsWith("~ ")) {
      return "33";
    }
    if (line.startsWith("! ") || line.startsWith("      -")) {
      return "31";
    }
    return line.startsWith("      @@") ? "36" : "";
  }
}
