package com.talkturo.sdk.assistants;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.engine.Query;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Checks;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads how an assistant was used: {@code GET /api/assistants/{assistantId}/usage-stats}. */
public final class GetUsageStatsRequest extends ApiRequest<UsageStats> {
  static final Table<GetUsageStatsRequest> TABLE = Table.ofRequest();

  static final Row<String> ASSISTANT_ID = TABLE.requiredOutside("assistantId");
  static final Row<String> ACCOUNT_ID = TABLE.requiredOutside("accountId");

  GetUsageStatsRequest(Builder builder) {
    super(builder);
    check();
  }

  /** Starts a request; {@code assistantId} and {@code accountId} are required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a request that equals this one. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** The assistant whose calls are counted. */
  public String assistantId() {
    return value(ASSISTANT_ID);
  }

  /** The account, by its id. */
  public String accountId() {
    return value(ACCOUNT_ID);
  }

  private void check() {
    Checks.pathParameter("assistantId", assistantId());
    Checks.notBlank("accountId", accountId());
  }

  @Override
  protected Endpoint<UsageStats> endpoint() {
    return AssistantsClient.Further.USAGE_STATS;
  }

  @Override
  protected List<String> pathValues() {
    return Collections.singletonList(assistantId());
  }

  @Override
  protected void addQuery(Query query, Optional<String> clientsAccountSlug) {
    query.add("accountId", accountId());
  }

  /** Builds {@link GetUsageStatsRequest}. */
  public static final class Builder extends ModelBuilder<GetUsageStatsRequest, Builder> {
    Builder() {
      super(TABLE);
    }

    /**
     * The assistant whose calls are counted, by its id: not blank, neither {@code .} nor {@code
     * ..}; required.
     */
    public Builder assistantId(String assistantId) {
      return set(ASSISTANT_ID, assistantId);
    }

    /**
     * The account, by its id, a UUID, which is not the slug: not blank; required (newer
     * documentation).
     */
    public Builder accountId(String accountId) {
      return set(ACCOUNT_ID, accountId);
    }

    /**
     * The request.
     *
     * @throws IllegalArgumentException if the assistant's id cannot be a path segment, or the
     *     account is blank
     * @throws IllegalStateException if an id is missing
     */
    @Override
    public GetUsageStatsRequest build() {
      return new GetUsageStatsRequest(this);
    }
  }
}
