package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an update may set: the documented attributes with their types, and anything unknown. */
final class AttributeRules {
  private static final Set<String> NOT_UPDATABLE =
      Collections.unmodifiableSet(
          new HashSet<>(Arrays.asList("id", "account_id", "type", "created_at", "updated_at")));

  private static final double MAX_TEMPERATURE = 2;

  private static final Map<String, Rule> RULES = new LinkedHashMap<>();

  static {
    RULES.put("name", AttributeRules::text);
    RULES.put("first_message", AttributeRules::text);
    RULES.put("system_prompt", AttributeRules::text);
    RULES.put("provider", AttributeRules::text);
    RULES.put("model", AttributeRules::text);
    RULES.put("temperature", AttributeRules::temperature);
    RULES.put("max_tokens", AttributeRules::positiveInteger);
    RULES.put("voice_provider", AttributeRules::text);
    RULES.put("voice_model", AttributeRules::text);
    RULES.put("voice_id", AttributeRules::text);
    RULES.put("voice_name", AttributeRules::text);
    RULES.put("transcriptor_provider", AttributeRules::text);
    RULES.put("transcriptor_model", AttributeRules::text);
    RULES.put("transcriptor_language", AttributeRules::text);
    RULES.put("recording_enabled", AttributeRules::bool);
    RULES.put("inbound_enabled", AttributeRules::bool);
    RULES.put("outbound_enabled", AttributeRules::bool);
  }

  private AttributeRules() {}

  /** Says what is wrong with a value, or null if nothing is. */
  private interface Rule {
    @Nullable String objection(JsonNode value);
  }

  static void check(ObjectNode attributes) {
    for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
      String name = attribute.getKey();
      if (NOT_UPDATABLE.contains(name)) {
        throw ApiError.badRequest(name + " cannot be updated");
      }
      Rule rule = RULES.get(name);
      String objection =
          rule == null || attribute.getValue().isNull()
              ? null
              : rule.objection(attribute.getValue());
      if (objection != null) {
        throw ApiError.badRequest(name + " " + objection);
      }
    }
  }

  private static @Nullable String text(JsonNode value) {
    return value.isTextual() ? null : "must be a string";
  }

  private static @Nullable String bool(JsonNode value) {
    return value.isBoolean() ? null : "must be a boolean";
  }

  private static @Nullable String temperature(JsonNode value) {
    if (!value.isNumber()) {
      return "must be a number";
    }
    double number = value.doubleValue();
    return number >= 0 && number <= MAX_TEMPERATURE ? null : "must be between 0 and 2";
  }

  private static @Nullable String positiveInteger(JsonNode value) {
    if (!value.isIntegralNumber()) {
      return "must be an integer";
    }
    return value.bigIntegerValue().signum() > 0 ? null : "must be at least 1";
  }
}
