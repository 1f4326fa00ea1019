package com.talkturo.sdk.apikeys;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.engine.Query;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Checks;
import java.util.Optional;
import org.immutables.value.Value;

/** Reads the API keys of an account: {@code GET /api/api-keys}. */
@Value.Immutable
public abstract class ListApiKeysRequest extends ApiRequest<ApiKeys> {
  ListApiKeysRequest() {}

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

  /** The account, by its slug; the client's own if absent. */
  public abstract Optional<String> accountSlug();

  @Value.Check
  void check() {
    Checks.notBlank("accountSlug", accountSlug());
  }

  @Override
  protected final Endpoint<ApiKeys> endpoint() {
    return ApiKeysClient.LIST;
  }

  @Override
  protected final void addQuery(Query query, Optional<String> clientsAccountSlug) {
    query.add("accountSlug", accountSlug(accountSlug(), clientsAccountSlug));
  }

  /** Builds {@link ListApiKeysRequest}. */
  public static final class Builder {
    private final ImmutableListApiKeysRequest.Builder generated =
        new ImmutableListApiKeysRequest.Builder();

    Builder() {}

    /**
     * The account, by its slug: not blank. The API requires one; if this is not set, the request
     * sends the client's own.
     */
    public Builder accountSlug(String accountSlug) {
      generated.accountSlug(accountSlug);
      return this;
    }

    /**
     * The request.
     *
     * @throws IllegalArgumentException if the account is blank
     */
    public ListApiKeysRequest build() {
      return generated.build();
    }
  }
}
