package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The assistants of an API, and what tests do with them past the API. A stored one is never changed
 * in place, only replaced, because somebody may still hold what it was.
 */
abstract class AssistantData {
  private static final String SECTION = "assistants";
  private static final String UPDATED_AT = "updated_at";

  final Store store;

  AssistantData(Store store) {
    this.store = store;
  }

  /** A new one with defaults for what is not given; its id is free. */
  abstract ObjectNode blank(ObjectNode given);

  /** Before one is replaced or removed by anything but {@link #seed}; null before its creation. */
  void replacing(String id, @Nullable ObjectNode before) {}

  /** After one was removed. */
  void removed(String id) {}

  /**
   * Adds one, with defaults for what is left out, and returns its id.
   *
   * @throws IllegalArgumentException if the id is taken, empty or no string
   */
  final String seed(ObjectNode attributes) {
    return seed(blank(attributes), attributes);
  }

  final String seed(ObjectNode blank, ObjectNode attributes) {
    ObjectNode assistant = blank.put("name", "Assistant");
    assistant.setAll(attributes);
    JsonNode id = assistant.get("id");
    if (!id.isTextual() || id.asText().isEmpty()) {
      throw new IllegalArgumentException("id must be a non-empty string");
    }
    if (find(id.asText()) != null) {
      throw new IllegalArgumentException("assistant already exists: " + id.asText());
    }
    store.change(SECTION, id.asText()).set(id.asText(), assistant);
    return id.asText();
  }

  /**
   * Sets attributes of one.
   *
   * @throws IllegalArgumentException if there is no such assistant
   */
  final void changeUnseen(String id, ObjectNode attributes) {
    ObjectNode after = existing(id).deepCopy();
    after.setAll(attributes);
    change(existing(id), after);
  }

  /**
   * Deletes one.
   *
   * @throws IllegalArgumentException if there is no such assistant
   */
  final void removeUnseen(String id) {
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

  final @Nullable ObjectNode find(String id) {
    return (ObjectNode) store.read(SECTION).get(id);
  }

  final List<ObjectNode> all() {
    List<ObjectNode> assistants = new ArrayList<>();
    store.read(SECTION).forEach(assistant -> assistants.add((ObjectNode) assistant));
    return assistants;
  }

  final ObjectNode put(ObjectNode assistant) {
    String id = assistant.path("id").asText();
    replacing(id, find(id));
    store.change(SECTION, id).set(id, assistant);
    return assistant;
  }

  /** Replaces one and moves the time of its last change, where it has one and nobody set it. */
  final ObjectNode change(ObjectNode before, ObjectNode after) {
    JsonNode time = before.path(UPDATED_AT);
    if (!time.isMissingNode() && time.equals(after.path(UPDATED_AT))) {
      after.put(UPDATED_AT, Timestamps.laterThan(time.asText()));
    }
    return put(after);
  }

  final void remove(String id) {
    replacing(id, find(id));
    store.change(SECTION, id).remove(id);
    removed(id);
  }
}
