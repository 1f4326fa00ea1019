package com.talkturo.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is known of a vendor's fields that Talkturo has no place for. The first match counts. */
final class Advice {
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(Pattern pointer, Line line) {}

  /**
   * What is said of a field.
   *
   * @param emptyMeansSomething whether a {@code null} is a value, such as "no limit"
   * @param isDocumented whether it is known what stands there, so that it may be shown
   */
  record Line(
      String text,
      boolean touchesLawOrMoney,
      boolean isIdentity,
      boolean emptyMeansSomething,
      boolean isDocumented) {}

  /** Fields that are documented, and of no consequence. */
  Advice on(String pointer, String text) {
    return add(pointer, new Line(text, false, false, false, true));
  }

  /** Fields whose loss may break a law or cost money. */
  Advice onLawOrMoney(String pointer, String text) {
    return add(pointer, new Line(text, true, false, false, true));
  }

  /** The same, where nothing means something. */
  Advice onLimit(String pointer, String text) {
    return add(pointer, new Line(text, true, false, true, true));
  }

  /** The same for fields that may hold anything, secrets too. */
  Advice onUndocumented(String pointer, String text) {
    return add(pointer, new Line(text, true, false, false, false));
  }

  /** Ids, times, versions. */
  Advice onIdentity(String pointer, String text) {
    return add(pointer, new Line(text, false, true, false, true));
  }

  private Advice add(String pointer, Line line) {
    entries.add(new Entry(Pattern.compile(pointer + "(/.*)?", Pattern.DOTALL), line));
    return this;
  }

  Optional<Line> of(String pointer) {
    return entries.stream()
        .filter(entry -> entry.pointer().matcher(pointer).matches())
        .findFirst()
        .map(Entry::line);
  }
}
