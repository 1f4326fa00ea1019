package com.talkturo.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
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

  /** What somebody types; empty if nobody is there. */
  Optional<String> ask(String question);

  /** The terminal of this process. */
  static Terminal ofProcess() {
    return new ProcessTerminal(System.out, System.err, System::getenv);
  }

  /** The terminal of a process. */
  record ProcessTerminal(
      PrintStream out, PrintStream err, Function<String, @Nullable String> variables)
      implements Terminal {
    @Override
    public @Nullable String variable(String name) {
      return variables.apply(name);
    }

    /** The JDK knows about input and output together only, so the shell is asked. */
    @Override
    public boolean isTerminal(int stream) {
      if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows")) {
        return System.console() != null;
      }
      try {
        Process test =
            new ProcessBuilder("sh", "-c", "test -t " + stream)
                .redirectInput(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return test.waitFor(2, TimeUnit.SECONDS) && test.exitValue() == 0;
      } catch (IOException e) {
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    @Override
    public Optional<String> ask(String question) {
      if (!isTerminal(0) || System.console() == null) {
        return Optional.empty();
      }
      err.print(question);
      err.flush();
      return Optional.ofNullable(System.console().readLine());
    }
  }
}
