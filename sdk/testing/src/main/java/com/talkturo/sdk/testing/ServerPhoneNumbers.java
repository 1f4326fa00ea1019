package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The phone numbers of a server; at the start {@code pn_a1}, {@code pn_b2} and {@code pn_c3} of
 * {@link TalkturoServer#accountSlug()}, active and free, {@code +493090000001} to {@code
 * +493090000003}.
 */
public final class ServerPhoneNumbers {
  /** Id to account and to what the API tells of it. */
  private static final String NUMBERS = "phoneNumbers";

  /** Assistant to its numbers, in the order in which they were sent. */
  private static final String ASSIGNMENTS = "assignments";

  private static final String RECORD = "record";

  private final Store store;
  private final Accounts accounts;
  private final ServerBehaviour behaviour;

  ServerPhoneNumbers(Store store, Accounts accounts, ServerBehaviour behaviour) {
    this.store = store;
    this.accounts = accounts;
    this.behaviour = behaviour;
  }

  void addDefaults() {
    for (String id : new String[] {"pn_a1", "pn_b2", "pn_c3"}) {
      put(Accounts.DEFAULT_ACCOUNT, Json.object().put("id", id));
    }
  }

  /**
   * Adds a number to {@link TalkturoServer#accountSlug()} and returns its id.
   *
   * @param attributes by their wire names: {@code id}, {@code phone_number}, {@code status}, {@code
   *     is_trial}, {@code provider}, {@code accountKey}, {@code accountLabel}, {@code accountSid};
   *     they are stored unchecked, so that odd data can be served. What is left out is made up.
   * @throws IllegalArgumentException if the {@code id} is taken, empty or no string, or a value has
   *     no JSON form
   */
  public String add(Map<String, ? extends @Nullable Object> attributes) {
    return add(Accounts.DEFAULT_ACCOUNT, attributes);
  }

  /**
   * Like {@link #add(Map)} for another account.
   *
   * @throws IllegalArgumentException also if there is no such account
   */
  public String add(String accountSlug, Map<String, ? extends @Nullable Object> attributes) {
    ObjectNode record = (ObjectNode) Json.treeOf(attributes);
    return store.atomically(() -> put(accountSlug, record));
  }

  private String put(String accountSlug, ObjectNode attributes) {
    String accountId = accounts.idOf(accountSlug);
    ObjectNode numbers = store.change(NUMBERS);
    ObjectNode record = Json.object();
    record.put("id", "pn_" + (numbers.size() + 1));
    record.put("phone_number", String.format("+49309%07d", numbers.size() + 1));
    record.put("status", PhoneNumberStatus.ACTIVE.toString());
    record.put("is_trial", false);
    record.putNull("assistant_id");
    record.put("provider", "telnyx");
    record.put("accountKey", accountSlug);
    record.put("accountLabel", accountSlug);
    record.put("accountSid", "sid_" + accountId);
    record.setAll(attributes);
    JsonNode id = record.get("id");
    if (!id.isTextual() || id.asText().isEmpty()) {
      throw new IllegalArgumentException("id must be a non-empty string");
    }
    if (numbers.has(id.asText())) {
      throw new IllegalArgumentException("phone number already exists: " + id.asText());
    }
    numbers.putObject(id.asText()).put("account", accountSlug).set(RECORD, record);
    return id.asText();
  }

  /** Returns a snapshot of all numbers by wire names, in the order added. */
  public List<Map<String, @Nullable Object>> all() {
    return store.atomically(
        () -> {
          List<Map<String, @Nullable Object>> numbers = new ArrayList<>();
          for (JsonNode number : store.read(NUMBERS)) {
            numbers.add(Json.plainOf((ObjectNode) number.path(RECORD)));
          }
          return numbers;
        });
  }

  /** Returns the ids of the numbers assigned to an assistant, in the order they were sent. */
  public List<String> of(String assistantId) {
    return store.atomically(
        () -> {
          List<String> ids = new ArrayList<>();
          store.read(ASSIGNMENTS).path(assistantId).forEach(id -> ids.add(id.asText()));
          return Collections.unmodifiableList(ids);
        });
  }

  /**
   * Replaces the numbers of an assistant without a request, as a person does in the dashboard. A
   * number of another assistant moves.
   *
   * @throws IllegalArgumentException if there is no such number
   */
  public void assign(String assistantId, String... ids) {
    List<String> wanted = new ArrayList<>(Arrays.asList(ids));
    store.atomically(
        () -> {
          for (String id : wanted) {
            if (!store.read(NUMBERS).has(id)) {
              throw new IllegalArgumentException("no such phone number: " + id);
            }
          }
          replace(assistantId, wanted);
        });
  }

  List<String> ids() {
    return store.atomically(
        () -> {
          List<String> ids = new ArrayList<>();
          store.read(NUMBERS).fieldNames().forEachRemaining(ids::add);
          return Collections.unmodifiableList(ids);
        });
  }

  void add(String accountSlug, String id, PhoneNumberStatus status) {
    Objects.requireNonNull(id, "id");
    ObjectNode record = Json.object().put("id", id).put("status", status.toString());
    store.atomically(() -> put(accountSlug, record));
  }

  // Operations

  /** Active numbers of the account that are free or this assistant's. */
  Answer list(Incoming incoming, String assistantId) {
    String account = accounts.accountFor(incoming.caller(), incoming.query("accountSlug"));
    ObjectNode answer = Json.object().put("success", true);
    ArrayNode numbers = answer.putArray("numbers");
    for (JsonNode number : store.read(NUMBERS)) {
      JsonNode record = number.path(RECORD);
      JsonNode holder = record.path("assistant_id");
      if (number.path("account").asText().equals(account)
          && isActive(record)
          && (holder.isNull() || holder.asText().equals(assistantId))) {
        numbers.add(record);
      }
    }
    return Answer.json(200, answer);
  }

  /** Replaces all numbers of the assistant, or changes nothing if one of them is refused. */
  Answer assign(Incoming incoming, String assistantId, Fields body) {
    String account = accounts.accountFor(incoming.caller(), body.text("accountSlug"));
    Collection<String> ids = body.requiredTexts("phoneNumberIds");
    for (String id : ids) {
      requireAssignable(account, assistantId, id);
    }
    replace(assistantId, behaviour.sortsLists() ? new TreeSet<>(ids) : ids);
    ObjectNode answer = Json.object().put("success", true);
    return Answer.json(200, answer.put("message", "Phone numbers assigned: " + ids.size()));
  }

  private void requireAssignable(String account, String assistantId, String id) {
    JsonNode number = store.read(NUMBERS).path(id);
    JsonNode record = number.path(RECORD);
    if (!number.path("account").asText().equals(account)) {
      throw ApiError.badRequest("phoneNumberIds: unknown phone number " + id);
    }
    if (!isActive(record)) {
      throw ApiError.badRequest(
          "phoneNumberIds: phone number "
              + id
              + " is "
              + record.path("status").asText()
              + ", not active");
    }
    String holder = record.path("assistant_id").asText("");
    if (behaviour.refusesHeld() && !holder.isEmpty() && !holder.equals(assistantId)) {
      throw new ApiError(409, "Phone number " + id + " is assigned to another assistant");
    }
  }

  private static boolean isActive(JsonNode record) {
    return record.path("status").asText().equals(PhoneNumberStatus.ACTIVE.toString());
  }

  /** Takes all numbers off an assistant. */
  void free(String assistantId) {
    replace(assistantId, Collections.emptyList());
    store.change(ASSIGNMENTS, assistantId).remove(assistantId);
  }

  private void replace(String assistantId, Collection<String> ids) {
    ObjectNode assignments = store.change(ASSIGNMENTS, assistantId);
    for (JsonNode dropped : assignments.path(assistantId)) {
      record(dropped.asText()).putNull("assistant_id");
    }
    for (String id : ids) {
      ObjectNode record = record(id);
      String holder = record.path("assistant_id").asText("");
      if (assignments.has(holder)) {
        store.change(ASSIGNMENTS, holder).set(holder, without(assignments.get(holder), id));
      }
      record.put("assistant_id", assistantId);
    }
    ArrayNode assigned = assignments.putArray(assistantId);
    new LinkedHashSet<>(ids).forEach(assigned::add);
  }

  private ObjectNode record(String id) {
    return (ObjectNode) store.change(NUMBERS, id).path(id).path(RECORD);
  }

  private static ArrayNode without(JsonNode ids, String id) {
    ArrayNode others = ((ArrayNode) ids).arrayNode();
    for (JsonNode other : ids) {
      if (!other.asText().equals(id)) {
        others.add(other);
      }
    }
    return others;
  }
}
