package com.talkturo.sdk.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON trees and plain values. Strict on purpose: what a client sends has to be real JSON. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final JsonMapper EXACT =
      MAPPER.rebuild().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static JsonNode parse(byte[] text) throws IOException {
    return MAPPER.readTree(text);
  }

  /** Like {@link #parse} for a text that is known to be JSON, with decimals digit for digit. */
  static JsonNode parseExactly(byte[] text) {
    try {
      return EXACT.readTree(text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A decimal that is written without an exponent or trailing zeros where that is possible. */
  static JsonNode decimal(BigDecimal value) {
    BigDecimal shortest = value.stripTrailingZeros();
    return DecimalNode.valueOf(shortest.scale() < 0 ? shortest.setScale(0) : shortest);
  }

  static @Nullable Object parsePlain(byte[] text) throws IOException {
    return MAPPER.readValue(text, Object.class);
  }

  static ObjectNode resource(String name) {
    try (InputStream in = Json.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing in the jar: " + name);
      }
      return (ObjectNode) MAPPER.readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException("unreadable in the jar: " + name, e);
    }
  }

  /**
   * @throws IllegalArgumentException if the value has no JSON form
   */
  static JsonNode treeOf(@Nullable Object plain) {
    return MAPPER.valueToTree(plain);
  }

  static Map<String, @Nullable Object> plainOf(ObjectNode node) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    node.properties().forEach(p -> plain.put(p.getKey(), plainValueOf(p.getValue())));
    return plain;
  }

  static @Nullable Object plainValueOf(JsonNode node) {
    try {
      return MAPPER.treeToValue(node, Object.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String text(JsonNode node) {
    return node.toString();
  }
}
