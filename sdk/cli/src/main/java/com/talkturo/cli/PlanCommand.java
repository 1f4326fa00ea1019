package com.talkturo.cli;

import com.talkturo.provisioning.Plan;
import java.nio.file.Path;

/** What an apply would do. */
final class PlanCommand {
  private PlanCommand() {}

  static ExitCode run(Arguments arguments, Output output) {
    Changes.Choice choice = Changes.Choice.of(arguments);
    try (Project project = Project.open(arguments, output, choice::set)) {
      Plan plan = Changes.plan(project, choice);
      // First, because a failure is the only result.
      arguments.path(Option.OUT).ifPresent(file -> write(file, project, plan, choice, output));
      if (output.isJson()) {
        output.result(Changes.json(project, plan));
      } else {
        output.result(Changes.text(project, plan));
      }
      boolean isChange = arguments.has(Option.FAIL_ON_CHANGES) && !plan.isEmpty();
      return Changes.codeOf(plan).and(isChange ? ExitCode.CHANGES : ExitCode.DONE);
    }
  }

  private static void write(
      Path file, Project project, Plan plan, Changes.Choice choice, Output output) {
    new SavedPlan(project.title(), choice, plan.toJson()).write(file);
    output.note("wrote " + file + "; execute it with: talkturo apply --plan " + file);
  }
}
