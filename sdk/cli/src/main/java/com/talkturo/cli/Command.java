package com.talkturo.cli;

import java.util.List;

/** The commands: their words, options and help. */
@SuppressWarnings("ImmutableEnumChecker") // The lists are.
enum Command {
  INIT(
      "init",
      "Initialise the state of an environment, once; in an empty folder, write first files.",
      "Never in place of a state that was lost: every assistant would be created anew.",
      List.of(),
      List.of(Option.BASE_URL, Option.ACCOUNT),
      "init --embedded",
      "init --env prod --base-url https://acme.talkturo.com --account acme"),
  CHECK(
      "check",
      "Check all files and prompts of one environment, or of all. Sends nothing.",
      "",
      List.of(),
      List.of(),
      "check",
      "check --env prod --json"),
  PLAN(
      "plan",
      "Show what apply would do. Reads only.",
      "",
      List.of(),
      List.of(
          Option.ONLY,
          Option.ON_DRIFT,
          Option.ALLOW_CREATE,
          Option.ALLOW_UNASSIGN,
          Option.RECREATE_MISSING,
          Option.OUT,
          Option.FAIL_ON_CHANGES),
      "plan --env prod",
      "plan --env prod --out plan.json",
      "plan --env prod --fail-on-changes   # for a job that looks for drift"),
  APPLY(
      "apply",
      "Show the plan, ask, and execute exactly that.",
      "Looks again before each write: keys that moved since the plan are refused. Nothing is ever"
          + " deleted because its file is gone.",
      List.of(),
      List.of(
          Option.ONLY,
          Option.ON_DRIFT,
          Option.ALLOW_CREATE,
          Option.ALLOW_UNASSIGN,
          Option.RECREATE_MISSING,
          Option.PLAN,
          Option.YES),
      "apply --env prod",
      "apply --env prod --yes --allow-create 2",
      "apply --env prod --plan plan.json --yes",
      "apply --env prod --only front-desk --on-drift overwrite"),
  PULL(
      "pull",
      "Write the live assistant of a key into the files; the plan after it is empty.",
      "Comments stay. What cannot be written is named with what to do, and it ends with 3: values"
          + " from environment variables, anchors, and what stands under extra.",
      List.of("KEY"),
      List.of(),
      "pull front-desk --env prod"),
  ADOPT(
      "adopt",
      "Put an existing assistant under a key and write it into the files.",
      "Nothing is changed in the API. Ends with 3 as pull does.",
      List.of("KEY", "ID"),
      List.of(),
      "adopt front-desk asst_5tq8 --env prod"),
  RESOLVE(
      "resolve",
      "Decide about a create whose answer never came.",
      "Look in the dashboard for an assistant whose name ends in [tk-...], as list shows it.",
      List.of("KEY"),
      List.of(Option.ADOPT, Option.FORCE, Option.NOT_CREATED, Option.YES),
      "resolve front-desk --adopt asst_5tq8",
      "resolve front-desk --not-created"),
  ACCEPT(
      "accept",
      "Take what the API stored in place of what was sent as right.",
      "",
      List.of("KEY", "FIELD"),
      List.of(),
      "accept front-desk voice_name"),
  MOVE(
      "move",
      "Move the assistant of a key to another key.",
      "Nothing is sent. Rename the file as well, and move the key in every environment. The old key"
          + " stays taken until forget.",
      List.of("OLD", "NEW"),
      List.of(),
      "move front-desk front-desk-de --env prod"),
  DELETE(
      "delete",
      "Delete the assistant of a key, after taking its phone numbers away.",
      "The key stays taken until forget.",
      List.of("KEY"),
      List.of(Option.YES),
      "delete night-line --env prod"),
  FORGET(
      "forget",
      "Free the key of an assistant that was deleted or moved.",
      "",
      List.of("KEY"),
      List.of(Option.YES),
      "forget night-line --env prod"),
  LIST(
      "list",
      "Show the keys of an environment: phase, assistant, what is open. Sends nothing.",
      "",
      List.of(),
      List.of(),
      "list --env prod"),
  IMPORT(
      "import",
      "Bring assistants of Telnyx or Flireo into the files; see reports/KEY/report.md.",
      "Nothing is sent but reads. The key is taken from TELNYX_API_KEY or HMSOVEREIGN_API_KEY. Files"
          + " that are there with other content are shown as a difference, and end it with 3.",
      List.of("VENDOR", "ID..."),
      List.of(Option.ALL, Option.KEY, Option.STRICT, Option.BASE_URL),
      "import telnyx --all",
      "import telnyx assistant-1b2c --key front-desk-berlin",
      "import flireo agent_1 agent_2");

  private final String word;
  private final String summary;
  private final String description;
  private final List<String> parameters;
  private final List<Option> options;
  private final List<String> examples;

  Command(
      String word,
      String summary,
      String description,
      List<String> parameters,
      List<Option> options,
      String... examples) {
    this.word = word;
    this.summary = summary;
    this.description = description;
    this.parameters = parameters;
    this.options = options;
    this.examples = List.of(examples);
  }

  String word() {
    return word;
  }

  String summary() {
    return summary;
  }

  /** What there is to know beyond the summary; empty if nothing. */
  String description() {
    return description;
  }

  /** What ends in dots may be given any number of times, or not at all. */
  List<String> parameters() {
    return parameters;
  }

  /** Those beside the options of all commands. */
  List<Option> options() {
    return options;
  }

  /** Without the name of the program. */
  List<String> examples() {
    return examples;
  }

  /** Does it; what goes wrong is thrown. */
  ExitCode run(Arguments arguments, Output output) {
    return switch (this) {
      case INIT -> InitCommand.run(arguments, output);
      case CHECK -> CheckCommand.run(arguments, output);
      case PLAN -> PlanCommand.run(arguments, output);
      case APPLY -> ApplyCommand.run(arguments, output);
      case PULL, ADOPT -> PullCommand.run(this, arguments, output);
      case RESOLVE -> KeyCommands.resolve(arguments, output);
      case ACCEPT -> KeyCommands.accept(arguments, output);
      case MOVE -> KeyCommands.move(arguments, output);
      case DELETE -> KeyCommands.delete(arguments, output);
      case FORGET -> KeyCommands.forget(arguments, output);
      case LIST -> ListCommand.run(arguments, output);
      case IMPORT -> ImportCommand.run(arguments, output);
    };
  }
}
