package com.talkturo.sdk.credits;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.engine.Query;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Checks;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Optional;

/** Reads the credits of an account: {@code GET /api/credits}. */
public final class GetCreditsRequest extends ApiRequest<Credits> {
  static final Table<GetCreditsRequest> TABLE = Table.ofRequest();

  static final Row<String> ACCOUNT_ID = TABLE.outside("accountId");

  GetCreditsRequest(Builder builder) {
    super(builder);
    check();
  }

  /** Starts a request; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a request that equals this one. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** The account, by its id; that of the API key if absent. */
  public Optional<String> accountId() {
    return optional(ACCOUNT_ID);
  }

  private void check() {
    Checks.notBlank("accountId", accountId());
  }

  @Override
  protected Endpoint<Credits> endpoint() {
    return CreditsClient.GET;
  }

  @Override
  protected void addQuery(Query query, Optional<String> clientsAccountSlug) {
    query.add("accountId", accountId());
  }

  /** Builds {@link GetCreditsRequest}. */
  public static final class Builder extends ModelBuilder<GetCreditsRequest, Builder> {
    Builder() {
      super(TABLE);
    }

    /**
     * The account, by its id, a UUID, which is not the slug: not blank. The API takes the account
     * of the key if it is not set.
     */
    public Builder accountId(String accountId) {
      return set(ACCOUNT_ID, accountId);
    }

    /**
     * The request.
     *
     * @throws IllegalArgumentException if the account is blank
     */
    @Override
    public GetCreditsRequest build() {
      return new GetCreditsRequest(this);
    }
  }
}
