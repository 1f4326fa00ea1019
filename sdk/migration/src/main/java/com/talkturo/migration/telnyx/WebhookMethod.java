package com.talkturo.migration.telnyx;

import com.talkturo.sdk.json.OpenValue;

/** The HTTP method that a webhook tool calls with. */
public final class WebhookMethod extends OpenValue {
  /** {@code GET}. */
  public static final WebhookMethod GET = of("GET");

  /** {@code POST}. */
  public static final WebhookMethod POST = of("POST");

  /** {@code PUT}. */
  public static final WebhookMethod PUT = of("PUT");

  /** {@code DELETE}. */
  public static final WebhookMethod DELETE = of("DELETE");

  /** {@code PATCH}. */
  public static final WebhookMethod PATCH = of("PATCH");

  private WebhookMethod(String value) {
    super("method", value);
  }

  /**
   * Any name, known here or not.
   *
   * @throws IllegalArgumentException if it is blank
   */
  public static WebhookMethod of(String value) {
    return new WebhookMethod(value);
  }
}
