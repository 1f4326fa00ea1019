package com.talkturo.sdk.apikeys;

import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an API key may do, in answers and in {@link CreateApiKeyRequest}. */
public final class ApiKeyPermissions extends ApiModel {
  static final Table<ApiKeyPermissions> TABLE = Table.of(Builder::new);

  static final Row<List<String>> SCOPES =
      TABLE.absentIf(Collections.emptyList(), "scopes", Kind.listOf(Kind.text()));
  static final Row<Integer> RATE_LIMIT_PER_HOUR =
      TABLE.optional("rate_limit_per_hour", Kind.integer());

  ApiKeyPermissions(Builder builder) {
    super(builder);
  }

  /** Starts permissions; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a builder with all values of this one. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /**
   * The scopes, such as {@code assistants:read}, {@code assistants:*} or {@code *}; empty if the
   * API sends none.
   */
  public List<String> scopes() {
    return value(SCOPES);
  }

  /** How many requests an hour the API accepts. */
  public Optional<Integer> rateLimitPerHour() {
    return optional(RATE_LIMIT_PER_HOUR);
  }

  /** Builds {@link ApiKeyPermissions}. */
  public static final class Builder extends ModelBuilder<ApiKeyPermissions, Builder> {
    Builder() {
      super(TABLE);
    }

    /**
     * The scopes, such as {@code assistants:read}, {@code assistants:*} or {@code *}. They replace
     * those of an earlier call. If there are none, the request sends none, and the API takes {@code
     * *}.
     */
    public Builder scopes(Collection<String> scopes) {
      return setAll(SCOPES, scopes);
    }

    /**
     * How many requests an hour the API accepts: 1000 if this is not set. The SDK does not check
     * it.
     */
    public Builder rateLimitPerHour(int rateLimitPerHour) {
      return set(RATE_LIMIT_PER_HOUR, rateLimitPerHour);
    }

    /**
     * A field that the SDK does not model, by its JSON name.
     *
     * @param value a plain tree of Map, Collection, String, finite Number, Boolean and {@code
     *     null}; it is copied
     * @throws IllegalArgumentException if the tree holds anything else
     */
    public Builder putAdditionalProperties(String name, @Nullable Object value) {
      return keep(name, value);
    }

    /** The permissions. */
    @Override
    public ApiKeyPermissions build() {
      return new ApiKeyPermissions(this);
    }
  }
}
