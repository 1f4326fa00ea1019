package com.talkturo.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.talkturo.cli.Output.Json;
import com.talkturo.provisioning.AssistantSpec;
import com.talkturo.provisioning.FieldChange;
import com.talkturo.provisioning.ManagedField;
import com.talkturo.provisioning.Plan;
import com.talkturo.provisioning.Pulled;
import com.talkturo.provisioning.files.Written;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** From the API into the files. */
final class PullCommand {
  /** What no request can change. */
  private static final Set<String> OF_THE_SERVER =
      Set.of("id", "account_id", "account_slug", "type", "created_at", "updated_at");

  private PullCommand() {}

  static ExitCode run(Command command, Arguments arguments, Output output) {
    String key = arguments.key(0);
    try (Project project = Project.open(arguments, output)) {
      Pulled pulled =
          command == Command.ADOPT
              ? project.provisioner().adopt(key, arguments.parameter(1))
              : project.provisioner().pull(key);
      Written written = project.files().write(project.declared().environment(), List.of(pulled));
      if (!output.isJson()) {
        // At once: what was written may be refused below, such as a prompt that was never valid.
        output.result(text(pulled, written));
      }
      Plan plan = recorded(project, key);
      List<String> undeclarable = undeclarable(plan);
      ExitCode code = Changes.codeOf(plan).and(plan.isEmpty() ? ExitCode.DONE : ExitCode.CHANGES);
      if (output.isJson()) {
        ObjectNode node = json(pulled, written, plan);
        undeclarable.forEach(node.withArray("notes")::add);
        output.result(node.put("exit_code", code.code()));
      } else {
        output.result(notes(undeclarable) + after(plan));
      }
      return code;
    }
  }

  /** Fields whose live values nobody sees: the newer documentation has secrets among them. */
  private static List<String> undeclarable(Plan plan) {
    return plan.items().stream()
        .flatMap(item -> item.changes().stream())
        .filter(change -> change.classification().isChangeOrProblem())
        .map(FieldChange::field)
        .filter(field -> ManagedField.of(field).isEmpty() && !field.equals("numbers"))
        .map(
            field ->
                field
                    + " stands under extra:, where nothing is written; write what the dashboard"
                    + " shows, or send what is declared with: talkturo apply --on-drift overwrite")
        .toList();
  }

  /** What the files say now; if that is what the API has, the state is told. Nothing is sent. */
  private static Plan recorded(Project project, String key) {
    AssistantSpec spec =
        Objects.requireNonNull(
            project.files().read(project.declared().environment()).specs().get(key));
    Plan plan = project.provisioner().plan(key, spec);
    if (plan.items().stream().noneMatch(Plan.Item::sendsSomething)) {
      project.provisioner().apply(plan);
    }
    return plan;
  }

  private static String after(Plan plan) {
    return plan.isEmpty()
        ? "The plan is empty now.\n"
        : "The plan is not empty yet. " + Changes.worded(plan.toString());
  }

  private static String text(Pulled pulled, Written written) {
    StringBuilder text = new StringBuilder();
    text.append(pulled.key()).append(" (").append(pulled.assistantId()).append(")\n");
    Set<String> files = written.files();
    files.forEach(file -> text.append("  wrote ").append(file).append('\n'));
    if (files.isEmpty()) {
      text.append("  the files say the same already\n");
    }
    text.append(notes(written.notes()));
    if (!others(pulled).isEmpty()) {
      text.append("  not written, declare them under extra: if they matter: ")
          .append(String.join(", ", others(pulled)))
          .append('\n');
    }
    return text.toString();
  }

  private static String notes(List<String> notes) {
    return notes.stream().map(note -> "  note: " + note + "\n").collect(Collectors.joining());
  }

  private static Set<String> others(Pulled pulled) {
    Set<String> others = new TreeSet<>(pulled.otherFields());
    others.removeAll(OF_THE_SERVER);
    return others;
  }

  private static ObjectNode json(Pulled pulled, Written written, Plan plan) {
    ObjectNode node = Json.object();
    node.put("key", pulled.key()).put("assistant_id", pulled.assistantId());
    written.files().forEach(node.putArray("files")::add);
    written.notes().forEach(node.putArray("notes")::add);
    others(pulled).forEach(node.putArray("other_fields")::add);
    node.put("plan_is_empty", plan.isEmpty());
    return node;
  }
}
