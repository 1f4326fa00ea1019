package com.talkturo.migration.telnyx;

import com.talkturo.sdk.json.OpenValue;

/** A feature that an assistant at Telnyx has switched on. */
public final class TelnyxFeature extends OpenValue {
  /** Phone calls. */
  public static final TelnyxFeature TELEPHONY = of("telephony");

  /** Text messages. */
  public static final TelnyxFeature MESSAGING = of("messaging");

  private TelnyxFeature(String value) {
    super("feature", value);
  }

  /**
   * Any name, known here or not.
   *
   * @throws IllegalArgumentException if it is blank
   */
  public static TelnyxFeature of(String value) {
    return new TelnyxFeature(value);
  }
}
