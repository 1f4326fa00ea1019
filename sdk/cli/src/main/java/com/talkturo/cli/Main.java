package com.talkturo.cli;

/** The command line: {@code java -jar talkturo.jar --help}. */
public final class Main {
  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    int code = new CommandRunner(Terminal.ofProcess()).run(args);
    System.out.flush();
    System.err.flush();
    System.exit(code);
  }
}
