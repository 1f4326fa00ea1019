package com.talkturo.acceptance.migration;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The leaves of a tree, by Jackson's own pointers. */
final class Pointers {
  private Pointers() {}

  static List<String> of(JsonNode tree) {
    List<String> pointers = new ArrayList<>();
    collect(JsonPointer.empty(), tree, pointers);
    return pointers;
  }

  private static void collect(JsonPointer at, JsonNode tree, List<String> pointers) {
    if (tree.isEmpty()) {
      pointers.add(at.toString());
    } else if (tree.isObject()) {
      tree.properties()
          .forEach(m -> collect(at.appendProperty(m.getKey()), m.getValue(), pointers));
    } else {
      for (int i = 0; i < tree.size(); i++) {
        collect(at.appendIndex(i), tree.get(i), pointers);
      }
    }
  }
}
