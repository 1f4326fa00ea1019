package com.talkturo.sdk.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A path template such as {@code /api/assistants/{assistantId}}, checked and taken apart once.
 * Internal to the SDK.
 */
public final class PathTemplate {
  private static final String API = "/api/";

  private final String template;
  private final List<String> placeholders;

  /** The path around its placeholders: one piece more than there are placeholders. */
  private final List<String> pieces;

  private PathTemplate(String template, List<String> placeholders, List<String> pieces) {
    this.template = template;
    this.placeholders = Collections.unmodifiableList(placeholders);
    this.pieces = Collections.unmodifiableList(pieces);
  }

  /**
   * A path below {@code /api/}.
   *
   * @throws IllegalArgumentException if it is no path template
   */
  public static PathTemplate ofApi(String template) {
    if (!template.startsWith(API)) {
      throw malformed(template);
    }
    return of(template);
  }

  /** Any path. */
  static PathTemplate of(String template) {
    if (!template.startsWith("/")) {
      throw malformed(template);
    }
    List<String> placeholders = new ArrayList<>();
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder("/");
    String separator = "";
    for (String segment : template.substring(1).split("/", -1)) {
      piece.append(separator);
      separator = "/";
      if (isPlaceholder(segment)) {
        placeholders.add(segment.substring(1, segment.length() - 1));
        pieces.add(piece.toString());
        piece.setLength(0);
      } else if (UrlText.isPlain(segment)) {
        piece.append(segment);
      } else {
        throw malformed(template);
      }
    }
    pieces.add(piece.toString());
    return new PathTemplate(template, placeholders, pieces);
  }

  private static boolean isPlaceholder(String segment) {
    return segment.startsWith("{")
        && segment.endsWith("}")
        && UrlText.isPlain(segment.substring(1, segment.length() - 1));
  }

  private static IllegalArgumentException malformed(String template) {
    return new IllegalArgumentException(
        "path template is \""
            + template
            + "\"; allowed is "
            + API
            + " followed by segments of letters, digits, '.', '_', '~', '-' or {placeholder},"
            + " without a query");
  }

  /**
   * The values of the placeholders, in their order; exactly those must be there.
   *
   * @throws IllegalArgumentException if one is missing, superfluous, or no path segment
   */
  public List<String> valuesOf(Map<String, String> valuesByName) {
    List<String> values = new ArrayList<>();
    for (String placeholder : placeholders) {
      String value = valuesByName.get(placeholder);
      if (value == null) {
        throw new IllegalArgumentException(
            "path template " + template + " has no value for {" + placeholder + "}");
      }
      values.add(value);
    }
    for (String name : valuesByName.keySet()) {
      if (!placeholders.contains(name)) {
        throw new IllegalArgumentException(
            "path template " + template + " has no placeholder {" + name + "}");
      }
    }
    fill(values);
    return values;
  }

  /** The path with each placeholder replaced by its value as one percent-encoded segment. */
  String fill(List<String> values) {
    if (placeholders.isEmpty()) {
      return template;
    }
    StringBuilder path = new StringBuilder(template.length() + 32).append(pieces.get(0));
    for (int i = 0; i < placeholders.size(); i++) {
      UrlText.append(path, placeholders.get(i), values.get(i));
      path.append(pieces.get(i + 1));
    }
    return path.toString();
  }

  /** As it was written. */
  @Override
  public String toString() {
    return template;
  }
}
