package com.talkturo.sdk.apikeys;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.http.ApiRequest;
import org.immutables.value.Value;

/** Asks whether the API accepts the API key: {@code GET /api/test-api-key}. */
@Value.Immutable
public abstract class TestApiKeyRequest extends ApiRequest<TestApiKeyResponse> {
  TestApiKeyRequest() {}

  /** Starts a request; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a request that equals this one. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  @Override
  protected final Endpoint<TestApiKeyResponse> endpoint() {
    return ApiKeysClient.TEST;
  }

  /** Builds {@link TestApiKeyRequest}. */
  public static final class Builder {
    private final ImmutableTestApiKeyRequest.Builder generated =
        new ImmutableTestApiKeyRequest.Builder();

    Builder() {}

    /** The request. */
    public TestApiKeyRequest build() {
      return generated.build();
    }
  }
}
