package com.talkturo.sdk.assistants;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Checks;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Copies an assistant: {@code POST /api/assistants/{assistantId}/clone}. */
@Value.Immutable
public abstract class CloneAssistantRequest extends ApiRequest<Assistant> {
  static final Table<CloneAssistantRequest, Void> TABLE =
      Table.ofRequest(
          Row.ifPresent("accountSlug", Kind.name(), CloneAssistantRequest::targetAccountSlug));

  CloneAssistantRequest() {}

  /** Starts a request; {@code assistantId} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a request that equals this one. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** The assistant to copy. */
  public abstract String assistantId();

  /** The account that gets the copy, by its slug; that of the API key if absent. */
  public abstract Optional<String> targetAccountSlug();

  @Value.Check
  void check() {
    Checks.pathParameter("assistantId", assistantId());
    Checks.notBlank("targetAccountSlug", targetAccountSlug());
  }

  @Override
  protected final Endpoint<Assistant> endpoint() {
    return AssistantsClient.Further.CLONE;
  }

  @Override
  protected final List<String> pathValues() {
    return Collections.singletonList(assistantId());
  }

  @Override
  protected final byte @Nullable [] body(Optional<String> clientsAccountSlug) {
    return targetAccountSlug().isPresent() ? TABLE.toJson(this) : null;
  }

  /** Builds {@link CloneAssistantRequest}. */
  public static final class Builder {
    private final ImmutableCloneAssistantRequest.Builder generated =
        new ImmutableCloneAssistantRequest.Builder();

    Builder() {}

    /** The assistant to copy, by its id: not blank, neither {@code .} nor {@code ..}; required. */
    public Builder assistantId(String assistantId) {
      generated.assistantId(assistantId);
      return this;
    }

    /**
     * The account that gets the copy, by its slug: not blank. The request sends it as {@code
     * accountSlug} (newer documentation). Without it, the request names no account, not even the
     * client's, and the copy goes to the account of the API key.
     */
    public Builder targetAccountSlug(String targetAccountSlug) {
      generated.targetAccountSlug(targetAccountSlug);
      return this;
    }

    /**
     * The request.
     *
     * @throws IllegalArgumentException if the id cannot be a path segment, or the account is blank
     * @throws IllegalStateException if the id is missing
     */
    public CloneAssistantRequest build() {
      return generated.build();
    }
  }
}
