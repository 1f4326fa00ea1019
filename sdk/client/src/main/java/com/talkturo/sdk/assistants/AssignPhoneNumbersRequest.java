package com.talkturo.sdk.assistants;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Checks;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Sets the phone numbers of an assistant: {@code PATCH
 * /api/assistants/{assistantId}/telephony/phone-numbers}. The list replaces what was assigned
 * before: a number that is not in it is unassigned.
 */
@Value.Immutable
public abstract class AssignPhoneNumbersRequest extends ApiRequest<AssignPhoneNumbersResponse> {
  static final Table<AssignPhoneNumbersRequest, Void> TABLE =
      Table.ofRequest(
              Row.always(
                  "phoneNumberIds",
                  Kind.listOf(Kind.text()),
                  AssignPhoneNumbersRequest::phoneNumberIds))
          .withGiven("accountSlug");

  AssignPhoneNumbersRequest() {}

  /**
   * Starts a request; {@code assistantId} is required, and so is either at least one of {@code
   * phoneNumberIds} or {@link Builder#unassignAllPhoneNumbers()}.
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a request that equals this one. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** The assistant that gets the numbers. */
  public abstract String assistantId();

  /** The account that owns the assistant, by its slug; the client's own if absent. */
  public abstract Optional<String> accountSlug();

  /** Whether the request sends no {@code accountSlug} at all. */
  @Value.Default
  boolean accountSlugOmitted() {
    return false;
  }

  /** The ids of the numbers, such as {@code pn_a1}; not the numbers themselves. */
  public abstract List<String> phoneNumberIds();

  /** Whether the request takes every number away; see {@link Builder#unassignAllPhoneNumbers()}. */
  @Value.Default
  public boolean unassignsAll() {
    return false;
  }

  @Value.Check
  void check() {
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
  protected final Endpoint<AssignPhoneNumbersResponse> endpoint() {
    return AssistantsClient.Further.ASSIGN_PHONE_NUMBERS;
  }

  @Override
  protected final List<String> pathValues() {
    return Collections.singletonList(assistantId());
  }

  @Override
  protected final byte[] body(Optional<String> clientsAccountSlug) {
    return TABLE.toJson(
        this, accountSlugOmitted() ? null : accountSlug(accountSlug(), clientsAccountSlug));
  }

  /** Builds {@link AssignPhoneNumbersRequest}. */
  public static final class Builder {
    private final ImmutableAssignPhoneNumbersRequest.Builder generated =
        new ImmutableAssignPhoneNumbersRequest.Builder();

    Builder() {}

    /** The assistant, by its id: not blank, neither {@code .} nor {@code ..}; required. */
    public Builder assistantId(String assistantId) {
      generated.assistantId(assistantId);
      return this;
    }

    /**
     * The account that owns the assistant, by its slug: not blank. If this is not set, the request
     * sends the client's own.
     */
    public Builder accountSlug(String accountSlug) {
      generated.accountSlug(accountSlug);
      return this;
    }

    /**
     * Sends no {@code accountSlug}, not even the client's: the newer documentation makes it
     * optional here, the reference requires it.
     */
    public Builder withoutAccountSlug() {
      generated.accountSlugOmitted(true);
      return this;
    }

    /**
     * The ids of the numbers, such as {@code pn_a1}, none of them blank; not the numbers
     * themselves. They replace those of an earlier call.
     */
    public Builder phoneNumberIds(Collection<String> phoneNumberIds) {
      generated.phoneNumberIds(phoneNumberIds);
      return this;
    }

    /** Takes every number away from the assistant: the only way to send an empty list. */
    public Builder unassignAllPhoneNumbers() {
      generated.unassignsAll(true);
      return this;
    }

    /**
     * The request.
     *
     * @throws IllegalArgumentException if an id or the account is blank, or there is neither a
     *     number nor {@link #unassignAllPhoneNumbers()}, or both
     * @throws IllegalStateException if {@code assistantId} is missing
     */
    public AssignPhoneNumbersRequest build() {
      return generated.build();
    }
  }
}
