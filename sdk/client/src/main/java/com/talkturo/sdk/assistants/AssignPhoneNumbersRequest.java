package com.talkturo.sdk.assistants;

import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.http.Endpoint;
import com.talkturo.sdk.http.JsonBody;
import com.talkturo.sdk.http.JsonName;
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
  private static final JsonName PHONE_NUMBER_IDS = JsonName.of("phoneNumberIds");

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
    return builder().from(this);
  }

  /** The assistant that gets the numbers. */
  public abstract String assistantId();

  /**
   * The account that owns the assistant, by its slug; the client's own if absent. The reference
   * requires one, the newer documentation does not: see {@link Builder#withoutAccountSlug()}.
   */
  public abstract Optional<String> accountSlug();

  /** Whether no {@code accountSlug} is sent at all. */
  @Value.Default
  boolean accountSlugOmitted() {
    return false;
  }

  /** The ids of the numbers, such as {@code pn_a1}; not the numbers themselves. */
  public abstract List<String> phoneNumberIds();

  /** Whether every number is taken away; see {@link Builder#unassignAllPhoneNumbers()}. */
  @Value.Default
  public boolean unassignsAll() {
    return false;
  }

  @Value.Check
  void check() {
    Checks.pathParameter("assistantId", assistantId());
    Checks.notBlank("accountSlug", accountSlug());
    for (String id : phoneNumberIds()) {
      Checks.notBlank("phoneNumberIds", Optional.of(id));
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
    return AssistantsClient.ASSIGN_PHONE_NUMBERS;
  }

  @Override
  protected final List<String> pathValues() {
    return Collections.singletonList(assistantId());
  }

  @Override
  protected final void writeBody(JsonBody body) {
    if (!accountSlugOmitted()) {
      body.accountSlug(accountSlug());
    }
    body.texts(PHONE_NUMBER_IDS, phoneNumberIds());
  }

  /** Builds {@link AssignPhoneNumbersRequest}. */
  public static final class Builder extends ImmutableAssignPhoneNumbersRequest.Builder {
    Builder() {}

    /** Takes every number away from the assistant: the only way to send an empty list. */
    public Builder unassignAllPhoneNumbers() {
      return unassignsAll(true);
    }

    /**
     * Sends no {@code accountSlug}, not even the client's: the newer documentation makes it
     * optional here, the reference requires it.
     */
    public Builder withoutAccountSlug() {
      return accountSlugOmitted(true);
    }
  }
}
