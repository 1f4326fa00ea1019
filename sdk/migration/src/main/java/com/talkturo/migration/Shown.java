package com.talkturo.migration;

import com.talkturo.migration.vendors.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values as reports show them: short, on one line, and without secrets. */
final class Shown {
  private static final int MAX_CHARS = 80;

  /** Of headers only the names are shown; what a vendor's unknown tool holds may be anything. */
  private static final Pattern HEADER_VALUE =
      Pattern.compile(".*headers/(?!\\d+/name$).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private Shown() {}

  /**
   * A leaf of the source.
   *
   * @param isKnown whether it is documented what stands there
   */
  static String leaf(String pointer, @Nullable Object leaf, boolean isKnown) {
    if (leaf instanceof Map) {
      return "{}";
    }
    if (leaf instanceof Collection) {
      return "[]";
    }
    if (leaf instanceof String text) {
      if (!isKnown || isSecret(pointer)) {
        return Secrets.MASK;
      }
      String name = pointer.substring(pointer.lastIndexOf('/') + 1);
      return text(Secrets.isUrl(name) ? Secrets.withoutPartsOfUrl(text) : text);
    }
    return isSecret(pointer) && leaf != null ? Secrets.MASK : String.valueOf(leaf);
  }

  static boolean isSecret(String pointer) {
    if (HEADER_VALUE.matcher(pointer).matches()) {
      return true;
    }
    for (String name : pointer.split("/", -1)) {
      if (Secrets.isSecret(name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text holds no half of a surrogate pair. */
  static boolean isUnicode(String text) {
    return unicode(text).equals(text);
  }

  /** A text with a question mark for each half of a surrogate pair. */
  static String unicode(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  static String text(String text) {
    return isShort(text) ? "\"" + Secrets.redact(text) + "\"" : length(text);
  }

  /** The same without quotes. */
  static String plain(String text) {
    return isShort(text) ? Secrets.redact(text) : length(text);
  }

  private static boolean isShort(String text) {
    return text.length() <= MAX_CHARS && text.chars().noneMatch(c -> c < ' ');
  }

  private static String length(String text) {
    return "(" + text.length() + " characters)";
  }
}
