package com.talkturo.sdk.apikeys;

import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What an API key may do, in answers and in {@link CreateApiKeyRequest}. */
@Value.Immutable
public abstract class ApiKeyPermissions implements WithAdditionalProperties {
  static final Table<ApiKeyPermissions, Builder> TABLE =
      Table.of(
          Builder::new,
          Builder::build,
          Builder::putAdditionalProperties,
          Row.optional(
              "scopes",
              Kind.listOf(Kind.text()),
              permissions ->
                  permissions.scopes().isEmpty()
                      ? Optional.empty()
                      : Optional.of(permissions.scopes()),
              Builder::scopes),
          Row.optional(
              "rate_limit_per_hour",
              Kind.integer(),
              ApiKeyPermissions::rateLimitPerHour,
              Builder::rateLimitPerHour));

  ApiKeyPermissions() {}

  /** Starts permissions; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a builder with all values of this one. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /**
   * The scopes, such as {@code assistants:read}, {@code assistants:*} or {@code *}; empty if the
   * API sends none.
   */
  public abstract List<String> scopes();

  /** How many requests an hour the API accepts. */
  public abstract Optional<Integer> rateLimitPerHour();

  /** Builds {@link ApiKeyPermissions}. */
  public static final class Builder {
    private final ImmutableApiKeyPermissions.Builder generated =
        new ImmutableApiKeyPermissions.Builder();

    Builder() {}

    /**
     * The scopes, such as {@code assistants:read}, {@code assistants:*} or {@code *}. They replace
     * those of an earlier call. If there are none, the request sends none, and the API takes {@code
     * *}.
     */
    public Builder scopes(Collection<String> scopes) {
      generated.scopes(scopes);
      return this;
    }

    /**
     * How many requests an hour the API accepts: 1000 if this is not set. The SDK does not check
     * it.
     */
    public Builder rateLimitPerHour(int rateLimitPerHour) {
      generated.rateLimitPerHour(rateLimitPerHour);
      return this;
    }

    /**
     * A field that the SDK does not model, by its JSON name.
     *
     * @param value a plain tree of Map, Collection, String, finite Number, Boolean and {@code
     *     null}; it is copied
     * @throws IllegalArgumentException if the tree holds anything else
     */
    public Builder putAdditionalProperties(String name, @Nullable Object value) {
      generated.putAdditionalProperties(name, Trees.copyOf(name, value));
      return this;
    }

    /** The permissions. */
    public ApiKeyPermissions build() {
      return generated.build();
    }
  }
}
