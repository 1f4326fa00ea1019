package com.talkturo.cli;

import com.talkturo.cli.Output.Json;

/** What is done to one key in the state. */
final class KeyCommands {
  private KeyCommands() {}

  static ExitCode resolve(Arguments arguments, Output output) {
    String key = arguments.key(0);
    boolean adopts = arguments.has(Option.ADOPT);
    if (adopts == arguments.has(Option.NOT_CREATED)) {
      throw new UsageException("name one of --adopt ID and --not-created");
    }
    if (adopts) {
      String id = arguments.value(Option.ADOPT).orElseThrow();
      try (Project project = Project.open(arguments, output)) {
        project.provisioner().resolve(key).adopt(id, arguments.has(Option.FORCE));
        return done(output, key, "has assistant " + id + " now; configure it with: talkturo apply");
      }
    }
    String question = "Is there no assistant with the token of " + key + " in the dashboard?";
    return confirmed(
        arguments,
        output,
        question,
        project -> {
          project.provisioner().resolve(key).notCreated();
          return done(output, key, "may be created again: talkturo apply");
        });
  }

  static ExitCode accept(Arguments arguments, Output output) {
    String key = arguments.key(0);
    String field = arguments.parameter(1);
    try (Project project = Project.open(arguments, output)) {
      project.provisioner().accept(key, field);
      return done(output, key, field + " is right as the API stored it");
    }
  }

  static ExitCode move(Arguments arguments, Output output) {
    String from = arguments.key(0);
    String to = arguments.key(1);
    if (from.equals(to)) {
      throw new UsageException("OLD and NEW are the same key");
    }
    try (Project project = Project.open(arguments, output)) {
      project.provisioner().move(from, to);
      return done(
          output,
          from,
          "is "
              + to
              + " now in "
              + project.declared().environment()
              + "; rename assistants/"
              + from
              + ".yaml, its overrides in environments/, and move it in the other environments");
    }
  }

  static ExitCode delete(Arguments arguments, Output output) {
    String key = arguments.key(0);
    return confirmed(
        arguments,
        output,
        "Delete the assistant of " + key + "? That cannot be undone.",
        project -> {
          project.provisioner().delete(key);
          return done(
              output,
              key,
              "is deleted; take its file away, and free the key with: talkturo forget");
        });
  }

  static ExitCode forget(Arguments arguments, Output output) {
    String key = arguments.key(0);
    return confirmed(
        arguments,
        output,
        "Forget " + key + "? If its file is still there, the next apply creates an assistant.",
        project -> {
          project.provisioner().forget(key);
          return done(output, key, "is free");
        });
  }

  /** What is done once somebody has agreed. */
  private interface Step {
    ExitCode run(Project project);
  }

  private static ExitCode confirmed(
      Arguments arguments, Output output, String question, Step step) {
    output.requireSomebodyToAsk();
    try (Project project = Project.open(arguments, output)) {
      if (!output.confirms(project.title() + ": " + question)) {
        output.note("Nothing was done.");
        return ExitCode.ERROR;
      }
      return step.run(project);
    }
  }

  private static ExitCode done(Output output, String key, String what) {
    if (output.isJson()) {
      output.result(Json.object().put("key", key).put("done", what));
    } else {
      output.result(key + " " + what + "\n");
    }
    return ExitCode.DONE;
  }
}
