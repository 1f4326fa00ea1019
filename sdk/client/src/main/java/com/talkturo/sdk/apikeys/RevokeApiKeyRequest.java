package com.talkturo.sdk.apikeys;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Checks;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Collections;
import java.util.List;

/** Revokes an API key for good: {@code DELETE /api/api-keys/{id}}. */
public final class RevokeApiKeyRequest extends ApiRequest<RevokeApiKeyResponse> {
  static final Table<RevokeApiKeyRequest> TABLE = Table.ofRequest();

  static final Row<String> ID = TABLE.requiredOutside("id");

  RevokeApiKeyRequest(Builder builder) {
    super(builder);
    check();
  }

  /** Starts a request; {@code id} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a request that equals this one. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** The key to revoke. */
  public String id() {
    return value(ID);
  }

  private void check() {
    Checks.pathParameter("id", id());
  }

  @Override
  protected Endpoint<RevokeApiKeyResponse> endpoint() {
    return ApiKeysClient.REVOKE;
  }

  @Override
  protected List<String> pathValues() {
    return Collections.singletonList(id());
  }

  /** Builds {@link RevokeApiKeyRequest}. */
  public static final class Builder extends ModelBuilder<RevokeApiKeyRequest, Builder> {
    Builder() {
      super(TABLE);
    }

    /**
     * The key to revoke, by its id and not the key itself: not blank, neither {@code .} nor {@code
     * ..}; required.
     */
    public Builder id(String id) {
      return set(ID, id);
    }

    /**
     * The request.
     *
     * @throws IllegalArgumentException if the id cannot be a path segment
     * @throws IllegalStateException if the id is missing
     */
    @Override
    public RevokeApiKeyRequest build() {
      return new RevokeApiKeyRequest(this);
    }
  }
}
