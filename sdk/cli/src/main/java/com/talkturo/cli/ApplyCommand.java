package com.talkturo.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.talkturo.cli.Output.Json;
import com.talkturo.provisioning.Classification;
import com.talkturo.provisioning.Plan;
import com.talkturo.provisioning.Provisioned;
import com.talkturo.provisioning.Report;
import com.talkturo.provisioning.UnresolvedCreateException;
import java.util.Optional;

/** Executes exactly the plan that it shows. */
final class ApplyCommand {
  private ApplyCommand() {}

  static ExitCode run(Arguments arguments, Output output) {
    output.requireSomebodyToAsk();
    if (arguments.has(Option.PLAN) && Changes.OPTIONS.stream().anyMatch(arguments::has)) {
      throw new UsageException("a saved plan has its own options; give them to plan --out");
    }
    Optional<SavedPlan> saved = arguments.path(Option.PLAN).map(SavedPlan::read);
    Changes.Choice choice =
        saved.map(SavedPlan::choice).orElseGet(() -> Changes.Choice.of(arguments));
    try (Project project = Project.open(arguments, output, choice::set)) {
      saved.ifPresent(approved -> requireSameTarget(project, approved));
      Plan plan = Changes.plan(project, choice);
      saved.ifPresent(approved -> plan.requireSameAs(approved.plan()));
      if (!output.isJson()) {
        output.result(Changes.text(project, plan));
      }
      boolean sends =
          plan.refusal().isEmpty() && plan.items().stream().anyMatch(Plan.Item::sendsSomething);
      if (sends && !output.confirms("Apply this to " + project.title() + "?")) {
        output.note("Nothing was sent.");
        return ExitCode.ERROR;
      }
      return Interruption.finishing(output.terminal().err(), () -> execute(project, plan, output));
    }
  }

  private static void requireSameTarget(Project project, SavedPlan approved) {
    if (!approved.title().equals(project.title())) {
      throw new RefusedException(
          "the plan was made for " + approved.title() + ", and this is " + project.title());
    }
  }

  private static ExitCode execute(Project project, Plan plan, Output output) {
    project.progress().begin("applying", plan.requests());
    Report report;
    try {
      report = project.provisioner().apply(plan);
    } finally {
      project.progress().end();
    }
    ExitCode code = codeOf(report);
    if (output.isJson()) {
      ObjectNode node = Changes.json(project, plan);
      node.set("report", Json.read(report.toJson()));
      node.put("exit_code", code.code());
      output.result(node);
    }
    output.terminal().err().print(Changes.worded(report.toString()));
    return code;
  }

  private static ExitCode codeOf(Report report) {
    ExitCode code = report.stopped().isPresent() ? ExitCode.ERROR : ExitCode.DONE;
    boolean someAreDone = report.failures().size() < report.results().size();
    for (Provisioned failure : report.failures()) {
      boolean isOpen =
          failure.failure().filter(UnresolvedCreateException.class::isInstance).isPresent()
              || failure.classification() == Classification.CONFLICT;
      code =
          code.and(isOpen ? ExitCode.UNRESOLVED : someAreDone ? ExitCode.PARTLY : ExitCode.ERROR);
    }
    return report.unroutedNumbers().isEmpty() ? code : code.and(ExitCode.ERROR);
  }
}
