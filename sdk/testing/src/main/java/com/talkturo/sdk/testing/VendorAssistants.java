package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The assistants of a vendor other than Talkturo. */
final class VendorAssistants implements AssistantData {
  private static final String SECTION = "assistants";
  private static final String UPDATED_AT = "updated_at";

  private final Store store;
  private final String idPrefix;
  private final ObjectNode defaults;
  private final Set<String> notWritable;
  private boolean mergesObjects;

  /**
   * @param defaults all that an answer has, with null where nothing is known
   * @param notWritable what a request may name and the vendor does not store
   */
  VendorAssistants(Store store, String idPrefix, ObjectNode defaults, String... notWritable) {
    this.store = store;
    this.idPrefix = idPrefix;
    this.defaults = defaults;
    this.notWritable = Collections.unmodifiableSet(new HashSet<>(Arrays.asList(notWritable)));
  }

  void mergeObjects(boolean merge) {
    store.atomically(() -> mergesObjects = merge);
  }

  ObjectNode create(ObjectNode sent) {
    ObjectNode assistant = blank();
    assistant.setAll(writable(sent));
    store.change(SECTION).set(assistant.path("id").asText(), assistant);
    return assistant;
  }

  /**
   * @throws ApiError 404
   */
  ObjectNode of(String id) {
    ObjectNode assistant = find(id);
    if (assistant == null) {
      throw new ApiError(404, "Assistant not found");
    }
    return assistant;
  }

  ObjectNode update(String id, ObjectNode sent) {
    return change(of(id), writable(sent), mergesObjects);
  }

  void remove(String id) {
    of(id);
    store.change(SECTION).remove(id);
  }

  @Override
  public String seed(ObjectNode attributes) {
    ObjectNode assistant = blank();
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
    change(existing(id), attributes, false);
  }

  @Override
  public void removeUnseen(String id) {
    existing(id);
    store.change(SECTION).remove(id);
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
    store.read(SECTION).forEach(assistant -> assistants.add((ObjectNode) assistant));
    return assistants;
  }

  private ObjectNode blank() {
    ObjectNode assistant = defaults.deepCopy();
    assistant.put("id", idPrefix + store.nextUuid("assistant"));
    for (String time : new String[] {"created_at", UPDATED_AT}) {
      if (assistant.has(time)) {
        assistant.put(time, Timestamps.now());
      }
    }
    return assistant;
  }

  private ObjectNode writable(ObjectNode sent) {
    return sent.deepCopy().remove(notWritable);
  }

  private ObjectNode change(ObjectNode before, ObjectNode changes, boolean merge) {
    ObjectNode after = before.deepCopy();
    put(after, changes, merge);
    if (after.has(UPDATED_AT) && !changes.has(UPDATED_AT) && !changes.isEmpty()) {
      after.put(UPDATED_AT, Timestamps.laterThan(before.path(UPDATED_AT).asText()));
    }
    store.change(SECTION).set(after.path("id").asText(), after);
    return after;
  }

  private static void put(ObjectNode target, ObjectNode changes, boolean merge) {
    for (Map.Entry<String, JsonNode> change : changes.properties()) {
      JsonNode old = target.path(change.getKey());
      if (merge && old.isObject() && change.getValue().isObject()) {
        put((ObjectNode) old, (ObjectNode) change.getValue(), true);
      } else {
        target.set(change.getKey(), change.getValue());
      }
    }
  }
}
