package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The assistants of all accounts. A stored one is never changed in place, only replaced, because a
 * stale read may still hold what it was.
 */
final class Assistants implements AssistantData {
  private static final String SECTION = "assistants";
  private static final String DEFAULT_TEMPLATE = "custom";
  private static final ObjectNode TEMPLATES = Json.resource("templates.json");

  private final Store store;
  private final Accounts accounts;
  private final ServerPhoneNumbers phoneNumbers;
  private final ServerBehaviour behaviour;

  Assistants(
      Store store, Accounts accounts, ServerPhoneNumbers phoneNumbers, ServerBehaviour behaviour) {
    this.store = store;
    this.accounts = accounts;
    this.phoneNumbers = phoneNumbers;
    this.behaviour = behaviour;
  }

  // Operations

  Answer create(Incoming incoming) {
    Fields body = incoming.body();
    String slug = body.requiredText("accountSlug");
    String name = body.requiredText("name");
    String templateId = body.text("templateId");
    accounts.accountFor(incoming.caller(), slug);
    ObjectNode assistant = blank(slug, templateId == null ? DEFAULT_TEMPLATE : templateId);
    assistant.put("name", name);
    behaviour.asStored(assistant, "name");
    return answer(put(assistant));
  }

  Answer get(Incoming incoming) {
    behaviour.refuseGetIfAbsent();
    ObjectNode current = find(incoming.id());
    return answer(owned(incoming.caller(), behaviour.asRead(incoming.id(), current)));
  }

  Answer update(Incoming incoming) {
    Fields body = incoming.body();
    accounts.accountFor(incoming.caller(), body.text("accountSlug"));
    ObjectNode before = of(incoming.caller(), incoming.id());
    ObjectNode changes = body.tree();
    changes.remove("accountSlug");
    AttributeRules.check(changes);
    if (changes.isEmpty()) {
      return answer(before);
    }
    behaviour.asStored(changes);
    return answer(change(before, changes));
  }

  Answer delete(Incoming incoming) {
    of(incoming.caller(), incoming.id());
    remove(incoming.id());
    return Answer.json(
        200, Json.object().put("success", true).put("message", "Assistant deleted successfully"));
  }

  Answer duplicate(Incoming incoming) {
    Fields body = incoming.optionalBody();
    ObjectNode original = of(incoming.caller(), incoming.id());
    String account = accounts.accountFor(incoming.caller(), body.text("accountSlug"));
    ObjectNode copy = original.deepCopy();
    String now = Timestamps.now();
    copy.put("id", nextId()).put("account_id", accounts.idOf(account));
    copy.put("name", original.path("name").asText() + " (Copy)");
    copy.put("created_at", now).put("updated_at", now);
    put(copy);
    // Only these are documented of the answer.
    ObjectNode shown = Json.object();
    for (String field : new String[] {"id", "name", "created_at", "updated_at"}) {
      shown.set(field, copy.get(field));
    }
    return answer(shown);
  }

  private static Answer answer(ObjectNode assistant) {
    ObjectNode envelope = Json.object().put("success", true);
    return Answer.json(200, envelope.set("assistant", assistant));
  }

  /**
   * The assistant if it is there and the caller's.
   *
   * @throws ApiError 403 or 404
   */
  ObjectNode of(Caller caller, String id) {
    return owned(caller, find(id));
  }

  private ObjectNode owned(Caller caller, @Nullable ObjectNode assistant) {
    if (assistant == null) {
      throw new ApiError(404, "Assistant not found");
    }
    String accountId = assistant.path("account_id").asText();
    for (String slug : caller.accounts()) {
      if (accounts.idOf(slug).equals(accountId)) {
        return assistant;
      }
    }
    throw new ApiError(403, "Assistant belongs to another account");
  }

  // What tests set up and read

  @Override
  public String seed(ObjectNode attributes) {
    return seed(Accounts.DEFAULT_ACCOUNT, attributes);
  }

  String seed(String accountSlug, ObjectNode attributes) {
    JsonNode type = attributes.path("type");
    ObjectNode assistant = blank(accountSlug, type.isTextual() ? type.asText() : DEFAULT_TEMPLATE);
    assistant.put("name", "Assistant");
    assistant.setAll(attributes);
    JsonNode id = assistant.get("id");
    if (!id.isTextual() || id.asText().isEmpty()) {
      throw new IllegalArgumentException("id must be a non-empty string");
    }
    if (find(id.asText()) != null) {
      throw new IllegalArgumentException("assistant already exists: " + id.asText());
    }
    store.change(SECTION).set(id.asText(), assistant);
    return id.asText();
  }

  @Override
  public void changeUnseen(String id, ObjectNode attributes) {
    change(existing(id), attributes);
  }

  @Override
  public void removeUnseen(String id) {
    existing(id);
    remove(id);
  }

  private ObjectNode existing(String id) {
    ObjectNode assistant = find(id);
    if (assistant == null) {
      throw new IllegalArgumentException("no such assistant: " + id);
    }
    return assistant;
  }

  @Override
  public @Nullable ObjectNode find(String id) {
    return (ObjectNode) store.read(SECTION).get(id);
  }

  @Override
  public List<ObjectNode> all() {
    List<ObjectNode> assistants = new ArrayList<>();
    for (Map.Entry<String, JsonNode> assistant : store.read(SECTION).properties()) {
      assistants.add((ObjectNode) assistant.getValue());
    }
    return assistants;
  }

  // State

  private ObjectNode blank(String accountSlug, String templateId) {
    String now = Timestamps.now();
    ObjectNode assistant = Json.object();
    assistant.put("id", nextId());
    assistant.put("account_id", accounts.idOf(accountSlug));
    assistant.putNull("name");
    assistant.put("type", templateId);
    JsonNode defaults = TEMPLATES.get(TEMPLATES.has(templateId) ? templateId : DEFAULT_TEMPLATE);
    assistant.setAll((ObjectNode) defaults);
    assistant.put("created_at", now);
    assistant.put("updated_at", now);
    return assistant;
  }

  private String nextId() {
    String id;
    do {
      id = String.format("asst_%06d", store.next("assistant"));
    } while (find(id) != null);
    return id;
  }

  private ObjectNode change(ObjectNode before, ObjectNode changes) {
    ObjectNode after = before.deepCopy();
    after.setAll(changes);
    if (!changes.has("updated_at")) {
      after.put("updated_at", Timestamps.laterThan(before.path("updated_at").asText()));
    }
    return put(after);
  }

  private ObjectNode put(ObjectNode assistant) {
    String id = assistant.path("id").asText();
    behaviour.written(id, find(id));
    store.change(SECTION).set(id, assistant);
    return assistant;
  }

  private void remove(String id) {
    behaviour.written(id, find(id));
    store.change(SECTION).remove(id);
    phoneNumbers.free(id);
  }
}
