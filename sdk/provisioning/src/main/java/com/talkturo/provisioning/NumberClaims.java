package com.talkturo.provisioning;

import com.talkturo.provisioning.Gateway.PhoneNumber;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which key of a run declares which phone number. It may belong to one only, whichever way it is
 * written: two keys that write it the same way are refused at once, the id and the E.164 form of
 * one number as soon as something shows that they are.
 */
final class NumberClaims {
  static final NumberClaims NONE = new NumberClaims();

  private final Map<String, String> keysById = new HashMap<>();
  private final Map<String, String> keysByNumber = new HashMap<>();
  private final Set<String> hidden = new HashSet<>();

  /** By key, what is declared for another one, too. */
  private final Map<String, InvalidSpecException> clashes = new ConcurrentHashMap<>();

  private NumberClaims() {}

  /**
   * What specs declare.
   *
   * @throws InvalidSpecException naming the number and two of its keys
   */
  static NumberClaims of(Map<String, AssistantSpec> specs) {
    NumberClaims claims = new NumberClaims();
    specs.forEach(
        (key, spec) -> {
          if (spec.hiddenFields().contains(NumberPlanner.NUMBERS)) {
            claims.hidden.add(key);
          }
          claims.add(claims.keysById, key, spec.declaredIds());
          claims.add(claims.keysByNumber, key, spec.declaredNumbers());
        });
    return claims;
  }

  private void add(Map<String, String> keys, String key, Collection<String> numbers) {
    for (String number : numbers) {
      String other = keys.putIfAbsent(number, key);
      if (other != null) {
        throw twice(key, number, other);
      }
    }
  }

  private InvalidSpecException twice(String key, String number, String other) {
    boolean isHidden = hidden.contains(key) || hidden.contains(other);
    return new InvalidSpecException(
        key,
        "phone number "
            + (isHidden ? NumberPlanner.HIDDEN : number)
            + " is declared for key \""
            + other
            + "\" as well",
        null);
  }

  /** Whether one key may write a number as another key does not. */
  boolean isMixed() {
    return !keysById.isEmpty() && !keysByNumber.isEmpty();
  }

  /** What the API lists shows which forms are the same number. */
  void seen(List<PhoneNumber> list) {
    for (PhoneNumber number : list) {
      String plain = NumberPlanner.plain(number);
      Optional.ofNullable(keysByNumber.get(plain))
          .ifPresent(key -> seen(key, plain + " (" + number.id() + ")", number.id()));
    }
  }

  /** So does what a key got for the E.164 forms that it still declares. */
  void settled(String key, Collection<String> ids) {
    if (keysByNumber.containsValue(key)) {
      ids.forEach(id -> seen(key, id, id));
    }
  }

  private void seen(String key, String shown, String id) {
    String other = keysById.get(id);
    if (other != null && !other.equals(key)) {
      clashes.putIfAbsent(key, twice(key, shown, other));
      clashes.putIfAbsent(other, twice(other, shown, key));
    }
  }

  /**
   * Called before anything is sent for a key.
   *
   * @throws InvalidSpecException if one of its numbers is seen to be another key's, too
   */
  void requireDistinct(String key) {
    InvalidSpecException clash = clashes.get(key);
    if (clash != null) {
      throw clash;
    }
  }

  /**
   * Called before anything is sent for any key.
   *
   * @throws InvalidSpecException if a number is seen to be that of two keys
   */
  void requireDistinct() {
    clashes.keySet().stream().sorted().findFirst().ifPresent(this::requireDistinct);
  }
}
