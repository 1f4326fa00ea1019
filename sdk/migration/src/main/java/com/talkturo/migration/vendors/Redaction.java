package com.talkturo.migration.vendors;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the values of secret members out of a text that may be JSON, a part of it, or hold JSON in
 * its texts. What was JSON is JSON afterwards. Takes one pass, however odd the text is.
 */
final class Redaction {
  /** A name up to its value; within a text of JSON, the quotes have backslashes. */
  private static final Pattern MEMBER =
      Pattern.compile("\"([^\"\\\\]*+)(\\\\*+)\"\\s*+:\\s*+", Pattern.DOTALL);

  private final String json;

  private Redaction(String json) {
    this.json = json;
  }

  static String of(String json) {
    return new Redaction(json).redacted();
  }

  private String redacted() {
    StringBuilder clean = new StringBuilder(json.length());
    Matcher member = MEMBER.matcher(json);
    int shown = 0;
    while (member.find()) {
      String name = member.group(1);
      if (!Secrets.isSecret(name) && !Secrets.isHeaders(name)) {
        continue;
      }
      String quote = member.group(2) + '"';
      int end = endOfValue(member.end(), quote);
      if (end > member.end()) {
        clean.append(json, shown, member.end()).append(quote).append(Secrets.MASK).append(quote);
        shown = end;
        member.region(end, json.length());
      }
    }
    return clean.append(json, shown, json.length()).toString();
  }

  /** Behind the value; where it begins if there is nothing to hide. */
  private int endOfValue(int start, String quote) {
    if (json.startsWith(quote, start)) {
      return endOfText(start, quote);
    }
    if (json.startsWith("[", start) || json.startsWith("{", start)) {
      return endOfContainer(start, quote);
    }
    int end = start;
    while (end < json.length() && " \t\r\n,]}\"\\".indexOf(json.charAt(end)) < 0) {
      end++;
    }
    return json.substring(start, end).matches("null|true|false") ? start : end;
  }

  private int endOfText(int start, String quote) {
    int depth = quote.length() - 1;
    int backslashes = 0;
    for (int i = start + quote.length(); i < json.length(); i++) {
      if (json.charAt(i) == '\\') {
        backslashes++;
        continue;
      }
      // Each level of texts in texts doubles the backslashes.
      if (json.charAt(i) == '"'
          && backslashes >= depth
          && (backslashes - depth) % (2 * (depth + 1)) == 0) {
        return i + 1;
      }
      if (json.charAt(i) == '"' && backslashes < depth) {
        return i - backslashes; // The text around it ends.
      }
      backslashes = 0;
    }
    return json.length();
  }

  private int endOfContainer(int start, String quote) {
    int open = 0;
    int i = start;
    while (i < json.length()) {
      char c = json.charAt(i);
      if (json.startsWith(quote, i)) {
        i = endOfText(i, quote);
        continue;
      }
      if (c == '"') {
        return i; // The text around it ends.
      }
      if (c == '[' || c == '{') {
        open++;
      } else if ((c == ']' || c == '}') && --open == 0) {
        return i + 1;
      }
      i++;
    }
    return json.length();
  }
}
