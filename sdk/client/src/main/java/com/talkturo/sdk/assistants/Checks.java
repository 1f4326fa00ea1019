package com.talkturo.sdk.assistants;

import com.talkturo.sdk.http.JsonTrees;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a request must fulfil before anything is sent. Each message names field, value and range.
 */
final class Checks {
  private static final double MAX_TEMPERATURE = 2.0; // Reference, update, temperature.

  private Checks() {}

  static void notBlank(String field, Optional<String> value) {
    if (value.isPresent() && value.get().trim().isEmpty()) {
      throw new IllegalArgumentException(
          field + " is \"" + value.get() + "\"; allowed is any text that is not blank");
    }
  }

  static void pathParameter(String field, String value) {
    notBlank(field, Optional.of(value));
    if (value.equals(".") || value.equals("..")) {
      throw new IllegalArgumentException(
          field
              + " is \""
              + value
              + "\", which would address another path; allowed is any other id");
    }
  }

  static void temperature(Optional<Double> value) {
    if (value.isPresent() && !(value.get() >= 0 && value.get() <= MAX_TEMPERATURE)) {
      throw new IllegalArgumentException(
          "temperature is " + value.get() + "; allowed is 0.0 to " + MAX_TEMPERATURE);
    }
  }

  static void atLeastOne(String field, Optional<Integer> value) {
    if (value.isPresent() && value.get() < 1) {
      throw new IllegalArgumentException(field + " is " + value.get() + "; allowed is 1 or more");
    }
  }

  static void notShadowed(String modelled, Map<String, ?> additionalProperties) {
    if (additionalProperties.containsKey(modelled)) {
      throw new IllegalArgumentException(
          "additionalProperties holds "
              + modelled
              + ", which the request has a field of its own for; allowed is any other name");
    }
  }

  /**
   * The trees copied, so that nobody can change a request after it was built; the same map if it
   * holds nothing that could change.
   */
  static Map<String, Object> ownTrees(Map<String, Object> trees) {
    Map<String, Object> own = new LinkedHashMap<>();
    boolean same = true;
    for (Map.Entry<String, Object> member : trees.entrySet()) {
      Object copy = JsonTrees.copyOf(member.getKey(), member.getValue());
      same &= copy == member.getValue();
      own.put(member.getKey(), copy);
    }
    return same ? trees : own;
  }
}
