package com.talkturo.provisioning;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A key while this thread holds its lease. Every change is stored by compare-and-set before the
 * next step, and renews the lease; one that finds another version means that the lease is lost.
 */
final class Session {
  private final Journal journal;
  private final Time time;
  private final Duration leaseDuration;
  private final Duration callTimeout;
  private final String owner;
  private Entry entry;
  private long beatNanos;
  private Instant beatAt;

  private Session(
      Journal journal, Time time, Duration leaseDuration, Duration callTimeout, Entry first) {
    this.journal = journal;
    this.time = time;
    this.leaseDuration = leaseDuration;
    this.callTimeout = callTimeout;
    this.owner = journal.token();
    this.entry = first;
    this.beatAt = time.now();
    this.beatNanos = time.nanos();
  }

  /** Somebody else has the key now. */
  static final class LostLease extends RuntimeException {
    private static final long serialVersionUID = 1;

    LostLease(String key) {
      super("the lease of key \"" + key + "\" is lost");
    }
  }

  /** The id that is to be stored belongs to another key. */
  static final class DuplicateAssistant extends RuntimeException {
    private static final long serialVersionUID = 1;

    DuplicateAssistant(String assistantId) {
      super("assistant " + assistantId + " belongs to another key");
    }
  }

  /** Takes the lease of a key; nothing if the entry is not the expected one any more. */
  static Optional<Session> begin(
      Journal journal,
      Time time,
      Lease lease,
      Duration callTimeout,
      String key,
      @Nullable Entry expected) {
    Instant now = time.now();
    Entry first =
        expected != null
            ? expected
            : Entry.builder()
                .key(key)
                .version("none")
                .phase(Phase.PREPARED)
                .createdAt(now)
                .updatedAt(now)
                .build();
    Session session = new Session(journal, time, lease.duration(), callTimeout, first);
    // How long an unresolved create may still arrive was up to whoever sent it.
    Duration held = first.isUnresolved() ? lease.durationFor(first) : lease.duration();
    return session.store(expected, first.toBuilder().leaseOwner(session.owner).leaseDuration(held))
            instanceof Journal.Written.Done
        ? Optional.of(session)
        : Optional.empty();
  }

  /** For looking only. */
  static Session unleased(Context context, Entry entry) {
    return new Session(
        context.journal(),
        context.time(),
        context.lease().duration(),
        context.callTimeout(),
        entry);
  }

  Entry entry() {
    return entry;
  }

  String key() {
    return entry.key();
  }

  private Journal.Written store(@Nullable Entry expected, Entry.Builder next) {
    long nanos = time.nanos();
    Instant at = time.now();
    Journal.Written written = journal.write(expected, next);
    if (written instanceof Journal.Written.Done done) {
      entry = done.entry();
      // From before it was asked for: when it was stored nobody can tell.
      beatNanos = nanos;
      beatAt = at;
    }
    return written;
  }

  /**
   * Stores a change and keeps the lease.
   *
   * @throws LostLease if somebody else has stored something
   * @throws DuplicateAssistant if the id belongs to another key
   */
  void save(UnaryOperator<Entry.Builder> change) {
    Entry.Builder next = change.apply(entry.toBuilder());
    Journal.Written written = store(entry, next);
    Optional<String> id = next.build().assistantId();
    // An id that was this key's before went to another one meanwhile: the key was moved.
    boolean isMoved =
        written instanceof Journal.Written.Duplicate && id.equals(entry.assistantId());
    if (isMoved || written instanceof Journal.Written.Conflict) {
      throw new LostLease(key());
    }
    if (written instanceof Journal.Written.Duplicate) {
      throw new DuplicateAssistant(id.orElse("?"));
    }
  }

  /** Stores a change and gives the lease back in the same step. */
  void release(UnaryOperator<Entry.Builder> change) {
    save(
        builder -> {
          Entry next = change.apply(builder).build();
          // How long an unresolved create may still arrive depends on the lease it was sent under.
          return next.isUnresolved()
              ? next.toBuilder().leaseOwner(Optional.empty())
              : next.toBuilder().unleased();
        });
  }

  /** Forgets the entry and with it the lease. */
  void remove() {
    if (!journal.remove(entry)) {
      throw new LostLease(key());
    }
  }

  /**
   * Called right before each request that writes: no such request starts with less than a call's
   * timeout left of the lease. Both clocks count, because one of them stands still while a virtual
   * machine sleeps.
   */
  void readyToWrite() {
    readyToWrite(UnaryOperator.identity());
  }

  /** The same, with a change that is stored if the lease has to be renewed. */
  void readyToWrite(UnaryOperator<Entry.Builder> renewal) {
    for (int i = 0; i < 3; i++) {
      if (left().compareTo(callTimeout) >= 0) {
        return;
      }
      save(renewal);
    }
    throw new StateStoreException(
        "the store is too slow: renewing the lease of key \"" + key() + "\" took too long", null);
  }

  private Duration left() {
    Duration monotonic = Duration.ofNanos(time.nanos() - beatNanos);
    Duration wall = Duration.between(beatAt, time.now());
    return leaseDuration.minus(monotonic.compareTo(wall) > 0 ? monotonic : wall);
  }
}
