package com.talkturo.migration.telnyx;

import com.talkturo.sdk.json.OpenValue;

/**
 * The type of a tool: the name of the member that holds its payload. The constants are the types
 * that the SDK models; the vendor has more.
 */
public final class TelnyxToolType extends OpenValue {
  /** {@link WebhookTool}. */
  public static final TelnyxToolType WEBHOOK = of("webhook");

  /** {@link HangupTool}. */
  public static final TelnyxToolType HANGUP = of("hangup");

  /** {@link TransferTool}. */
  public static final TelnyxToolType TRANSFER = of("transfer");

  /** {@link RetrievalTool}. */
  public static final TelnyxToolType RETRIEVAL = of("retrieval");

  /** {@link BookAppointmentTool}. */
  public static final TelnyxToolType BOOK_APPOINTMENT = of("book_appointment");

  /** {@link CheckAvailabilityTool}. */
  public static final TelnyxToolType CHECK_AVAILABILITY = of("check_availability");

  private TelnyxToolType(String value) {
    super("type", value);
  }

  /**
   * Any name, known here or not.
   *
   * @throws IllegalArgumentException if it is blank
   */
  public static TelnyxToolType of(String value) {
    return new TelnyxToolType(value);
  }
}
