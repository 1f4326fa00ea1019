package com.talkturo.provisioning;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What the keys of one plan or apply share. */
final class Run {
  private static final int MOST_MISSING = 3;

  private final Provisioner.Options options;
  private final AtomicReference<@Nullable String> stopped = new AtomicReference<>();
  private final AtomicInteger missing = new AtomicInteger();
  private final AtomicInteger creates = new AtomicInteger();
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

  Set<String> withheldFrom(String key) {
    return withheld.getOrDefault(key, Map.of()).keySet();
  }

  Run(Provisioner.Options options) {
    this.options = options;
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

  /** Counts a create; false if there may be no more. */
  boolean mayCreate() {
    if (creates.incrementAndGet() <= options.maxCreates) {
      return true;
    }
    stop("more than maxCreates (" + options.maxCreates + ") assistants would be created");
    return false;
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
