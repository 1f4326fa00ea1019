package com.talkturo.cli;

import com.talkturo.provisioning.ProvisioningException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The engine speaks of methods; here they are commands and options. */
final class Wording {
  private static final Map<Pattern, String> WORDS = words();

  private Wording() {}

  private static Map<Pattern, String> words() {
    Map<Pattern, String> words = new LinkedHashMap<>();
    words.put(
        Pattern.compile(
            "then call resolve\\(\"([^\"]*)\"\\)\\.adopt\\(id\\) or \\.notCreated\\(\\)"),
        "then run: talkturo resolve $1 --adopt ID, or --not-created");
    words.put(Pattern.compile("call (delete|forget)\\(\"([^\"]*)\"\\)"), "run: talkturo $1 $2");
    words.put(Pattern.compile("call init\\(\\) once"), "run talkturo init once");
    words.put(
        Pattern.compile("allow it with allowUnassign\\(true\\)"), "allow it with --allow-unassign");
    words.put(Pattern.compile("needs allowUnassign"), "needs --allow-unassign");
    words.put(Pattern.compile("recreateMissing makes"), "--recreate-missing makes");
    words.put(Pattern.compile("\\bmaxCreates\\b"), "--allow-create");
    words.put(Pattern.compile("; use resolve$"), "; run: talkturo resolve");
    words.put(Pattern.compile("\\buse force\\b"), "use --force");
    words.put(Pattern.compile("\\bcall (delete|move) again\\b"), "run talkturo $1 again");
    return words;
  }

  static String of(ProvisioningException e) {
    return of(String.valueOf(e.getMessage()));
  }

  static String of(String text) {
    String worded = text;
    for (Map.Entry<Pattern, String> word : WORDS.entrySet()) {
      worded = word.getKey().matcher(worded).replaceAll(word.getValue());
    }
    return worded;
  }
}
