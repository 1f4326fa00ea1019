package com.talkturo.sdk.assistants;

import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.http.Endpoint;
import com.talkturo.sdk.http.JsonBody;
import com.talkturo.sdk.http.JsonName;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Creates an assistant: {@code POST /api/assistants}. Everything beyond name and template is set by
 * an update afterwards: create, then patch, is the documented way.
 */
@Value.Immutable
public abstract class CreateAssistantRequest extends ApiRequest<Assistant> {
  private static final JsonName NAME = JsonName.of("name");
  private static final JsonName TEMPLATE_ID = JsonName.of("templateId");

  CreateAssistantRequest() {}

  /** Starts a request; {@code name} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a request that equals this one. */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  /**
   * The account to create it in, by the slug in the dashboard's URL; the client's own if absent.
   * The API requires one (reference).
   */
  public abstract Optional<String> accountSlug();

  /** The display name: not blank. */
  public abstract String name();

  /** The template to start from; the API takes {@code custom} if absent (reference). */
  public abstract Optional<TemplateId> templateId();

  /**
   * Fields that the SDK does not model, by JSON name, as plain trees of Map, List, String, Number,
   * Boolean and {@code null}. The reference accepts none at creation. Left out of {@link
   * #toString()}.
   */
  @Value.NonAttribute
  public final Map<String, @Nullable Object> additionalProperties() {
    return storedAdditionalProperties();
  }

  @AllowNulls
  @Value.Redacted
  abstract Map<String, Object> storedAdditionalProperties();

  @Value.Check
  CreateAssistantRequest check() {
    Checks.notBlank("accountSlug", accountSlug());
    Checks.notBlank("name", Optional.of(name()));
    Checks.notShadowed("accountSlug", additionalProperties());
    Checks.notShadowed("name", additionalProperties());
    Checks.notShadowed("templateId", additionalProperties());
    Map<String, Object> own = Checks.ownTrees(additionalProperties());
    return own == additionalProperties() ? this : toBuilder().additionalProperties(own).build();
  }

  @Override
  protected final Endpoint<Assistant> endpoint() {
    return AssistantsClient.CREATE;
  }

  @Override
  protected final void writeBody(JsonBody body) {
    body.accountSlug(accountSlug());
    body.text(NAME, Optional.of(name()));
    body.text(TEMPLATE_ID, templateId());
    body.additional(additionalProperties());
  }

  /** Builds {@link CreateAssistantRequest}. */
  public static final class Builder extends ImmutableCreateAssistantRequest.Builder {
    Builder() {}
  }
}
