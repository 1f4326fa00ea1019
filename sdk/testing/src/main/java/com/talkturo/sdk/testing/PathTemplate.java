package com.talkturo.sdk.testing;

import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A path such as {@code /api/assistants/{assistantId}}; a variable stands for one segment. */
final class PathTemplate {
  private final String template;
  private final List<String> segments;

  PathTemplate(String template) {
    if (!template.startsWith("/")) {
      throw new IllegalArgumentException("path template must start with /: " + template);
    }
    this.template = template;
    this.segments = split(template);
  }

  /** The raw segments of a path, before decoding: an encoded slash stays inside its segment. */
  static List<String> split(String path) {
    int query = path.indexOf('?');
    String withoutQuery = query < 0 ? path : path.substring(0, query);
    return Arrays.asList(withoutQuery.split("/", -1));
  }

  /** The raw values of the variables in their order, or null if the path is another one. */
  @Nullable List<String> match(List<String> path) {
    if (path.size() != segments.size()) {
      return null;
    }
    List<String> variables = Collections.emptyList();
    for (int i = 0; i < path.size(); i++) {
      String expected = segments.get(i);
      String actual = path.get(i);
      if (expected.startsWith("{")) {
        if (actual.isEmpty()) {
          return null;
        }
        variables = new ArrayList<>(variables);
        variables.add(actual);
      } else if (!expected.equals(actual)) {
        return null;
      }
    }
    return variables;
  }

  static String decode(String segment) {
    try {
      // URLDecoder is made for forms, where a plus is a space; in a path it is a plus.
      return URLDecoder.decode(segment.replace("+", "%2B"), "UTF-8");
    } catch (IllegalArgumentException e) {
      throw ApiError.badRequest("malformed percent-encoding in the path: " + segment);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return template;
  }
}
