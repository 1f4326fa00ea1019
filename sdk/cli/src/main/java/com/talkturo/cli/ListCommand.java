package com.talkturo.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.talkturo.cli.Output.Json;
import com.talkturo.provisioning.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is stored of an environment, beside what is declared. */
final class ListCommand {
  private static final int PAGE = 500;

  private ListCommand() {}

  static ExitCode run(Arguments arguments, Output output) {
    try (Project project = Project.open(arguments, output)) {
      List<Entry> entries = entries(project);
      Set<String> onlyDeclared = new TreeSet<>(project.declared().specs().keySet());
      entries.forEach(entry -> onlyDeclared.remove(entry.key()));
      if (output.isJson()) {
        output.result(json(project, entries, onlyDeclared));
      } else {
        output.result(text(project, entries, onlyDeclared));
      }
      return entries.stream().anyMatch(Entry::isUnresolved) ? ExitCode.UNRESOLVED : ExitCode.DONE;
    }
  }

  private static List<Entry> entries(Project project) {
    List<Entry> all = new ArrayList<>();
    @Nullable String after = null;
    do {
      List<Entry> page = project.provisioner().list(Set.of(), after, PAGE);
      all.addAll(page);
      after = page.size() < PAGE ? null : page.get(page.size() - 1).key();
    } while (after != null);
    return all;
  }

  private static String text(Project project, List<Entry> entries, Set<String> onlyDeclared) {
    StringBuilder text = new StringBuilder(project.title());
    text.append(": ").append(Output.count(entries.size(), "key")).append('\n');
    Set<String> keys = new TreeSet<>(onlyDeclared);
    entries.forEach(entry -> keys.add(entry.key()));
    int width = keys.stream().mapToInt(String::length).max().orElse(0) + 2;
    for (Entry entry : entries) {
      text.append(padded(entry.key(), width))
          .append(padded(entry.phase().name().toLowerCase(Locale.ROOT), 12))
          .append(entry.assistantId().orElse("-"));
      entry
          .token()
          .filter(t -> entry.isUnresolved())
          .ifPresent(t -> text.append("  [tk-" + t + "]"));
      entry.otherKey().ifPresent(other -> text.append("  other key ").append(other));
      if (!project.declared().specs().containsKey(entry.key())) {
        text.append("  no file");
      }
      text.append('\n');
    }
    onlyDeclared.forEach(key -> text.append(padded(key, width)).append("not created yet\n"));
    return text.toString();
  }

  private static String padded(String text, int width) {
    return String.format(Locale.ROOT, "%-" + width + "s", text);
  }

  private static ObjectNode json(Project project, List<Entry> entries, Set<String> onlyDeclared) {
    ObjectNode node = Json.object().put("environment", project.declared().environment());
    ArrayNode keys = node.putArray("keys");
    for (Entry entry : entries) {
      ObjectNode key = keys.addObject().put("key", entry.key()).put("phase", entry.phase().name());
      entry.assistantId().ifPresent(id -> key.put("assistant_id", id));
      entry.token().filter(t -> entry.isUnresolved()).ifPresent(t -> key.put("token", t));
      entry.otherKey().ifPresent(other -> key.put("other_key", other));
      entry.managedFields().stream().sorted().forEach(key.putArray("managed_fields")::add);
      key.put("has_file", project.declared().specs().containsKey(entry.key()));
      key.put("updated_at", entry.updatedAt().toString());
    }
    onlyDeclared.forEach(node.putArray("not_created")::add);
    return node;
  }
}
