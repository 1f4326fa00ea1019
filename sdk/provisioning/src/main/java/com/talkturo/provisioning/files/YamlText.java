package com.talkturo.provisioning.files;

/** Values as they are written into YAML. */
final class YamlText {
  private YamlText() {}

  /** Text in double quotes on one line, with what is not printable, and "${", escaped. */
  static String of(Object value) {
    return value instanceof String text ? quoted(Substitution.escaped(text)) : value.toString();
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        quoted.append(c).append(text.charAt(++i));
      } else {
        quoted.append(escaped(c));
      }
    }
    return quoted.append('"').toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> isPrintable(c) ? String.valueOf(c) : String.format("\\u%04X", (int) c);
    };
  }

  private static boolean isPrintable(char c) {
    boolean isControl = c < 0x20 || (c >= 0x7F && c <= 0x9F);
    boolean isBreak = c == 0x2028 || c == 0x2029;
    return !isControl && !isBreak && !Character.isSurrogate(c) && c != 0xFEFF && c < 0xFFFE;
  }

  /** Whether a prompt file can hold the text, and gives it back on any machine. */
  static boolean fitsFile(String text) {
    boolean isWhole =
        text.codePoints()
            .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    return isWhole && text.indexOf('\r') < 0 && text.indexOf('\uFEFF') < 0 && !text.contains("${");
  }
}
