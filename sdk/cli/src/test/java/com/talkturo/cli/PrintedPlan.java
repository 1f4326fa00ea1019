package com.talkturo.cli;

import com.talkturo.sdk.testing.TalkturoServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a printed plan says that will be sent. */
final class PrintedPlan {
  private static final Pattern KEY = Pattern.compile("([+~!]) (\\S+)(.*)");
  private static final Pattern FIELD = Pattern.compile(" {4}(\\w+) +(.*)");
  private static final Pattern NUMBER = Pattern.compile("([+-]) (\\S+)");
  private static final String ALONG = "    sent along, as declared: ";

  private final String text;
  private final String onDrift;
  private final Map<String, String> idsByNumber = new HashMap<>();

  PrintedPlan(String text, String onDrift, TalkturoServer server) {
    this.text = text;
    this.onDrift = onDrift;
    numbersById(server).forEach((id, number) -> idsByNumber.put(number, id));
  }

  static Map<String, String> numbersById(TalkturoServer server) {
    Map<String, String> numbers = new HashMap<>();
    server
        .phoneNumbers()
        .all()
        .forEach(
            number ->
                numbers.put(
                    String.valueOf(number.get("id")), String.valueOf(number.get("phone_number"))));
    return numbers;
  }

  /**
   * By key, such as {@code temperature = 0.2} or {@code numbers + pn_a1}.
   *
   * @param sent for the values of fields that are only named
   */
  Map<String, Set<String>> byKey(Map<String, Set<String>> sent) {
    Map<String, Set<String>> printed = new TreeMap<>();
    String key = "";
    for (String line : text.lines().toList()) {
      Matcher head = KEY.matcher(line);
      Matcher field = FIELD.matcher(line);
      if (head.matches()) {
        boolean sendsNothing =
            head.group(3).contains("  ERROR ") || head.group(3).contains("nothing was sent");
        key = sendsNothing ? "" : head.group(2);
      } else if (!line.startsWith("    ")) {
        key = "";
      } else if (!key.isEmpty() && line.startsWith(ALONG)) {
        List<String> names = List.of(line.substring(ALONG.length()).split(", "));
        printed
            .computeIfAbsent(key, k -> new TreeSet<>())
            .addAll(
                sent.getOrDefault(key, Set.of()).stream()
                    .filter(change -> names.contains(change.replaceFirst(" = .*", "")))
                    .toList());
      } else if (!key.isEmpty() && field.matches() && isSent(line)) {
        printed
            .computeIfAbsent(key, k -> new TreeSet<>())
            .addAll(changes(field.group(1), field.group(2)));
      }
    }
    return printed;
  }

  private boolean isSent(String line) {
    return !line.contains("no longer declared")
        && (onDrift.equals("overwrite") || !line.contains("  changed outside"));
  }

  private List<String> changes(String field, String shown) {
    String value = shown.replaceFirst("  changed outside.*", "").replaceFirst(".* -> ", "");
    if (!field.equals("numbers")) {
      return List.of(field + " = " + value);
    }
    return NUMBER
        .matcher(value)
        .results()
        .map(
            part ->
                "numbers "
                    + part.group(1)
                    + " "
                    + idsByNumber.getOrDefault(part.group(2), part.group(2)))
        .toList();
  }
}
