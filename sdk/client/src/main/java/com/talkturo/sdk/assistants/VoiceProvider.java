package com.talkturo.sdk.assistants;

import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.OpenValue;

/**
 * The vendor of the voice. The constants are those of the reference; the newer documentation names
 * more ({@code inworld}, {@code openai}, {@code dashscope}, {@code kugel}).
 */
public final class VoiceProvider extends OpenValue {
  static final Kind<VoiceProvider> KIND = Kind.open(VoiceProvider::of);

  /** Cartesia. */
  public static final VoiceProvider CARTESIA = of("cartesia");

  /** ElevenLabs. */
  public static final VoiceProvider ELEVENLABS = of("elevenlabs");

  private VoiceProvider(String value) {
    super("voiceProvider", value);
  }

  /**
   * Any name, known here or not.
   *
   * @throws IllegalArgumentException if it is blank
   */
  public static VoiceProvider of(String value) {
    return new VoiceProvider(value);
  }
}
