package com.talkturo.sdk.assistants;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Checks;
import java.util.Collections;
import java.util.List;
import org.immutables.value.Value;

/** Reads an assistant: {@code GET /api/assistants/{assistantId}}. */
@Value.Immutable
public abstract class GetAssistantRequest extends ApiRequest<Assistant> {
  GetAssistantRequest() {}

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

  /** The assistant to read. */
  public abstract String assistantId();

  @Value.Check
  void check() {
    Checks.pathParameter("assistantId", assistantId());
  }

  @Override
  protected final Endpoint<Assistant> endpoint() {
    return AssistantsClient.GET;
  }

  @Override
  protected final List<String> pathValues() {
    return Collections.singletonList(assistantId());
  }

  /** Builds {@link GetAssistantRequest}. */
  public static final class Builder {
    private final ImmutableGetAssistantRequest.Builder generated =
        new ImmutableGetAssistantRequest.Builder();

    Builder() {}

    /** The assistant to read, by its id: not blank, neither {@code .} nor {@code ..}; required. */
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
    public GetAssistantRequest build() {
      return generated.build();
    }
  }
}
