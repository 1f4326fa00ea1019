package com.talkturo.sdk.http;

/**
 * Hides the API key in what the server sent: a server may echo it, and no exception may show it.
 * Finds it in JSON spelling too, where every character can be written as an escape.
 */
final class KeyMask {
  /** Hides nothing. */
  static final KeyMask NONE = new KeyMask("");

  private static final String MASK = "[API key]";

  /** As many characters of a key as Talkturo's dashboard shows itself. */
  private static final int MAX_SHOWN = 8;

  private final String key;

  KeyMask(String key) {
    this.key = key;
  }

  /** The text without the key, and without a key that the end of the text cuts short. */
  String hide(String text) {
    if (key.isEmpty()) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    boolean found = false;
    int i = 0;
    while (i < text.length()) {
      int end = endOfKey(text, i);
      if (end < 0) {
        clean.append(text.charAt(i++));
      } else {
        clean.append(MASK);
        found = true;
        i = end;
      }
    }
    return found ? clean.toString() : text;
  }

  boolean finds(String text) {
    return !hide(text).equals(text);
  }

  /** The index behind the key that is spelled here, or -1. */
  private int endOfKey(String text, int from) {
    int i = from;
    for (int k = 0; k < key.length(); k++) {
      if (i >= text.length()) {
        return k > MAX_SHOWN ? i : -1;
      }
      int length = spelledLength(text, i, key.charAt(k));
      if (length == 0) {
        return k > MAX_SHOWN && text.length() - i < 6 && text.charAt(i) == '\\'
            ? text.length()
            : -1;
      }
      i += length;
    }
    return i;
  }

  /** How many characters of the text spell this one character: 0 if none do. */
  private static int spelledLength(String text, int at, char wanted) {
    char first = text.charAt(at);
    if (first == wanted && wanted != '\\') {
      return 1;
    }
    if (first == '\\' && at + 1 < text.length()) {
      if (text.charAt(at + 1) == wanted) {
        return 2;
      }
      String escape = String.format("\\u%04x", (int) wanted);
      if (text.regionMatches(true, at, escape, 0, escape.length())) {
        return escape.length();
      }
    }
    return first == wanted ? 1 : 0;
  }
}
