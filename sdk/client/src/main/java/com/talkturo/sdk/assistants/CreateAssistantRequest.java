package com.talkturo.sdk.assistants;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Checks;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Creates an assistant: {@code POST /api/assistants}. An update afterwards sets everything else:
 * create, then patch, is the documented way.
 */
@Value.Immutable
public abstract class CreateAssistantRequest extends ApiRequest<Assistant>
    implements WithAdditionalProperties {
  static final Table<CreateAssistantRequest, Void> TABLE =
      Table.ofRequest(
              Row.always("name", Kind.name(), CreateAssistantRequest::name),
              Row.ifPresent("templateId", TemplateId.KIND, CreateAssistantRequest::templateId))
          .withGiven("accountSlug");

  CreateAssistantRequest() {}

  /** Starts a request; {@code name} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a request that equals this one. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** The account to create it in, by its slug; the client's own if absent. */
  public abstract Optional<String> accountSlug();

  /** The display name. */
  public abstract String name();

  /** The template to start from; the API takes {@code custom} if absent (reference). */
  public abstract Optional<TemplateId> templateId();

  @Value.Check
  void check() {
    Checks.notBlank("accountSlug", accountSlug());
    Checks.notBlank("name", name());
    TABLE.check(this);
  }

  @Override
  protected final Endpoint<Assistant> endpoint() {
    return AssistantsClient.CREATE;
  }

  @Override
  protected final byte[] body(Optional<String> clientsAccountSlug) {
    return TABLE.toJson(this, accountSlug(accountSlug(), clientsAccountSlug));
  }

  /** Builds {@link CreateAssistantRequest}. */
  public static final class Builder {
    private final ImmutableCreateAssistantRequest.Builder generated =
        new ImmutableCreateAssistantRequest.Builder();

    Builder() {}

    /**
     * The account to create it in, by the slug in the dashboard's URL: not blank. The API requires
     * one (reference); if this is not set, the request sends the client's own.
     */
    public Builder accountSlug(String accountSlug) {
      generated.accountSlug(accountSlug);
      return this;
    }

    /** The display name: not blank; required. */
    public Builder name(String name) {
      generated.name(name);
      return this;
    }

    /** The template to start from; the API takes {@code custom} if it is not set (reference). */
    public Builder templateId(TemplateId templateId) {
      generated.templateId(templateId);
      return this;
    }

    /**
     * A field that the SDK does not model, by its JSON name. The reference accepts none at
     * creation.
     *
     * @param value a plain tree of Map, Collection, String, finite Number, Boolean and {@code
     *     null}; it is copied
     * @throws IllegalArgumentException if the tree holds anything else
     */
    public Builder putAdditionalProperties(String name, @Nullable Object value) {
      generated.putAdditionalProperties(name, Trees.copyOf(name, value));
      return this;
    }

    /**
     * The request.
     *
     * @throws IllegalArgumentException if a text is blank, or an additional property has the name
     *     of a modelled field
     * @throws IllegalStateException if {@code name} is missing
     */
    public CreateAssistantRequest build() {
      return generated.build();
    }
  }
}
