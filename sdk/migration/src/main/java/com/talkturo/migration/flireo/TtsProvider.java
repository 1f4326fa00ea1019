package com.talkturo.migration.flireo;

import com.talkturo.sdk.json.OpenValue;

/** The vendor of the voice at Flireo. */
public final class TtsProvider extends OpenValue {
  /** ElevenLabs. */
  public static final TtsProvider ELEVENLABS = of("elevenlabs");

  /** Inworld. */
  public static final TtsProvider INWORLD = of("inworld");

  /** Google. */
  public static final TtsProvider GOOGLE = of("google");

  /** xAI. */
  public static final TtsProvider XAI = of("xai");

  private TtsProvider(String value) {
    super("ttsProvider", value);
  }

  /**
   * Any name, known here or not.
   *
   * @throws IllegalArgumentException if it is blank
   */
  public static TtsProvider of(String value) {
    return new TtsProvider(value);
  }
}
