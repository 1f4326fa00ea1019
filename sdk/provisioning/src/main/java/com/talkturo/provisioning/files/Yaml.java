package com.talkturo.provisioning.files;

import java.util.List;
import java.util.Map;

/** What stands in a YAML file, with its place; never {@code null}. */
sealed interface Yaml {
  Place place();

  /** Where it stands in the text of its file, in characters: from the first to behind the last. */
  Span span();

  /** What it is, for messages. */
  String kind();

  /** Whether aliases stand for it. */
  boolean isAnchor();

  /** A part of a text. */
  record Span(int start, int end) {}

  /** What a scalar is without quotes, by the core schema of YAML 1.2. */
  enum Scalar {
    TEXT,
    INTEGER,
    DECIMAL,
    FLAG
  }

  /**
   * A scalar.
   *
   * @param indent of the lines of a literal block; -1 if it is not one
   * @param isAsWritten whether the text stands in the file character by character
   */
  record Text(
      Place place,
      Span span,
      boolean isAnchor,
      String text,
      Scalar scalar,
      int indent,
      boolean isAsWritten)
      implements Yaml {
    @Override
    public String kind() {
      return "a scalar";
    }
  }

  /** A list. */
  record Items(Place place, Span span, boolean isAnchor, List<Yaml> items) implements Yaml {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /**
   * A map.
   *
   * @param isBlock whether it has a line per field
   */
  record Fields(
      Place place, Span span, boolean isAnchor, Map<String, Field> fields, boolean isBlock)
      implements Yaml {
    @Override
    public String kind() {
      return "a map";
    }
  }

  /** A field of a map; place and span are those of its name. */
  record Field(Place place, Span span, Yaml value) {
    /** Whether the value stands behind the name, and not elsewhere as an anchor. */
    boolean holdsItsValue() {
      return place.file().equals(value.place().file())
          && value.span().start() >= span.end()
          && !value.isAnchor();
    }
  }
}
