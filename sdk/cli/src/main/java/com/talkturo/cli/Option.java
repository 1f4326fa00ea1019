package com.talkturo.cli;

/** An option; those without a label are switches. */
enum Option {
  DIR("--dir", "FOLDER", "The folder of the files; the default is the current one."),
  ENV("--env", "NAME", "The environment; may be left out if there is one only."),
  EMBEDDED(
      "--embedded",
      "",
      "Use a server of its own in place of the API, for a first look without an account; it keeps"
          + " its data below the folder, in .embedded."),
  JSON("--json", "", "Print JSON for programs, without the values of fields."),
  NO_COLOR("--no-color", "", "Print without colours; so does the variable NO_COLOR."),
  YES("--yes", "", "Do not ask; required where nobody can be asked."),
  ONLY("--only", "KEY", "Only this key; may be repeated. Refuses half of a move of a number."),
  ON_DRIFT(
      "--on-drift",
      "WAY",
      "What to do with fields changed outside: fail (default), overwrite, keep."),
  ALLOW_CREATE("--allow-create", "N", "Refuse a run that would create more; no limit if left out."),
  ALLOW_UNASSIGN("--allow-unassign", "", "Allow to take phone numbers away from assistants."),
  RECREATE_MISSING(
      "--recreate-missing", "KEY", "Make the assistant of this key anew if it is gone."),
  OUT("--out", "FILE", "Write the plan, without values, for apply --plan."),
  PLAN("--plan", "FILE", "Apply this plan only, with its options; refuse if anything moved since."),
  FAIL_ON_CHANGES("--fail-on-changes", "", "End with 3 if there are changes or drift."),
  ADOPT("--adopt", "ID", "The assistant was created, and this is it."),
  FORCE("--force", "", "Adopt although the name does not hold the token."),
  NOT_CREATED("--not-created", "", "Nothing was created; the next apply may create."),
  ALL("--all", "", "All that there are."),
  KEY("--key", "KEY", "The key of the one that is imported, in place of one made of its name."),
  STRICT("--strict", "", "Write nothing if anything is dropped or left to decide."),
  BASE_URL("--base-url", "URL", "Where the API is."),
  ACCOUNT("--account", "SLUG", "The account, for the environment's file.");

  private final String flag;
  private final String label;
  private final String description;

  Option(String flag, String label, String description) {
    this.flag = flag;
    this.label = label;
    this.description = description;
  }

  String flag() {
    return flag;
  }

  String label() {
    return label;
  }

  String description() {
    return description;
  }

  boolean isSwitch() {
    return label.isEmpty();
  }

  boolean isRepeatable() {
    return this == ONLY || this == RECREATE_MISSING;
  }
}
