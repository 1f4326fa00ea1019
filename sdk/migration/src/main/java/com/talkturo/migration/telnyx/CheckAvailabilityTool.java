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
 * A tool that looks for free slots at Cal.com: payload of {@link
 * TelnyxToolType#CHECK_AVAILABILITY}.
 */
@Value.Immutable
public abstract class CheckAvailabilityTool implements WithAdditionalProperties {
  static final Table<CheckAvailabilityTool, Builder> TABLE =
      Table.of(
              Builder::new,
              Builder::build,
              Builder::keep,
              Row.optional(
                  "event_type_id",
                  Kind.longInteger(),
                  CheckAvailabilityTool::eventTypeId,
                  Builder::eventTypeId),
              Row.optional(
                  "api_key_ref",
                  Kind.secret(),
                  CheckAvailabilityTool::apiKeyRef,
                  Builder::apiKeyRef))
          .lossless();

  CheckAvailabilityTool() {}

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

  /** The id of the type of event at Cal.com. */
  public abstract Optional<Long> eventTypeId();

  /**
   * The name of the integration secret that holds the key of Cal.com. Not shown by {@code
   * toString()}.
   */
  @Value.Redacted
  public abstract Optional<String> apiKeyRef();

  /** Builds {@link CheckAvailabilityTool}. */
  public static final class Builder {
    private final ImmutableCheckAvailabilityTool.Builder generated =
        new ImmutableCheckAvailabilityTool.Builder();

    Builder() {}

    /** The id of the type of event at Cal.com. */
    public Builder eventTypeId(long eventTypeId) {
      generated.eventTypeId(eventTypeId);
      return this;
    }

    /** The name of the integration secret that holds the key of Cal.com. */
    public Builder apiKeyRef(String apiKeyRef) {
      generated.apiKeyRef(apiKeyRef);
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
    public CheckAvailabilityTool build() {
      return generated.build();
    }
  }
}
