package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Talkturo API in memory behind a real HTTP socket on 127.0.0.1, for tests.
 *
 * <pre>{@code
 * try (TalkturoServer server = TalkturoServer.start()) {
 *   TalkturoClient talkturo =
 *       TalkturoClient.builder()
 *           .baseUrl(server.baseUrl())
 *           .apiKey(server.apiKey())
 *           .accountSlug(server.accountSlug())
 *           .build();
 *   talkturo.assistants().create(r -> r.name("Front desk"));
 *   assertThat(server.assistants()).hasSize(1);
 *   assertThat(server.requests().get(0).jsonObject()).containsEntry("name", "Front desk");
 * }
 * }</pre>
 *
 * <p>It serves the documented operations with any HTTP client. Those marked * want a user's JWT,
 * those marked ** no credential, the others an API key:
 *
 * <ul>
 *   <li>{@code POST /api/assistants}, {@code GET}, {@code PATCH} and {@code DELETE
 *       /api/assistants/{assistantId}}, {@code POST /api/assistants/{assistantId}/clone}
 *   <li>{@code GET /api/assistants/{assistantId}/usage-stats}: {@link #usage}
 *   <li>{@code GET} and {@code PATCH /api/assistants/{assistantId}/telephony/phone-numbers}: {@link
 *       #phoneNumbers}
 *   <li>{@code GET} and {@code POST /api/credits}, {@code POST /api/credits/checkout}: {@link
 *       #credits}
 *   <li>{@code POST /api/flow/{flowId}/trigger} **, signed: {@link #flows}
 *   <li>{@code GET /api/test-api-key}; {@code GET} and {@code POST /api/api-keys} *, {@code PATCH}
 *       and {@code DELETE /api/api-keys/{id}} *: {@link #apiKeys}
 *   <li>{@code GET /auth/token} **: {@link #rooms}
 * </ul>
 *
 * <p>Where Talkturo documents nothing, or two things, this server had to choose:
 *
 * <ul>
 *   <li>The defaults of the templates {@code custom}, {@code outbound-setter}, {@code
 *       inbound-support} and {@code follow-up} are invented, and differ so that a mix-up shows. Any
 *       other {@code templateId} is accepted with the defaults of {@code custom}.
 *   <li>An update sets a {@code null} that is sent, keeps attributes it does not know, and answers
 *       400 for {@code id}, {@code account_id}, {@code type}, {@code created_at} and {@code
 *       updated_at}. {@code updated_at} moves by at least a millisecond with each update that sends
 *       an attribute; assigning phone numbers leaves it alone.
 *   <li>{@code accountSlug} is required to create; other operations may leave it out. A slug or an
 *       account id that the credential has no access to, known or not, answers 403, and so does an
 *       assistant of another account.
 *   <li>An unknown or inactive number in {@code phoneNumberIds} answers 400 and nothing is changed.
 *       A number of another assistant is moved, unless {@link ServerBehaviour#refusingHeldNumbers}.
 *       Deleting an assistant frees its numbers; a clone has none.
 *   <li>A clone is answered with the four fields of the documented example, not all of it.
 *   <li>A trigger with a missing or wrong signature, or without {@code params}, answers 400, one of
 *       an unknown flow 404, both with {@code ok: false}. A waiting trigger answers at once; {@link
 *       Fault#delay} takes longer.
 *   <li>An API key on an operation that wants a JWT answers 401, and a JWT where a key is wanted
 *       too. Scopes of keys are kept, not enforced.
 *   <li>1000 requests an hour and key are documented, but not how they are counted or answered; the
 *       server counts when {@link #rateLimit} says so.
 *   <li>A checkout with a {@code planId} costs 99 USD for 198 credits, whatever the plan.
 *   <li>An error has {@code success: false} beside {@code error}, one with status 401 has not.
 *   <li>A body that is not declared as {@code application/json}, is not one JSON object or repeats
 *       a field answers 400. An unknown path answers 404, another method on a known path 405.
 * </ul>
 *
 * <p>What is set up without naming an account belongs to {@link #accountSlug()}, {@link #apiKey()}
 * included.
 *
 * <p>Safe for use from many threads. The threads of the server end with {@link #close}; until then
 * they keep the JVM alive.
 */
public final class TalkturoServer extends ApiServer {
  private final TalkturoApi api;

  private TalkturoServer(Builder builder, TalkturoApi api) throws IOException {
    super(builder, api, "");
    this.api = api;
  }

  /**
   * Returns a running server on a free port, with one account, one API key, three active phone
   * numbers, 1000 credits and no assistants.
   *
   * @throws UncheckedIOException if no port can be opened
   * @throws IllegalStateException if OkHttp is older than 5
   */
  public static TalkturoServer start() {
    return builder().start();
  }

  /** Returns a builder for a server with a fixed port, TLS, HTTP/2 or a data folder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Settings of a server; the defaults are those of {@link TalkturoServer#start()}. */
  public static final class Builder extends ServerBuilder<TalkturoServer, Builder> {
    private Builder() {
      super("Talkturo", (settings, store) -> new TalkturoServer(settings, new TalkturoApi(store)));
    }
  }

  // Accounts and keys

  /** Returns {@code north-wind}, the account that the server starts with. */
  public String accountSlug() {
    return Accounts.DEFAULT_ACCOUNT;
  }

  /** Returns the id of {@link #accountSlug()}, {@code account_id} of its assistants. */
  public String accountId() {
    return api.store().atomically(() -> api.accounts.idOf(Accounts.DEFAULT_ACCOUNT));
  }

  /**
   * Adds an account that {@link #apiKey()} has no access to, and returns a key for it.
   *
   * @throws IllegalArgumentException if the account exists
   */
  public String addAccount(String accountSlug) {
    Objects.requireNonNull(accountSlug, "accountSlug");
    String key = Accounts.newKey("test");
    api.store()
        .atomically(
            () -> {
              api.accounts.addAccount(accountSlug);
              api.accounts.acceptKey(key, accountSlug);
            });
    return key;
  }

  /**
   * Lets a key use another account too, which its requests then name.
   *
   * @throws IllegalArgumentException if there is no such account, or the key is not accepted
   */
  public void grantAccess(String apiKey, String accountSlug) {
    Objects.requireNonNull(apiKey, "apiKey");
    api.store().atomically(() -> api.accounts.grant(apiKey, accountSlug));
  }

  // Assistants

  /**
   * Like {@link #addAssistant(Map)} for an account other than {@link #accountSlug()}.
   *
   * @throws IllegalArgumentException also if there is no such account
   */
  public String addAssistant(
      String accountSlug, Map<String, ? extends @Nullable Object> attributes) {
    ObjectNode tree = (ObjectNode) Json.treeOf(attributes);
    return api.store()
        .atomically(() -> api.assistants.seed(api.assistants.blank(accountSlug, tree), tree));
  }

  // Features

  /** Returns the phone numbers with all their attributes. */
  public ServerPhoneNumbers phoneNumbers() {
    return api.phoneNumbers;
  }

  /**
   * Returns the ids of all phone numbers in the order added; at the start {@code pn_a1}, {@code
   * pn_b2} and {@code pn_c3}, all active.
   */
  public List<String> phoneNumberIds() {
    return api.phoneNumbers.ids();
  }

  /**
   * Adds an active phone number to {@link #accountSlug()}.
   *
   * @throws IllegalArgumentException if the id is taken
   */
  public void addPhoneNumber(String id) {
    addPhoneNumber(id, PhoneNumberStatus.ACTIVE);
  }

  /**
   * Adds a phone number to {@link #accountSlug()}.
   *
   * @throws IllegalArgumentException if the id is taken
   */
  public void addPhoneNumber(String id, PhoneNumberStatus status) {
    addPhoneNumber(Accounts.DEFAULT_ACCOUNT, id, status);
  }

  /**
   * Adds a phone number to an account.
   *
   * @throws IllegalArgumentException if the id is taken or there is no such account
   */
  public void addPhoneNumber(String accountSlug, String id, PhoneNumberStatus status) {
    api.phoneNumbers.add(accountSlug, id, status);
  }

  /** Returns the ids of the numbers assigned to an assistant, in the order they were sent. */
  public List<String> phoneNumbersOf(String assistantId) {
    return api.phoneNumbers.of(assistantId);
  }

  /** Returns the phone calls that usage statistics are made of. */
  public ServerUsage usage() {
    return api.usage;
  }

  /** Returns balance, deductions and checkouts. */
  public ServerCredits credits() {
    return api.credits;
  }

  /** Returns the flows that can be triggered, and their runs. */
  public ServerFlows flows() {
    return api.flows;
  }

  /** Returns the API keys and the users who manage them. */
  public ServerApiKeys apiKeys() {
    return api.apiKeys;
  }

  /** Returns the rooms that were opened. */
  public ServerRooms rooms() {
    return api.rooms;
  }

  /** Returns what makes the server differ from its documents without failing. */
  public ServerBehaviour behaviour() {
    return api.behaviour;
  }
}
