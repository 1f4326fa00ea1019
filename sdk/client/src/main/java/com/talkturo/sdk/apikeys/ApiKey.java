package com.talkturo.sdk.apikeys;

import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What the API tells about an API key. Only the answer to its creation holds the key itself. */
@Value.Immutable
public abstract class ApiKey implements WithAdditionalProperties {
  static final Table<ApiKey, Builder> TABLE =
      Table.of(
          Builder::new,
          Builder::build,
          Builder::putAdditionalProperties,
          Row.required("id", Kind.id(), Builder::id),
          Row.optional("name", Kind.text(), Builder::name),
          Row.optional("description", Kind.text(), Builder::description),
          Row.optional("key_prefix", Kind.text(), Builder::keyPrefix),
          Row.optional("permissions", Kind.object(ApiKeyPermissions.TABLE), Builder::permissions),
          Row.optional("last_used_at", Kind.time(), Builder::lastUsedAt),
          Row.optional("expires_at", Kind.time(), Builder::expiresAt),
          Row.optional("is_active", Kind.flag(), Builder::isActive),
          Row.optional("created_at", Kind.time(), Builder::createdAt),
          Row.optional("created_by", Kind.id(), Builder::createdBy),
          Row.optional("fullKey", Kind.secret(), Builder::fullKey));

  ApiKey() {}

  /** Starts a key, for tests; {@code id} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a builder with all values of this one. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** The id, which {@code update} and {@code revoke} take. */
  public abstract String id();

  /** The display name. */
  public abstract Optional<String> name();

  /** What the key is for. */
  public abstract Optional<String> description();

  /** How the key starts, such as {@code tk_live_} and 8 more characters: enough to recognise it. */
  public abstract Optional<String> keyPrefix();

  /** What the key may do. */
  public abstract Optional<ApiKeyPermissions> permissions();

  /** When the key was last used; empty if never. */
  public abstract Optional<Instant> lastUsedAt();

  /** When the key expires; empty if never. */
  public abstract Optional<Instant> expiresAt();

  /** Whether the API accepts the key. */
  public abstract Optional<Boolean> isActive();

  /** When the key was made. */
  public abstract Optional<Instant> createdAt();

  /** The user who made the key, by id. */
  public abstract Optional<String> createdBy();

  /**
   * The key itself, in the answer to its creation and nowhere else: store it at once. Left out of
   * {@code toString()}.
   */
  @Value.Redacted
  public abstract Optional<String> fullKey();

  /** Builds {@link ApiKey}: what an answer would hold, for tests of your own code. */
  public static final class Builder {
    private final ImmutableApiKey.Builder generated = new ImmutableApiKey.Builder();

    Builder() {}

    /** The id; required. */
    public Builder id(String id) {
      generated.id(id);
      return this;
    }

    /** The display name. */
    public Builder name(String name) {
      generated.name(name);
      return this;
    }

    /** What the key is for. */
    public Builder description(String description) {
      generated.description(description);
      return this;
    }

    /**
     * How the key starts, such as {@code tk_live_} and 8 more characters: enough to recognise it.
     */
    public Builder keyPrefix(String keyPrefix) {
      generated.keyPrefix(keyPrefix);
      return this;
    }

    /** What the key may do. */
    public Builder permissions(ApiKeyPermissions permissions) {
      generated.permissions(permissions);
      return this;
    }

    /** When the key was last used; empty if never. */
    public Builder lastUsedAt(Instant lastUsedAt) {
      generated.lastUsedAt(lastUsedAt);
      return this;
    }

    /** When the key expires; empty if never. */
    public Builder expiresAt(Instant expiresAt) {
      generated.expiresAt(expiresAt);
      return this;
    }

    /** Whether the API accepts the key. */
    public Builder isActive(boolean isActive) {
      generated.isActive(isActive);
      return this;
    }

    /** When the key was made. */
    public Builder createdAt(Instant createdAt) {
      generated.createdAt(createdAt);
      return this;
    }

    /** The user who made the key, by id. */
    public Builder createdBy(String createdBy) {
      generated.createdBy(createdBy);
      return this;
    }

    /** The key itself. */
    public Builder fullKey(String fullKey) {
      generated.fullKey(fullKey);
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

    /**
     * The key.
     *
     * @throws IllegalStateException if {@code id} is missing
     */
    public ApiKey build() {
      return generated.build();
    }
  }
}
