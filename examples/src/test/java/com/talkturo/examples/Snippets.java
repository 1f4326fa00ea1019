package com.talkturo.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds code in documents, so that it can be looked up in a file that is compiled. */
final class Snippets {
  static final Path ROOT = Path.of(System.getProperty("project.root"));

  private static final Pattern JAVADOC = Pattern.compile("/\\*\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern PRE = Pattern.compile("<pre>(.*?)</pre>", Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("\\{@code\\s(.*)}", Pattern.DOTALL);

  private Snippets() {}

  /** The fenced blocks of a document in a language. */
  static List<String> ofDocument(Path document, String language) {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(read(document))
        .results()
        .map((MatchResult block) -> unindented(block.group(1)))
        .toList();
  }

  /** The preformatted blocks of the Javadoc in a source file, as their reader sees them. */
  static List<String> ofJavadoc(String source) {
    return JAVADOC
        .matcher(source)
        .results()
        .map(comment -> comment.group().replaceAll("(?m)^ *\\* ?", ""))
        .flatMap(comment -> PRE.matcher(comment).results())
        .map(block -> block.group(1).strip())
        .toList();
  }

  /**
   * Whether a preformatted block is code: all code stands in {@code {@code}}, which also keeps its
   * angle brackets and annotations as they are. The rest are pictures and wire lines.
   */
  static boolean isCode(String block) {
    return CODE.matcher(block).matches();
  }

  /** Whether a picture or wire line has the lines of a Java snippet. */
  static boolean looksLikeJava(String block) {
    return block.lines().anyMatch(line -> line.matches(".*[;{]\\s*|\\s*}\\s*|\\s*@\\w+.*"));
  }

  static String codeOf(String block) {
    return unindented(CODE.matcher(block).replaceFirst("$1").strip());
  }

  static String unindented(String code) {
    return code.lines().map(String::strip).collect(Collectors.joining("\n"));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
