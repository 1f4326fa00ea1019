package com.talkturo.sdk.assistants;

import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.OpenValue;

/**
 * The template that an assistant starts from: it decides prompts, model, voice, transcription and
 * the inbound and outbound flags. The constants are those of the reference; the newer documentation
 * allows arbitrary ids, so any other is allowed here too.
 */
public final class TemplateId extends OpenValue {
  static final Kind<TemplateId> KIND = Kind.open(TemplateId::of);

  /** Places calls; in the reference's example inbound is off, outbound and recording are on. */
  public static final TemplateId OUTBOUND_SETTER = of("outbound-setter");

  /** Answers calls. */
  public static final TemplateId INBOUND_SUPPORT = of("inbound-support");

  /** Follow-up calls; not documented further by Talkturo. */
  public static final TemplateId FOLLOW_UP = of("follow-up");

  /** The default of the API. */
  public static final TemplateId CUSTOM = of("custom");

  private TemplateId(String value) {
    super("templateId", value);
  }

  /**
   * Any name, known here or not.
   *
   * @throws IllegalArgumentException if it is blank
   */
  public static TemplateId of(String value) {
    return new TemplateId(value);
  }
}
