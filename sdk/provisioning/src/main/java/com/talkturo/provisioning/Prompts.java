package com.talkturo.provisioning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Checks prompts. Talkturo fills in variables such as {@code {{contact.first_name}}} per phone
 * call; what it does with one that it does not know is not documented, and other vendors read it
 * out aloud. Pure functions of the text: nothing is read, nothing is rewritten.
 *
 * <ul>
 *   <li>error: an opening pair of braces that is never closed
 *   <li>warning: a stray closing pair, empty, nested or triple braces; an unknown name; variables
 *       of opportunities; a custom field that was not declared; another vendor's variable; single
 *       braces, shell syntax, template tags or a filter; a variable in a field that takes none
 *   <li>hint: inner spaces; {@code campaign.*} while outbound is off; a greeting that breaks when
 *       the value is empty, such as "Hi ,"
 * </ul>
 *
 * <p>The names are those of Talkturo's newer documentation of August 2026.
 */
public final class Prompts {
  private Prompts() {}

  /**
   * What is odd in a first message or a system prompt, in the order of its place.
   *
   * @param customFields the keys of the account's custom fields, such as {@code tier}, or in full
   *     such as {@code contact.custom.tier}
   */
  public static List<PromptFinding> check(String text, Collection<String> customFields) {
    return checkField(ManagedField.SYSTEM_PROMPT.jsonName(), text, Set.copyOf(customFields), false);
  }

  /**
   * What is odd in a field of text, in the order of its place.
   *
   * @param field where the text stands: only {@code first_message} and {@code system_prompt} take
   *     variables
   * @param customFields see {@link #check(String, Collection)}
   * @param outbound whether the assistant may place phone calls; campaigns do
   */
  public static List<PromptFinding> check(
      ManagedField field, String text, Collection<String> customFields, boolean outbound) {
    return checkField(field.jsonName(), text, Set.copyOf(customFields), !outbound).stream()
        .map(finding -> finding.in(field.jsonName()))
        .toList();
  }

  static List<PromptFinding> checkField(
      String field, String text, Set<String> customFields, boolean outboundIsOff) {
    PromptLocator locator = new PromptLocator(text);
    List<PromptFinding> findings = new ArrayList<>();
    PromptScanner scanner = new PromptScanner(text, locator, findings);
    boolean takesVariables =
        field.equals(ManagedField.FIRST_MESSAGE.jsonName())
            || field.equals(ManagedField.SYSTEM_PROMPT.jsonName());
    PromptNames names = new PromptNames(customFields, outboundIsOff, takesVariables);
    for (PromptScanner.Variable variable : scanner.scan()) {
      names.check(variable, text, locator, findings);
    }
    findings.sort(
        Comparator.comparingInt(PromptFinding::line).thenComparingInt(PromptFinding::column));
    return List.copyOf(findings);
  }
}
