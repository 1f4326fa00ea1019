package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How a server may write down what it was sent without changing what it means. */
public enum Normalisation {
  /** Takes white space off both ends of texts. */
  TRIMMED_TEXT {
    @Override
    JsonNode ofScalar(JsonNode value) {
      return value.isTextual() ? TextNode.valueOf(value.asText().trim()) : value;
    }
  },

  /** Writes the line ends CR LF and CR as LF. */
  LINE_ENDS {
    @Override
    JsonNode ofScalar(JsonNode value) {
      return value.isTextual()
          ? TextNode.valueOf(value.asText().replace("\r\n", "\n").replace('\r', '\n'))
          : value;
    }
  },

  /** Writes {@code 1.0} as {@code 1} and {@code 2e-1} as {@code 0.2}, as JavaScript does. */
  NUMBER_FORM {
    @Override
    JsonNode ofScalar(JsonNode value) {
      return value.isFloatingPointNumber() && !Double.isInfinite(value.doubleValue())
          ? Json.decimal(value.decimalValue())
          : value;
    }
  },

  /**
   * Sorts lists of texts, numbers and booleans, and answers the numbers of an assistant sorted by
   * id.
   */
  SORTED_LISTS {
    @Override
    ArrayNode ofList(ArrayNode list) {
      List<JsonNode> values = new ArrayList<>();
      for (JsonNode value : list) {
        if (!value.isValueNode()) {
          return list;
        }
        values.add(value);
      }
      values.sort(Comparator.comparing(JsonNode::asText));
      ArrayNode sorted = list.arrayNode();
      values.forEach(sorted::add);
      return sorted;
    }
  };

  JsonNode ofScalar(JsonNode value) {
    return value;
  }

  ArrayNode ofList(ArrayNode list) {
    return list;
  }

  /** This normalisation of a value and all that is in it. */
  JsonNode of(JsonNode value) {
    if (value.isArray()) {
      ArrayNode list = ((ArrayNode) value).arrayNode();
      value.forEach(element -> list.add(of(element)));
      return ofList(list);
    }
    if (value.isObject()) {
      ObjectNode object = Json.object();
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        object.set(member.getKey(), of(member.getValue()));
      }
      return object;
    }
    return ofScalar(value);
  }
}
