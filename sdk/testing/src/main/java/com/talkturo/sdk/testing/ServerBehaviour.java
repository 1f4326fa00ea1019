package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Ways in which a server may differ from its documents without failing; all are off at the start
 * and after {@link TalkturoServer#reset}. Each lasts until {@link #reset()}.
 *
 * <p>What Talkturo does of all this is not documented.
 */
public final class ServerBehaviour {
  private final Store store;
  private final Set<Normalisation> normalisations = EnumSet.noneOf(Normalisation.class);
  private final Set<String> ignored = new HashSet<>();
  private final Map<String, UnaryOperator<@Nullable Object>> rewritten = new LinkedHashMap<>();
  private final Map<String, History> histories = new HashMap<>();
  private int staleWrites;
  private int staleReads;
  private int statusOfGet;
  private int statusOfNumberList;
  private boolean refusesHeldNumbers;

  ServerBehaviour(Store store) {
    this.store = store;
  }

  /** The states of an assistant before its last writes, and how often they are still read. */
  private static final class History {
    final ArrayDeque<Optional<ObjectNode>> before = new ArrayDeque<>();
    int reads;
  }

  /** Writes down what a create or an update sends in these ways; all of them if none is named. */
  public ServerBehaviour normalising(Normalisation... ways) {
    List<Normalisation> wanted = Arrays.asList(ways.length == 0 ? Normalisation.values() : ways);
    return with(() -> normalisations.addAll(wanted));
  }

  /**
   * Accepts these attributes in an update and stores nothing of them; {@code updated_at} moves all
   * the same.
   *
   * @param attributes wire names, for example {@code voice_id}
   */
  public ServerBehaviour ignoring(String... attributes) {
    List<String> names = new ArrayList<>(Arrays.asList(attributes));
    return with(() -> ignored.addAll(names));
  }

  /**
   * Stores another value than a create or an update sends.
   *
   * @param attribute a wire name, for example {@code name}
   * @param change gets the value sent and returns the one to store, both plain values as in {@link
   *     ReceivedRequest#json()}
   */
  public ServerBehaviour storing(String attribute, UnaryOperator<@Nullable Object> change) {
    Objects.requireNonNull(attribute, "attribute");
    Objects.requireNonNull(change, "change");
    return with(() -> rewritten.put(attribute, change));
  }

  /**
   * From now on, after each write of an assistant, lets the next GETs of it see the state before
   * its last writes, as a replica does that lags behind: 404 if it did not exist then, and the
   * assistant if it was deleted since. Answers of the writes themselves are up to date.
   *
   * @param writes how many writes are not seen, at least 1; creating, updating and deleting count,
   *     also by {@link TalkturoServer#changeAssistant}
   * @param reads how many GETs see the old state, 0 or more
   * @throws IllegalArgumentException if a number is too low
   */
  public ServerBehaviour staleReads(int writes, int reads) {
    if (writes < 1) {
      throw new IllegalArgumentException("writes must be at least 1: " + writes);
    }
    if (reads < 0) {
      throw new IllegalArgumentException("reads must be at least 0: " + reads);
    }
    return with(
        () -> {
          staleWrites = writes;
          staleReads = reads;
          histories.clear();
        });
  }

  /**
   * Has no {@code GET /api/assistants/{assistantId}}, as Talkturo's newer reference.
   *
   * @param status 404 for each id, or 405
   * @throws IllegalArgumentException for another status
   */
  public ServerBehaviour withoutGet(int status) {
    requireAbsent(status);
    return with(() -> statusOfGet = status);
  }

  /**
   * Has no {@code GET /api/assistants/{assistantId}/telephony/phone-numbers}, as Talkturo's older
   * reference.
   *
   * @param status 404 or 405
   * @throws IllegalArgumentException for another status
   */
  public ServerBehaviour withoutPhoneNumberList(int status) {
    requireAbsent(status);
    return with(() -> statusOfNumberList = status);
  }

  private static void requireAbsent(int status) {
    if (status != 404 && status != 405) {
      throw new IllegalArgumentException("status must be 404 or 405: " + status);
    }
  }

  /**
   * Answers 409, and changes nothing, if a number to be assigned is another assistant's. Otherwise
   * the number moves.
   */
  public ServerBehaviour refusingHeldNumbers() {
    return with(() -> refusesHeldNumbers = true);
  }

  /** Behaves as at the start again. */
  public void reset() {
    with(this::end);
  }

  void end() {
    normalisations.clear();
    ignored.clear();
    rewritten.clear();
    histories.clear();
    staleWrites = 0;
    staleReads = 0;
    statusOfGet = 0;
    statusOfNumberList = 0;
    refusesHeldNumbers = false;
  }

  private ServerBehaviour with(Runnable change) {
    store.atomically(change);
    return this;
  }

  // For the operations

  /** Changes what a create sends into what is stored. */
  void asStored(ObjectNode attributes, String... sent) {
    for (String name : sent) {
      JsonNode value = attributes.get(name);
      UnaryOperator<@Nullable Object> change = rewritten.get(name);
      if (change != null) {
        value = rewritten(name, change, value);
      }
      for (Normalisation way : normalisations) {
        value = way.of(value);
      }
      attributes.set(name, value);
    }
  }

  private static JsonNode rewritten(
      String name, UnaryOperator<@Nullable Object> change, JsonNode value) {
    try {
      return Json.treeOf(change.apply(Json.plainValueOf(value)));
    } catch (RuntimeException e) {
      // Of the test: without an answer it would look for the mistake in its client.
      throw new ApiError(500, "behaviour().storing(\"" + name + "\", ...) failed: " + e);
    }
  }

  /** Changes what an update sends into what is stored. */
  void asStored(ObjectNode changes) {
    changes.remove(ignored);
    List<String> names = new ArrayList<>();
    changes.fieldNames().forEachRemaining(names::add);
    asStored(changes, names.toArray(new String[0]));
  }

  boolean sortsLists() {
    return normalisations.contains(Normalisation.SORTED_LISTS);
  }

  boolean refusesHeld() {
    return refusesHeldNumbers;
  }

  void written(String id, @Nullable ObjectNode before) {
    if (staleReads == 0) {
      return;
    }
    History history = histories.computeIfAbsent(id, key -> new History());
    history.before.addLast(Optional.ofNullable(before));
    if (history.before.size() > staleWrites) {
      history.before.removeFirst();
    }
    history.reads = staleReads;
  }

  /** What a GET sees of an assistant, null for nothing. */
  @Nullable ObjectNode asRead(String id, @Nullable ObjectNode current) {
    History history = histories.get(id);
    if (history == null || history.reads == 0) {
      return current;
    }
    history.reads--;
    return history.before.getFirst().orElse(null);
  }

  void refuseGetIfAbsent() {
    refuse(statusOfGet, "DELETE", "PATCH");
  }

  void refuseNumberListIfAbsent() {
    refuse(statusOfNumberList, "PATCH");
  }

  private static void refuse(int status, String... otherMethods) {
    if (status == 404) {
      throw ApiError.notFound();
    }
    if (status == 405) {
      throw ApiError.methodNotAllowed(Collections.unmodifiableList(Arrays.asList(otherMethods)));
    }
  }
}
