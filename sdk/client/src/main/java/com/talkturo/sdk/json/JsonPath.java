package com.talkturo.sdk.json;

import com.fasterxml.jackson.core.JsonStreamContext;
import java.util.ArrayDeque;
import java.util.Deque;

/** Where in a document something is wrong, for messages: {@code $.assistant.tools[2].name}. */
final class JsonPath {
  private static final int MAX_SEGMENTS = 20;
  private static final int MAX_NAME_CHARS = 64;

  private JsonPath() {}

  /** Where a parser or a generator stands. */
  static String of(JsonStreamContext at) {
    Deque<String> segments = new ArrayDeque<>();
    for (JsonStreamContext level = at; level != null; level = level.getParent()) {
      String segment = segment(level);
      if (!segment.isEmpty()) {
        segments.addFirst(segment);
      }
      if (segments.size() > MAX_SEGMENTS) {
        segments.removeLast(); // What lies deepest says least.
      }
    }
    return "$" + String.join("", segments);
  }

  private static String segment(JsonStreamContext level) {
    if (level.inArray()) {
      return level.hasCurrentIndex() ? "[" + level.getCurrentIndex() + "]" : "";
    }
    String name = level.inObject() ? level.getCurrentName() : null;
    return name == null ? "" : "." + shown(name);
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
