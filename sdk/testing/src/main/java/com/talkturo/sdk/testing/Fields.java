package com.talkturo.sdk.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a request's body; what has the wrong type answers 400 and names the field. */
final class Fields {
  /** Beyond this an amount is a mistake, and its arithmetic would fill the heap. */
  private static final int MAX_DIGITS = 100;

  private final ObjectNode tree;
  // The same body with decimals as they were written, where they are money.
  private final byte[] text;

  private Fields(ObjectNode tree, byte[] text) {
    this.tree = tree;
    this.text = text;
  }

  static Fields none() {
    return new Fields(Json.object(), new byte[] {'{', '}'});
  }

  static Fields of(ReceivedRequest request) {
    String contentType = request.header("Content-Type").orElse("none");
    if (!contentType.split(";", 2)[0].trim().equalsIgnoreCase("application/json")) {
      throw ApiError.badRequest("Content-Type must be application/json, not " + contentType);
    }
    byte[] text = request.bodyBytes();
    JsonNode body;
    try {
      body = Json.parse(text);
    } catch (JsonProcessingException e) {
      throw ApiError.badRequest("invalid JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw ApiError.badRequest("invalid JSON: " + e.getMessage());
    }
    if (!body.isObject()) {
      throw ApiError.badRequest("the body must be a JSON object");
    }
    return new Fields((ObjectNode) body, text);
  }

  ObjectNode tree() {
    return tree;
  }

  boolean has(String field) {
    return tree.hasNonNull(field);
  }

  String requiredText(String field) {
    String value = text(field);
    if (value == null || value.trim().isEmpty()) {
      throw ApiError.badRequest(field + " is required");
    }
    return value;
  }

  @Nullable String text(String field) {
    JsonNode value = tree.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw ApiError.badRequest(field + " must be a string");
    }
    return value.asText();
  }

  @Nullable Boolean flag(String field) {
    if (!has(field)) {
      return null;
    }
    if (!tree.get(field).isBoolean()) {
      throw ApiError.badRequest(field + " must be a boolean");
    }
    return tree.get(field).booleanValue();
  }

  @Nullable ObjectNode object(String field) {
    if (!has(field)) {
      return null;
    }
    if (!tree.get(field).isObject()) {
      throw ApiError.badRequest(field + " must be an object");
    }
    return (ObjectNode) tree.get(field);
  }

  /** A positive number, digit for digit as it was sent. */
  BigDecimal requiredAmount(String field) {
    if (!has(field)) {
      throw ApiError.badRequest(field + " is required");
    }
    if (!tree.get(field).isNumber()) {
      throw ApiError.badRequest(field + " must be a number");
    }
    BigDecimal amount = Json.parseExactly(text).get(field).decimalValue();
    if (amount.signum() <= 0) {
      throw ApiError.badRequest(field + " must be greater than 0");
    }
    if (amount.precision() > MAX_DIGITS || Math.abs((long) amount.scale()) > MAX_DIGITS) {
      throw ApiError.badRequest(field + " must have at most " + MAX_DIGITS + " digits");
    }
    return amount;
  }

  /** A set in the order sent. */
  Set<String> requiredTexts(String field) {
    JsonNode values = tree.path(field);
    if (values.isMissingNode()) {
      throw ApiError.badRequest(field + " is required");
    }
    if (!values.isArray()) {
      throw ApiError.badRequest(field + " must be an array of strings");
    }
    Set<String> texts = new LinkedHashSet<>();
    for (JsonNode value : values) {
      if (!value.isTextual()) {
        throw ApiError.badRequest(field + " must be an array of strings");
      }
      texts.add(value.asText());
    }
    return texts;
  }
}
