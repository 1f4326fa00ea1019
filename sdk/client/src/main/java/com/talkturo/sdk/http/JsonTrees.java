package com.talkturo.sdk.http;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Plain JSON trees that callers hand in: checked before anything is sent, and copied, so that no
 * model changes after it was built. Internal to the SDK.
 */
public final class JsonTrees {
  private static final int MAX_DEPTH = 200;

  private JsonTrees() {}

  /**
   * An unmodifiable deep copy.
   *
   * @param field what the tree belongs to, for the message
   * @throws IllegalArgumentException if the tree holds anything but String, finite Number, Boolean,
   *     {@code null}, Map with String keys, or Collection of these
   */
  public static @Nullable Object copyOf(String field, @Nullable Object tree) {
    return copyOf(field, tree, 0);
  }

  private static @Nullable Object copyOf(String field, @Nullable Object tree, int depth) {
    if (depth > MAX_DEPTH) {
      throw refused(field, "it is nested deeper than " + MAX_DEPTH + " levels");
    }
    boolean isOwn = tree instanceof OwnMap || tree instanceof OwnList;
    if (tree == null || isOwn || tree instanceof String || tree instanceof Boolean) {
      return tree;
    }
    if (tree instanceof Number) {
      return number(field, (Number) tree);
    }
    if (tree instanceof Map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      for (Map.Entry<?, ?> member : ((Map<?, ?>) tree).entrySet()) {
        if (!(member.getKey() instanceof String)) {
          throw refused(field, "it has the key " + member.getKey());
        }
        String name = (String) member.getKey();
        copy.put(name, copyOf(field + "." + name, member.getValue(), depth + 1));
      }
      return new OwnMap(copy);
    }
    if (tree instanceof Collection) {
      List<@Nullable Object> copy = new ArrayList<>();
      for (Object element : (Collection<?>) tree) {
        copy.add(copyOf(field + "[" + copy.size() + "]", element, depth + 1));
      }
      return new OwnList(copy);
    }
    throw refused(field, "it is a " + tree.getClass().getName());
  }

  /** A copy of a Map, Collection or scalar tree with every text replaced, names included. */
  static Object replaceText(Object tree, UnaryOperator<String> change) {
    if (tree instanceof String) {
      return change.apply((String) tree);
    }
    if (tree instanceof Map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      ((Map<?, ?>) tree)
          .forEach((name, value) -> copy.put(change.apply((String) name), replaced(value, change)));
      return Collections.unmodifiableMap(copy);
    }
    if (tree instanceof Collection) {
      List<@Nullable Object> copy = new ArrayList<>();
      ((Collection<?>) tree).forEach(element -> copy.add(replaced(element, change)));
      return Collections.unmodifiableList(copy);
    }
    return tree;
  }

  private static @Nullable Object replaced(@Nullable Object tree, UnaryOperator<String> change) {
    return tree == null ? null : replaceText(tree, change);
  }

  private static Number number(String field, Number number) {
    boolean isKnown =
        number instanceof Integer
            || number instanceof Long
            || number instanceof Short
            || number instanceof Byte
            || number instanceof BigInteger
            || number instanceof BigDecimal;
    boolean isFinite =
        (number instanceof Double || number instanceof Float)
            && !Double.isNaN(number.doubleValue())
            && !Double.isInfinite(number.doubleValue());
    if (isKnown || isFinite) {
      return number;
    }
    throw refused(field, "it is " + number + " (" + number.getClass().getName() + ")");
  }

  private static IllegalArgumentException refused(String field, String why) {
    return new IllegalArgumentException(
        field
            + " cannot be written as JSON: "
            + why
            + "; allowed are String, finite Number, Boolean, null, Map with String keys and Collection");
  }

  /** A copy made here: needs no second one. */
  private static final class OwnMap extends AbstractMap<String, @Nullable Object> {
    private final Map<String, @Nullable Object> members;

    OwnMap(Map<String, @Nullable Object> members) {
      this.members = Collections.unmodifiableMap(members);
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
      return members.entrySet();
    }
  }

  /** A copy made here: needs no second one. */
  private static final class OwnList extends AbstractList<@Nullable Object> {
    private final List<@Nullable Object> elements;

    OwnList(List<@Nullable Object> elements) {
      this.elements = elements;
    }

    @Override
    public @Nullable Object get(int index) {
      return elements.get(index);
    }

    @Override
    public int size() {
      return elements.size();
    }
  }
}
