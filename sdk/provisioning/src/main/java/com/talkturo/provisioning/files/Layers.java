package com.talkturo.provisioning.files;

import com.talkturo.provisioning.files.Yaml.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Defaults, then the assistant, then the environment: maps merge, lists and scalars replace. */
final class Layers {
  static final String CLEAR = "clear";

  private final Problems problems;

  Layers(Problems problems) {
    this.problems = problems;
  }

  Map<String, Field> merge(List<Yaml.Fields> layers) {
    Map<String, Field> merged = new LinkedHashMap<>();
    for (Yaml.Fields layer : layers) {
      Map<String, Yaml> cleared = cleared(layer.fields());
      cleared.forEach(
          (name, item) -> {
            if (layer.fields().containsKey(name)) {
              problems.add(
                  item.place(),
                  name + " is set and cleared at the same place; take one of them out");
            }
            merged.remove(name);
          });
      layer.fields().forEach((name, field) -> put(merged, name, field));
    }
    merged.computeIfPresent(CLEAR, (name, field) -> withoutSet(field, merged));
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

  /** A later layer that sets a field takes it out of an earlier layer's list. */
  private static Field withoutSet(Field clear, Map<String, Field> merged) {
    if (!(clear.value() instanceof Yaml.Items items)) {
      return clear;
    }
    List<Yaml> left =
        items.items().stream()
            .filter(item -> !(item instanceof Yaml.Text text && merged.containsKey(text.text())))
            .toList();
    return new Field(
        clear.place(),
        clear.span(),
        new Yaml.Items(items.place(), items.span(), items.isAnchor(), left));
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
