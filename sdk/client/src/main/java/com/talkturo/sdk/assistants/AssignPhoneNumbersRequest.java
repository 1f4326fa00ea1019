package com.talkturo.sdk.assistants;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Checks;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Sets the phone numbers of an assistant: {@code PATCH
 * /api/assistants/{assistantId}/telephony/phone-numbers}. The list replaces what was assigned
 * before: a number that is not in it is unassigned.
 */
public final class AssignPhoneNumbersRequest extends ApiRequest<AssignPhoneNumbersResponse> {
  static final Table<AssignPhoneNumbersRequest> TABLE =
      Table.<AssignPhoneNumbersRequest>ofRequest().withGiven("accountSlug");

  static final Row<String> ASSISTANT_ID = TABLE.requiredOutside("assistantId");
  static final Row<String> ACCOUNT_SLUG = TABLE.outside("accountSlug");
  static final Row<Boolean> ACCOUNT_SLUG_OMITTED = TABLE.outside("accountSlugOmitted", false);
  static final Row<Boolean> UNASSIGNS_ALL = TABLE.outside("unassignsAll", false);
  static final Row<List<String>> PHONE_NUMBER_IDS =
      TABLE.defaulted("phoneNumberIds", Kind.listOf(Kind.text()), Collections.emptyList());

  AssignPhoneNumbersRequest(Builder builder) {
    super(builder);
    check();
  }

  /**
   * Starts a request; {@code assistantId} is required, and so is either at least one of {@code
   * phoneNumberIds} or {@link Builder#unassignAllPhoneNumbers()}.
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a request that equals this one. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** The assistant that gets the numbers. */
  public String assistantId() {
    return value(ASSISTANT_ID);
  }

  /** The account that owns the assistant, by its slug; the client's own if absent. */
  public Optional<String> accountSlug() {
    return optional(ACCOUNT_SLUG);
  }

  /** Whether the request sends no {@code accountSlug} at all. */
  boolean accountSlugOmitted() {
    return value(ACCOUNT_SLUG_OMITTED);
  }

  /** The ids of the numbers, such as {@code pn_a1}; not the numbers themselves. */
  public List<String> phoneNumberIds() {
    return value(PHONE_NUMBER_IDS);
  }

  /** Whether the request takes every number away; see {@link Builder#unassignAllPhoneNumbers()}. */
  public boolean unassignsAll() {
    return value(UNASSIGNS_ALL);
  }

  private void check() {
    Checks.pathParameter("assistantId", assistantId());
    Checks.accountSlug(accountSlug(), accountSlugOmitted());
    for (String id : phoneNumberIds()) {
      Checks.notBlank("phoneNumberIds", id);
    }
    if (phoneNumberIds().isEmpty() && !unassignsAll()) {
      throw new IllegalArgumentException(
          "phoneNumberIds is empty, which would take every number away from the assistant; add ids,"
              + " or call unassignAllPhoneNumbers if that is what you want");
    }
    if (!phoneNumberIds().isEmpty() && unassignsAll()) {
      throw new IllegalArgumentException(
          "phoneNumberIds is "
              + phoneNumberIds()
              + " together with unassignAllPhoneNumbers; allowed is one of the two");
    }
  }

  @Override
  protected Endpoint<AssignPhoneNumbersResponse> endpoint() {
    return AssistantsClient.Further.ASSIGN_PHONE_NUMBERS;
  }

  @Override
  protected List<String> pathValues() {
    return Collections.singletonList(assistantId());
  }

  @Override
  protected byte[] body(Optional<String> clientsAccountSlug) {
    return TABLE.toJson(
        this, accountSlugOmitted() ? null : accountSlug(accountSlug(), clientsAccountSlug));
  }

  /** Builds {@link AssignPhoneNumbersRequest}. */
  public static final class Builder extends ModelBuilder<AssignPhoneNumbersRequest, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The assistant, by its id: not blank, neither {@code .} nor {@code ..}; required. */
    public Builder assistantId(String assistantId) {
      return set(ASSISTANT_ID, assistantId);
    }

    /**
     * The account that owns the assistant, by its slug: not blank. If this is not set, the request
     * sends the client's own.
     */
    public Builder accountSlug(String accountSlug) {
      return set(ACCOUNT_SLUG, accountSlug);
    }

    /**
     * Sends no {@code accountSlug}, not even the client's: the newer documentation makes it
     * optional here, the reference requires it.
     */
    public Builder withoutAccountSlug() {
      return set(ACCOUNT_SLUG_OMITTED, true);
    }

    /**
     * The ids of the numbers, such as {@code pn_a1}, none of them blank; not the numbers
     * themselves. They replace those of an earlier call.
     */
    public Builder phoneNumberIds(Collection<String> phoneNumberIds) {
      return setAll(PHONE_NUMBER_IDS, phoneNumberIds);
    }

    /** Takes every number away from the assistant: the only way to send an empty list. */
    public Builder unassignAllPhoneNumbers() {
      return set(UNASSIGNS_ALL, true);
    }

    /**
     * The request.
     *
     * @throws IllegalArgumentException if an id or the account is blank, or there is neither a
     *     number nor {@link #unassignAllPhoneNumbers()}, or both
     * @throws IllegalStateException if {@code assistantId} is missing
     */
    @Override
    public AssignPhoneNumbersRequest build() {
      return new AssignPhoneNumbersRequest(this);
    }
  }
}
