package com.talkturo.sdk.assistants;

import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.OpenValue;

/**
 * The vendor of the transcription. The constants are those of the reference, which leaves the list
 * open; the newer documentation names more ({@code cartesia}, {@code elevenlabs}, {@code inworld}).
 */
public final class TranscriptorProvider extends OpenValue {
  static final Kind<TranscriptorProvider> KIND = Kind.open(TranscriptorProvider::of);

  /** Deepgram. */
  public static final TranscriptorProvider DEEPGRAM = of("deepgram");

  /** AssemblyAI. */
  public static final TranscriptorProvider ASSEMBLYAI = of("assemblyai");

  private TranscriptorProvider(String value) {
    super("transcriptorProvider", value);
  }

  /**
   * Any name, known here or not.
   *
   * @throws IllegalArgumentException if it is blank
   */
  public static TranscriptorProvider of(String value) {
    return new TranscriptorProvider(value);
  }
}
