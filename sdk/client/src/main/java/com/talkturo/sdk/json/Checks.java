package com.talkturo.sdk.json;

import java.util.Optional;

/**
 * The checks that a request must pass before the client sends anything. Each message names field,
 * value and range. Internal to the SDK.
 */
public final class Checks {
  private Checks() {}

  /** The value, which must hold more than white space. */
  public static String notBlank(String field, String value) {
    if (value.trim().isEmpty()) {
      throw refused(field, "\"" + value + "\"", "any text that is not blank");
    }
    return value;
  }

  /** The value, if there is one, must hold more than white space. */
  public static void notBlank(String field, Optional<String> value) {
    if (value.isPresent()) {
      notBlank(field, value.get());
    }
  }

  /** The account must be named, left out, or neither. */
  public static void accountSlug(Optional<String> slug, boolean isLeftOut) {
    notBlank("accountSlug", slug);
    if (isLeftOut && slug.isPresent()) {
      throw new IllegalArgumentException(
          "accountSlug is \"" + slug.get() + "\" and left out; allowed is one of the two");
    }
  }

  /** The value, if there is one, must be a number within these bounds. */
  public static void range(String field, Optional<Double> value, double least, double most) {
    if (value.isPresent() && !(value.get() >= least && value.get() <= most)) {
      throw refused(field, value.get(), least + " to " + most);
    }
  }

  /** The value, if there is one, must not be smaller. */
  public static void atLeast(String field, Optional<Integer> value, int least) {
    if (value.isPresent() && value.get() < least) {
      throw refused(field, value.get(), least + " or more");
    }
  }

  /** The value must be usable as one segment of a path. */
  public static void pathParameter(String field, String value) {
    notBlank(field, value);
    if (climbs(value)) {
      throw refused(field, "\"" + value + "\", which would address another path", "any other id");
    }
  }

  /** Whether a segment of a path means the same or the upper folder. */
  public static boolean climbs(String segment) {
    return segment.equals(".") || segment.equals("..");
  }

  private static IllegalArgumentException refused(String field, Object value, String allowed) {
    return new IllegalArgumentException(field + " is " + value + "; allowed is " + allowed);
  }

  /** Whether the text holds no half of a surrogate pair, which stands for no character. */
  public static boolean isUnicode(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        boolean isPair =
            i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
        if (!isPair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
