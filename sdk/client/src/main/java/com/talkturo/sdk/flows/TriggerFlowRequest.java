package com.talkturo.sdk.flows;

import com.talkturo.sdk.engine.Credential;
import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.engine.Query;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Checks;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Starts a run of a published flow: {@code POST /api/flow/{flowId}/trigger}. The flow's trigger
 * secret signs the body, instead of the client's API key.
 */
public final class TriggerFlowRequest extends ApiRequest<FlowRun> {
  static final Table<TriggerFlowRequest> TABLE = Table.ofRequest();

  static final Row<String> FLOW_ID = TABLE.requiredOutside("flowId");
  static final Row<Supplier<String>> SECRET =
      TABLE.<Supplier<String>>requiredOutside("secret").notShown().notCompared();
  static final Row<Boolean> WAITS = TABLE.outside("waits", false);
  static final Row<Map<String, Object>> PARAMS =
      TABLE.defaulted("params", Kind.mapOf(Kind.tree()), Collections.emptyMap()).notShown();
  static final Row<Map<String, Object>> CONTEXT =
      TABLE.absentIf(Collections.emptyMap(), "context", Kind.mapOf(Kind.tree())).notShown();

  TriggerFlowRequest(Builder builder) {
    super(builder);
    check();
  }

  /** Starts a request; {@code flowId} and {@code secret} are required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a request that equals this one. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** The flow, by its id. */
  public String flowId() {
    return value(FLOW_ID);
  }

  /** The flow's trigger secret. */
  Supplier<String> secret() {
    return value(SECRET);
  }

  /** The input of the flow; left out of {@code toString()}. */
  public Map<String, @Nullable Object> params() {
    return value(PARAMS);
  }

  /** The context of the run; left out of {@code toString()}. */
  public Map<String, @Nullable Object> context() {
    return value(CONTEXT);
  }

  private void check() {
    Checks.pathParameter("flowId", flowId());
  }

  @Override
  protected Endpoint<FlowRun> endpoint() {
    return waits() ? FlowsClient.TRIGGER_AND_WAIT : FlowsClient.TRIGGER;
  }

  @Override
  protected List<String> pathValues() {
    return Collections.singletonList(flowId());
  }

  @Override
  protected void addQuery(Query query, Optional<String> clientsAccountSlug) {
    if (waits()) {
      query.add("sync", true);
    }
  }

  @Override
  protected byte[] body(Optional<String> clientsAccountSlug) {
    return TABLE.toJson(this);
  }

  /** Whether the request waits until the run has ended; see {@link Builder#waits(boolean)}. */
  public boolean waits() {
    return value(WAITS);
  }

  @Override
  protected Optional<Credential> credential() {
    return Optional.of(Credential.hmacSha256("X-Talkturo-Secret", "secret", secret()));
  }

  /** Builds {@link TriggerFlowRequest}. */
  public static final class Builder extends ModelBuilder<TriggerFlowRequest, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The flow, by its id: not blank, neither {@code .} nor {@code ..}; required. */
    public Builder flowId(String flowId) {
      return set(FLOW_ID, flowId);
    }

    /**
     * The trigger secret, which the dashboard shows when you publish the flow: not blank; required.
     * The SDK never shows it.
     *
     * @throws IllegalArgumentException if it is blank; the message does not show it
     */
    public Builder secret(String secret) {
      if (secret.trim().isEmpty()) {
        throw new IllegalArgumentException(
            "secret is blank; allowed is the trigger secret as the dashboard shows it");
      }
      return secret(() -> secret);
    }

    /**
     * A supplier of the trigger secret, for secrets that rotate. The client asks it once for every
     * attempt, on the thread that makes it, and caches nothing. What it throws reaches the caller
     * unchanged; a secret that is {@code null} or blank ends the call with an {@link
     * IllegalArgumentException}. Either way the client does not send the attempt.
     */
    public Builder secret(Supplier<String> secret) {
      return set(SECRET, secret);
    }

    /**
     * The input of the flow, added to what earlier calls set. The default is an empty object.
     *
     * @param params a plain tree: its values are Map, Collection, String, finite Number, Boolean
     *     and {@code null}; it is copied
     * @throws IllegalArgumentException if the tree holds anything else
     */
    public Builder params(Map<String, ? extends @Nullable Object> params) {
      return addAll(PARAMS, params);
    }

    /**
     * The context of the run, added to what earlier calls set; may hold an {@code assistant_id}.
     *
     * @param context a plain tree: its values are Map, Collection, String, finite Number, Boolean
     *     and {@code null}; it is copied
     * @throws IllegalArgumentException if the tree holds anything else
     */
    public Builder context(Map<String, ? extends @Nullable Object> context) {
      return addAll(CONTEXT, context);
    }

    /**
     * One member of {@code params}.
     *
     * @param value a plain tree of Map, Collection, String, finite Number, Boolean and {@code
     *     null}; it is copied
     * @throws IllegalArgumentException if the tree holds anything else
     */
    public Builder param(String name, @Nullable Object value) {
      return addAll(PARAMS, Collections.singletonMap(name, value));
    }

    /**
     * Whether the API answers only when the run has ended ({@code sync=true}), which takes up to
     * about 30 s; the default is {@code false}.
     */
    public Builder waits(boolean waits) {
      return set(WAITS, waits);
    }

    /**
     * The request.
     *
     * @throws IllegalArgumentException if the id cannot be a path segment
     * @throws IllegalStateException if {@code flowId} or {@code secret} is missing
     */
    @Override
    public TriggerFlowRequest build() {
      return new TriggerFlowRequest(this);
    }
  }
}
