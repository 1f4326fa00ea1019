package com.talkturo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** How long {@code --help} takes, beside a program that has nothing but picocli. */
class StartTest {
  private static final int RUNS = 15;
  private static final double LIMIT = 1.5;

  /** The least that picocli can do. */
  static final class Empty {
    private Empty() {}

    public static void main(String[] args) {
      OptionSpec help =
          OptionSpec.builder("-h", "--help").usageHelp(true).arity("0").type(boolean.class).build();
      System.exit(new CommandLine(CommandSpec.create().addOption(help)).execute(args));
    }
  }

  /** With {@code -Dtalkturo.jar=target/talkturo.jar}, that of the jar; else of the classes. */
  private static String program() {
    String jar = System.getProperty("talkturo.jar");
    return jar == null ? System.getProperty("java.class.path") : Path.of(jar).toString();
  }

  private static long millis(String classPath, Class<?> main) throws Exception {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                main.getName(),
                "--help")
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(printed).isZero();
    assertThat(printed).startsWith("Usage: ");
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private static long median(List<Long> times) {
    Collections.sort(times);
    return times.get(times.size() / 2);
  }

  @Test
  void theHelpTakesNotMuchLongerThanThatOfAnEmptyProgram() throws Exception {
    List<Long> ours = new ArrayList<>();
    List<Long> empty = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      ours.add(millis(program(), Main.class));
      empty.add(millis(System.getProperty("java.class.path"), Empty.class));
    }

    double ratio = (double) median(ours) / median(empty);
    System.out.printf("--help: %d ms, empty: %d ms, %.2f%n", median(ours), median(empty), ratio);
    assertThat(ratio).isLessThan(LIMIT);
  }
}
