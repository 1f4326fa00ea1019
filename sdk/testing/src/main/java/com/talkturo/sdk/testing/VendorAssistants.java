package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The assistants of a vendor other than Talkturo. */
final class VendorAssistants extends AssistantData {
  private final String idPrefix;
  private final ObjectNode defaults;
  private final Set<String> notWritable;
  private boolean mergesObjects;

  /**
   * @param defaults all that an answer has, with null where nothing is known
   * @param notWritable what a request may name and the vendor does not store
   */
  VendorAssistants(Store store, String idPrefix, ObjectNode defaults, String... notWritable) {
    super(store);
    this.idPrefix = idPrefix;
    this.defaults = defaults;
    this.notWritable = Collections.unmodifiableSet(new HashSet<>(Arrays.asList(notWritable)));
  }

  void mergeObjects(boolean merge) {
    store.atomically(() -> mergesObjects = merge);
  }

  ObjectNode create(ObjectNode sent) {
    ObjectNode assistant = blank(sent);
    assistant.setAll(writable(sent));
    return put(assistant);
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
    ObjectNode before = of(id);
    ObjectNode changes = writable(sent);
    if (changes.isEmpty()) {
      return before;
    }
    ObjectNode after = before.deepCopy();
    put(after, changes, mergesObjects);
    return change(before, after);
  }

  @Override
  ObjectNode blank(ObjectNode given) {
    ObjectNode assistant = defaults.deepCopy();
    assistant.put("id", idPrefix + store.nextUuid("assistant"));
    for (String time : new String[] {"created_at", "updated_at"}) {
      if (assistant.has(time)) {
        assistant.put(time, Timestamps.now());
      }
    }
    return assistant;
  }

  private ObjectNode writable(ObjectNode sent) {
    return sent.deepCopy().remove(notWritable);
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
