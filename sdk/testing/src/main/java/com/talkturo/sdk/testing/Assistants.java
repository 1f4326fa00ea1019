package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Talkturo's assistants, of all accounts. */
final class Assistants extends AssistantData {
  private static final String DEFAULT_TEMPLATE = "custom";
  private static final ObjectNode TEMPLATES = Json.resource("templates.json");

  private final Accounts accounts;
  private final ServerPhoneNumbers phoneNumbers;
  private final ServerBehaviour behaviour;

  Assistants(
      Store store, Accounts accounts, ServerPhoneNumbers phoneNumbers, ServerBehaviour behaviour) {
    super(store);
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
    return answer(change(before, (ObjectNode) before.deepCopy().setAll(changes)));
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

  // State

  @Override
  ObjectNode blank(ObjectNode given) {
    return blank(Accounts.DEFAULT_ACCOUNT, given);
  }

  /** One of the template that is given. */
  ObjectNode blank(String accountSlug, ObjectNode given) {
    JsonNode type = given.path("type");
    return blank(accountSlug, type.isTextual() ? type.asText() : DEFAULT_TEMPLATE);
  }

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

  @Override
  void replacing(String id, @Nullable ObjectNode before) {
    behaviour.written(id, before);
  }

  @Override
  void removed(String id) {
    phoneNumbers.free(id);
  }
}
