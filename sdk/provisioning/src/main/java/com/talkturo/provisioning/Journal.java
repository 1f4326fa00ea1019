package com.talkturo.provisioning;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store, as the engine uses it: entries instead of records, and an answer that got lost is
 * asked for again. No version is used twice, so an entry with the version that was to be written
 * was written.
 */
final class Journal {
  private static final Logger LOG = LoggerFactory.getLogger(Provisioner.class);
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private final StateStore store;
  private final Probe probe;
  private final Time time;
  private final Duration patience;
  private final SecureRandom random = new SecureRandom();

  Journal(StateStore store, Probe probe, Time time, Duration patience) {
    this.store = store;
    this.probe = probe;
    this.time = time;
    this.patience = patience;
  }

  /** Ten characters of 5 bits: 50 bits in a token, 100 in two. */
  String token() {
    StringBuilder token = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      token.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return token.toString();
  }

  Optional<Entry> find(String key) {
    probe.at("find", key);
    Optional<StoredEntry> found = reading(() -> store.find(key));
    probe.at("found", key);
    return found.map(StoreJson::entry);
  }

  Optional<Entry> findByAssistantId(String assistantId) {
    return reading(() -> store.findByAssistantId(assistantId)).map(StoreJson::entry);
  }

  List<Entry> list(Set<Phase> phases, @Nullable String afterKey, int limit) {
    return reading(() -> store.list(phases, afterKey, limit)).stream()
        .map(StoreJson::entry)
        .toList();
  }

  /** The entry as stored, or nothing if another one was there. */
  sealed interface Written {
    record Done(Entry entry) implements Written {}

    record Conflict() implements Written {}

    record Duplicate() implements Written {}
  }

  /**
   * Replaces an entry, or inserts one.
   *
   * @throws StateStoreException if the store stays away for longer than the journal's patience
   */
  Written write(@Nullable Entry expected, Entry.Builder change) {
    Entry next = change.version(token() + token()).updatedAt(time.now()).build();
    StateStore.Outcome outcome =
        compareAndSet(next.key(), expected, next.version(), StoreJson.stored(next));
    return switch (outcome) {
      case DONE -> new Written.Done(next);
      case CONFLICT -> new Written.Conflict();
      case DUPLICATE_ASSISTANT -> new Written.Duplicate();
    };
  }

  /**
   * Reads, changes and writes until nobody comes between.
   *
   * @param change makes the next entry of the present one; nothing if that is to stay
   * @return the entry that is stored now; nothing if its assistant belongs to another key
   * @throws StateStoreException if the store stays away, or answers from the past, for longer than
   *     the journal's patience
   */
  Optional<Entry> amend(String key, Function<Optional<Entry>, Optional<Entry.Builder>> change) {
    long start = time.nanos();
    while (true) {
      Optional<Entry> now = find(key);
      Optional<Entry.Builder> next = change.apply(now);
      if (next.isEmpty()) {
        return now;
      }
      Written written = write(now.orElse(null), next.get());
      if (written instanceof Written.Done done) {
        return Optional.of(done.entry());
      }
      if (written instanceof Written.Duplicate) {
        return Optional.empty();
      }
      if (time.nanos() - start > patience.toNanos()) {
        throw new StateStoreException(
            "the store shows another entry of key \"" + key + "\" than it compares with", null);
      }
      if (wasInterrupted(FIRST_WAIT)) {
        Thread.currentThread().interrupt();
      }
    }
  }

  boolean remove(Entry expected) {
    return compareAndSet(expected.key(), expected, null, null) == StateStore.Outcome.DONE;
  }

  private StateStore.Outcome compareAndSet(
      String key,
      @Nullable Entry expected,
      @Nullable String newVersion,
      @Nullable StoredEntry next) {
    String oldVersion = expected == null ? null : expected.version();
    long start = time.nanos();
    Duration wait = FIRST_WAIT;
    boolean asked = false;
    boolean interrupted = false;
    try {
      while (true) {
        // Also one that came meanwhile: it would close a file or a connection in the store's hands.
        interrupted |= Thread.interrupted();
        try {
          if (asked && versionOf(key).equals(Optional.ofNullable(newVersion))) {
            return StateStore.Outcome.DONE;
          }
          probe.at("write", key);
          asked = true;
          StateStore.Outcome outcome = asked(() -> store.compareAndSet(key, oldVersion, next));
          probe.at("written", key);
          return outcome != StateStore.Outcome.DONE && wasWritten(key, newVersion)
              ? StateStore.Outcome.DONE
              : outcome;
        } catch (StateStoreException e) {
          if (time.nanos() - start > patience.toNanos()) {
            throw e;
          }
          LOG.warn("The store failed for key {}; asking again in {}: {}", key, wait, e.toString());
        }
        interrupted |= Thread.interrupted();
        interrupted |= wasInterrupted(wait);
        wait =
            wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** A write that seemed to have failed may come late, and a driver may repeat one by itself. */
  private boolean wasWritten(String key, @Nullable String newVersion) {
    return newVersion != null && versionOf(key).equals(Optional.of(newVersion));
  }

  private Optional<String> versionOf(String key) {
    return asked(() -> store.find(key)).map(StoredEntry::version);
  }

  /** Waits whatever comes. */
  private boolean wasInterrupted(Duration wait) {
    boolean interrupted = Thread.interrupted();
    try {
      time.sleep(wait);
      return interrupted;
    } catch (InterruptedException e) {
      return true;
    }
  }

  interface Access<T> {
    T run();
  }

  /** A store of the user's own may throw anything, errors too, while an id has yet to be stored. */
  static <T> T asked(Access<T> access) {
    try {
      return access.run();
    } catch (StateStoreException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      throw new StateStoreException("the store failed: " + e, e);
    }
  }

  /** An interrupt would close a file or a database connection under the store's hands. */
  private static <T> T reading(Access<T> access) {
    boolean interrupted = Thread.interrupted();
    try {
      return asked(access);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
