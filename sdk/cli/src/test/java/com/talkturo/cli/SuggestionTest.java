package com.talkturo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
  private final TestTerminal terminal = new TestTerminal();

  @ParameterizedTest
  @CsvSource({
    "paln, plan",
    "aply, apply",
    "Apply, apply",
    "initialise, init",
    "pul desk, pull",
    "lst, list",
    "adpot desk asst_1, adopt",
    "plan --fail-on-change, --fail-on-changes",
    "plan --evn prod, --env",
    "plan --ONLY desk, --only",
    "apply --on-drfit=keep, --on-drift",
    "apply --alow-create 3, --allow-create",
    "plan --recreate-mising x, --recreate-missing",
    "resolve desk --notcreated, --not-created",
    "--hepl, --help"
  })
  void whatSomebodyMeantIsNamed(String command, String meant) {
    assertThat(terminal.run(command.split(" "))).isEqualTo(2);
    assertThat(terminal.errors()).contains("; did you mean " + meant + "?\nSee: talkturo ");
    assertThat(terminal.printed()).isEmpty();
  }

  @Test
  void nothingIsGuessedFromWhatIsFarAway() {
    for (String command :
        new String[] {"xyzzy", "plan --quite-something-else", "plan desk", "-1"}) {
      assertThat(terminal.run(command.split(" "))).isEqualTo(2);
      assertThat(terminal.errors()).startsWith("error: ").doesNotContain("did you mean");
    }
  }

  @Test
  void anOptionBeforeTheCommandIsToldItsPlace() {
    assertThat(terminal.run("--env", "prod", "plan")).isEqualTo(2);
    assertThat(terminal.errors())
        .contains("options stand behind the command, as in: talkturo plan --env\n");
  }
}
