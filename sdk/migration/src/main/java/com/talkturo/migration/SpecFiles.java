package com.talkturo.migration;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import com.talkturo.provisioning.AssistantSpec;
import com.talkturo.provisioning.ManagedField;
import com.talkturo.sdk.json.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Writes a migration in the layout of provisioning. */
final class SpecFiles {
  private static final int CONTEXT_LINES = 3;

  private SpecFiles() {}

  static ImportedFiles write(Path folder, Migration migration) {
    Map<Path, String> files = contents(migration);
    List<Path> unchanged = new ArrayList<>();
    Map<Path, String> differences = new LinkedHashMap<>();
    List<Path> missing = new ArrayList<>();
    try {
      requireSameSource(folder, migration);
      for (Map.Entry<Path, String> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        if (!Files.exists(path)) {
          missing.add(file.getKey());
          continue;
        }
        String old = new String(read(path), StandardCharsets.UTF_8);
        if (old.equals(file.getValue())) {
          unchanged.add(file.getKey());
        } else {
          differences.put(file.getKey(), difference(file.getKey(), old, file.getValue()));
        }
      }
      if (!differences.isEmpty()) {
        return new ImportedFiles(List.of(), unchanged, differences);
      }
      for (Path file : missing) {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(
            path, files.get(file), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
      }
      return new ImportedFiles(missing, unchanged, Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path path) throws IOException {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new IOException(path + " cannot be read: " + e.getMessage(), e); // Not all name it.
    }
  }

  private static Path reportJson(String key) {
    return Path.of("reports", key, "report.json");
  }

  /** Two assistants of one name must not look like two versions of one. */
  private static void requireSameSource(Path folder, Migration migration) throws IOException {
    Path path = folder.resolve(reportJson(migration.key()));
    if (!Files.exists(path)) {
      return;
    }
    MigrationReport report = migration.report();
    byte[] json = read(path);
    Object tree;
    try {
      tree = Trees.parse(json);
    } catch (IOException e) {
      return; // The difference will show it.
    }
    if (tree instanceof Map<?, ?> members
        && members.get("source") instanceof Map<?, ?> source
        && !(report.vendor().equals(source.get("vendor"))
            && report.sourceId().equals(source.get("id")))) {
      throw new IllegalStateException(
          "key "
              + migration.key()
              + " belongs to "
              + source.get("vendor")
              + " "
              + source.get("id")
              + "; give "
              + report.sourceId()
              + " another key");
    }
  }

  private static Map<Path, String> contents(Migration migration) {
    String key = migration.key();
    Map<Path, String> files = new LinkedHashMap<>();
    Map<String, Object> yaml = new LinkedHashMap<>();
    AssistantSpec spec = migration.spec();
    spec.templateId().ifPresent(template -> yaml.put("templateId", template.value()));
    for (Map.Entry<String, @Nullable Object> field : spec.fields().entrySet()) {
      Object value = field.getValue();
      if (field.getKey().equals(ManagedField.SYSTEM_PROMPT.jsonName())
          && value instanceof String prompt
          && isPlain(prompt)) {
        yaml.put(field.getKey(), Map.of("file", "prompts/" + key + ".md"));
        files.put(Path.of("prompts", key + ".md"), prompt + "\n");
      } else if (value != null) {
        // Scalars are searched for ${env:...} when they are read.
        yaml.put(field.getKey(), value instanceof String s ? s.replace("${", "$${") : value);
      }
    }
    String dump =
        new Dump(DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build())
            .dumpToString(yaml);
    MigrationReport report = migration.report();
    files.put(
        Path.of("assistants", key + ".yaml"),
        "# From "
            + report.vendor()
            + " "
            + Shown.unicode(report.sourceId()).replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", " ")
            + "; what did not come along is in reports/"
            + key
            + "/report.md\n"
            + dump);
    files.put(Path.of("reports", key, "report.md"), report.toMarkdown());
    files.put(reportJson(key), report.toJson());
    return files;
  }

  /** Whether a file gives the text back as it is; YAML escapes what does not. */
  private static boolean isPlain(String prompt) {
    return prompt.indexOf('\r') < 0 && !prompt.startsWith("\uFEFF");
  }

  private static String difference(Path file, String old, String text) {
    List<String> before = old.lines().toList();
    Patch<String> patch = DiffUtils.diff(before, text.lines().toList());
    if (patch.getDeltas().isEmpty()) {
      return "only line ends differ";
    }
    return String.join(
        "\n",
        UnifiedDiffUtils.generateUnifiedDiff(
            file.toString(), file.toString(), before, patch, CONTEXT_LINES));
  }
}
