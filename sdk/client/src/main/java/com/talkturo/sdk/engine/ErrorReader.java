package com.talkturo.sdk.engine;

import com.talkturo.sdk.errors.ErrorBody;
import com.talkturo.sdk.json.Trees;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an API says about a failure: every shape that Talkturo's documents show, the lists of
 * errors that other vendors answer with ({@code errors[]}, FastAPI's {@code detail[]}), and nothing
 * of what it does not know.
 */
final class ErrorReader {
  /** More than anybody reads; an answer of 10 MiB could hold millions. */
  private static final int MAX_DETAILS = 1000;

  private final KeyMask key;
  private final int maxChars;
  private final Map<String, Object> details = new LinkedHashMap<>();
  private Optional<String> text = Optional.empty();

  private ErrorReader(KeyMask key, int maxChars) {
    this.key = key;
    this.maxChars = maxChars;
  }

  /**
   * Reads a body as far as it can be read; returns its members if it is an object, without keys.
   *
   * @param maxBytes a larger body gives only the text of the error
   */
  static Map<String, Object> read(byte[] body, KeyMask key, int maxBytes, ErrorBody.Builder error) {
    Object tree;
    try {
      tree = Trees.parse(key.redacted(body));
    } catch (IOException | RuntimeException e) {
      return Collections.emptyMap();
    }
    if (!(tree instanceof Map)) {
      return Collections.emptyMap();
    }
    ErrorReader reader = new ErrorReader(key, maxBytes);
    reader.read((Map<?, ?>) tree);
    error.text(reader.text.map(reader::bounded));
    if (body.length > maxBytes) {
      return Collections.emptyMap();
    }
    error.details(reader.details);
    Map<String, Object> members = new LinkedHashMap<>();
    reader.addMembers((Map<?, ?>) tree, Optional.empty(), members);
    return Collections.unmodifiableMap(members);
  }

  private void read(Map<?, ?> members) {
    if (members.get("error") instanceof Map) {
      Map<?, ?> inner = (Map<?, ?>) members.get("error");
      text = firstText(inner, "message", "error", "code");
      addMembers(inner, text, details);
    }
    if (!text.isPresent()) {
      text = firstText(members, "error", "message", "detail");
    }
    addDetails(members.get("details"));
    addErrors(members.get("errors"));
    addErrors(members.get("detail"));
    Object message = members.get("message");
    if (message != null && !text.equals(Optional.of(message))) {
      details.putIfAbsent("message", clean(message));
    }
  }

  private static Optional<String> firstText(Map<?, ?> members, String... names) {
    for (String name : names) {
      Object value = members.get(name);
      if (value instanceof String && !((String) value).trim().isEmpty()) {
        return Optional.of((String) value);
      }
    }
    return Optional.empty();
  }

  /** One detail per error, under the path of the field that it is about. */
  private void addErrors(@Nullable Object errors) {
    if (!(errors instanceof Collection)) {
      return;
    }
    for (Object error : (Collection<?>) errors) {
      if (!(error instanceof Map)) {
        addDetail(Integer.toString(details.size()), error);
        continue;
      }
      Map<?, ?> members = (Map<?, ?>) error;
      Optional<String> says = firstText(members, "detail", "msg", "message", "title", "code");
      if (!text.isPresent()) {
        text = says;
      }
      String path = pathOf(members);
      addDetail(
          path == null || details.containsKey(path) ? Integer.toString(details.size()) : path,
          path == null || !says.isPresent() ? members : says.get());
    }
  }

  private static @Nullable String pathOf(Map<?, ?> error) {
    Object loc = error.get("loc");
    if (loc instanceof Collection) {
      StringBuilder path = new StringBuilder();
      for (Object part : (Collection<?>) loc) {
        path.append(path.length() == 0 ? "" : ".").append(part);
      }
      return path.toString();
    }
    Object source = error.get("source");
    Object pointer = source instanceof Map ? ((Map<?, ?>) source).get("pointer") : null;
    return pointer instanceof String ? (String) pointer : null;
  }

  private void addDetails(@Nullable Object tree) {
    if (tree instanceof Map) {
      addMembers((Map<?, ?>) tree, Optional.empty(), details);
    } else if (tree instanceof Collection) {
      for (Object value : (Collection<?>) tree) {
        addDetail(Integer.toString(details.size()), value);
      }
    } else if (tree != null) {
      addDetail("details", tree);
    }
  }

  private void addDetail(String name, @Nullable Object value) {
    if (details.size() < MAX_DETAILS) {
      details.put(key.hide(name), clean(value == null ? "null" : value));
    }
  }

  private void addMembers(Map<?, ?> members, Optional<String> told, Map<String, Object> into) {
    members.forEach(
        (name, value) -> {
          boolean isTold = told.equals(Optional.ofNullable(value));
          if (value != null && !isTold && into.size() < MAX_DETAILS) {
            into.put(key.hide((String) name), clean(value));
          }
        });
  }

  private String bounded(String said) {
    String clean = key.hide(said);
    return clean.substring(0, Math.min(clean.length(), maxChars));
  }

  private Object clean(Object tree) {
    return Trees.replaceText(tree, key::hide);
  }
}
