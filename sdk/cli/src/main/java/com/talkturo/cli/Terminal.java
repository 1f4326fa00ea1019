package com.talkturo.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a command has around it: streams, environment variables, somebody to ask. */
interface Terminal {
  PrintStream out();

  PrintStream err();

  /** An environment variable; {@code null} if it is not set. */
  @Nullable String variable(String name);

  /** Whether somebody sees a stream: 0 for input, 1 for output, 2 for errors. */
  boolean isTerminal(int stream);

  /** How many characters fit into a line; 80 if nobody knows. */
  int columns();

  /** What somebody types; empty if nobody is there. */
  Optional<String> ask(String question);

  /** The terminal of this process. */
  static Terminal ofProcess(PrintStream out) {
    return new ProcessTerminal(out, System.err, System::getenv);
  }

  /** The terminal of a process. */
  record ProcessTerminal(
      PrintStream out, PrintStream err, Function<String, @Nullable String> variables)
      implements Terminal {
    @Override
    public @Nullable String variable(String name) {
      return variables.apply(name);
    }

    /** The JDK knows about input and output together only. */
    @Override
    public boolean isTerminal(int stream) {
      Path link = Path.of("/proc/self/fd/" + stream);
      try {
        return Files.isSymbolicLink(link)
            ? Files.readSymbolicLink(link).toString().matches("/dev/(pts/|tty).*")
            : isTerminalToTheShell(stream);
      } catch (IOException e) {
        return false;
      }
    }

    private static boolean isTerminalToTheShell(int stream) throws IOException {
      Process test =
          new ProcessBuilder("sh", "-c", "test -t " + stream)
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .redirectOutput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try {
        return test.waitFor(2, TimeUnit.SECONDS) && test.exitValue() == 0;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    @Override
    public int columns() {
      return columns(variable("COLUMNS")).or(ProcessTerminal::columnsOfTheTerminal).orElse(80);
    }

    private static Optional<Integer> columns(@Nullable String text) {
      return text != null && text.matches("[1-9][0-9]{0,4}")
          ? Optional.of(Integer.valueOf(text))
          : Optional.empty();
    }

    /** The JDK does not ask; stty prints rows and columns. */
    private static Optional<Integer> columnsOfTheTerminal() {
      try {
        Process stty =
            new ProcessBuilder("stty", "size")
                .redirectInput(new File("/dev/tty"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader size = stty.inputReader()) {
          String line = size.readLine();
          return columns(line == null ? null : line.replaceFirst(".* ", ""));
        }
      } catch (IOException e) {
        return Optional.empty();
      }
    }

    @Override
    public Optional<String> ask(String question) {
      if (!isTerminal(0)) {
        return Optional.empty();
      }
      err.print(question);
      err.flush();
      try {
        return Optional.ofNullable(
            new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()))
                .readLine());
      } catch (IOException e) {
        return Optional.empty();
      }
    }
  }
}
