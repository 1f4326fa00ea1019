package com.talkturo.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.talkturo.cli.Output.Json;
import com.talkturo.migration.ImportedFiles;
import com.talkturo.migration.Migration;
import com.talkturo.migration.Outcome;
import com.talkturo.migration.flireo.FlireoClient;
import com.talkturo.migration.telnyx.TelnyxClient;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** From another vendor into the files. */
final class ImportCommand {
  private ImportCommand() {}

  static ExitCode run(Arguments arguments, Output output) {
    List<String> ids = arguments.parametersFrom(1);
    if (ids.isEmpty() != arguments.has(Option.ALL)) {
      throw new UsageException("name ids, or all with --all");
    }
    List<Migration> migrations =
        switch (arguments.parameter(0)) {
          case "telnyx" -> telnyx(arguments, output, ids);
          case "flireo" -> flireo(arguments, output, ids);
          default ->
              throw new UsageException(
                  "\"" + arguments.parameter(0) + "\" is no vendor; allowed are telnyx and flireo");
        };
    ExitCode code = ExitCode.DONE;
    ArrayNode results = Json.object().putArray("imported");
    for (Migration migration : migrations) {
      ImportedFiles files = written(migration, arguments);
      code = code.and(files.differences().isEmpty() ? ExitCode.DONE : ExitCode.CHANGES);
      if (output.isJson()) {
        put(results.addObject(), migration, files);
      } else {
        output.result(text(migration, files));
      }
    }
    if (output.isJson()) {
      output.result(Json.object().set("imported", results));
    }
    return code;
  }

  private static List<Migration> telnyx(Arguments arguments, Output output, List<String> ids) {
    TelnyxClient.Builder builder = TelnyxClient.builder().apiKey(key(output, "TELNYX_API_KEY"));
    arguments.value(Option.BASE_URL).ifPresent(builder::baseUrl);
    try (TelnyxClient client = builder.build()) {
      return ids.isEmpty()
          ? client.assistants().list().stream().map(Migration::of).toList()
          : ids.stream().map(id -> Migration.of(client.assistants().get(id))).toList();
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static List<Migration> flireo(Arguments arguments, Output output, List<String> ids) {
    FlireoClient.Builder builder =
        FlireoClient.builder().apiKey(key(output, "HMSOVEREIGN_API_KEY"));
    arguments.value(Option.BASE_URL).ifPresent(builder::baseUrl);
    try (FlireoClient client = builder.build()) {
      return ids.isEmpty()
          ? client.assistants().list().stream().map(Migration::of).toList()
          : ids.stream().map(id -> Migration.of(client.assistants().get(id))).toList();
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static String key(Output output, String variable) {
    String key = output.terminal().variable(variable);
    if (key == null || key.isBlank()) {
      throw new RefusedException(
          "environment variable " + variable + " is not set; it holds the vendor's API key");
    }
    return key.trim();
  }

  private static ImportedFiles written(Migration migration, Arguments arguments) {
    try {
      return migration.into(arguments.folder());
    } catch (IllegalStateException | UncheckedIOException e) {
      throw new RefusedException(String.valueOf(e.getMessage()));
    }
  }

  private static String text(Migration migration, ImportedFiles files) {
    StringBuilder text = new StringBuilder();
    text.append(migration.key())
        .append(" from ")
        .append(migration.report().vendor())
        .append(' ')
        .append(migration.report().sourceId())
        .append(": ")
        .append(counts(migration))
        .append('\n');
    files.written().forEach(file -> text.append("  wrote ").append(file).append('\n'));
    files
        .differences()
        .forEach(
            (file, difference) ->
                text.append("  not written, ")
                    .append(file)
                    .append(" differs:\n")
                    .append(difference.indent(4)));
    return text.append("  read reports/").append(migration.key()).append("/report.md\n").toString();
  }

  private static String counts(Migration migration) {
    List<String> counts = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      int count = migration.report().count(outcome);
      if (count > 0 && outcome != Outcome.IDENTITY) {
        counts.add(count + " " + outcome);
      }
    }
    return String.join(", ", counts);
  }

  private static void put(ObjectNode node, Migration migration, ImportedFiles files) {
    node.put("key", migration.key()).put("vendor", migration.report().vendor());
    node.put("source_id", migration.report().sourceId());
    for (Outcome outcome : Outcome.values()) {
      node.put(outcome.name().toLowerCase(Locale.ROOT), migration.report().count(outcome));
    }
    files.written().stream().map(Object::toString).forEach(node.putArray("files")::add);
    files
        .differences()
        .keySet()
        .forEach(file -> node.withArray("differing_files").add(file.toString()));
  }
}
