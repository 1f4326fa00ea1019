package com.talkturo.provisioning;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Checks prompts; a pure function of the text. */
public final class Prompts {
  private Prompts() {}

  /**
   * What is odd in a prompt, in the order of its place. Nothing is rewritten.
   *
   * @param text a first message or a system prompt
   * @param customFields the keys of the account's custom fields, such as {@code tier} or in full
   *     {@code contact.custom.tier}
   */
  public static List<PromptFinding> check(String text, Collection<String> customFields) {
    return checkField(ManagedField.SYSTEM_PROMPT.jsonName(), text, Set.copyOf(customFields), false);
  }

  static List<PromptFinding> checkField(
      String field, String text, Set<String> customFields, boolean outboundIsOff) {
    return List.of();
  }
}
