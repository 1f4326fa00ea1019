package com.talkturo.provisioning;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the keys of one plan or apply share. */
final class Run {
  private static final int MOST_MISSING = 3;

  private final ApplyOptions options;

  final NumberClaims claims;

  private final AtomicReference<@Nullable String> stopped = new AtomicReference<>();
  private final AtomicInteger missing = new AtomicInteger();
  private final Set<String> creates = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean othersAsked = new AtomicBoolean();
  private volatile boolean anAssistantAnswered;
  private volatile boolean getIsRefused;
  private volatile boolean heldBack;
  private volatile long heldUntilNanos;

  /** A number that was taken from a key in this run; it may get it back. */
  record Taken(String fromKey, String number) {}

  /** By id. */
  final Map<String, Taken> taken = new ConcurrentHashMap<>();

  /** By key and id, the other key of the run that has to give the number up first. */
  final Map<String, Map<String, String>> withheld = new ConcurrentHashMap<>();

  /** By id, the key that this run gave the number to, or is about to. */
  final Map<String, String> given = new ConcurrentHashMap<>();

  /** The keys that claim a number which another key of the run claims and gives up. */
  final Set<String> contested = ConcurrentHashMap.newKeySet();

  Set<String> withheldFrom(String key) {
    return withheld.getOrDefault(key, Map.of()).keySet();
  }

  /** Those that keys before this one give up have been given up when it is its turn. */
  Set<String> withheldByLater(String key) {
    return withheld.getOrDefault(key, Map.of()).entrySet().stream()
        .filter(number -> number.getValue().compareTo(key) > 0)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Nobody has to give these up first. */
  void available(String key, Set<String> ids) {
    Map<String, String> numbers = withheld.get(key);
    if (numbers != null) {
      numbers.keySet().removeAll(ids);
    }
  }

  boolean isGivenToAnother(String id, String key) {
    String taker = given.get(id);
    return taker != null && !taker.equals(key);
  }

  /** A run of one key, by itself. */
  Run(ApplyOptions options) {
    this(options, NumberClaims.NONE);
  }

  Run(ApplyOptions options, NumberClaims claims) {
    this.options = options;
    this.claims = claims;
  }

  void assistantAnswered() {
    anAssistantAnswered = true;
  }

  boolean hasAnAssistantAnswered() {
    return anAssistantAnswered;
  }

  /** True once. */
  boolean mayAskOthers() {
    return othersAsked.compareAndSet(false, true);
  }

  /** 405: there is no such operation, for no assistant. */
  void getRefused() {
    getIsRefused = true;
  }

  boolean isGetRefused() {
    return getIsRefused;
  }

  void missing() {
    if (missing.incrementAndGet() > MOST_MISSING) {
      stop(
          "more than "
              + MOST_MISSING
              + " assistants are missing, which looks like the wrong account or base URL");
    }
  }

  /**
   * Counts a create, each key once: of those to be made anew nobody knows before the run how many
   * there will be.
   *
   * @throws RunStoppedException if there may be no more; the run is stopped
   */
  synchronized void requireMayCreate(String key) {
    creates.add(key);
    if (creates.size() > options.maxCreates) {
      creates.remove(key);
      stop("more assistants would be created than maxCreates (" + options.maxCreates + ") allows");
      throw new RunStoppedException(key, stopped().orElse("stopped") + "; nothing was sent", null);
    }
  }

  void stop(String why) {
    stopped.compareAndSet(null, why);
  }

  Optional<String> stopped() {
    return Optional.ofNullable(stopped.get());
  }

  /** After a 429, nobody sends anything until then. */
  void holdBack(Time time, Duration howLong) {
    long until = time.nanos() + howLong.toNanos();
    if (!heldBack || until - heldUntilNanos > 0) {
      heldUntilNanos = until;
      heldBack = true;
    }
  }

  Duration hold(Time time) {
    long left = heldBack ? heldUntilNanos - time.nanos() : 0;
    return left > 0 ? Duration.ofNanos(left) : Duration.ZERO;
  }
}
