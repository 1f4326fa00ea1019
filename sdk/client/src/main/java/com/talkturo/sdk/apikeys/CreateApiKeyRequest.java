package com.talkturo.sdk.apikeys;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Checks;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Creates an API key: {@code POST /api/api-keys}. */
@Value.Immutable
public abstract class CreateApiKeyRequest extends ApiRequest<ApiKey>
    implements WithAdditionalProperties {
  static final Table<CreateApiKeyRequest, Void> TABLE =
      Table.ofRequest(
              Row.always("name", Kind.name(), CreateApiKeyRequest::name),
              Row.ifPresent("description", Kind.text(), CreateApiKeyRequest::description),
              Row.ifPresent(
                  "environment",
                  Kind.open(ApiKeyEnvironment::of),
                  CreateApiKeyRequest::environment),
              Row.ifPresent("expiresInDays", Kind.integer(), CreateApiKeyRequest::expiresInDays),
              Row.ifPresent(
                  "permissions",
                  Kind.object(ApiKeyPermissions.TABLE),
                  CreateApiKeyRequest::permissions))
          .withGiven("accountSlug");

  CreateApiKeyRequest() {}

  /** Starts a request; {@code name} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a request that equals this one. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** The account, by its slug; the client's own if absent. */
  public abstract Optional<String> accountSlug();

  /** The display name. */
  public abstract String name();

  /** What the key is for. */
  public abstract Optional<String> description();

  /** Live or test; the API takes live if absent. */
  public abstract Optional<ApiKeyEnvironment> environment();

  /** After how many days the key expires; never if absent. */
  public abstract Optional<Integer> expiresInDays();

  /** What the key may do; the API takes all scopes and 1000 requests an hour if absent. */
  public abstract Optional<ApiKeyPermissions> permissions();

  @Value.Check
  void check() {
    Checks.notBlank("accountSlug", accountSlug());
    Checks.notBlank("name", name());
    Checks.atLeast("expiresInDays", expiresInDays(), 1);
    TABLE.check(this);
  }

  @Override
  protected final Endpoint<ApiKey> endpoint() {
    return ApiKeysClient.CREATE;
  }

  @Override
  protected final byte[] body(Optional<String> clientsAccountSlug) {
    return TABLE.toJson(this, accountSlug(accountSlug(), clientsAccountSlug));
  }

  /** Builds {@link CreateApiKeyRequest}. */
  public static final class Builder {
    private final ImmutableCreateApiKeyRequest.Builder generated =
        new ImmutableCreateApiKeyRequest.Builder();

    Builder() {}

    /**
     * The account, by its slug: not blank. The API requires one; if this is not set, the request
     * sends the client's own.
     */
    public Builder accountSlug(String accountSlug) {
      generated.accountSlug(accountSlug);
      return this;
    }

    /** The display name: not blank; required. */
    public Builder name(String name) {
      generated.name(name);
      return this;
    }

    /** What the key is for. */
    public Builder description(String description) {
      generated.description(description);
      return this;
    }

    /** Live or test; the API takes live if it is not set. */
    public Builder environment(ApiKeyEnvironment environment) {
      generated.environment(environment);
      return this;
    }

    /** After how many days the key expires: 1 or more; never if this is not set. */
    public Builder expiresInDays(int expiresInDays) {
      generated.expiresInDays(expiresInDays);
      return this;
    }

    /** What the key may do; the API takes all scopes and 1000 requests an hour if it is not set. */
    public Builder permissions(ApiKeyPermissions permissions) {
      generated.permissions(permissions);
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
     * The request.
     *
     * @throws IllegalArgumentException if a text is blank, the days are fewer than 1, or an
     *     additional property has the name of a modelled field
     * @throws IllegalStateException if {@code name} is missing
     */
    public CreateApiKeyRequest build() {
      return generated.build();
    }
  }
}
