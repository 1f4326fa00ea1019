package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The operations of Talkturo's API, and what they work on. */
final class TalkturoApi implements Api {
  private final Store store;
  private final Router router;
  final Accounts accounts;
  final Assistants assistants;
  final ServerPhoneNumbers phoneNumbers;
  final ServerUsage usage;
  final ServerCredits credits;
  final ServerFlows flows;
  final ServerApiKeys apiKeys;
  final ServerRooms rooms;
  final ServerBehaviour behaviour;
  private final RateLimit rateLimit = new RateLimit();

  TalkturoApi(Store store) {
    this.store = store;
    boolean first = store.isEmpty();
    accounts = new Accounts(store);
    behaviour = new ServerBehaviour(store);
    phoneNumbers = new ServerPhoneNumbers(store, accounts, behaviour);
    assistants = new Assistants(store, accounts, phoneNumbers, behaviour);
    usage = new ServerUsage(store, accounts);
    credits = new ServerCredits(store, accounts);
    flows = new ServerFlows(store);
    apiKeys = new ServerApiKeys(store, accounts);
    rooms = new ServerRooms(store);
    router = table();
    if (first) {
      store.atomically(phoneNumbers::addDefaults);
    }
  }

  private Router table() {
    Router.Access key = request -> rateLimit.admit(accounts.keyOf(request));
    Router.Access jwt = accounts::adminOf;
    Router.Access none = request -> Caller.ANYONE;
    String assistant = "/api/assistants/{assistantId}";
    String numbers = assistant + "/telephony/phone-numbers";
    return new Router(TalkturoApi::error, store)
        .route(key, "POST", "/api/assistants", assistants::create)
        .route(key, "GET", assistant, assistants::get)
        .route(key, "PATCH", assistant, assistants::update)
        .route(key, "DELETE", assistant, assistants::delete)
        .route(key, "POST", assistant + "/clone", assistants::duplicate)
        .route(key, "GET", assistant + "/usage-stats", this::usageStats)
        .route(key, "GET", numbers, this::listNumbers)
        .route(key, "PATCH", numbers, this::assignNumbers)
        .route(key, "GET", "/api/credits", credits::get)
        .route(key, "POST", "/api/credits", credits::deduct)
        .route(key, "POST", "/api/credits/checkout", credits::checkout)
        .route(key, "GET", "/api/test-api-key", apiKeys::test)
        .route(jwt, "GET", "/api/api-keys", apiKeys::list)
        .route(jwt, "POST", "/api/api-keys", apiKeys::create)
        .route(jwt, "PATCH", "/api/api-keys/{id}", apiKeys::update)
        .route(jwt, "DELETE", "/api/api-keys/{id}", apiKeys::revoke)
        .route(none, "POST", "/api/flow/{flowId}/trigger", flows::trigger)
        .route(none, "GET", "/auth/token", rooms::token);
  }

  // What belongs to an assistant first asks whether there is one and whose it is.

  private Answer usageStats(Incoming incoming) {
    assistants.of(incoming.caller(), incoming.id());
    return usage.get(incoming, incoming.id());
  }

  private Answer listNumbers(Incoming incoming) {
    behaviour.refuseNumberListIfAbsent();
    assistants.of(incoming.caller(), incoming.id());
    return phoneNumbers.list(incoming, incoming.id());
  }

  private Answer assignNumbers(Incoming incoming) {
    Fields body = incoming.body();
    accounts.accountFor(incoming.caller(), body.text("accountSlug"));
    assistants.of(incoming.caller(), incoming.id());
    return phoneNumbers.assign(incoming, incoming.id(), body);
  }

  private static ObjectNode error(ApiError error) {
    ObjectNode body = Json.object();
    // The documents show 401 without `success` and every other error with it.
    if (error.status() != 401) {
      body.put("success", false);
    }
    return body.put("error", error.text());
  }

  @Override
  public Router router() {
    return router;
  }

  @Override
  public Store store() {
    return store;
  }

  @Override
  public ApiKeys keys() {
    return accounts;
  }

  @Override
  public AssistantData assistants() {
    return assistants;
  }

  @Override
  public RateLimit rateLimit() {
    return rateLimit;
  }

  @Override
  public void reset() {
    store.atomically(
        () -> {
          store.clear();
          accounts.reset();
          phoneNumbers.addDefaults();
          behaviour.end();
          usage.reset();
          rateLimit.reset();
        });
  }
}
