package com.talkturo.migration.telnyx;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tool that books at Cal.com: payload of {@link TelnyxToolType#BOOK_APPOINTMENT}. */
public final class BookAppointmentTool extends ApiModel {
  static final Table<BookAppointmentTool> TABLE = Table.of(Builder::new).lossless();

  static final Row<Long> EVENT_TYPE_ID = TABLE.optional("event_type_id", Kind.longInteger());
  static final Row<String> API_KEY_REF = TABLE.optional("api_key_ref", Kind.secret());
  static final Row<String> ATTENDEE_NAME = TABLE.optional("attendee_name", Kind.text());
  static final Row<String> ATTENDEE_TIMEZONE = TABLE.optional("attendee_timezone", Kind.text());

  BookAppointmentTool(Builder builder) {
    super(builder);
  }

  /** Starts one; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts one that equals this. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** The id of the type of event at Cal.com. */
  public Optional<Long> eventTypeId() {
    return optional(EVENT_TYPE_ID);
  }

  /**
   * The name of the integration secret that holds the key of Cal.com. Not shown by {@code
   * toString()}.
   */
  public Optional<String> apiKeyRef() {
    return optional(API_KEY_REF);
  }

  /** The name of the person that the tool books for; may hold variables. */
  public Optional<String> attendeeName() {
    return optional(ATTENDEE_NAME);
  }

  /** The time zone of that person, such as {@code Europe/Berlin}. */
  public Optional<String> attendeeTimezone() {
    return optional(ATTENDEE_TIMEZONE);
  }

  /** Builds {@link BookAppointmentTool}. */
  public static final class Builder extends ModelBuilder<BookAppointmentTool, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The id of the type of event at Cal.com. */
    public Builder eventTypeId(long eventTypeId) {
      return set(EVENT_TYPE_ID, eventTypeId);
    }

    /** The name of the integration secret that holds the key of Cal.com. */
    public Builder apiKeyRef(String apiKeyRef) {
      return set(API_KEY_REF, apiKeyRef);
    }

    /** The name of the person that the tool books for; may hold variables. */
    public Builder attendeeName(String attendeeName) {
      return set(ATTENDEE_NAME, attendeeName);
    }

    /** The time zone of that person, such as {@code Europe/Berlin}. */
    public Builder attendeeTimezone(String attendeeTimezone) {
      return set(ATTENDEE_TIMEZONE, attendeeTimezone);
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

    /** The value. */
    @Override
    public BookAppointmentTool build() {
      return new BookAppointmentTool(this);
    }
  }
}
