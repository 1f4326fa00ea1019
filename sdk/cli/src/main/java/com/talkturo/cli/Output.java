package com.talkturo.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.talkturo.provisioning.files.FileProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/** Results to standard output, everything else to standard error; colours where somebody looks. */
final class Output {
  private final Terminal terminal;
  private final boolean isJson;
  private final boolean isColoured;
  private final boolean isConfirmed;

  Output(Terminal terminal, Arguments arguments) {
    this.terminal = terminal;
    this.isJson = arguments.has(Option.JSON);
    this.isColoured =
        !arguments.has(Option.NO_COLOR) && !isJson && mayColour(terminal) && terminal.isTerminal(1);
    this.isConfirmed = arguments.has(Option.YES);
  }

  /** For help, before anything is parsed. */
  static Ansi colours(Terminal terminal, String... args) {
    boolean isForbidden = Arrays.asList(args).contains(Option.NO_COLOR.flag());
    return !isForbidden && mayColour(terminal) && terminal.isTerminal(1) ? Ansi.ON : Ansi.OFF;
  }

  /** See no-color.org: any value but an empty one forbids. */
  private static boolean mayColour(Terminal terminal) {
    String noColor = terminal.variable("NO_COLOR");
    return (noColor == null || noColor.isEmpty()) && !isDumb(terminal);
  }

  /** A terminal that cannot go back in a line. */
  private static boolean isDumb(Terminal terminal) {
    return "dumb".equals(terminal.variable("TERM"));
  }

  /** Whether somebody sees how far the work is; that needs no colours. */
  boolean showsProgress() {
    return !isJson && !isDumb(terminal) && terminal.isTerminal(2);
  }

  static String count(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  boolean isJson() {
    return isJson;
  }

  Terminal terminal() {
    return terminal;
  }

  /** The result of a command. */
  void result(String text) {
    terminal.out().print(isColoured ? Colours.of(text) : text);
    terminal.out().flush();
  }

  /** The result of a command for programs. */
  void result(JsonNode node) {
    terminal.out().println(node.toPrettyString());
    terminal.out().flush();
  }

  /** What was done, for people; not a result. */
  void note(String text) {
    terminal.err().println(text);
  }

  ExitCode failed(ExitCode code, String message, List<FileProblem> problems) {
    if (isJson) {
      ObjectNode node = Json.object();
      node.put("error", message).put("exit_code", code.code());
      if (!problems.isEmpty()) {
        ArrayNode list = node.putArray("problems");
        problems.forEach(
            problem ->
                list.addObject()
                    .put("file", problem.file())
                    .put("line", problem.line())
                    .put("column", problem.column())
                    .put("message", problem.message()));
      }
      result(node);
    }
    problems.forEach(problem -> terminal.err().println(problem));
    terminal.err().println("error: " + message);
    return code;
  }

  /** Refuses at once where nobody can be asked. */
  void requireSomebodyToAsk() {
    if (!isConfirmed && (isJson || !terminal.isTerminal(0))) {
      throw new UsageException("nobody can be asked here; confirm with --yes");
    }
  }

  /** Whether it may be done. */
  boolean confirms(String question) {
    if (isConfirmed) {
      return true;
    }
    Optional<String> answer = terminal.ask(question + " [y/N] ");
    return answer.map(text -> text.trim().equalsIgnoreCase("y")).orElse(false);
  }

  /** JSON as this program writes it. */
  static final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
      return MAPPER.createObjectNode();
    }

    static JsonNode read(String json) {
      try {
        return MAPPER.readTree(json);
      } catch (java.io.IOException e) {
        throw new IllegalArgumentException("not valid JSON", e);
      }
    }
  }
}
