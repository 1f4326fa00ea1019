package com.talkturo.sdk.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

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

  /** Causes may form a circle. */
  private static final int MAX_CAUSES = 20;

  private final String key;

  KeyMask(String key) {
    this.key = key;
  }

  KeyMask with(String another) {
    return new KeyMask(another);
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

  /** The failure without the key: OkHttp quotes what it cannot read, such as a status line. */
  IOException hide(IOException failure) {
    if (!finds(failure, 0)) {
      return failure;
    }
    IOException clean = new IOException(hide(failure.toString()));
    clean.setStackTrace(failure.getStackTrace());
    return clean;
  }

  private boolean finds(@Nullable Throwable failure, int depth) {
    if (failure == null || depth > MAX_CAUSES) {
      return false;
    }
    boolean found = finds(failure.toString()) || finds(failure.getCause(), depth + 1);
    for (Throwable suppressed : failure.getSuppressed()) {
      found = found || finds(suppressed, depth + 1);
    }
    return found;
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
      if (text.charAt(at + 1) == 'u' && hexValue(text, at + 2) == wanted) {
        return 6;
      }
    }
    return first == wanted ? 1 : 0;
  }

  /** The value of four hexadecimal digits, or -1. */
  private static int hexValue(String text, int from) {
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value;
  }
}
