package com.talkturo.sdk.apikeys;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.engine.Query;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Checks;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Optional;

/** Reads the API keys of an account: {@code GET /api/api-keys}. */
public final class ListApiKeysRequest extends ApiRequest<ApiKeys> {
  static final Table<ListApiKeysRequest> TABLE = Table.ofRequest();

  static final Row<String> ACCOUNT_SLUG = TABLE.outside("accountSlug");

  ListApiKeysRequest(Builder builder) {
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

  /** The account, by its slug; the client's own if absent. */
  public Optional<String> accountSlug() {
    return optional(ACCOUNT_SLUG);
  }

  private void check() {
    Checks.notBlank("accountSlug", accountSlug());
  }

  @Override
  protected Endpoint<ApiKeys> endpoint() {
    return ApiKeysClient.LIST;
  }

  @Override
  protected void addQuery(Query query, Optional<String> clientsAccountSlug) {
    query.add("accountSlug", accountSlug(accountSlug(), clientsAccountSlug));
  }

  /** Builds {@link ListApiKeysRequest}. */
  public static final class Builder extends ModelBuilder<ListApiKeysRequest, Builder> {
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

    /**
     * The request.
     *
     * @throws IllegalArgumentException if the account is blank
     */
    @Override
    public ListApiKeysRequest build() {
      return new ListApiKeysRequest(this);
    }
  }
}
