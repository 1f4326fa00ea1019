package com.talkturo.provisioning;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values as people see them in plans. */
final class Display {
  private static final int LONGEST = 60;
  private static final int CONTEXT = 2;
  private static final String HIDDEN = "(hidden)";

  private Display() {}

  static FieldChange change(
      AssistantSpec spec,
      String field,
      Classification classification,
      Optional<String> before,
      @Nullable Object live,
      String note) {
    boolean declared = spec.fields().containsKey(field);
    Object wanted = spec.fields().get(field);
    if (spec.hiddenFields().contains(field)) {
      return new FieldChange(
          field,
          classification,
          before.map(value -> HIDDEN),
          declared ? Optional.of(HIDDEN) : Optional.empty(),
          List.of(),
          note);
    }
    boolean asDiff =
        live instanceof String old
            && wanted instanceof String text
            && (isLong(old) || isLong(text));
    return new FieldChange(
        field,
        classification,
        before,
        declared ? Optional.of(value(wanted)) : Optional.empty(),
        asDiff ? diff((String) live, (String) wanted) : List.of(),
        note);
  }

  private static boolean isLong(String text) {
    return text.length() > LONGEST || text.indexOf('\n') >= 0;
  }

  /** One line, shortened. */
  static String value(@Nullable Object value) {
    if (!(value instanceof String text)) {
      String shown = value == null ? "null" : printable(Values.exact(value));
      return shown.length() > LONGEST ? shown.substring(0, LONGEST) + "..." : shown;
    }
    String line = printable(text.replace("\n", "\\n").replace("\t", "\\t"));
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }

  private static List<String> diff(@Nullable String live, @Nullable String wanted) {
    List<String> before = List.of(String.valueOf(live).split("\n", -1));
    List<String> after = List.of(String.valueOf(wanted).split("\n", -1));
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            "live", "declared", before, DiffUtils.diff(before, after), CONTEXT);
    // Without the two lines that name files.
    return lines.stream().skip(2).map(Display::printable).toList();
  }

  /** What the dashboard holds must not move the cursor of a terminal, or turn a line around. */
  private static String printable(String line) {
    StringBuilder shown = new StringBuilder();
    line.codePoints()
        .forEach(
            c -> {
              if (c == '\r') {
                shown.append("\\r");
              } else if (isPrintable(c)) {
                shown.appendCodePoint(c);
              } else {
                shown.append(String.format("\\u%04X", c));
              }
            });
    return shown.toString();
  }

  private static boolean isPrintable(int c) {
    boolean turnsTheLine = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c == '\t';
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> false;
      default -> !turnsTheLine;
    };
  }
}
