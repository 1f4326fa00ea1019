package com.talkturo.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.talkturo.cli.Output.Json;
import com.talkturo.migration.ImportedFiles;
import com.talkturo.migration.IncompleteMigrationException;
import com.talkturo.migration.Migration;
import com.talkturo.migration.MigrationOptions;
import com.talkturo.migration.Outcome;
import com.talkturo.migration.flireo.FlireoClient;
import com.talkturo.migration.telnyx.TelnyxClient;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** From another vendor into the files. */
final class ImportCommand {
  private ImportCommand() {}

  static ExitCode run(Arguments arguments, Output output) {
    List<String> ids = arguments.parametersFrom(1);
    if (ids.isEmpty() != arguments.has(Option.ALL)) {
      throw new UsageException("name ids, or all with --all");
    }
    if (arguments.has(Option.KEY) && ids.size() != 1) {
      throw new UsageException("--key goes with one id");
    }
    MigrationOptions.Builder options =
        MigrationOptions.builder().strict(arguments.has(Option.STRICT));
    arguments.key(Option.KEY).ifPresent(options::key);
    ExitCode code = ExitCode.DONE;
    ArrayNode results = Json.object().putArray("imported");
    for (Migration migration : migrations(arguments, output, ids, options.build())) {
      try {
        ImportedFiles files = migration.into(arguments.folder());
        code = code.and(files.differences().isEmpty() ? ExitCode.DONE : ExitCode.CHANGES);
        if (output.isJson()) {
          put(results.addObject(), migration, files);
        } else {
          output.result(text(migration, files));
        }
      } catch (IllegalStateException | UncheckedIOException e) {
        // The others can be written all the same.
        code = code.and(ExitCode.ERROR);
        String problem = String.valueOf(e.getMessage());
        results.addObject().put("source_id", migration.report().sourceId()).put("error", problem);
        output.note("error: " + problem);
      }
    }
    if (output.isJson()) {
      output.result(Json.object().set("imported", results));
    }
    return code;
  }

  private static List<Migration> migrations(
      Arguments arguments, Output output, List<String> ids, MigrationOptions options) {
    try {
      return switch (arguments.parameter(0)) {
        case "telnyx" -> telnyx(arguments, output, ids, options);
        case "flireo" -> flireo(arguments, output, ids, options);
        default ->
            throw new UsageException(
                "\"" + arguments.parameter(0) + "\" is no vendor; allowed are telnyx and flireo");
      };
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    } catch (IncompleteMigrationException e) {
      throw new RefusedException(e.getMessage() + "; nothing was written");
    }
  }

  private static List<Migration> telnyx(
      Arguments arguments, Output output, List<String> ids, MigrationOptions options) {
    TelnyxClient.Builder builder = TelnyxClient.builder().apiKey(key(output, "TELNYX_API_KEY"));
    arguments.value(Option.BASE_URL).ifPresent(builder::baseUrl);
    try (TelnyxClient client = builder.build()) {
      return sources(ids, client.assistants()::list, client.assistants()::get)
          .map(source -> Migration.of(source, options))
          .toList();
    }
  }

  private static List<Migration> flireo(
      Arguments arguments, Output output, List<String> ids, MigrationOptions options) {
    FlireoClient.Builder builder =
        FlireoClient.builder().apiKey(key(output, "HMSOVEREIGN_API_KEY"));
    arguments.value(Option.BASE_URL).ifPresent(builder::baseUrl);
    try (FlireoClient client = builder.build()) {
      return sources(ids, client.assistants()::list, client.assistants()::get)
          .map(source -> Migration.of(source, options))
          .toList();
    }
  }

  private static <A> Stream<A> sources(
      List<String> ids, Supplier<List<A>> all, Function<String, A> one) {
    return ids.isEmpty() ? all.get().stream() : ids.stream().map(one);
  }

  private static String key(Output output, String variable) {
    String key = output.terminal().variable(variable);
    if (key == null || key.isBlank()) {
      throw new RefusedException(
          "environment variable " + variable + " is not set; it holds the vendor's API key");
    }
    return key.trim();
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
