package com.talkturo.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a command was called with. */
final class Arguments {
  private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

  private final Map<Option, List<String>> options;
  private final List<String> parameters;

  Arguments(Map<Option, List<String>> options, List<String> parameters) {
    this.options = options;
    this.parameters = parameters;
  }

  /** What can be told of arguments that are not right. */
  static Arguments unparsed(String... args) {
    boolean isJson = List.of(args).contains(Option.JSON.flag());
    return new Arguments(isJson ? Map.of(Option.JSON, List.of()) : Map.of(), List.of());
  }

  Arguments with(Option option, String value) {
    Map<Option, List<String>> more = new EnumMap<>(Option.class);
    more.putAll(options);
    more.put(option, List.of(value));
    return new Arguments(more, parameters);
  }

  boolean has(Option option) {
    return options.containsKey(option);
  }

  Optional<String> value(Option option) {
    return Optional.ofNullable(options.get(option)).map(values -> values.get(0));
  }

  Set<String> keys(Option option) {
    Set<String> keys = new TreeSet<>(options.getOrDefault(option, List.of()));
    keys.forEach(Arguments::requireKey);
    return keys;
  }

  Optional<String> key(Option option) {
    return value(option).map(Arguments::requireKey);
  }

  String parameter(int index) {
    return parameters.get(index);
  }

  List<String> parametersFrom(int index) {
    return parameters.subList(index, parameters.size());
  }

  String key(int index) {
    return requireKey(parameters.get(index));
  }

  private static String requireKey(String key) {
    if (!KEY.matcher(key).matches()) {
      throw new UsageException(
          "\"" + key + "\" is no key; allowed is " + KEY.pattern() + ", such as front-desk");
    }
    return key;
  }

  Path folder() {
    return path(Option.DIR).orElse(Path.of("")).toAbsolutePath().normalize();
  }

  Optional<Path> path(Option option) {
    return value(option)
        .map(
            text -> {
              try {
                return Path.of(text);
              } catch (InvalidPathException e) {
                throw new UsageException(option.flag() + " is no path: " + e.getReason());
              }
            });
  }

  int number(Option option, int otherwise) {
    if (!has(option)) {
      return otherwise;
    }
    String text = value(option).orElseThrow();
    try {
      int number = Integer.parseInt(text);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The message below says it.
    }
    throw new UsageException(
        option.flag() + " is \"" + text + "\"; allowed is a whole number from 0");
  }
}
