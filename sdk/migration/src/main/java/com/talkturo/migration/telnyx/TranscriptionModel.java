package com.talkturo.migration.telnyx;

import com.talkturo.sdk.json.OpenValue;

/**
 * A model that turns speech into text at Telnyx. The constants are those of the source page; the
 * vendor has added more since.
 */
public final class TranscriptionModel extends OpenValue {
  /** English only, and faster. */
  public static final TranscriptionModel DISTIL_WHISPER_LARGE_V2 =
      of("distil-whisper/distil-large-v2");

  /** Many languages. */
  public static final TranscriptionModel WHISPER_LARGE_V3_TURBO =
      of("openai/whisper-large-v3-turbo");

  private TranscriptionModel(String value) {
    super("transcriptionModel", value);
  }

  /**
   * Any name, known here or not.
   *
   * @throws IllegalArgumentException if it is blank
   */
  public static TranscriptionModel of(String value) {
    return new TranscriptionModel(value);
  }
}
