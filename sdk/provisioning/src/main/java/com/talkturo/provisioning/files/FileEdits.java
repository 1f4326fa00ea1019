package com.talkturo.provisioning.files;

import com.talkturo.provisioning.files.Yaml.Field;
import com.talkturo.provisioning.files.Yaml.Span;
import java.util.ArrayList;
import java.util.Collection;
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
    replace(value.place().file(), value.span(), text);
  }

  /** Puts other fields in place of one. */
  void replace(Yaml.Fields map, Field field, List<String> others) {
    String newLine = "\n" + " ".repeat(field.place().column() - 1);
    replace(
        field.place().file(), wholeOf(field), String.join(map.isBlock() ? newLine : ", ", others));
  }

  private void replace(String file, Span span, String text) {
    // A block ends with its line.
    boolean endsLine = textOf(file).startsWith("\n", span.end() - 1) && span.end() > span.start();
    add(file, span, endsLine ? text + "\n" : text);
  }

  private static Span wholeOf(Field field) {
    return new Span(field.span().start(), field.value().span().end());
  }

  /** Takes fields out of a map, of which others stay. */
  void remove(Yaml.Fields map, Collection<Field> gone) {
    List<Field> all = List.copyOf(map.fields().values());
    boolean isLeading = true;
    for (int i = 0; i < all.size(); i++) {
      Field field = all.get(i);
      isLeading &= gone.contains(field);
      if (gone.contains(field)) {
        Span whole = wholeOf(field);
        Span span =
            map.isBlock()
                ? linesOf(field.place().file(), whole)
                : isLeading
                    ? new Span(whole.start(), all.get(i + 1).span().start())
                    : new Span(wholeOf(all.get(i - 1)).end(), whole.end());
        add(field.place().file(), span, "");
      }
    }
  }

  private Span linesOf(String file, Span part) {
    String text = textOf(file);
    int end = text.indexOf('\n', Math.max(part.start(), part.end() - 1));
    return new Span(
        text.lastIndexOf('\n', part.start() - 1) + 1, end < 0 ? text.length() : end + 1);
  }

  /** Adds fields at the end of the map that a file is. */
  void append(Yaml.Fields map, List<String> fields) {
    String file = map.place().file();
    String text = textOf(file);
    if (map.isBlock()) {
      String newLine = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
      String lines = String.join("\n", fields).indent(map.place().column() - 1);
      add(file, new Span(text.length(), text.length()), newLine + lines);
    } else {
      int brace = map.span().end() - 1;
      String comma = map.fields().isEmpty() ? "" : ", ";
      add(file, new Span(brace, brace), comma + String.join(", ", fields));
    }
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
