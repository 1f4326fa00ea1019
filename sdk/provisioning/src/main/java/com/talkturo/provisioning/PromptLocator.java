package com.talkturo.provisioning;

import com.talkturo.provisioning.PromptFinding.Severity;

/** Turns offsets into lines and columns. */
final class PromptLocator {
  private final String text;

  PromptLocator(String text) {
    this.text = text;
  }

  PromptFinding at(int offset, Severity severity, String message) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < offset; i++) {
      char c = text.charAt(i);
      boolean endsLine =
          c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'));
      if (endsLine) {
        line++;
        lineStart = i + 1;
      }
    }
    int column = text.codePointCount(lineStart, offset) + 1;
    return new PromptFinding(severity, "", line, column, message);
  }
}
