package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** One change of what a server has changed since its data file was written as a whole. */
final class DataChange {
  private final String section;
  private final @Nullable String member;
  private final @Nullable JsonNode value;

  /**
   * @param member of the section; null for all of it
   * @param value null if there is none any more
   */
  DataChange(String section, @Nullable String member, @Nullable JsonNode value) {
    this.section = section;
    this.member = member;
    this.value = value;
  }

  ObjectNode toJson() {
    ObjectNode change = Json.object().put("section", section);
    if (member != null) {
      change.put("member", member);
    }
    if (value != null) {
      change.set("value", value);
    }
    return change;
  }

  /** Makes a change that was written down. */
  static void apply(JsonNode change, ObjectNode root) {
    String section = change.path("section").asText();
    JsonNode member = change.get("member");
    JsonNode value = change.get("value");
    if (member == null) {
      root.set(section, value);
      return;
    }
    JsonNode found = root.get(section);
    ObjectNode members = found instanceof ObjectNode ? (ObjectNode) found : root.putObject(section);
    if (value == null) {
      members.remove(member.asText());
    } else {
      members.set(member.asText(), value);
    }
  }
}
