package com.talkturo.sdk.assistants;

import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.http.Endpoint;
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
    return builder().from(this);
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

  @Override
  protected final boolean hasBody() {
    return false;
  }

  /** Builds {@link GetAssistantRequest}. */
  public static final class Builder extends ImmutableGetAssistantRequest.Builder {
    Builder() {}
  }
}
