package com.talkturo.provisioning.files;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts environment variables into scalars: {@code ${env:X}} and {@code ${env:X:-default}}. */
final class Substitution {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)(:-([^}]*))?}");

  private final Function<String, @Nullable String> variables;
  private final Problems problems;

  Substitution(Function<String, @Nullable String> variables, Problems problems) {
    this.variables = variables;
    this.problems = problems;
  }

  /**
   * A scalar with its variables filled in.
   *
   * @param isHidden whether a part of the text comes from a variable, and is not to be shown
   */
  record Filled(String text, boolean isHidden) {
    String shown() {
      return isHidden ? "(hidden)" : "\"" + text + "\"";
    }
  }

  /** Empty if something is wrong; that went to the problems. */
  Optional<Filled> fill(Yaml.Text scalar) {
    String text = scalar.text();
    StringBuilder filled = new StringBuilder();
    boolean isHidden = false;
    Matcher variable = VARIABLE.matcher(text);
    int at = 0;
    while (at < text.length()) {
      int next = text.indexOf("${", at);
      if (next < 0) {
        break;
      }
      if (next > at && text.charAt(next - 1) == '$') {
        filled.append(text, at, next - 1).append("${");
        at = next + 2;
        continue;
      }
      if (!variable.region(next, text.length()).lookingAt()) {
        problems.add(
            scalar.place(),
            "\"${\" begins a substitution; allowed are ${env:NAME} and ${env:NAME:-default}, and"
                + " $${ for the characters themselves");
        return Optional.empty();
      }
      String name = variable.group(1);
      if (variable.group(2) != null && variable.group(3).indexOf('{') >= 0) {
        problems.add(
            scalar.place(),
            "the default of ${env:"
                + name
                + "} holds a brace, which would end it too early; allowed is text without { and }");
        return Optional.empty();
      }
      String value = variables.apply(name);
      if ((value == null || value.isEmpty()) && variable.group(2) == null) {
        problems.add(
            scalar.place(),
            "environment variable "
                + name
                + " is not set, or empty; set it, or write ${env:"
                + name
                + ":-default}");
        return Optional.empty();
      }
      filled.append(text, at, next);
      filled.append(value == null || value.isEmpty() ? variable.group(3) : value);
      isHidden = true;
      at = variable.end();
    }
    return Optional.of(new Filled(filled.append(text.substring(at)).toString(), isHidden));
  }

  /** The variables in a value, those that are escaped left out. */
  static Set<String> variables(Yaml value) {
    Set<String> names = new TreeSet<>();
    if (value instanceof Yaml.Text scalar) {
      Matcher variable = VARIABLE.matcher(scalar.text());
      while (variable.find()) {
        if (variable.start() == 0 || scalar.text().charAt(variable.start() - 1) != '$') {
          names.add(variable.group(1));
        }
      }
    } else if (value instanceof Yaml.Items items) {
      items.items().forEach(item -> names.addAll(variables(item)));
    }
    return names;
  }

  /** The text that gives this one when it is read. */
  static String escaped(String text) {
    return text.replace("${", "$${");
  }
}
