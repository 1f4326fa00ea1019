package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Accounts, and the keys and users that may use them. */
final class Accounts implements ApiKeys {
  static final String DEFAULT_ACCOUNT = "north-wind";

  /** Slug to id. */
  private static final String ACCOUNTS = "accounts";

  /** Key to its accounts and its record, which is what the API tells of it. */
  private static final String KEYS = "keys";

  /** JWT to its user. */
  private static final String USERS = "users";

  private static final String DEFAULTS = "defaults";
  private static final int DEFAULT_REQUESTS_PER_HOUR = 1000;

  private final Store store;
  private final String defaultKey;
  private final String ownerJwt;
  private final String memberJwt;

  Accounts(Store store) {
    this.store = store;
    boolean first = store.isEmpty();
    ObjectNode defaults = store.change(DEFAULTS);
    defaultKey = first ? newKey("test") : defaults.path("key").asText();
    ownerJwt = first ? newJwt() : defaults.path("owner").asText();
    memberJwt = first ? newJwt() : defaults.path("member").asText();
    if (first) {
      addDefaults();
    }
  }

  private void addDefaults() {
    store.change(DEFAULTS).put("key", defaultKey).put("owner", ownerJwt).put("member", memberJwt);
    addAccount(DEFAULT_ACCOUNT);
    acceptKey(defaultKey, DEFAULT_ACCOUNT);
    addUser(ownerJwt, "owner");
    addUser(memberJwt, "member");
  }

  private void addUser(String jwt, String role) {
    store
        .change(USERS)
        .putObject(jwt)
        .put("id", store.nextUuid("user"))
        .put("role", role)
        .put("account", DEFAULT_ACCOUNT);
  }

  /** After the store was cleared. */
  void reset() {
    addDefaults();
  }

  @Override
  public String defaultKey() {
    return defaultKey;
  }

  String ownerJwt() {
    return ownerJwt;
  }

  String memberJwt() {
    return memberJwt;
  }

  static String newKey(String environment) {
    return "tk_" + environment + "_" + randomText(48);
  }

  static String newJwt() {
    // {"alg":"HS256","typ":"JWT"}; what follows says nothing, since a token is opaque to clients.
    return "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ" + randomText(40) + "." + randomText(43);
  }

  static String randomText(int length) {
    StringBuilder text = new StringBuilder();
    SecureRandom random = new SecureRandom();
    while (text.length() < length) {
      text.append(Character.forDigit(random.nextInt(36), 36));
    }
    return text.toString();
  }

  // Accounts

  void addAccount(String slug) {
    ObjectNode accounts = store.change(ACCOUNTS);
    if (accounts.has(slug)) {
      throw new IllegalArgumentException("account already exists: " + slug);
    }
    accounts.put(slug, "acct_" + (accounts.size() + 1));
  }

  /**
   * @throws IllegalArgumentException if there is no such account
   */
  String idOf(String slug) {
    JsonNode id = store.read(ACCOUNTS).get(slug);
    if (id == null) {
      throw new IllegalArgumentException("no such account: " + slug);
    }
    return id.asText();
  }

  /**
   * The account that a request names, or that of its caller if it names none.
   *
   * @throws ApiError 403 if it is not the caller's
   */
  String accountFor(Caller caller, @Nullable String slug) {
    if (slug == null) {
      return caller.account();
    }
    if (!caller.mayUse(slug)) {
      throw new ApiError(403, "The credential has no access to account " + slug);
    }
    return slug;
  }

  /** Like {@link #accountFor} where a request names the id of an account instead of its slug. */
  String accountWithId(Caller caller, @Nullable String id) {
    if (id == null) {
      return caller.account();
    }
    for (Map.Entry<String, JsonNode> account : store.read(ACCOUNTS).properties()) {
      if (account.getValue().asText().equals(id) && caller.mayUse(account.getKey())) {
        return account.getKey();
      }
    }
    throw new ApiError(403, "The credential has no access to account " + id);
  }

  // Keys

  @Override
  public void accept(String key) {
    acceptKey(key, DEFAULT_ACCOUNT);
  }

  void acceptKey(String key, String accountSlug) {
    idOf(accountSlug);
    if (!store.read(KEYS).has(key)) {
      add(key, accountSlug, "Key of the test");
    }
    ArrayNode accounts = (ArrayNode) keyEntry(key).get("accounts");
    accounts.removeAll().add(accountSlug);
    record(key).put("is_active", true);
  }

  /** Lets a known key use another account too. */
  void grant(String key, String accountSlug) {
    idOf(accountSlug);
    if (!store.read(KEYS).has(key)) {
      throw new IllegalArgumentException("no such API key");
    }
    ((ArrayNode) keyEntry(key).get("accounts")).add(accountSlug);
  }

  /** The record of a new key. */
  ObjectNode add(String key, String accountSlug, String name) {
    ObjectNode entry = store.change(KEYS).putObject(key);
    entry.putArray("accounts").add(accountSlug);
    ObjectNode record = entry.putObject("record");
    record.put("id", store.nextUuid("key"));
    record.put("name", name);
    record.put("key_prefix", key.substring(0, Math.min(16, key.length() / 2)));
    ObjectNode permissions = record.putObject("permissions");
    permissions.putArray("scopes").add("*");
    permissions.put("rate_limit_per_hour", DEFAULT_REQUESTS_PER_HOUR);
    record.putNull("last_used_at").putNull("expires_at");
    record.put("is_active", true);
    record.put("created_at", Timestamps.now());
    record.put("created_by", store.read(USERS).path(ownerJwt).path("id").asText());
    return record;
  }

  @Override
  public void revoke(String key) {
    store.change(KEYS).remove(key);
  }

  private ObjectNode keyEntry(String key) {
    return (ObjectNode) store.change(KEYS).get(key);
  }

  private ObjectNode record(String key) {
    return (ObjectNode) keyEntry(key).get("record");
  }

  Set<String> keysOf(String accountSlug) {
    Set<String> keys = new LinkedHashSet<>();
    for (Map.Entry<String, JsonNode> key : store.read(KEYS).properties()) {
      if (key.getValue().path("accounts").path(0).asText().equals(accountSlug)) {
        keys.add(key.getKey());
      }
    }
    return keys;
  }

  /** What the API tells of a key. */
  ObjectNode recordOf(String key) {
    return (ObjectNode) store.read(KEYS).path(key).path("record");
  }

  ObjectNode change(String key, ObjectNode changes) {
    return (ObjectNode) record(key).setAll(changes);
  }

  // Access

  /**
   * @throws ApiError 401 if the request has no valid key
   */
  Caller keyOf(ReceivedRequest request) {
    String key = Incoming.bearerToken(request);
    if (key == null) {
      throw new ApiError(401, "Unauthorized");
    }
    JsonNode entry = store.read(KEYS).path(key);
    JsonNode record = entry.path("record");
    if (!record.path("is_active").asBoolean() || isExpired(record.path("expires_at"))) {
      throw new ApiError(401, "Invalid API key");
    }
    ((ObjectNode) record).put("last_used_at", Timestamps.now());
    Set<String> accounts = new LinkedHashSet<>();
    entry.path("accounts").forEach(account -> accounts.add(account.asText()));
    return new Caller(key, accounts.iterator().next(), accounts);
  }

  private static boolean isExpired(JsonNode expiry) {
    return expiry.isTextual() && Instant.parse(expiry.asText()).isBefore(Instant.now());
  }

  /**
   * @throws ApiError 401 without a user's JWT, 403 for a user who does not manage the account
   */
  Caller adminOf(ReceivedRequest request) {
    String jwt = Incoming.bearerToken(request);
    JsonNode user = store.read(USERS).path(jwt == null ? "" : jwt);
    if (jwt == null || user.isMissingNode()) {
      throw new ApiError(401, "Unauthorized");
    }
    if (user.path("role").asText().equals("member")) {
      throw new ApiError(403, "Only an owner or admin may manage API keys");
    }
    String account = user.path("account").asText();
    Set<String> accounts = new LinkedHashSet<>();
    accounts.add(account);
    return new Caller(jwt, account, accounts);
  }
}
