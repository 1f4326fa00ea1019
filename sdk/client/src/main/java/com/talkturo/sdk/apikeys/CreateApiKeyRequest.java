package com.talkturo.sdk.apikeys;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Checks;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creates an API key: {@code POST /api/api-keys}. */
public final class CreateApiKeyRequest extends ApiRequest<ApiKey>
    implements WithAdditionalProperties {
  static final Table<CreateApiKeyRequest> TABLE =
      Table.<CreateApiKeyRequest>ofRequest().withGiven("accountSlug");

  static final Row<String> ACCOUNT_SLUG = TABLE.outside("accountSlug");
  static final Row<String> NAME = TABLE.required("name", Kind.name());
  static final Row<String> DESCRIPTION = TABLE.optional("description", Kind.text());
  static final Row<ApiKeyEnvironment> ENVIRONMENT =
      TABLE.optional("environment", Kind.open(ApiKeyEnvironment::of));
  static final Row<Integer> EXPIRES_IN_DAYS = TABLE.optional("expiresInDays", Kind.integer());
  static final Row<ApiKeyPermissions> PERMISSIONS =
      TABLE.optional("permissions", Kind.object(ApiKeyPermissions.TABLE));

  CreateApiKeyRequest(Builder builder) {
    super(builder);
    check();
  }

  /** Starts a request; {@code name} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a request that equals this one. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** The account, by its slug; the client's own if absent. */
  public Optional<String> accountSlug() {
    return optional(ACCOUNT_SLUG);
  }

  /** The display name. */
  public String name() {
    return value(NAME);
  }

  /** What the key is for. */
  public Optional<String> description() {
    return optional(DESCRIPTION);
  }

  /** Live or test; the API takes live if absent. */
  public Optional<ApiKeyEnvironment> environment() {
    return optional(ENVIRONMENT);
  }

  /** After how many days the key expires; never if absent. */
  public Optional<Integer> expiresInDays() {
    return optional(EXPIRES_IN_DAYS);
  }

  /** What the key may do; the API takes all scopes and 1000 requests an hour if absent. */
  public Optional<ApiKeyPermissions> permissions() {
    return optional(PERMISSIONS);
  }

  private void check() {
    Checks.notBlank("accountSlug", accountSlug());
    Checks.notBlank("name", name());
    Checks.atLeast("expiresInDays", expiresInDays(), 1);
    TABLE.check(this);
  }

  @Override
  protected Endpoint<ApiKey> endpoint() {
    return ApiKeysClient.CREATE;
  }

  @Override
  protected byte[] body(Optional<String> clientsAccountSlug) {
    return TABLE.toJson(this, accountSlug(accountSlug(), clientsAccountSlug));
  }

  /** Builds {@link CreateApiKeyRequest}. */
  public static final class Builder extends ModelBuilder<CreateApiKeyRequest, Builder> {
    Builder() {
      super(TABLE);
    }

    /**
     * The account, by its slug: not blank. The API requires one; if this is not set, the request
     * sends the client's own.
     */
    public Builder accountSlug(String accountSlug) {
      return set(ACCOUNT_SLUG, accountSlug);
    }

    /** The display name: not blank; required. */
    public Builder name(String name) {
      return set(NAME, name);
    }

    /** What the key is for. */
    public Builder description(String description) {
      return set(DESCRIPTION, description);
    }

    /** Live or test; the API takes live if it is not set. */
    public Builder environment(ApiKeyEnvironment environment) {
      return set(ENVIRONMENT, environment);
    }

    /** After how many days the key expires: 1 or more; never if this is not set. */
    public Builder expiresInDays(int expiresInDays) {
      return set(EXPIRES_IN_DAYS, expiresInDays);
    }

    /** What the key may do; the API takes all scopes and 1000 requests an hour if it is not set. */
    public Builder permissions(ApiKeyPermissions permissions) {
      return set(PERMISSIONS, permissions);
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
     * The request.
     *
     * @throws IllegalArgumentException if a text is blank, the days are fewer than 1, or an
     *     additional property has the name of a modelled field
     * @throws IllegalStateException if {@code name} is missing
     */
    @Override
    public CreateApiKeyRequest build() {
      return new CreateApiKeyRequest(this);
    }
  }
}
