package com.talkturo.sdk.assistants;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Checks;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Creates an assistant: {@code POST /api/assistants}. An update afterwards sets everything else:
 * create, then patch, is the documented way.
 */
public final class CreateAssistantRequest extends ApiRequest<Assistant>
    implements WithAdditionalProperties {
  static final Table<CreateAssistantRequest> TABLE =
      Table.<CreateAssistantRequest>ofRequest().withGiven("accountSlug");

  static final Row<String> ACCOUNT_SLUG = TABLE.outside("accountSlug");
  static final Row<String> NAME = TABLE.required("name", Kind.name());
  static final Row<TemplateId> TEMPLATE_ID = TABLE.optional("templateId", TemplateId.KIND);

  CreateAssistantRequest(Builder builder) {
    super(builder);
    check();
  }

  /** Starts a request; {@code name} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a request that equals this one. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** The account to create it in, by its slug; the client's own if absent. */
  public Optional<String> accountSlug() {
    return optional(ACCOUNT_SLUG);
  }

  /** The display name. */
  public String name() {
    return value(NAME);
  }

  /** The template to start from; the API takes {@code custom} if absent (reference). */
  public Optional<TemplateId> templateId() {
    return optional(TEMPLATE_ID);
  }

  private void check() {
    Checks.notBlank("accountSlug", accountSlug());
    Checks.notBlank("name", name());
    TABLE.check(this);
  }

  @Override
  protected Endpoint<Assistant> endpoint() {
    return AssistantsClient.CREATE;
  }

  @Override
  protected byte[] body(Optional<String> clientsAccountSlug) {
    return TABLE.toJson(this, accountSlug(accountSlug(), clientsAccountSlug));
  }

  /** Builds {@link CreateAssistantRequest}. */
  public static final class Builder extends ModelBuilder<CreateAssistantRequest, Builder> {
    Builder() {
      super(TABLE);
    }

    /**
     * The account to create it in, by the slug in the dashboard's URL: not blank. The API requires
     * one (reference); if this is not set, the request sends the client's own.
     */
    public Builder accountSlug(String accountSlug) {
      return set(ACCOUNT_SLUG, accountSlug);
    }

    /** The display name: not blank; required. */
    public Builder name(String name) {
      return set(NAME, name);
    }

    /** The template to start from; the API takes {@code custom} if it is not set (reference). */
    public Builder templateId(TemplateId templateId) {
      return set(TEMPLATE_ID, templateId);
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
      return keep(name, value);
    }

    /**
     * The request.
     *
     * @throws IllegalArgumentException if a text is blank, or an additional property has the name
     *     of a modelled field
     * @throws IllegalStateException if {@code name} is missing
     */
    @Override
    public CreateAssistantRequest build() {
      return new CreateAssistantRequest(this);
    }
  }
}
