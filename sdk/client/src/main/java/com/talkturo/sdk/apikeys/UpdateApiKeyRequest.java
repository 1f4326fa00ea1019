package com.talkturo.sdk.apikeys;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Checks;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Changes an API key: {@code PATCH /api/api-keys/{id}}. The request sends only what is set here,
 * and the key itself stays the same.
 */
@Value.Immutable
public abstract class UpdateApiKeyRequest extends ApiRequest<ApiKey>
    implements WithAdditionalProperties {
  static final Table<UpdateApiKeyRequest, Void> TABLE =
      Table.ofRequest(
          Row.ifPresent("name", Kind.name(), UpdateApiKeyRequest::name),
          Row.ifPresent("description", Kind.text(), UpdateApiKeyRequest::description),
          Row.ifPresent("isActive", Kind.flag(), UpdateApiKeyRequest::isActive));

  UpdateApiKeyRequest() {}

  /** Starts a request; {@code id} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a request that equals this one. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** The key to change. */
  public abstract String id();

  /** The display name. */
  public abstract Optional<String> name();

  /** What the key is for. */
  public abstract Optional<String> description();

  /** Whether the API accepts the key. */
  public abstract Optional<Boolean> isActive();

  @Value.Check
  void check() {
    Checks.pathParameter("id", id());
    Checks.notBlank("name", name());
    TABLE.check(this);
  }

  @Override
  protected final Endpoint<ApiKey> endpoint() {
    return ApiKeysClient.UPDATE;
  }

  @Override
  protected final List<String> pathValues() {
    return Collections.singletonList(id());
  }

  @Override
  protected final byte[] body(Optional<String> clientsAccountSlug) {
    return TABLE.toJson(this);
  }

  /** Builds {@link UpdateApiKeyRequest}. */
  public static final class Builder {
    private final ImmutableUpdateApiKeyRequest.Builder generated =
        new ImmutableUpdateApiKeyRequest.Builder();

    Builder() {}

    /**
     * The key to change, by its id and not the key itself: not blank, neither {@code .} nor {@code
     * ..}; required.
     */
    public Builder id(String id) {
      generated.id(id);
      return this;
    }

    /** The display name: not blank. */
    public Builder name(String name) {
      generated.name(name);
      return this;
    }

    /** What the key is for. */
    public Builder description(String description) {
      generated.description(description);
      return this;
    }

    /** Whether the API accepts the key. */
    public Builder isActive(boolean isActive) {
      generated.isActive(isActive);
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
     * @throws IllegalArgumentException if the id cannot be a path segment, the name is blank, or an
     *     additional property has the name of a modelled field
     * @throws IllegalStateException if {@code id} is missing
     */
    public UpdateApiKeyRequest build() {
      return generated.build();
    }
  }
}
