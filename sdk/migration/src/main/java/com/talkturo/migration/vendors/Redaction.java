package com.talkturo.migration.vendors;

import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the values of secret members out of a text that may be JSON, a part of it, or hold JSON in
 * its texts. What was JSON is JSON afterwards. Takes one pass, however odd the text is, and for
 * JSON with escapes one more.
 */
final class Redaction {
  /** Within a text of JSON, line ends have backslashes. */
  private static final String SPACE = "(?:\\s|\\\\++[nrt])*+";

  /** A name up to its value; within a text of JSON, the quotes have backslashes. */
  private static final Pattern MEMBER =
      Pattern.compile("([\"'])((?:\\\\*+(?!\\1)[^\"\\\\])*+)(\\\\*+)\\1" + SPACE + ":" + SPACE);

  private static final Pattern QUOTE = Pattern.compile("\\\\*+[\"']");

  private final String json;

  private Redaction(String json) {
    this.json = json;
  }

  static String of(String json) {
    String clean = new Redaction(json).redacted();
    return clean.indexOf('\\') < 0 ? clean : withoutEscapedSecrets(clean);
  }

  /** Only a parser finds names with quotes in them, and quotes spelled {@code \}{@code u0022}. */
  private static String withoutEscapedSecrets(String json) {
    Object tree;
    try {
      tree = Trees.parse(json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException | RuntimeException e) {
      return json;
    }
    Object clean = cleanTree(tree);
    return clean == null || clean.equals(tree)
        ? json
        : new String(Kind.tree().toJsonAsRead(clean), StandardCharsets.UTF_8);
  }

  private static @Nullable Object cleanTree(@Nullable Object tree) {
    if (tree instanceof String text) {
      return of(text);
    }
    if (tree instanceof Collection<?> elements) {
      List<@Nullable Object> clean = new ArrayList<>();
      elements.forEach(element -> clean.add(cleanTree(element)));
      return clean;
    }
    if (tree instanceof Map<?, ?> members) {
      Map<String, @Nullable Object> clean = new LinkedHashMap<>();
      members.forEach(
          (name, value) -> {
            boolean isHidden = hides((String) name) && value != null && !(value instanceof Boolean);
            clean.put((String) name, isHidden ? Secrets.MASK : cleanTree(value));
          });
      return clean;
    }
    return tree;
  }

  private static boolean hides(String name) {
    return Secrets.isSecret(name) || Secrets.isHeaders(name);
  }

  private String redacted() {
    StringBuilder clean = new StringBuilder(json.length());
    Matcher member = MEMBER.matcher(json);
    int shown = 0;
    while (member.find()) {
      if (!hides(member.group(2))) {
        continue;
      }
      String quote = quote(member.group(3).length()) + member.group(1);
      int end = endOfValue(member.end(), quote);
      if (end > member.end()) {
        clean.append(json, shown, member.end()).append(quote).append(Secrets.MASK).append(quote);
        shown = end;
        member.region(end, json.length());
      }
    }
    return clean.append(json, shown, json.length()).toString();
  }

  /** Backslashes before a quote are those of the quote, after pairs that end the text before it. */
  private static String quote(int backslashes) {
    return "\\".repeat((1 << Integer.numberOfTrailingZeros(~backslashes)) - 1);
  }

  /** Behind the value; where it begins if there is nothing to hide. */
  private int endOfValue(int start, String quote) {
    Matcher opening = QUOTE.matcher(json).region(start, json.length());
    if (opening.lookingAt() && opening.group().length() >= quote.length()) {
      return endOfText(start, opening.group());
    }
    if (json.startsWith("[", start) || json.startsWith("{", start)) {
      return endOfContainer(start, quote);
    }
    int end = start;
    while (end < json.length() && " \t\r\n,]}\"'\\".indexOf(json.charAt(end)) < 0) {
      end++;
    }
    return json.substring(start, end).matches("null|true|false|None|True|False") ? start : end;
  }

  private int endOfText(int start, String quote) {
    char mark = quote.charAt(quote.length() - 1);
    int depth = quote.length() - 1;
    int backslashes = 0;
    for (int i = start + quote.length(); i < json.length(); i++) {
      if (json.charAt(i) == '\\') {
        backslashes++;
        continue;
      }
      // Each level of texts in texts doubles the backslashes.
      if (json.charAt(i) == mark
          && backslashes >= depth
          && (backslashes - depth) % (2 * (depth + 1)) == 0) {
        return i + 1;
      }
      boolean isBelow = mark == '"' ? backslashes < depth : backslashes == 0;
      if (json.charAt(i) == '"' && isBelow) {
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
