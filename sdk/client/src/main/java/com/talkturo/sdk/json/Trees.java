package com.talkturo.sdk.json;

import java.io.IOException;
import java.io.Serializable;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Plain JSON trees of Map, List, String, Number, Boolean and {@code null}: read, checked, copied,
 * changed. Internal to the SDK.
 */
public final class Trees {
  /** Deeper than any real document, shallow enough for a small stack. */
  static final int MAX_DEPTH = 200;

  private Trees() {}

  /**
   * The tree of a document; bytes that are no UTF-8 are replaced, what is nested deeper than 200
   * levels is left out.
   *
   * @throws IOException if it is no JSON
   */
  public static @Nullable Object parse(byte[] json) throws IOException {
    return Json.tolerant(json, bytes -> Optional.ofNullable(JsonReader.treeOf(bytes))).orElse(null);
  }

  /** The bytes as text, in the encoding that a parser would take them for. */
  public static String text(byte[] bytes) {
    return Json.text(bytes);
  }

  /**
   * An unmodifiable deep copy of what a caller hands in.
   *
   * @param field what the tree belongs to, for the message
   * @throws IllegalArgumentException if the tree holds anything but String, finite Number, Boolean,
   *     {@code null}, Map with String keys, or Collection of these
   */
  public static @Nullable Object copyOf(String field, @Nullable Object tree) {
    return rebuilt(tree, field, 0, null);
  }

  /** A copy of a checked tree with every text replaced, names included. */
  public static Object replaceText(Object tree, UnaryOperator<String> change) {
    return Objects.requireNonNull(rebuilt(tree, "", 0, change));
  }

  private static @Nullable Object rebuilt(
      @Nullable Object tree, String field, int depth, @Nullable UnaryOperator<String> change) {
    if (depth > MAX_DEPTH) {
      throw refused(field, "it is nested deeper than " + MAX_DEPTH + " levels");
    }
    boolean isOwn = tree instanceof OwnMap || tree instanceof OwnList;
    if (tree == null || tree instanceof Boolean || (isOwn && change == null)) {
      return tree;
    }
    if (tree instanceof String) {
      return change == null ? tree : change.apply((String) tree);
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
        copy.put(
            change == null ? name : change.apply(name),
            rebuilt(
                member.getValue(), change == null ? field + "." + name : "", depth + 1, change));
      }
      return owned(copy);
    }
    if (tree instanceof Collection) {
      List<@Nullable Object> copy = new ArrayList<>();
      for (Object element : (Collection<?>) tree) {
        String at = change == null ? field + "[" + copy.size() + "]" : "";
        copy.add(rebuilt(element, at, depth + 1, change));
      }
      return owned(copy);
    }
    throw refused(field, "it is a " + tree.getClass().getName());
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

  /** The members as an object that needs no copy, because nobody else has them. */
  static Map<String, @Nullable Object> owned(Map<String, @Nullable Object> members) {
    return new OwnMap(members);
  }

  /** The elements as a list that needs no copy, because nobody else has them. */
  static List<@Nullable Object> owned(List<@Nullable Object> elements) {
    return new OwnList(elements);
  }

  private static final class OwnMap extends AbstractMap<String, @Nullable Object>
      implements Serializable {
    private static final long serialVersionUID = 1;

    private final Map<String, @Nullable Object> members;

    OwnMap(Map<String, @Nullable Object> members) {
      this.members = Collections.unmodifiableMap(members);
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
      return members.get(name);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
      return members.containsKey(name);
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
      return members.entrySet();
    }
  }

  private static final class OwnList extends AbstractList<@Nullable Object>
      implements Serializable {
    private static final long serialVersionUID = 1;

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
