package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.provisioning.PromptFinding.Severity;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptsTest {
  private static List<String> found(String text, String... customFields) {
    return Prompts.check(text, Set.of(customFields)).stream().map(PromptFinding::toString).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "Call {{contact.first_name today. => 1:6: error: {{ is never closed",
        "A {{contact.email and {{company.name}} => 1:3: error: {{ is never closed",
        "Call back}} soon => 1:10: warning: }} without {{ before it",
        "Hello {{}} there => 1:7: warning: empty braces",
        "Hello {{  }} there => 1:7: warning: empty braces",
        "A {{contact.{{company.name}}}} b => 1:3: warning: nested braces",
        "A {{{contact.email}}} b => 1:3: warning: triple braces; write {{name}}",
        "To {{contact.frist_name}} => 1:4: warning: unknown variable {{contact.frist_name}}; did you mean {{contact.first_name}}?",
        "To {{Contact.First_Name}} => 1:4: warning: unknown variable {{Contact.First_Name}}; did you mean {{contact.first_name}}?",
        "To {{whatever}} => 1:4: warning: unknown variable {{whatever}}",
        "For {{opportunity.value}} => 1:5: warning: {{opportunity.value}}: Talkturo documents no variables of opportunities",
        "Tier {{contact.custom.teir}} => 1:6: warning: custom field {{contact.custom.teir}} is not declared; did you mean {{contact.custom.tier}}?",
        "Of {{customer.name}} => 1:4: warning: {{customer.name}} is another vendor's, or of flows only",
        "At {{system__time}} => 1:4: warning: {{system__time}} is another vendor's, or of flows only",
        "At {{telnyx_current_time}} => 1:4: warning: {{telnyx_current_time}} is another vendor's, or of flows only",
        "At {{now}} => 1:4: warning: {{now}} is another vendor's, or of flows only",
        "By {{trigger.body.email}} => 1:4: warning: {{trigger.body.email}} is another vendor's, or of flows only",
        "To {contact.email} => 1:4: warning: {contact.email} in single braces is not filled in; write {{name}}",
        "To {name} => 1:4: warning: {name} in single braces is not filled in; write {{name}}",
        "To ${NAME} => 1:4: warning: ${NAME} is not filled in; write {{name}}",
        "{% if x %}A => 1:1: warning: {% if x %} is not executed; Talkturo documents no tags",
        "A {{contact.email | upper}} => 1:3: warning: {{contact.email | upper}} has a filter; Talkturo documents none",
        "To {{ contact.email }} => 1:4: hint: spaces inside the braces; whether they count is not documented",
        "Hi {{contact.first_name}}, how are you? => 1:4: hint: the sentence breaks when {{contact.first_name}} is empty, as in \"Hi ,\"",
      })
  void eachOddityIsFoundAtItsPlace(String text, String finding) {
    assertThat(found(text, "tier")).containsExactly(finding);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "'Call {{contact.first_name}} of {{company.name}} from {{campaign.from_number}}.' => 0",
        "'Tier {{contact.custom.tier}} and {{company.custom.tier}}.' => 0",
        "'Answer as {\"name\": {\"first\": \"x\"}} please.' => 0",
        "'Nothing at all: 50 % of {a, b}.' => 0",
        "'' => 0",
      })
  void whatIsRightIsLeftAlone(String text, int findings) {
    assertThat(found(text, "tier")).hasSize(findings);
  }

  @Test
  void linesAndColumnsCountCharacters() {
    assertThat(found("One\r\nTwo\rThr\u00e9e \ud83d\ude00 {{nothing}}"))
        .containsExactly("3:9: warning: unknown variable {{nothing}}");
  }

  @Test
  void aFieldThatTakesNoVariablesSaysSo() {
    assertThat(Prompts.check(ManagedField.NAME, "Desk of {{company.name}}", Set.of(), true))
        .singleElement()
        .hasToString(
            "name:1:9: warning: {{company.name}} in a field that takes no variables; first_message"
                + " and system_prompt do");
  }

  @Test
  void aCampaignIsOddWhileOutboundIsOff() {
    assertThat(
            Prompts.check(ManagedField.SYSTEM_PROMPT, "About {{campaign.name}}.", Set.of(), false))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.HINT))
        .hasToString(
            "system_prompt:1:7: hint: {{campaign.name}} while outbound_enabled is off: only"
                + " campaigns set it");
  }

  @Test
  void noTextOfBracesMakesItFailOrTakeLong() {
    Random random = new Random(7);
    String[] parts = {"{", "}", "{{", "}}", "$", "%", "contact.email", " ", "\n", "|", "x"};
    for (int i = 0; i < 3000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(30); n > 0; n--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      for (PromptFinding finding : Prompts.check(text.toString(), Set.of())) {
        assertThat(finding.line()).isPositive();
        assertThat(finding.column()).isPositive();
      }
    }
  }
}
