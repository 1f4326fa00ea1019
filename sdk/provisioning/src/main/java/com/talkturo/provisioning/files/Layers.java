package com.talkturo.provisioning.files;

import com.talkturo.provisioning.files.Yaml.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Defaults, then the assistant, then the environment: maps merge, lists and scalars replace, and
 * what is cleared stays so until a later layer sets it.
 */
final class Layers {
  static final String CLEAR = "clear";

  private final Problems problems;

  Layers(Problems problems) {
    this.problems = problems;
  }

  Map<String, Field> merge(List<Yaml.Fields> layers) {
    Map<String, Field> merged = new LinkedHashMap<>();
    Map<String, Yaml> cleared = new LinkedHashMap<>();
    for (Yaml.Fields layer : layers) {
      cleared.keySet().removeAll(layer.fields().keySet());
      Map<String, Yaml> own = cleared(layer.fields());
      own.forEach(
          (name, item) -> {
            if (layer.fields().containsKey(name)) {
              problems.add(
                  item.place(),
                  name + " is set and cleared at the same place; take one of them out");
            }
            merged.remove(name);
          });
      cleared.putAll(own);
      layer.fields().forEach((name, field) -> put(merged, name, field));
    }
    merged.computeIfPresent(CLEAR, (name, field) -> withAll(field, cleared.values()));
    return merged;
  }

  private static Map<String, Yaml> cleared(Map<String, Field> fields) {
    Map<String, Yaml> cleared = new LinkedHashMap<>();
    Field clear = fields.get(CLEAR);
    if (clear != null && clear.value() instanceof Yaml.Items items) {
      for (Yaml item : items.items()) {
        if (item instanceof Yaml.Text text) {
          cleared.put(text.text(), item);
        }
      }
    }
    return cleared;
  }

  /** The list of the last layer says what all of them clear, and still what is wrong in it. */
  private static Field withAll(Field clear, Collection<Yaml> cleared) {
    if (!(clear.value() instanceof Yaml.Items items)) {
      return clear;
    }
    List<Yaml> all = new ArrayList<>(cleared);
    items.items().stream().filter(item -> !(item instanceof Yaml.Text)).forEach(all::add);
    return new Field(
        clear.place(),
        clear.span(),
        new Yaml.Items(items.place(), items.span(), items.isAnchor(), all));
  }

  private static void put(Map<String, Field> merged, String name, Field field) {
    Field below = merged.get(name);
    if (below != null
        && below.value() instanceof Yaml.Fields
        && field.value() instanceof Yaml.Fields) {
      merged.put(name, together(below, field));
    } else {
      merged.put(name, field);
    }
  }

  private static Field together(Field below, Field above) {
    Yaml.Fields over = (Yaml.Fields) above.value();
    Map<String, Field> both = new LinkedHashMap<>(((Yaml.Fields) below.value()).fields());
    over.fields().forEach((name, field) -> put(both, name, field));
    return new Field(
        above.place(),
        above.span(),
        new Yaml.Fields(over.place(), over.span(), over.isAnchor(), both, over.isBlock()));
  }
}
