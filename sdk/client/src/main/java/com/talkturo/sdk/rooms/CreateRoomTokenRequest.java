package com.talkturo.sdk.rooms;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.engine.Query;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Checks;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Opens a room to talk with an assistant in the browser: {@code GET /auth/token}, which has an
 * effect although it is a GET. What is required is not documented by Talkturo.
 */
@Value.Immutable
public abstract class CreateRoomTokenRequest extends ApiRequest<RoomToken> {
  CreateRoomTokenRequest() {}

  /** Starts a request; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a request that equals this one. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** How to talk, such as {@code voice}. */
  public abstract Optional<String> mode();

  /** The room to enter. */
  public abstract Optional<String> room();

  /** The assistant that answers, by its id. */
  public abstract Optional<String> assistantId();

  /** The account, by its id. */
  public abstract Optional<String> accountId();

  /** The account, by its slug; the client's own if neither this nor {@code accountId} is set. */
  public abstract Optional<String> accountSlug();

  /** The company that the visitor belongs to. */
  public abstract Optional<String> companyId();

  /** The name of the visitor. */
  public abstract Optional<String> visitorName();

  /** The phone number of the visitor. */
  public abstract Optional<String> visitorPhone();

  /** Whether the conversation costs nothing; who may set it is not documented by Talkturo. */
  public abstract Optional<Boolean> billingExempt();

  @Value.Check
  void check() {
    Checks.notBlank("mode", mode());
    Checks.notBlank("room", room());
    Checks.notBlank("assistantId", assistantId());
    Checks.notBlank("accountId", accountId());
    Checks.notBlank("accountSlug", accountSlug());
    Checks.notBlank("companyId", companyId());
    Checks.notBlank("visitorName", visitorName());
    Checks.notBlank("visitorPhone", visitorPhone());
  }

  @Override
  protected final Endpoint<RoomToken> endpoint() {
    return RoomsClient.TOKEN;
  }

  @Override
  protected final void addQuery(Query query, Optional<String> clientsAccountSlug) {
    query.add("mode", mode());
    query.add("room", room());
    query.add("assistant_id", assistantId());
    query.add("account_id", accountId());
    query.add(
        "account_slug",
        accountSlug().isPresent() || accountId().isPresent() ? accountSlug() : clientsAccountSlug);
    query.add("company_id", companyId());
    query.add("visitor_name", visitorName());
    query.add("visitor_phone", visitorPhone());
    query.add("billing_exempt", billingExempt());
  }

  /** Builds {@link CreateRoomTokenRequest}. */
  public static final class Builder {
    private final ImmutableCreateRoomTokenRequest.Builder generated =
        new ImmutableCreateRoomTokenRequest.Builder();

    Builder() {}

    /** How to talk, such as {@code voice}: not blank. */
    public Builder mode(String mode) {
      generated.mode(mode);
      return this;
    }

    /** The room to enter: not blank. The API makes it if there is none. */
    public Builder room(String room) {
      generated.room(room);
      return this;
    }

    /** The assistant that answers, by its id: not blank. */
    public Builder assistantId(String assistantId) {
      generated.assistantId(assistantId);
      return this;
    }

    /** The account, by its id: not blank. */
    public Builder accountId(String accountId) {
      generated.accountId(accountId);
      return this;
    }

    /**
     * The account, by its slug: not blank. If neither this nor {@code accountId} is set, the
     * request sends the client's own.
     */
    public Builder accountSlug(String accountSlug) {
      generated.accountSlug(accountSlug);
      return this;
    }

    /** The company that the visitor belongs to: not blank. */
    public Builder companyId(String companyId) {
      generated.companyId(companyId);
      return this;
    }

    /** The name of the visitor: not blank. */
    public Builder visitorName(String visitorName) {
      generated.visitorName(visitorName);
      return this;
    }

    /** The phone number of the visitor: not blank. */
    public Builder visitorPhone(String visitorPhone) {
      generated.visitorPhone(visitorPhone);
      return this;
    }

    /** Whether the conversation costs nothing; who may set it is not documented by Talkturo. */
    public Builder billingExempt(boolean billingExempt) {
      generated.billingExempt(billingExempt);
      return this;
    }

    /**
     * The request.
     *
     * @throws IllegalArgumentException if a text is blank
     */
    public CreateRoomTokenRequest build() {
      return generated.build();
    }
  }
}
