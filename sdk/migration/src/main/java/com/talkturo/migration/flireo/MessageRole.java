package com.talkturo.migration.flireo;

import com.talkturo.sdk.json.OpenValue;

/** Who speaks in a message to a language model. */
public final class MessageRole extends OpenValue {
  /** The instructions. */
  public static final MessageRole SYSTEM = of("system");

  /** The caller. */
  public static final MessageRole USER = of("user");

  /** The assistant. */
  public static final MessageRole ASSISTANT = of("assistant");

  private MessageRole(String value) {
    super("role", value);
  }

  /**
   * Any name, known here or not.
   *
   * @throws IllegalArgumentException if it is blank
   */
  public static MessageRole of(String value) {
    return new MessageRole(value);
  }
}
