package com.talkturo.provisioning;

import com.talkturo.provisioning.Gateway.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is known of the assistant as it is. */
sealed interface Live {
  /**
   * The assistant answered.
   *
   * @param numbers the numbers that it has or may get; absent if nobody asked or the API does not
   *     list them
   */
  record Shown(Map<String, @Nullable Object> values, Optional<List<PhoneNumber>> numbers)
      implements Live {}

  /** There is none yet, or it is not due to be looked at. */
  record NotRead() implements Live {}

  /** The API cannot show it; numbers may be listed nevertheless. */
  record Unknown(String why, Optional<List<PhoneNumber>> numbers) implements Live {}

  /** 404, of which nobody knows yet what it means. */
  record NotFound() implements Live {}

  /** 404, although others answer. */
  record Missing() implements Live {}

  default Optional<List<PhoneNumber>> numberList() {
    if (this instanceof Shown shown) {
      return shown.numbers();
    }
    return this instanceof Unknown unknown ? unknown.numbers() : Optional.empty();
  }

  /** The ids of the numbers that the assistant has, if the API lists them. */
  default Optional<Set<String>> assignedIds(String assistantId) {
    return numberList().map(list -> assignedIds(list, assistantId));
  }

  static Set<String> assignedIds(List<PhoneNumber> list, String assistantId) {
    return list.stream()
        .filter(number -> number.assistantId().equals(Optional.of(assistantId)))
        .map(PhoneNumber::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
