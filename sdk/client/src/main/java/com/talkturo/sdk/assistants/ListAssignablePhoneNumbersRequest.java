package com.talkturo.sdk.assistants;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.engine.Query;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Checks;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Reads which phone numbers an assistant can be given: {@code GET
 * /api/assistants/{assistantId}/telephony/phone-numbers}.
 */
@Value.Immutable
public abstract class ListAssignablePhoneNumbersRequest extends ApiRequest<AssignablePhoneNumbers> {
  ListAssignablePhoneNumbersRequest() {}

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

  /** The assistant that is to get numbers. */
  public abstract String assistantId();

  /** The account, by its slug; the client's own if absent. */
  public abstract Optional<String> accountSlug();

  @Value.Check
  void check() {
    Checks.pathParameter("assistantId", assistantId());
    Checks.notBlank("accountSlug", accountSlug());
  }

  @Override
  protected final Endpoint<AssignablePhoneNumbers> endpoint() {
    return AssistantsClient.Further.ASSIGNABLE_PHONE_NUMBERS;
  }

  @Override
  protected final List<String> pathValues() {
    return Collections.singletonList(assistantId());
  }

  @Override
  protected final void addQuery(Query query, Optional<String> clientsAccountSlug) {
    query.add("accountSlug", accountSlug().isPresent() ? accountSlug() : clientsAccountSlug);
  }

  /** Builds {@link ListAssignablePhoneNumbersRequest}. */
  public static final class Builder {
    private final ImmutableListAssignablePhoneNumbersRequest.Builder generated =
        new ImmutableListAssignablePhoneNumbersRequest.Builder();

    Builder() {}

    /**
     * The assistant that is to get numbers, by its id: not blank, neither {@code .} nor {@code ..};
     * required.
     */
    public Builder assistantId(String assistantId) {
      generated.assistantId(assistantId);
      return this;
    }

    /**
     * The account, by its slug: not blank. If this is not set, the request sends the client's own;
     * if there is none either, the API takes the account of the key.
     */
    public Builder accountSlug(String accountSlug) {
      generated.accountSlug(accountSlug);
      return this;
    }

    /**
     * The request.
     *
     * @throws IllegalArgumentException if the id cannot be a path segment, or the account is blank
     * @throws IllegalStateException if the id is missing
     */
    public ListAssignablePhoneNumbersRequest build() {
      return generated.build();
    }
  }
}
