package com.talkturo.sdk.assistants;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Checks;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Collections;
import java.util.List;

/** Deletes an assistant for good: {@code DELETE /api/assistants/{assistantId}}. */
public final class DeleteAssistantRequest extends ApiRequest<DeleteAssistantResponse> {
  static final Table<DeleteAssistantRequest> TABLE = Table.ofRequest();

  static final Row<String> ASSISTANT_ID = TABLE.requiredOutside("assistantId");

  DeleteAssistantRequest(Builder builder) {
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

  /** The assistant to delete. */
  public String assistantId() {
    return value(ASSISTANT_ID);
  }

  private void check() {
    Checks.pathParameter("assistantId", assistantId());
  }

  @Override
  protected Endpoint<DeleteAssistantResponse> endpoint() {
    return AssistantsClient.Further.DELETE;
  }

  @Override
  protected List<String> pathValues() {
    return Collections.singletonList(assistantId());
  }

  /** Builds {@link DeleteAssistantRequest}. */
  public static final class Builder extends ModelBuilder<DeleteAssistantRequest, Builder> {
    Builder() {
      super(TABLE);
    }

    /**
     * The assistant to delete, by its id: not blank, neither {@code .} nor {@code ..}; required.
     */
    public Builder assistantId(String assistantId) {
      return set(ASSISTANT_ID, assistantId);
    }

    /**
     * The request.
     *
     * @throws IllegalArgumentException if the id cannot be a path segment
     * @throws IllegalStateException if the id is missing
     */
    @Override
    public DeleteAssistantRequest build() {
      return new DeleteAssistantRequest(this);
    }
  }
}
