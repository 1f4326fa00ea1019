package com.talkturo.sdk.engine;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the characters of a text may stand for: each for itself, one behind a backslash for itself,
 * and its code in JSON, URLs, HTML or a programming language for the character with this code. What
 * spells a character may be spelled in turn, as in JSON inside of JSON.
 */
final class KeySpelling {
  /** JSON seven times inside of JSON; each more would double the backslashes. */
  private static final int MAX_DEPTH = 8;

  /** How HTML calls visible ASCII. */
  private static final String NAMES =
      "excl! quot\" num# dollar$ percnt% amp& apos' lpar( rpar) ast* midast* plus+ comma, period."
          + " sol/ colon: semi; lt< equals= gt> quest? commat@ lsqb[ lbrack[ bsol\\ rsqb] rbrack]"
          + " hat^ lowbar_ underbar_ grave` diacriticalgrave` lcub{ lbrace{ verbar| vert|"
          + " verticalline| rcub} rbrace}";

  private static final Map<String, Character> NAMED = new HashMap<>();

  static {
    for (String name : NAMES.split(" ", -1)) {
      int last = name.length() - 1;
      NAMED.put(name.substring(0, last), name.charAt(last));
    }
  }

  /** Numbers the groups: 1 to 3 hexadecimal, 4 octal, 5 decimal, 6 a name, 7 the character. */
  private static final Pattern SPELLED =
      Pattern.compile(
          "(?:\\\\[ux]\\{|&#x)0*+(\\p{XDigit}{1,6})[};]?"
              + "|(?:\\\\u(?:0{4})?|%u)(\\p{XDigit}{4})"
              + "|(?:\\\\x0*+|%)(\\p{XDigit}{2})"
              + "|\\\\([0-7]{2,3})"
              + "|&#0*+(\\d{1,6});?"
              + "|&("
              + String.join("|", NAMED.keySet())
              + ");?"
              + "|\\\\(.)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final String INTRODUCERS = "\\%&";

  private static final Pattern CUT = Pattern.compile("[\\\\%&][\\\\%&#{\\w]*");

  private static final int MAX_CUT = 16;

  private static final int[] RADIX = {0, 16, 16, 16, 8, 10};
  private static final int NAME = 6;
  private static final int CHARACTER = 7;

  private final String text;

  /** Other readings than the character itself, by where they begin; null if there are none. */
  private final @Nullable Reading @Nullable [] readings;

  KeySpelling(String text) {
    this.text = text;
    boolean spelled = INTRODUCERS.chars().anyMatch(c -> text.indexOf(c) >= 0);
    this.readings = spelled ? new Reading[text.length()] : null;
    if (readings != null) {
      readAll(readings);
    }
  }

  int length() {
    return text.length();
  }

  /** Calls back with each index behind something that begins here and may stand for this. */
  void forEachEnd(int from, char wanted, IntConsumer ends) {
    if (from == text.length()) {
      return;
    }
    if (text.charAt(from) == wanted) {
      ends.accept(from + 1);
    }
    if (readings != null) {
      for (Reading r = readings[from]; r != null; r = r.other) {
        if (r.meaning == wanted) {
          ends.accept(r.end);
        }
      }
    }
  }

  /** Whether the text ends here or in the middle of what may spell a character. */
  boolean isCutShort(int at) {
    if (at == text.length()) {
      return true;
    }
    return text.length() - at < MAX_CUT
        && CUT.matcher(text).region(at, text.length()).matches()
        && !isWhole(at);
  }

  private boolean isWhole(int at) {
    Matcher spelled = SPELLED.matcher(text).region(at, text.length());
    if (!spelled.matches() || spelled.group(CHARACTER) != null) {
      return false;
    }
    char meaning = meaning(spelled);
    return meaning > ' ' && INTRODUCERS.indexOf(meaning) < 0;
  }

  /** Reads the text, then what was read, until nothing in it is spelled any more. */
  private void readAll(@Nullable Reading[] found) {
    StringBuilder layer = new StringBuilder(text);
    int[] starts = new int[text.length() + 1];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = i;
    }
    for (int depth = 0; depth < MAX_DEPTH; depth++) {
      int length = read(layer, starts, found);
      if (length == layer.length()) {
        return;
      }
      layer.setLength(length);
    }
  }

  /**
   * Puts what the layer spells in its place.
   *
   * @param starts where in the text each character of the layer begins
   * @return how long it is then
   */
  private int read(StringBuilder layer, int[] starts, @Nullable Reading[] found) {
    Matcher spelled = SPELLED.matcher(layer.toString());
    int length = layer.length();
    int written = 0;
    int writtenUpTo = 0;
    for (int at = 0; at < length; at++) {
      char meaning = layer.charAt(at);
      int end = at + 1;
      if (INTRODUCERS.indexOf(meaning) >= 0 && spelled.region(at, length).lookingAt()) {
        if (meaning == '\\') {
          // Of the key may also be the letter of an escape, or a digit.
          add(found, starts[at], starts[at + 2], layer.charAt(at + 1));
        }
        meaning = meaning(spelled);
        end = spelled.end();
        add(found, starts[at], starts[end], meaning);
      }
      // Others may begin inside of it: who knows what the backslash before it belongs to.
      if (at >= writtenUpTo) {
        layer.setCharAt(written, meaning);
        starts[written++] = starts[at];
        writtenUpTo = end;
      }
    }
    starts[written] = text.length();
    return written;
  }

  private static void add(@Nullable Reading[] found, int start, int end, char meaning) {
    found[start] = new Reading(meaning, end, found[start]);
  }

  private static char meaning(Matcher spelled) {
    if (spelled.group(CHARACTER) != null) {
      return spelled.group(CHARACTER).charAt(0);
    }
    if (spelled.group(NAME) != null) {
      return NAMED.getOrDefault(spelled.group(NAME).toLowerCase(Locale.ROOT), '\0');
    }
    int group = 1;
    while (spelled.group(group) == null) {
      group++;
    }
    return (char) Integer.parseInt(spelled.group(group), RADIX[group]);
  }

  private static final class Reading {
    private final char meaning;
    private final int end;
    private final @Nullable Reading other;

    Reading(char meaning, int end, @Nullable Reading other) {
      this.meaning = meaning;
      this.end = end;
      this.other = other;
    }
  }
}
