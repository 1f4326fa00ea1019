package com.talkturo.cli;

import com.github.difflib.DiffUtils;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What somebody may have meant; picocli's own guesses need the first letters to be right. */
final class Suggestion {
  private Suggestion() {}

  /** What is wrong with the arguments, and what may have been meant. */
  static String of(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      return String.valueOf(e.getMessage());
    }
    String word = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    boolean isOption = word.startsWith("-");
    boolean isRoot = spec.parent() == null;
    if (isOption && isRoot && Arrays.stream(Option.values()).anyMatch(o -> o.flag().equals(word))) {
      return e.getMessage() + "; options stand behind the command, as in: talkturo plan " + word;
    }
    String what = isRoot && !isOption ? "there is no command \"" + word + '"' : e.getMessage();
    return what + of(word, isOption ? spec.optionsMap().keySet() : spec.subcommands().keySet());
  }

  /** The nearest of some words, as a question. */
  static String of(String word, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(candidate -> edits(word, candidate)))
        .filter(nearest -> isNear(edits(word, nearest), nearest.replace("-", "").length()))
        .map(nearest -> "; did you mean " + nearest + "?")
        .orElse("");
  }

  private static boolean isNear(int edits, int letters) {
    return edits <= Math.max(2, letters / 3) && edits < letters;
  }

  private static int edits(String word, String candidate) {
    String given = word.toLowerCase(Locale.ROOT);
    if (given.length() > 2 && (candidate.startsWith(given) || given.startsWith(candidate))) {
      return 0;
    }
    return DiffUtils.diff(letters(given), letters(candidate)).getDeltas().stream()
        .mapToInt(delta -> Math.max(delta.getSource().size(), delta.getTarget().size()))
        .sum();
  }

  private static List<String> letters(String word) {
    return List.of(word.split(""));
  }
}
