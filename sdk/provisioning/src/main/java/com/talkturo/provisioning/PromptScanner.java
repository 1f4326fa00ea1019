package com.talkturo.provisioning;

import com.talkturo.provisioning.PromptFinding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the variables of a prompt, and braces that are none. */
final class PromptScanner {
  /**
   * One name in single braces, as other tools write it; JSON has quotes, colons or spaces there.
   */
  private static final Pattern SINGLE =
      Pattern.compile("(?<![{$%])\\{([A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z0-9_]+)*)\\}(?!\\})");

  private static final Pattern SHELL = Pattern.compile("\\$\\{[^{}]*\\}");
  private static final Pattern TAG = Pattern.compile("\\{%.*?%\\}", Pattern.DOTALL);

  private final String text;
  private final PromptLocator locator;
  private final List<PromptFinding> findings;

  PromptScanner(String text, PromptLocator locator, List<PromptFinding> findings) {
    this.text = text;
    this.locator = locator;
    this.findings = findings;
  }

  /**
   * What stands between two pairs of braces.
   *
   * @param start where the first brace is
   * @param end behind the last brace
   */
  record Variable(String inner, int start, int end) {}

  List<Variable> scan() {
    List<Variable> variables = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      if (text.startsWith("{{", i)) {
        i = variable(i, variables);
      } else if (text.startsWith("}}", i) && closesNothing(i)) {
        warn(i, "}} without {{ before it");
        i = endOfBraces(i);
      } else {
        i++;
      }
    }
    otherSyntax();
    return variables;
  }

  private int endOfBraces(int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) == '}') {
      end++;
    }
    return end;
  }

  /** JSON in a prompt closes with braces that opened one by one. */
  private boolean closesNothing(int at) {
    int open = 0;
    for (int i = 0; i < at; i++) {
      if (text.startsWith("{{", i)) {
        int close = text.indexOf("}}", i + 2);
        if (close < 0 || close >= at) {
          return false;
        }
        i = close + 1;
      } else if (text.charAt(i) == '{') {
        open++;
      } else if (text.charAt(i) == '}') {
        open = Math.max(0, open - 1);
      }
    }
    return open < 2;
  }

  /** Returns where to go on. */
  private int variable(int start, List<Variable> variables) {
    if (text.startsWith("{{{", start)) {
      int close = text.indexOf("}}", start);
      warn(start, "triple braces; write {{name}}");
      return close < 0 ? unclosed(start) : endOfBraces(close);
    }
    int close = text.indexOf("}}", start + 2);
    int nested = text.indexOf("{{", start + 2);
    if (close < 0 || (nested >= 0 && nested < close && !isNested(start, nested, close))) {
      return unclosed(start);
    }
    if (nested >= 0 && nested < close) {
      warn(start, "nested braces");
      int outer = text.indexOf("}}", close + 2);
      return outer < 0 ? close + 2 : outer + 2;
    }
    String inner = text.substring(start + 2, close);
    if (inner.isBlank()) {
      warn(start, "empty braces");
    } else {
      variables.add(new Variable(inner, start, close + 2));
    }
    return close + 2;
  }

  /** Two openings and two closings; otherwise the first was never closed. */
  private boolean isNested(int start, int nested, int close) {
    String between = text.substring(close + 2, text.length());
    int nextClose = between.indexOf("}}");
    int nextOpen = between.indexOf("{{");
    return nested > start && nextClose >= 0 && (nextOpen < 0 || nextClose < nextOpen);
  }

  private int unclosed(int start) {
    findings.add(locator.at(start, Severity.ERROR, "{{ is never closed"));
    return start + 2;
  }

  private void otherSyntax() {
    report(SHELL, "%s is not filled in; write {{name}}");
    report(TAG, "%s is not executed; Talkturo documents no tags");
    report(SINGLE, "%s in single braces is not filled in; write {{name}}");
  }

  private void report(Pattern pattern, String message) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      String shown =
          matcher.group().length() > 40
              ? matcher.group().substring(0, 40) + "..."
              : matcher.group();
      warn(matcher.start(), String.format(message, shown));
    }
  }

  private void warn(int at, String message) {
    findings.add(locator.at(at, Severity.WARNING, message));
  }
}
