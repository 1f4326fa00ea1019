package com.talkturo.sdk.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One operation of the API: method, path template, how its answer is read, and whether a repeat is
 * harmless. Internal to the SDK.
 *
 * @param <T> what the answer is read into
 */
public final class Endpoint<T> {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
  private static final Pattern TEMPLATE =
      Pattern.compile("/api(/(\\{\\w+}|(?!\\.{1,2}(/|$))[\\w.~-]+))+");

  private final String method;
  private final String pathTemplate;
  private final Answer<T> answer;
  private final boolean repeatable;
  private final List<String> placeholders;

  /** The path around its placeholders: one piece more than there are placeholders. */
  private final List<String> pieces;

  private Endpoint(String method, String pathTemplate, Answer<T> answer, boolean repeatable) {
    if (!TEMPLATE.matcher(pathTemplate).matches()) {
      throw new IllegalArgumentException(
          "path template is \""
              + pathTemplate
              + "\"; allowed is /api/ followed by segments of letters, digits, '.', '_', '~', '-' or"
              + " {placeholder}, without a query");
    }
    this.method = method;
    this.pathTemplate = pathTemplate;
    this.answer = answer;
    this.repeatable = repeatable;
    List<String> names = new ArrayList<>();
    List<String> between = new ArrayList<>();
    Matcher matcher = PLACEHOLDER.matcher(pathTemplate);
    int from = 0;
    while (matcher.find()) {
      names.add(matcher.group(1));
      between.add(pathTemplate.substring(from, matcher.start()));
      from = matcher.end();
    }
    between.add(pathTemplate.substring(from));
    this.placeholders = Collections.unmodifiableList(names);
    this.pieces = Collections.unmodifiableList(between);
  }

  /** An operation that must not be repeated once it may have been processed. */
  public static <T> Endpoint<T> once(String method, String pathTemplate, Answer<T> answer) {
    return new Endpoint<>(method, pathTemplate, answer, false);
  }

  /** An operation that has the same effect however often it is processed. */
  public static <T> Endpoint<T> repeatable(String method, String pathTemplate, Answer<T> answer) {
    return new Endpoint<>(method, pathTemplate, answer, true);
  }

  String method() {
    return method;
  }

  String pathTemplate() {
    return pathTemplate;
  }

  Answer<T> answer() {
    return answer;
  }

  boolean isRepeatable() {
    return repeatable;
  }

  List<String> placeholders() {
    return placeholders;
  }

  /** The path with each placeholder replaced by its value as one percent-encoded segment. */
  String path(List<String> values) {
    if (values.isEmpty() && placeholders.isEmpty()) {
      return pathTemplate;
    }
    StringBuilder path = new StringBuilder(pathTemplate.length() + 32).append(pieces.get(0));
    for (int i = 0; i < placeholders.size(); i++) {
      PathSegments.append(path, placeholders.get(i), values.get(i));
      path.append(pieces.get(i + 1));
    }
    return path.toString();
  }

  /** {@code PATCH /api/assistants/{assistantId}}. */
  @Override
  public String toString() {
    return method + " " + pathTemplate;
  }
}
