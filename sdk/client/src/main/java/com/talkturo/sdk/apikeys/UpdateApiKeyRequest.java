package com.talkturo.sdk.apikeys;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Checks;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes an API key: {@code PATCH /api/api-keys/{id}}. The request sends only what is set here,
 * and the key itself stays the same.
 */
public final class UpdateApiKeyRequest extends ApiRequest<ApiKey>
    implements WithAdditionalProperties {
  static final Table<UpdateApiKeyRequest> TABLE = Table.ofRequest();

  static final Row<String> ID = TABLE.requiredOutside("id");
  static final Row<String> NAME = TABLE.optional("name", Kind.name());
  static final Row<String> DESCRIPTION = TABLE.optional("description", Kind.text());
  static final Row<Boolean> IS_ACTIVE = TABLE.optional("isActive", Kind.flag());

  UpdateApiKeyRequest(Builder builder) {
    super(builder);
    check();
  }

  /** Starts a request; {@code id} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a request that equals this one. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** The key to change. */
  public String id() {
    return value(ID);
  }

  /** The display name. */
  public Optional<String> name() {
    return optional(NAME);
  }

  /** What the key is for. */
  public Optional<String> description() {
    return optional(DESCRIPTION);
  }

  /** Whether the API accepts the key. */
  public Optional<Boolean> isActive() {
    return optional(IS_ACTIVE);
  }

  private void check() {
    Checks.pathParameter("id", id());
    Checks.notBlank("name", name());
    TABLE.check(this);
  }

  @Override
  protected Endpoint<ApiKey> endpoint() {
    return ApiKeysClient.UPDATE;
  }

  @Override
  protected List<String> pathValues() {
    return Collections.singletonList(id());
  }

  @Override
  protected byte[] body(Optional<String> clientsAccountSlug) {
    return TABLE.toJson(this);
  }

  /** Builds {@link UpdateApiKeyRequest}. */
  public static final class Builder extends ModelBuilder<UpdateApiKeyRequest, Builder> {
    Builder() {
      super(TABLE);
    }

    /**
     * The key to change, by its id and not the key itself: not blank, neither {@code .} nor {@code
     * ..}; required.
     */
    public Builder id(String id) {
      return set(ID, id);
    }

    /** The display name: not blank. */
    public Builder name(String name) {
      return set(NAME, name);
    }

    /** What the key is for. */
    public Builder description(String description) {
      return set(DESCRIPTION, description);
    }

    /** Whether the API accepts the key. */
    public Builder isActive(boolean isActive) {
      return set(IS_ACTIVE, isActive);
    }

    /**
     * A field that the SDK does not model, by its JSON name.
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
     * @throws IllegalArgumentException if the id cannot be a path segment, the name is blank, or an
     *     additional property has the name of a modelled field
     * @throws IllegalStateException if {@code id} is missing
     */
    @Override
    public UpdateApiKeyRequest build() {
      return new UpdateApiKeyRequest(this);
    }
  }
}
