package com.talkturo.sdk.apikeys;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Table;

/** Asks whether the API accepts the API key: {@code GET /api/test-api-key}. */
public final class TestApiKeyRequest extends ApiRequest<TestApiKeyResponse> {
  static final Table<TestApiKeyRequest> TABLE = Table.ofRequest();

  TestApiKeyRequest(Builder builder) {
    super(builder);
  }

  /** Starts a request; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a request that equals this one. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  @Override
  protected Endpoint<TestApiKeyResponse> endpoint() {
    return ApiKeysClient.TEST;
  }

  /** Builds {@link TestApiKeyRequest}. */
  public static final class Builder extends ModelBuilder<TestApiKeyRequest, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The request. */
    @Override
    public TestApiKeyRequest build() {
      return new TestApiKeyRequest(this);
    }
  }
}
