package com.talkturo.sdk.apikeys;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Checks;
import java.util.Collections;
import java.util.List;
import org.immutables.value.Value;

/** Revokes an API key for good: {@code DELETE /api/api-keys/{id}}. */
@Value.Immutable
public abstract class RevokeApiKeyRequest extends ApiRequest<RevokeApiKeyResponse> {
  RevokeApiKeyRequest() {}

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

  /** The key to revoke. */
  public abstract String id();

  @Value.Check
  void check() {
    Checks.pathParameter("id", id());
  }

  @Override
  protected final Endpoint<RevokeApiKeyResponse> endpoint() {
    return ApiKeysClient.REVOKE;
  }

  @Override
  protected final List<String> pathValues() {
    return Collections.singletonList(id());
  }

  /** Builds {@link RevokeApiKeyRequest}. */
  public static final class Builder {
    private final ImmutableRevokeApiKeyRequest.Builder generated =
        new ImmutableRevokeApiKeyRequest.Builder();

    Builder() {}

    /**
     * The key to revoke, by its id and not the key itself: not blank, neither {@code .} nor {@code
     * ..}; required.
     */
    public Builder id(String id) {
      generated.id(id);
      return this;
    }

    /**
     * The request.
     *
     * @throws IllegalArgumentException if the id cannot be a path segment
     * @throws IllegalStateException if the id is missing
     */
    public RevokeApiKeyRequest build() {
      return generated.build();
    }
  }
}
