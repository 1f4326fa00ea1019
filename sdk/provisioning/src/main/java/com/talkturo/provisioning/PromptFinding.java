package com.talkturo.provisioning;

/**
 * Something odd in a prompt.
 *
 * @param severity how bad it is
 * @param field the JSON name of the field; empty if only a text was checked
 * @param line from 1
 * @param column from 1, in characters
 * @param message what is odd, and what may have been meant
 */
public record PromptFinding(Severity severity, String field, int line, int column, String message) {
  /** How bad a finding is. */
  public enum Severity {
    /** Nothing is sent. */
    ERROR,
    /** Nothing is sent in strict mode. */
    WARNING,
    /** Worth a look. */
    HINT
  }

  PromptFinding in(String name) {
    return new PromptFinding(severity, name, line, column, message);
  }

  /** Such as {@code system_prompt:3:12: warning: unknown variable {{contact.nme}}}. */
  @Override
  public String toString() {
    return (field.isEmpty() ? "" : field + ":")
        + line
        + ":"
        + column
        + ": "
        + severity.name().toLowerCase(java.util.Locale.ROOT)
        + ": "
        + message;
  }
}
