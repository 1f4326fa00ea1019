package com.talkturo.cli;

import java.io.PrintStream;
import java.util.Optional;

/** The command line: {@code java -jar talkturo.jar --help}. */
public final class Main {
  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    StandardOutput standardOutput = new StandardOutput();
    PrintStream out = standardOutput.printer();
    int code = new CommandRunner(Terminal.ofProcess(out)).run(args);
    out.flush();
    Optional<String> missing = standardOutput.failure();
    missing.ifPresent(
        why -> System.err.println("error: not all of standard output was written: " + why));
    System.err.flush();
    boolean isError = missing.isPresent() && code != ExitCode.USAGE.code();
    System.exit(isError ? ExitCode.ERROR.code() : code);
  }
}
