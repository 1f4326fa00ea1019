package com.talkturo.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A terminal that a test reads, and that may type. */
final class TestTerminal implements Terminal {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
  private final PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
  private final Map<String, String> variables = new HashMap<>();
  private final Deque<String> answers = new ArrayDeque<>();
  private final Set<Integer> terminals = new HashSet<>();
  private int columns = 80;

  TestTerminal variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  /** Somebody sits there, and will type these answers. */
  TestTerminal typing(String... typed) {
    terminals(0, 1, 2);
    answers.addAll(List.of(typed));
    return this;
  }

  /** Somebody sees these streams, and no others. */
  TestTerminal terminals(Integer... streams) {
    terminals.clear();
    terminals.addAll(List.of(streams));
    return this;
  }

  TestTerminal columns(int columns) {
    this.columns = columns;
    return this;
  }

  /** Runs a command; what was printed before is forgotten. */
  int run(String... args) {
    out.reset();
    err.reset();
    return new CommandRunner(this).run(args);
  }

  String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Override
  public PrintStream out() {
    return outStream;
  }

  @Override
  public PrintStream err() {
    return errStream;
  }

  @Override
  public @Nullable String variable(String name) {
    return variables.get(name);
  }

  @Override
  public boolean isTerminal(int stream) {
    return terminals.contains(stream);
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public Optional<String> ask(String question) {
    errStream.print(question);
    return Optional.ofNullable(answers.poll());
  }
}
