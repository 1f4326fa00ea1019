package com.talkturo.sdk.rooms;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.engine.Query;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Checks;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Optional;

/**
 * Opens a room to talk with an assistant in the browser: {@code GET /auth/token}, which has an
 * effect although it is a GET. What is required is not documented by Talkturo.
 */
public final class CreateRoomTokenRequest extends ApiRequest<RoomToken> {
  static final Table<CreateRoomTokenRequest> TABLE = Table.ofRequest();

  static final Row<String> MODE = TABLE.outside("mode");
  static final Row<String> ROOM = TABLE.outside("room");
  static final Row<String> ASSISTANT_ID = TABLE.outside("assistantId");
  static final Row<String> ACCOUNT_ID = TABLE.outside("accountId");
  static final Row<String> ACCOUNT_SLUG = TABLE.outside("accountSlug");
  static final Row<String> COMPANY_ID = TABLE.outside("companyId");
  static final Row<String> VISITOR_NAME = TABLE.outside("visitorName");
  static final Row<String> VISITOR_PHONE = TABLE.outside("visitorPhone");
  static final Row<Boolean> BILLING_EXEMPT = TABLE.outside("billingExempt");

  CreateRoomTokenRequest(Builder builder) {
    super(builder);
    check();
  }

  /** Starts a request; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a request that equals this one. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** How to talk, such as {@code voice}. */
  public Optional<String> mode() {
    return optional(MODE);
  }

  /** The room to enter. */
  public Optional<String> room() {
    return optional(ROOM);
  }

  /** The assistant that answers, by its id. */
  public Optional<String> assistantId() {
    return optional(ASSISTANT_ID);
  }

  /** The account, by its id. */
  public Optional<String> accountId() {
    return optional(ACCOUNT_ID);
  }

  /** The account, by its slug; the client's own if neither this nor {@code accountId} is set. */
  public Optional<String> accountSlug() {
    return optional(ACCOUNT_SLUG);
  }

  /** The company that the visitor belongs to. */
  public Optional<String> companyId() {
    return optional(COMPANY_ID);
  }

  /** The name of the visitor. */
  public Optional<String> visitorName() {
    return optional(VISITOR_NAME);
  }

  /** The phone number of the visitor. */
  public Optional<String> visitorPhone() {
    return optional(VISITOR_PHONE);
  }

  /** Whether the conversation costs nothing; who may set it is not documented by Talkturo. */
  public Optional<Boolean> billingExempt() {
    return optional(BILLING_EXEMPT);
  }

  private void check() {
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
  protected Endpoint<RoomToken> endpoint() {
    return RoomsClient.TOKEN;
  }

  @Override
  protected void addQuery(Query query, Optional<String> clientsAccountSlug) {
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
  public static final class Builder extends ModelBuilder<CreateRoomTokenRequest, Builder> {
    Builder() {
      super(TABLE);
    }

    /** How to talk, such as {@code voice}: not blank. */
    public Builder mode(String mode) {
      return set(MODE, mode);
    }

    /** The room to enter: not blank. The API makes it if there is none. */
    public Builder room(String room) {
      return set(ROOM, room);
    }

    /** The assistant that answers, by its id: not blank. */
    public Builder assistantId(String assistantId) {
      return set(ASSISTANT_ID, assistantId);
    }

    /** The account, by its id: not blank. */
    public Builder accountId(String accountId) {
      return set(ACCOUNT_ID, accountId);
    }

    /**
     * The account, by its slug: not blank. If neither this nor {@code accountId} is set, the
     * request sends the client's own.
     */
    public Builder accountSlug(String accountSlug) {
      return set(ACCOUNT_SLUG, accountSlug);
    }

    /** The company that the visitor belongs to: not blank. */
    public Builder companyId(String companyId) {
      return set(COMPANY_ID, companyId);
    }

    /** The name of the visitor: not blank. */
    public Builder visitorName(String visitorName) {
      return set(VISITOR_NAME, visitorName);
    }

    /** The phone number of the visitor: not blank. */
    public Builder visitorPhone(String visitorPhone) {
      return set(VISITOR_PHONE, visitorPhone);
    }

    /** Whether the conversation costs nothing; who may set it is not documented by Talkturo. */
    public Builder billingExempt(boolean billingExempt) {
      return set(BILLING_EXEMPT, billingExempt);
    }

    /**
     * The request.
     *
     * @throws IllegalArgumentException if a text is blank
     */
    @Override
    public CreateRoomTokenRequest build() {
      return new CreateRoomTokenRequest(this);
    }
  }
}
