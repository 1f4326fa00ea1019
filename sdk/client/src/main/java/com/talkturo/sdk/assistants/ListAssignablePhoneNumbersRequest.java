package com.talkturo.sdk.assistants;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.engine.Query;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Checks;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Reads which phone numbers an assistant can be given: {@code GET
 * /api/assistants/{assistantId}/telephony/phone-numbers}.
 */
public final class ListAssignablePhoneNumbersRequest extends ApiRequest<AssignablePhoneNumbers> {
  static final Table<ListAssignablePhoneNumbersRequest> TABLE = Table.ofRequest();

  static final Row<String> ASSISTANT_ID = TABLE.requiredOutside("assistantId");
  static final Row<String> ACCOUNT_SLUG = TABLE.outside("accountSlug");

  ListAssignablePhoneNumbersRequest(Builder builder) {
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

  /** The assistant that is to get numbers. */
  public String assistantId() {
    return value(ASSISTANT_ID);
  }

  /** The account, by its slug; the client's own if absent. */
  public Optional<String> accountSlug() {
    return optional(ACCOUNT_SLUG);
  }

  private void check() {
    Checks.pathParameter("assistantId", assistantId());
    Checks.notBlank("accountSlug", accountSlug());
  }

  @Override
  protected Endpoint<AssignablePhoneNumbers> endpoint() {
    return AssistantsClient.Further.ASSIGNABLE_PHONE_NUMBERS;
  }

  @Override
  protected List<String> pathValues() {
    return Collections.singletonList(assistantId());
  }

  @Override
  protected void addQuery(Query query, Optional<String> clientsAccountSlug) {
    query.add("accountSlug", accountSlug().isPresent() ? accountSlug() : clientsAccountSlug);
  }

  /** Builds {@link ListAssignablePhoneNumbersRequest}. */
  public static final class Builder
      extends ModelBuilder<ListAssignablePhoneNumbersRequest, Builder> {
    Builder() {
      super(TABLE);
    }

    /**
     * The assistant that is to get numbers, by its id: not blank, neither {@code .} nor {@code ..};
     * required.
     */
    public Builder assistantId(String assistantId) {
      return set(ASSISTANT_ID, assistantId);
    }

    /**
     * The account, by its slug: not blank. If this is not set, the request sends the client's own;
     * if there is none either, the API takes the account of the key.
     */
    public Builder accountSlug(String accountSlug) {
      return set(ACCOUNT_SLUG, accountSlug);
    }

    /**
     * The request.
     *
     * @throws IllegalArgumentException if the id cannot be a path segment, or the account is blank
     * @throws IllegalStateException if the id is missing
     */
    @Override
    public ListAssignablePhoneNumbersRequest build() {
      return new ListAssignablePhoneNumbersRequest(this);
    }
  }
}
