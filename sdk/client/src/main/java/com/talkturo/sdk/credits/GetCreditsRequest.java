package com.talkturo.sdk.credits;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.engine.Query;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Checks;
import java.util.Optional;
import org.immutables.value.Value;

/** Reads the credits of an account: {@code GET /api/credits}. */
@Value.Immutable
public abstract class GetCreditsRequest extends ApiRequest<Credits> {
  GetCreditsRequest() {}

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

  /** The account, by its id; that of the API key if absent. */
  public abstract Optional<String> accountId();

  @Value.Check
  void check() {
    Checks.notBlank("accountId", accountId());
  }

  @Override
  protected final Endpoint<Credits> endpoint() {
    return CreditsClient.GET;
  }

  @Override
  protected final void addQuery(Query query, Optional<String> clientsAccountSlug) {
    query.add("accountId", accountId());
  }

  /** Builds {@link GetCreditsRequest}. */
  public static final class Builder {
    private final ImmutableGetCreditsRequest.Builder generated =
        new ImmutableGetCreditsRequest.Builder();

    Builder() {}

    /**
     * The account, by its id, a UUID, which is not the slug: not blank. The API takes the account
     * of the key if it is not set.
     */
    public Builder accountId(String accountId) {
      generated.accountId(accountId);
      return this;
    }

    /**
     * The request.
     *
     * @throws IllegalArgumentException if the account is blank
     */
    public GetCreditsRequest build() {
      return generated.build();
    }
  }
}
