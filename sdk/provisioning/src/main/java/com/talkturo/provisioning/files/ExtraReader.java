package com.talkturo.provisioning.files;

import com.talkturo.provisioning.files.Substitution.Filled;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads fields of which no kind is known: scalars as the core schema of YAML 1.2 does. */
final class ExtraReader {
  private final Substitution substitution;
  private final Problems problems;

  ExtraReader(Substitution substitution, Problems problems) {
    this.substitution = substitution;
    this.problems = problems;
  }

  /**
   * A tree of Map, List, String, Number and Boolean.
   *
   * @param isHidden whether a part of it comes from a variable
   */
  record Value(Object tree, boolean isHidden) {}

  Optional<Value> read(String name, Yaml value) {
    if (value instanceof Yaml.Text text) {
      return substitution.fill(text).flatMap(filled -> scalar(name, text, filled));
    }
    boolean isHidden = false;
    if (value instanceof Yaml.Items items) {
      List<Object> list = new ArrayList<>();
      for (Yaml item : items.items()) {
        Optional<Value> read = read(name, item);
        read.ifPresent(v -> list.add(v.tree()));
        isHidden |= read.map(Value::isHidden).orElse(false);
      }
      return Optional.of(new Value(list, isHidden));
    }
    Map<String, Object> map = new LinkedHashMap<>();
    for (Map.Entry<String, Yaml.Field> field : ((Yaml.Fields) value).fields().entrySet()) {
      Optional<Value> read = read(name + "." + field.getKey(), field.getValue().value());
      read.ifPresent(v -> map.put(field.getKey(), v.tree()));
      isHidden |= read.map(Value::isHidden).orElse(false);
    }
    return Optional.of(new Value(map, isHidden));
  }

  private Optional<Value> scalar(String name, Yaml.Text text, Filled filled) {
    Object value =
        switch (text.scalar()) {
          case TEXT -> filled.text();
          case FLAG -> Boolean.valueOf(filled.text().toLowerCase(Locale.ROOT));
          case INTEGER -> integer(filled.text());
          case DECIMAL -> decimal(filled.text());
        };
    if (value instanceof Double number && !Double.isFinite(number)) {
      problems.add(text.place(), name + " is " + filled.text() + "; allowed is a finite number");
      return Optional.empty();
    }
    return Optional.of(new Value(value, filled.isHidden()));
  }

  private static Object integer(String text) {
    BigInteger number =
        text.startsWith("0x")
            ? new BigInteger(text.substring(2), 16)
            : text.startsWith("0o") ? new BigInteger(text.substring(2), 8) : new BigInteger(text);
    return number.bitLength() < 32
        ? (Object) number.intValue()
        : number.bitLength() < 64 ? (Object) number.longValue() : number;
  }

  private static Object decimal(String text) {
    try {
      BigDecimal exact = new BigDecimal(text);
      double near = exact.doubleValue();
      return Double.isFinite(near) && BigDecimal.valueOf(near).compareTo(exact) == 0
          ? (Object) near
          : exact;
    } catch (NumberFormatException e) {
      // .inf and .nan.
      return Double.NaN;
    }
  }
}
