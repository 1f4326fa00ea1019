package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The assistants of an API, past the API. */
interface AssistantData {
  /**
   * Adds one, with defaults for what is left out, and returns its id.
   *
   * @throws IllegalArgumentException if the id is taken, empty or no string
   */
  String seed(ObjectNode attributes);

  /**
   * Sets attributes of one.
   *
   * @throws IllegalArgumentException if there is no such assistant
   */
  void changeUnseen(String id, ObjectNode attributes);

  /**
   * Deletes one.
   *
   * @throws IllegalArgumentException if there is no such assistant
   */
  void removeUnseen(String id);

  @Nullable ObjectNode find(String id);

  List<ObjectNode> all();
}
