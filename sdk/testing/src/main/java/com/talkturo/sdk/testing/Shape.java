package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a value of a body must be: a contract as a table. A null is accepted where a value is not
 * required, members that are not named always.
 */
interface Shape {
  String MISSING = "missing";

  Shape TEXT = of(JsonNode::isTextual, "Input should be a valid string", "string_type");
  Shape FLAG = of(JsonNode::isBoolean, "Input should be a valid boolean", "bool_type");
  Shape NUMBER = of(JsonNode::isNumber, "Input should be a valid number", "float_type");
  Shape INTEGER = of(JsonNode::isIntegralNumber, "Input should be a valid integer", "int_type");

  void check(JsonNode value, List<Object> path, List<Finding> findings);

  static Shape of(Predicate<JsonNode> rule, String message, String type) {
    return (value, path, findings) -> {
      if (!rule.test(value)) {
        findings.add(new Finding(path, message, type));
      }
    };
  }

  static Shape oneOf(String... values) {
    Set<String> allowed = new HashSet<>(Arrays.asList(values));
    return of(
        value -> value.isTextual() && allowed.contains(value.asText()),
        "Input should be one of " + String.join(", ", values),
        "enum");
  }

  static Shape between(double low, double high) {
    return of(
        value -> value.isNumber() && value.doubleValue() >= low && value.doubleValue() <= high,
        "Input should be a number between " + low + " and " + high,
        "float_range");
  }

  static Shape listOf(Shape element) {
    return (value, path, findings) -> {
      if (!value.isArray()) {
        findings.add(new Finding(path, "Input should be a valid list", "list_type"));
      }
      for (int i = 0; value.isArray() && i < value.size(); i++) {
        element.check(value.get(i), under(path, i), findings);
      }
    };
  }

  static Members object() {
    return new Members();
  }

  static List<Object> under(List<Object> path, Object next) {
    List<Object> longer = new ArrayList<>(path);
    longer.add(next);
    return longer;
  }

  /** An object with its known members. */
  final class Members implements Shape {
    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private final Set<String> required = new HashSet<>();

    private Members() {}

    Members with(Shape shape, String... names) {
      for (String name : names) {
        shapes.put(name, shape);
      }
      return this;
    }

    Members requiring(Shape shape, String... names) {
      required.addAll(Arrays.asList(names));
      return with(shape, names);
    }

    /** The same members, of which these are required too. */
    Members butRequiring(String... names) {
      Members stricter = new Members();
      stricter.shapes.putAll(shapes);
      stricter.required.addAll(required);
      stricter.required.addAll(Arrays.asList(names));
      return stricter;
    }

    @Override
    public void check(JsonNode value, List<Object> path, List<Finding> findings) {
      if (!value.isObject()) {
        findings.add(new Finding(path, "Input should be a valid dictionary", "dict_type"));
        return;
      }
      for (Map.Entry<String, Shape> member : shapes.entrySet()) {
        JsonNode found = value.path(member.getKey());
        if (!found.isMissingNode() && !found.isNull()) {
          member.getValue().check(found, under(path, member.getKey()), findings);
        } else if (required.contains(member.getKey())) {
          findings.add(new Finding(under(path, member.getKey()), "Field required", MISSING));
        }
      }
    }

    List<Finding> findingsIn(ObjectNode body, List<Object> path) {
      List<Finding> findings = new ArrayList<>();
      check(body, path, findings);
      return findings;
    }
  }
}
