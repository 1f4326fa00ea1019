package com.talkturo.migration;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The leaves of a tree by JSON Pointer: scalars, {@code null} and empty containers. */
final class Leaves {
  private Leaves() {}

  static Map<String, @Nullable Object> of(@Nullable Object tree) {
    Map<String, @Nullable Object> leaves = new LinkedHashMap<>();
    collect("", tree, leaves);
    return leaves;
  }

  private static void collect(
      String pointer, @Nullable Object tree, Map<String, @Nullable Object> leaves) {
    if (tree instanceof Map<?, ?> members && !members.isEmpty()) {
      members.forEach(
          (name, value) -> collect(pointer + "/" + escaped((String) name), value, leaves));
    } else if (tree instanceof Collection<?> elements && !elements.isEmpty()) {
      int index = 0;
      for (Object element : elements) {
        collect(pointer + "/" + index++, element, leaves);
      }
    } else {
      leaves.put(pointer, tree);
    }
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** Whether there is nothing in a leaf. */
  static boolean isEmpty(@Nullable Object leaf) {
    return leaf == null || leaf instanceof Map || leaf instanceof Collection;
  }
}
