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

/** The text messages of an assistant at Telnyx. */
@Value.Immutable
public abstract class MessagingSettings implements WithAdditionalProperties {
  static final Table<MessagingSettings, Builder> TABLE =
      Table.of(
              Builder::new,
              Builder::build,
              Builder::keep,
              Row.optional(
                  "default_messaging_profile_id",
                  Kind.text(),
                  MessagingSettings::defaultMessagingProfileId,
                  Builder::defaultMessagingProfileId),
              Row.optional(
                  "delivery_status_webhook_url",
                  Kind.secret(),
                  MessagingSettings::deliveryStatusWebhookUrl,
                  Builder::deliveryStatusWebhookUrl))
          .lossless();

  MessagingSettings() {}

  /** Starts one; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts one that equals this. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** The id of the messaging profile. */
  public abstract Optional<String> defaultMessagingProfileId();

  /** The URL that gets the status of deliveries. Not shown by {@code toString()}. */
  @Value.Redacted
  public abstract Optional<String> deliveryStatusWebhookUrl();

  /** Builds {@link MessagingSettings}. */
  public static final class Builder {
    private final ImmutableMessagingSettings.Builder generated =
        new ImmutableMessagingSettings.Builder();

    Builder() {}

    /** The id of the messaging profile. */
    public Builder defaultMessagingProfileId(String defaultMessagingProfileId) {
      generated.defaultMessagingProfileId(defaultMessagingProfileId);
      return this;
    }

    /** The URL that gets the status of deliveries. */
    public Builder deliveryStatusWebhookUrl(String deliveryStatusWebhookUrl) {
      generated.deliveryStatusWebhookUrl(deliveryStatusWebhookUrl);
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

    /** The value. */
    public MessagingSettings build() {
      return generated.build();
    }
  }
}
