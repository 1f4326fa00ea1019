package com.talkturo.migration.flireo;

import com.talkturo.sdk.json.OpenValue;

/** What Flireo tells a webhook of. */
public final class WebhookEvent extends OpenValue {
  /** A phone call wants an assistant. */
  public static final WebhookEvent ASSISTANT_REQUEST = of("assistant-request");

  /** The language model calls tools. */
  public static final WebhookEvent TOOL_CALLS = of("tool-calls");

  /** The state of a phone call changes. */
  public static final WebhookEvent STATUS_UPDATE = of("status-update");

  /** A phone call has ended. */
  public static final WebhookEvent END_OF_CALL_REPORT = of("end-of-call-report");

  private WebhookEvent(String value) {
    super("webhookEvent", value);
  }

  /**
   * Any name, known here or not.
   *
   * @throws IllegalArgumentException if it is blank
   */
  public static WebhookEvent of(String value) {
    return new WebhookEvent(value);
  }
}
