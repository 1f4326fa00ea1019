package com.talkturo.sdk.json;

import com.fasterxml.jackson.core.JsonStreamContext;
import java.util.ArrayDeque;
import java.util.Deque;

/** Where in a document something is wrong, for messages: {@code $.assistant.tools[2].name}. */
final class JsonPath {
  private static final int MAX_SEGMENTS = 20;
  private static final int MAX_NAME_CHARS = 64;

  private JsonPath() {}

  /** Where a parser is. */
  static String of(JsonStreamContext at) {
    return of(at, true);
  }

  /** Where a generator is: the names are the caller's own. */
  static String ofWritten(JsonStreamContext at) {
    String path = of(at, false);
    return path.startsWith("$.") ? path.substring(2) : "body" + path.substring(1);
  }

  private static String of(JsonStreamContext at, boolean foreign) {
    Deque<String> segments = new ArrayDeque<>();
    for (JsonStreamContext level = at; level != null; level = level.getParent()) {
      String segment = segment(level, foreign);
      if (!segment.isEmpty()) {
        segments.addFirst(segment);
      }
      if (segments.size() > MAX_SEGMENTS) {
        segments.removeLast(); // What lies deepest says least.
      }
    }
    return "$" + String.join("", segments);
  }

  private static String segment(JsonStreamContext level, boolean foreign) {
    if (level.inArray()) {
      return level.hasCurrentIndex() ? "[" + level.getCurrentIndex() + "]" : "";
    }
    String name = level.inObject() ? level.getCurrentName() : null;
    return name == null ? "" : "." + (foreign ? shown(name) : name);
  }

  /** The other side names its members; what is no name is not repeated. */
  static String shown(String name) {
    boolean isName = !name.isEmpty() && name.length() <= MAX_NAME_CHARS;
    for (int i = 0; isName && i < name.length(); i++) {
      char c = name.charAt(i);
      isName = (c < 0x80 && Character.isLetterOrDigit(c)) || c == '_' || c == '-';
    }
    return isName ? name : "?";
  }

  /** The sentence for a value that does not fit. */
  static String expected(String path, String expected, String found) {
    return path + ": expected " + expected + ", found " + found;
  }
}
