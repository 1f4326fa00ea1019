package com.talkturo.migration.flireo;

import com.talkturo.sdk.json.OpenValue;

/**
 * The vendor of the transcription at Flireo. The constants are those of the source page and of the
 * vendor's own SDK.
 */
public final class SttProvider extends OpenValue {
  /** Deepgram. */
  public static final SttProvider DEEPGRAM = of("deepgram");

  /** ElevenLabs. */
  public static final SttProvider ELEVENLABS = of("elevenlabs");

  /** Gladia. */
  public static final SttProvider GLADIA = of("gladia");

  /** Mistral. */
  public static final SttProvider MISTRAL = of("mistral");

  /** Google. */
  public static final SttProvider GOOGLE = of("google");

  private SttProvider(String value) {
    super("sttProvider", value);
  }

  /**
   * Any name, known here or not.
   *
   * @throws IllegalArgumentException if it is blank
   */
  public static SttProvider of(String value) {
    return new SttProvider(value);
  }
}
