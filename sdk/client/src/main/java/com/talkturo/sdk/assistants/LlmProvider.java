package com.talkturo.sdk.assistants;

import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.OpenValue;

/**
 * The vendor of the language model. The constants are those of the reference, which leaves the list
 * open; the newer documentation writes {@code deepseek-ai} where the reference has {@code
 * deepseek}.
 */
public final class LlmProvider extends OpenValue {
  static final Kind<LlmProvider> KIND = Kind.open(LlmProvider::of);

  /** OpenAI. */
  public static final LlmProvider OPENAI = of("openai");

  /** Anthropic. */
  public static final LlmProvider ANTHROPIC = of("anthropic");

  /** Google. */
  public static final LlmProvider GOOGLE = of("google");

  /** DeepSeek. */
  public static final LlmProvider DEEPSEEK = of("deepseek");

  /** Qwen. */
  public static final LlmProvider QWEN = of("qwen");

  private LlmProvider(String value) {
    super("provider", value);
  }

  /**
   * Any name, known here or not.
   *
   * @throws IllegalArgumentException if it is blank
   */
  public static LlmProvider of(String value) {
    return new LlmProvider(value);
  }
}
