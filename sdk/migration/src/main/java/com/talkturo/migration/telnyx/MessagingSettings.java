package com.talkturo.migration.telnyx;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The text messages of an assistant at Telnyx. */
public final class MessagingSettings extends ApiModel {
  static final Table<MessagingSettings> TABLE = Table.of(Builder::new).lossless();

  static final Row<String> DEFAULT_MESSAGING_PROFILE_ID =
      TABLE.optional("default_messaging_profile_id", Kind.text());
  static final Row<String> DELIVERY_STATUS_WEBHOOK_URL =
      TABLE.optional("delivery_status_webhook_url", Kind.secret());

  MessagingSettings(Builder builder) {
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

  /** The id of the messaging profile. */
  public Optional<String> defaultMessagingProfileId() {
    return optional(DEFAULT_MESSAGING_PROFILE_ID);
  }

  /** The URL that gets the status of deliveries. Not shown by {@code toString()}. */
  public Optional<String> deliveryStatusWebhookUrl() {
    return optional(DELIVERY_STATUS_WEBHOOK_URL);
  }

  /** Builds {@link MessagingSettings}. */
  public static final class Builder extends ModelBuilder<MessagingSettings, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The id of the messaging profile. */
    public Builder defaultMessagingProfileId(String defaultMessagingProfileId) {
      return set(DEFAULT_MESSAGING_PROFILE_ID, defaultMessagingProfileId);
    }

    /** The URL that gets the status of deliveries. */
    public Builder deliveryStatusWebhookUrl(String deliveryStatusWebhookUrl) {
      return set(DELIVERY_STATUS_WEBHOOK_URL, deliveryStatusWebhookUrl);
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
    public MessagingSettings build() {
      return new MessagingSettings(this);
    }
  }
}
