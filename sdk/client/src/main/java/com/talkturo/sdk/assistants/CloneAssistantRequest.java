package com.talkturo.sdk.assistants;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Checks;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Copies an assistant: {@code POST /api/assistants/{assistantId}/clone}. */
public final class CloneAssistantRequest extends ApiRequest<Assistant> {
  static final Table<CloneAssistantRequest> TABLE = Table.ofRequest();

  static final Row<String> ASSISTANT_ID = TABLE.requiredOutside("assistantId");
  static final Row<String> TARGET_ACCOUNT_SLUG =
      TABLE.optional("accountSlug", Kind.name()).as("targetAccountSlug");

  CloneAssistantRequest(Builder builder) {
    super(builder);
    check();
  }

  /** Starts a request; {@code assistantId} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a request that equals this one. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** The assistant to copy. */
  public String assistantId() {
    return value(ASSISTANT_ID);
  }

  /** The account that gets the copy, by its slug; that of the API key if absent. */
  public Optional<String> targetAccountSlug() {
    return optional(TARGET_ACCOUNT_SLUG);
  }

  private void check() {
    Checks.pathParameter("assistantId", assistantId());
    Checks.notBlank("targetAccountSlug", targetAccountSlug());
  }

  @Override
  protected Endpoint<Assistant> endpoint() {
    return AssistantsClient.Further.CLONE;
  }

  @Override
  protected List<String> pathValues() {
    return Collections.singletonList(assistantId());
  }

  @Override
  protected byte @Nullable [] body(Optional<String> clientsAccountSlug) {
    return targetAccountSlug().isPresent() ? TABLE.toJson(this) : null;
  }

  /** Builds {@link CloneAssistantRequest}. */
  public static final class Builder extends ModelBuilder<CloneAssistantRequest, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The assistant to copy, by its id: not blank, neither {@code .} nor {@code ..}; required. */
    public Builder assistantId(String assistantId) {
      return set(ASSISTANT_ID, assistantId);
    }

    /**
     * The account that gets the copy, by its slug: not blank. The request sends it as {@code
     * accountSlug} (newer documentation). Without it, the request names no account, not even the
     * client's, and the copy goes to the account of the API key.
     */
    public Builder targetAccountSlug(String targetAccountSlug) {
      return set(TARGET_ACCOUNT_SLUG, targetAccountSlug);
    }

    /**
     * The request.
     *
     * @throws IllegalArgumentException if the id cannot be a path segment, or the account is blank
     * @throws IllegalStateException if the id is missing
     */
    @Override
    public CloneAssistantRequest build() {
      return new CloneAssistantRequest(this);
    }
  }
}
