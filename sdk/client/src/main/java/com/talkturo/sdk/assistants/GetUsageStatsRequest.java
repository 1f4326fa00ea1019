package com.talkturo.sdk.assistants;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.engine.Query;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Checks;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Reads how an assistant was used: {@code GET /api/assistants/{assistantId}/usage-stats}. */
@Value.Immutable
public abstract class GetUsageStatsRequest extends ApiRequest<UsageStats> {
  GetUsageStatsRequest() {}

  /** Starts a request; {@code assistantId} and {@code accountId} are required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a request that equals this one. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** The assistant whose calls are counted. */
  public abstract String assistantId();

  /** The account, by its id. */
  public abstract String accountId();

  @Value.Check
  void check() {
    Checks.pathParameter("assistantId", assistantId());
    Checks.notBlank("accountId", accountId());
  }

  @Override
  protected final Endpoint<UsageStats> endpoint() {
    return AssistantsClient.Further.USAGE_STATS;
  }

  @Override
  protected final List<String> pathValues() {
    return Collections.singletonList(assistantId());
  }

  @Override
  protected final void addQuery(Query query, Optional<String> clientsAccountSlug) {
    query.add("accountId", accountId());
  }

  /** Builds {@link GetUsageStatsRequest}. */
  public static final class Builder {
    private final ImmutableGetUsageStatsRequest.Builder generated =
        new ImmutableGetUsageStatsRequest.Builder();

    Builder() {}

    /**
     * The assistant whose calls are counted, by its id: not blank, neither {@code .} nor {@code
     * ..}; required.
     */
    public Builder assistantId(String assistantId) {
      generated.assistantId(assistantId);
      return this;
    }

    /**
     * The account, by its id, a UUID, which is not the slug: not blank; required (newer
     * documentation).
     */
    public Builder accountId(String accountId) {
      generated.accountId(accountId);
      return this;
    }

    /**
     * The request.
     *
     * @throws IllegalArgumentException if the assistant's id cannot be a path segment, or the
     *     account is blank
     * @throws IllegalStateException if an id is missing
     */
    public GetUsageStatsRequest build() {
      return generated.build();
    }
  }
}
