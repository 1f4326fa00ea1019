package com.talkturo.sdk.apikeys;

import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the API tells about an API key. Only the answer to its creation holds the key itself. */
public final class ApiKey extends ApiModel {
  static final Table<ApiKey> TABLE = Table.of(Builder::new);

  static final Row<String> ID = TABLE.required("id", Kind.id());
  static final Row<String> NAME = TABLE.optional("name", Kind.text());
  static final Row<String> DESCRIPTION = TABLE.optional("description", Kind.text());
  static final Row<String> KEY_PREFIX = TABLE.optional("key_prefix", Kind.text());
  static final Row<ApiKeyPermissions> PERMISSIONS =
      TABLE.optional("permissions", Kind.object(ApiKeyPermissions.TABLE));
  static final Row<Instant> LAST_USED_AT = TABLE.optional("last_used_at", Kind.time());
  static final Row<Instant> EXPIRES_AT = TABLE.optional("expires_at", Kind.time());
  static final Row<Boolean> IS_ACTIVE = TABLE.optional("is_active", Kind.flag());
  static final Row<Instant> CREATED_AT = TABLE.optional("created_at", Kind.time());
  static final Row<String> CREATED_BY = TABLE.optional("created_by", Kind.id());
  static final Row<String> FULL_KEY = TABLE.optional("fullKey", Kind.secret());

  ApiKey(Builder builder) {
    super(builder);
  }

  /** Starts a key, for tests; {@code id} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a builder with all values of this one. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** The id, which {@code update} and {@code revoke} take. */
  public String id() {
    return value(ID);
  }

  /** The display name. */
  public Optional<String> name() {
    return optional(NAME);
  }

  /** What the key is for. */
  public Optional<String> description() {
    return optional(DESCRIPTION);
  }

  /** How the key starts, such as {@code tk_live_} and 8 more characters: enough to recognise it. */
  public Optional<String> keyPrefix() {
    return optional(KEY_PREFIX);
  }

  /** What the key may do. */
  public Optional<ApiKeyPermissions> permissions() {
    return optional(PERMISSIONS);
  }

  /** When the key was last used; empty if never. */
  public Optional<Instant> lastUsedAt() {
    return optional(LAST_USED_AT);
  }

  /** When the key expires; empty if never. */
  public Optional<Instant> expiresAt() {
    return optional(EXPIRES_AT);
  }

  /** Whether the API accepts the key. */
  public Optional<Boolean> isActive() {
    return optional(IS_ACTIVE);
  }

  /** When the key was made. */
  public Optional<Instant> createdAt() {
    return optional(CREATED_AT);
  }

  /** The user who made the key, by id. */
  public Optional<String> createdBy() {
    return optional(CREATED_BY);
  }

  /**
   * The key itself, in the answer to its creation and nowhere else: store it at once. Left out of
   * {@code toString()}.
   */
  public Optional<String> fullKey() {
    return optional(FULL_KEY);
  }

  /** Builds {@link ApiKey}: what an answer would hold, for tests of your own code. */
  public static final class Builder extends ModelBuilder<ApiKey, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The id; required. */
    public Builder id(String id) {
      return set(ID, id);
    }

    /** The display name. */
    public Builder name(String name) {
      return set(NAME, name);
    }

    /** What the key is for. */
    public Builder description(String description) {
      return set(DESCRIPTION, description);
    }

    /**
     * How the key starts, such as {@code tk_live_} and 8 more characters: enough to recognise it.
     */
    public Builder keyPrefix(String keyPrefix) {
      return set(KEY_PREFIX, keyPrefix);
    }

    /** What the key may do. */
    public Builder permissions(ApiKeyPermissions permissions) {
      return set(PERMISSIONS, permissions);
    }

    /** When the key was last used; empty if never. */
    public Builder lastUsedAt(Instant lastUsedAt) {
      return set(LAST_USED_AT, lastUsedAt);
    }

    /** When the key expires; empty if never. */
    public Builder expiresAt(Instant expiresAt) {
      return set(EXPIRES_AT, expiresAt);
    }

    /** Whether the API accepts the key. */
    public Builder isActive(boolean isActive) {
      return set(IS_ACTIVE, isActive);
    }

    /** When the key was made. */
    public Builder createdAt(Instant createdAt) {
      return set(CREATED_AT, createdAt);
    }

    /** The user who made the key, by id. */
    public Builder createdBy(String createdBy) {
      return set(CREATED_BY, createdBy);
    }

    /** The key itself. */
    public Builder fullKey(String fullKey) {
      return set(FULL_KEY, fullKey);
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

    /**
     * The key.
     *
     * @throws IllegalStateException if {@code id} is missing
     */
    @Override
    public ApiKey build() {
      return new ApiKey(this);
    }
  }
}
