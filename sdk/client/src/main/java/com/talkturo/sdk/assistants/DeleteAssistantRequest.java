package com.talkturo.sdk.assistants;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Checks;
import java.util.Collections;
import java.util.List;
import org.immutables.value.Value;

/** Deletes an assistant for good: {@code DELETE /api/assistants/{assistantId}}. */
@Value.Immutable
public abstract class DeleteAssistantRequest extends ApiRequest<DeleteAssistantResponse> {
  DeleteAssistantRequest() {}

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

  /** The assistant to delete. */
  public abstract String assistantId();

  @Value.Check
  void check() {
    Checks.pathParameter("assistantId", assistantId());
  }

  @Override
  protected final Endpoint<DeleteAssistantResponse> endpoint() {
    return AssistantsClient.Further.DELETE;
  }

  @Override
  protected final List<String> pathValues() {
    return Collections.singletonList(assistantId());
  }

  /** Builds {@link DeleteAssistantRequest}. */
  public static final class Builder {
    private final ImmutableDeleteAssistantRequest.Builder generated =
        new ImmutableDeleteAssistantRequest.Builder();

    Builder() {}

    /**
     * The assistant to delete, by its id: not blank, neither {@code .} nor {@code ..}; required.
     */
    public Builder assistantId(String assistantId) {
      generated.assistantId(assistantId);
      return this;
    }

    /**
     * The request.
     *
     * @throws IllegalArgumentException if the id cannot be a path segment
     * @throws IllegalStateException if the id is missing
     */
    public DeleteAssistantRequest build() {
      return generated.build();
    }
  }
}
