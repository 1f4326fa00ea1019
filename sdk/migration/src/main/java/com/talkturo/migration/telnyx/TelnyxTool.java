package com.talkturo.migration.telnyx;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tool of an assistant at Telnyx: its type, and a payload under the name of the type. The payload
 * of a type that the SDK does not model is among the additional properties, and written back as it
 * was.
 */
public final class TelnyxTool extends ApiModel {
  static final Table<TelnyxTool> TABLE = Table.of(Builder::new).lossless();

  static final Row<TelnyxToolType> TYPE = TABLE.required("type", Kind.open(TelnyxToolType::of));
  static final Row<WebhookTool> WEBHOOK = TABLE.optional("webhook", Kind.object(WebhookTool.TABLE));
  static final Row<HangupTool> HANGUP = TABLE.optional("hangup", Kind.object(HangupTool.TABLE));
  static final Row<TransferTool> TRANSFER =
      TABLE.optional("transfer", Kind.object(TransferTool.TABLE));
  static final Row<RetrievalTool> RETRIEVAL =
      TABLE.optional("retrieval", Kind.object(RetrievalTool.TABLE));
  static final Row<BookAppointmentTool> BOOK_APPOINTMENT =
      TABLE.optional("book_appointment", Kind.object(BookAppointmentTool.TABLE));
  static final Row<CheckAvailabilityTool> CHECK_AVAILABILITY =
      TABLE.optional("check_availability", Kind.object(CheckAvailabilityTool.TABLE));

  TelnyxTool(Builder builder) {
    super(builder);
  }

  /** Starts one; {@code type} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** A tool of type {@code webhook}. */
  public static TelnyxTool of(WebhookTool tool) {
    return builder().type(TelnyxToolType.WEBHOOK).webhook(tool).build();
  }

  /** A tool of type {@code hangup}. */
  public static TelnyxTool of(HangupTool tool) {
    return builder().type(TelnyxToolType.HANGUP).hangup(tool).build();
  }

  /** A tool of type {@code transfer}. */
  public static TelnyxTool of(TransferTool tool) {
    return builder().type(TelnyxToolType.TRANSFER).transfer(tool).build();
  }

  /** A tool of type {@code retrieval}. */
  public static TelnyxTool of(RetrievalTool tool) {
    return builder().type(TelnyxToolType.RETRIEVAL).retrieval(tool).build();
  }

  /** A tool of type {@code book_appointment}. */
  public static TelnyxTool of(BookAppointmentTool tool) {
    return builder().type(TelnyxToolType.BOOK_APPOINTMENT).bookAppointment(tool).build();
  }

  /** A tool of type {@code check_availability}. */
  public static TelnyxTool of(CheckAvailabilityTool tool) {
    return builder().type(TelnyxToolType.CHECK_AVAILABILITY).checkAvailability(tool).build();
  }

  /**
   * A tool of a type that the SDK does not model.
   *
   * @param payload a plain tree, sent under the name of the type
   * @throws IllegalArgumentException if the SDK models the type, the type is blank, or the payload
   *     is no plain tree
   */
  public static TelnyxTool of(String type, @Nullable Object payload) {
    return builder().type(TelnyxToolType.of(type)).putAdditionalProperties(type, payload).build();
  }

  /** Starts one that equals this. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** The type, which names the member with the payload. */
  public TelnyxToolType type() {
    return value(TYPE);
  }

  /** The payload of {@code webhook}. */
  public Optional<WebhookTool> webhook() {
    return optional(WEBHOOK);
  }

  /** The payload of {@code hangup}. */
  public Optional<HangupTool> hangup() {
    return optional(HANGUP);
  }

  /** The payload of {@code transfer}. */
  public Optional<TransferTool> transfer() {
    return optional(TRANSFER);
  }

  /** The payload of {@code retrieval}. */
  public Optional<RetrievalTool> retrieval() {
    return optional(RETRIEVAL);
  }

  /** The payload of {@code book_appointment}. */
  public Optional<BookAppointmentTool> bookAppointment() {
    return optional(BOOK_APPOINTMENT);
  }

  /** The payload of {@code check_availability}. */
  public Optional<CheckAvailabilityTool> checkAvailability() {
    return optional(CHECK_AVAILABILITY);
  }

  /** Builds {@link TelnyxTool}. */
  public static final class Builder extends ModelBuilder<TelnyxTool, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The type; required. */
    public Builder type(TelnyxToolType type) {
      return set(TYPE, type);
    }

    /** The payload of {@code webhook}. */
    public Builder webhook(WebhookTool webhook) {
      return set(WEBHOOK, webhook);
    }

    /** The payload of {@code hangup}. */
    public Builder hangup(HangupTool hangup) {
      return set(HANGUP, hangup);
    }

    /** The payload of {@code transfer}. */
    public Builder transfer(TransferTool transfer) {
      return set(TRANSFER, transfer);
    }

    /** The payload of {@code retrieval}. */
    public Builder retrieval(RetrievalTool retrieval) {
      return set(RETRIEVAL, retrieval);
    }

    /** The payload of {@code book_appointment}. */
    public Builder bookAppointment(BookAppointmentTool bookAppointment) {
      return set(BOOK_APPOINTMENT, bookAppointment);
    }

    /** The payload of {@code check_availability}. */
    public Builder checkAvailability(CheckAvailabilityTool checkAvailability) {
      return set(CHECK_AVAILABILITY, checkAvailability);
    }

    /**
     * A field that the SDK does not model, by its JSON name.
     *
     * @param value a plain tree of Map, Collection, String, finite Number, Boolean and {@code
     *     null}; it is copied
     * @throws IllegalArgumentException if the tree holds anything else, or the SDK models the field
     */
    public Builder putAdditionalProperties(String name, @Nullable Object value) {
      Payloads.requireUnmodelled(name, TABLE);
      return keep(name, value);
    }

    /**
     * The value.
     *
     * @throws IllegalStateException if a required field is missing
     */
    @Override
    public TelnyxTool build() {
      return new TelnyxTool(this);
    }
  }
}
