package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The API keys of {@link TalkturoServer#accountSlug()} and the users who manage them. A key that is
 * created, deactivated, expired or revoked by a request works, or does not, from then on.
 */
public final class ServerApiKeys {
  private final Store store;
  private final Accounts accounts;

  ServerApiKeys(Store store, Accounts accounts) {
    this.store = store;
    this.accounts = accounts;
  }

  /** Returns a JWT of the account's owner, made at random for this server. */
  public String ownerJwt() {
    return accounts.ownerJwt();
  }

  /** Returns a JWT of a user who may not manage keys, which is answered 403. */
  public String memberJwt() {
    return accounts.memberJwt();
  }

  /** Returns a snapshot of all keys by wire names, oldest first, never with the key itself. */
  public List<Map<String, @Nullable Object>> all() {
    return store.atomically(
        () -> {
          List<Map<String, @Nullable Object>> keys = new ArrayList<>();
          for (String key : accounts.keysOf(Accounts.DEFAULT_ACCOUNT)) {
            keys.add(Json.plainOf(accounts.recordOf(key)));
          }
          return keys;
        });
  }

  // Operations

  /** What an API key may ask: whether it works. */
  Answer test(Incoming incoming) {
    return Answer.json(
        200, Json.object().put("success", true).put("message", "Authentication succeeded"));
  }

  Answer list(Incoming incoming) {
    String account = accounts.accountFor(incoming.caller(), incoming.requiredQuery("accountSlug"));
    ObjectNode answer = Json.object();
    ArrayNode keys = answer.putArray("apiKeys");
    accounts.keysOf(account).forEach(key -> keys.add(accounts.recordOf(key)));
    return Answer.json(200, answer);
  }

  Answer create(Incoming incoming) {
    Fields body = incoming.body();
    String account = accounts.accountFor(incoming.caller(), body.requiredText("accountSlug"));
    String name = body.requiredText("name");
    String environment = body.has("environment") ? body.requiredText("environment") : "live";
    if (!environment.equals("live") && !environment.equals("test")) {
      throw ApiError.badRequest("environment must be live or test, not " + environment);
    }
    ObjectNode changes = changes(body);
    String key = Accounts.newKey(environment);
    ObjectNode created = accounts.add(key, account, name);
    created.setAll(changes);
    ObjectNode answer = Json.object();
    answer.set("apiKey", created.deepCopy().put("fullKey", key));
    return Answer.json(200, answer);
  }

  Answer update(Incoming incoming) {
    Fields body = incoming.body();
    String key = keyWithId(incoming);
    ObjectNode changes = changes(body);
    if (body.has("name")) {
      changes.put("name", body.requiredText("name"));
    }
    Boolean active = body.flag("isActive");
    if (active != null) {
      changes.put("is_active", active);
    }
    ObjectNode answer = Json.object();
    answer.set("apiKey", accounts.change(key, changes));
    return Answer.json(200, answer);
  }

  Answer revoke(Incoming incoming) {
    accounts.revoke(keyWithId(incoming));
    return Answer.json(
        200, Json.object().put("success", true).put("message", "API key revoked successfully"));
  }

  /** The fields that both create and update take. */
  private static ObjectNode changes(Fields body) {
    ObjectNode changes = Json.object();
    if (body.has("description")) {
      changes.put("description", body.text("description"));
    }
    if (body.has("expiresInDays")) {
      BigDecimal days = body.requiredAmount("expiresInDays");
      long seconds = days.multiply(BigDecimal.valueOf(TimeUnit.DAYS.toSeconds(1))).longValue();
      changes.put("expires_at", Timestamps.of(Instant.now().plusSeconds(seconds)));
    }
    JsonNode permissions = body.object("permissions");
    if (permissions != null) {
      changes.set("permissions", permissions);
    }
    return changes;
  }

  private String keyWithId(Incoming incoming) {
    for (String key : accounts.keysOf(incoming.caller().account())) {
      if (accounts.recordOf(key).path("id").asText().equals(incoming.id())) {
        return key;
      }
    }
    throw new ApiError(404, "API key not found");
  }
}
