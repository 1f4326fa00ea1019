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
 * A tool that looks for free slots at Cal.com: payload of {@link
 * TelnyxToolType#CHECK_AVAILABILITY}.
 */
public final class CheckAvailabilityTool extends ApiModel {
  static final Table<CheckAvailabilityTool> TABLE = Table.of(Builder::new).lossless();

  static final Row<Long> EVENT_TYPE_ID = TABLE.optional("event_type_id", Kind.longInteger());
  static final Row<String> API_KEY_REF = TABLE.optional("api_key_ref", Kind.secret());

  CheckAvailabilityTool(Builder builder) {
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

  /** Builds {@link CheckAvailabilityTool}. */
  public static final class Builder extends ModelBuilder<CheckAvailabilityTool, Builder> {
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
    public CheckAvailabilityTool build() {
      return new CheckAvailabilityTool(this);
    }
  }
}
