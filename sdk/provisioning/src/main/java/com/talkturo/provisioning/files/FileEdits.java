package com.talkturo.provisioning.files;

import com.talkturo.provisioning.files.Yaml.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Changes to files that leave everything else in them, comments too, as it is. */
final class FileEdits {
  private final Map<String, String> texts;
  private final Map<String, List<Edit>> edits = new TreeMap<>();
  private final Map<String, String> whole = new TreeMap<>();

  private record Edit(Span span, String text) {}

  /**
   * @param texts of the files as they are
   */
  FileEdits(Map<String, String> texts) {
    this.texts = texts;
  }

  /** Puts another value in place of one. */
  void replace(Yaml value, String text) {
    String file = value.place().file();
    Span span = value.span();
    // A block ends with its line.
    boolean endsLine = textOf(file).startsWith("\n", span.end() - 1) && span.end() > span.start();
    add(file, span, endsLine ? text + "\n" : text);
  }

  /** Adds lines at the end. */
  void append(String file, String lines) {
    String text = textOf(file);
    add(
        file,
        new Span(text.length(), text.length()),
        (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + lines);
  }

  private String textOf(String file) {
    return Objects.requireNonNull(texts.get(file), file);
  }

  private void add(String file, Span span, String text) {
    edits.computeIfAbsent(file, f -> new ArrayList<>()).add(new Edit(span, text));
  }

  /** Makes a file, or replaces all of it. */
  void put(String file, String text) {
    whole.put(file, text);
  }

  boolean puts(String file) {
    return whole.containsKey(file);
  }

  /** Writes all, once it is clear that all of it can be read again. */
  Set<String> write(Root root) {
    Map<String, String> results = new TreeMap<>(whole);
    edits.forEach((file, of) -> results.put(file, edited(textOf(file), of)));
    Problems problems = new Problems();
    results.forEach(
        (file, text) -> {
          if (file.endsWith(".yaml")) {
            YamlReader.read(file, text, problems);
          }
        });
    problems.throwIfAny();
    results.forEach(root::write);
    return new TreeSet<>(results.keySet());
  }

  private static String edited(String text, List<Edit> edits) {
    StringBuilder result = new StringBuilder(text);
    List<Edit> fromTheEnd = new ArrayList<>(edits);
    fromTheEnd.sort(Comparator.comparingInt((Edit edit) -> edit.span().start()).reversed());
    fromTheEnd.forEach(edit -> result.replace(edit.span().start(), edit.span().end(), edit.text()));
    return result.toString();
  }
}
