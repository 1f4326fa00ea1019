package com.talkturo.cli;

import com.talkturo.sdk.testing.TalkturoServer;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a printed plan says that will be sent. */
final class PrintedPlan {
  private static final Pattern KEY = Pattern.compile("([+~!]) (\\S+)(.*)");
  private static final Pattern FIELD = Pattern.compile(" {4}(\\w+) +(.*)");
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
   * Values by field by key.
   *
   * @param sent for the values of fields that are only named
   */
  Map<String, Map<String, String>> byKey(Map<String, Map<String, String>> sent) {
    Map<String, Map<String, String>> printed = new TreeMap<>();
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
        for (String name : line.substring(ALONG.length()).split(", ")) {
          String value = sent.getOrDefault(key, Map.of()).getOrDefault(name, "not sent");
          printed.computeIfAbsent(key, k -> new TreeMap<>()).put(name, value);
        }
      } else if (!key.isEmpty() && field.matches() && isSent(line)) {
        printed
            .computeIfAbsent(key, k -> new TreeMap<>())
            .put(field.group(1), value(field.group(1), field.group(2)));
      }
    }
    return printed;
  }

  private boolean isSent(String line) {
    return !line.contains("no longer declared")
        && (onDrift.equals("overwrite") || !line.contains("  changed outside"));
  }

  private String value(String field, String shown) {
    String value = shown.replaceFirst("  changed outside.*", "").replaceFirst(".* -> ", "");
    if (!field.equals("numbers")) {
      return value;
    }
    String ids = value;
    for (Map.Entry<String, String> number : idsByNumber.entrySet()) {
      ids = ids.replace(number.getKey(), number.getValue());
    }
    return ids;
  }
}
