package com.talkturo.migration.flireo;

import com.talkturo.sdk.json.OpenValue;

/** The vendor of the language model at Flireo. */
public final class FlireoLlmProvider extends OpenValue {
  /** OpenAI. */
  public static final FlireoLlmProvider OPENAI = of("openai");

  /** Mistral. */
  public static final FlireoLlmProvider MISTRAL = of("mistral");

  /** xAI. */
  public static final FlireoLlmProvider XAI = of("xai");

  /** xAI, speech to speech. */
  public static final FlireoLlmProvider XAI_REALTIME = of("xai_realtime");

  /** Google. */
  public static final FlireoLlmProvider GOOGLE = of("google");

  /** Google, speech to speech. */
  public static final FlireoLlmProvider GOOGLE_REALTIME = of("google_realtime");

  /** OpenAI, speech to speech. */
  public static final FlireoLlmProvider OPENAI_LIVE = of("openai_live");

  private FlireoLlmProvider(String value) {
    super("llmProvider", value);
  }

  /**
   * Any name, known here or not.
   *
   * @throws IllegalArgumentException if it is blank
   */
  public static FlireoLlmProvider of(String value) {
    return new FlireoLlmProvider(value);
  }
}
