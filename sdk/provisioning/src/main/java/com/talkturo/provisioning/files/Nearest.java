package com.talkturo.provisioning.files;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that somebody may have meant. */
final class Nearest {
  private Nearest() {}

  /** Such as {@code ; did you mean "temperature"?}, or what is allowed if nothing is near. */
  static String hint(String name, Collection<String> known) {
    return of(name, known)
        .map(near -> "; did you mean \"" + near + "\"?")
        .orElseGet(() -> known.isEmpty() ? "" : "; allowed are " + String.join(", ", known));
  }

  static Optional<String> of(String name, Collection<String> known) {
    String plain = plain(name);
    return known.stream()
        .min(Comparator.comparingInt(candidate -> edits(plain, plain(candidate))))
        .filter(best -> edits(plain, plain(best)) <= Math.max(1, best.length() / 3));
  }

  /** {@code voiceId} and {@code voice-id} are near {@code voice_id}. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }

  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j - 1], row[j]) + 1);
      }
    }
    return row[to.length()];
  }
}
