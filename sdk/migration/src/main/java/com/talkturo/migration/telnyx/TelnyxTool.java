package com.talkturo.migration.telnyx;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A tool of an assistant at Telnyx: its type, and a payload under the name of the type. The payload
 * of a type that the SDK does not model is among the additional properties, and written back as it
 * was.
 */
@Value.Immutable
public abstract class TelnyxTool implements WithAdditionalProperties {
  static final Table<TelnyxTool, Builder> TABLE =
      Table.of(
              Builder::new,
              Builder::build,
              Builder::keep,
              Row.required("type", Kind.open(TelnyxToolType::of), TelnyxTool::type, Builder::type),
              Row.optional(
                  "webhook", Kind.object(WebhookTool.TABLE), TelnyxTool::webhook, Builder::webhook),
              Row.optional(
                  "hangup", Kind.object(HangupTool.TABLE), TelnyxTool::hangup, Builder::hangup),
              Row.optional(
                  "transfer",
                  Kind.object(TransferTool.TABLE),
                  TelnyxTool::transfer,
                  Builder::transfer),
              Row.optional(
                  "retrieval",
                  Kind.object(RetrievalTool.TABLE),
                  TelnyxTool::retrieval,
                  Builder::retrieval),
              Row.optional(
                  "book_appointment",
                  Kind.object(BookAppointmentTool.TABLE),
                  TelnyxTool::bookAppointment,
                  Builder::bookAppointment),
              Row.optional(
                  "check_availability",
                  Kind.object(CheckAvailabilityTool.TABLE),
                  TelnyxTool::checkAvailability,
                  Builder::checkAvailability))
          .lossless();

  TelnyxTool() {}

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
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** The type, which names the member with the payload. */
  public abstract TelnyxToolType type();

  /** The payload of {@code webhook}. */
  public abstract Optional<WebhookTool> webhook();

  /** The payload of {@code hangup}. */
  public abstract Optional<HangupTool> hangup();

  /** The payload of {@code transfer}. */
  public abstract Optional<TransferTool> transfer();

  /** The payload of {@code retrieval}. */
  public abstract Optional<RetrievalTool> retrieval();

  /** The payload of {@code book_appointment}. */
  public abstract Optional<BookAppointmentTool> bookAppointment();

  /** The payload of {@code check_availability}. */
  public abstract Optional<CheckAvailabilityTool> checkAvailability();

  /** Builds {@link TelnyxTool}. */
  public static final class Builder {
    private final ImmutableTelnyxTool.Builder generated = new ImmutableTelnyxTool.Builder();

    Builder() {}

    /** The type; required. */
    public Builder type(TelnyxToolType type) {
      generated.type(type);
      return this;
    }

    /** The payload of {@code webhook}. */
    public Builder webhook(WebhookTool webhook) {
      generated.webhook(webhook);
      return this;
    }

    /** The payload of {@code hangup}. */
    public Builder hangup(HangupTool hangup) {
      generated.hangup(hangup);
      return this;
    }

    /** The payload of {@code transfer}. */
    public Builder transfer(TransferTool transfer) {
      generated.transfer(transfer);
      return this;
    }

    /** The payload of {@code retrieval}. */
    public Builder retrieval(RetrievalTool retrieval) {
      generated.retrieval(retrieval);
      return this;
    }

    /** The payload of {@code book_appointment}. */
    public Builder bookAppointment(BookAppointmentTool bookAppointment) {
      generated.bookAppointment(bookAppointment);
      return this;
    }

    /** The payload of {@code check_availability}. */
    public Builder checkAvailability(CheckAvailabilityTool checkAvailability) {
      generated.checkAvailability(checkAvailability);
      return this;
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

    private Builder keep(String name, @Nullable Object value) {
      generated.putAdditionalProperties(name, Trees.copyOf(name, value));
      return this;
    }

    /**
     * The value.
     *
     * @throws IllegalStateException if a required field is missing
     */
    public TelnyxTool build() {
      return generated.build();
    }
  }
}
