package com.talkturo.provisioning;

import java.util.Optional;
import java.util.Set;

/**
 * Gives the assistant of a key to another one in four steps, each of which a crash may follow: the
 * new key is reserved; the old one becomes a tombstone that still holds everything; the new one
 * gets it; the tombstone holds nothing any more. At any time exactly one key owns the assistant or
 * leads to who does.
 */
final class Move {
  private final Context context;
  private final String oldKey;
  private final String newKey;

  Move(Context context, String oldKey, String newKey) {
    this.context = context;
    this.oldKey = oldKey;
    this.newKey = newKey;
    if (oldKey.equals(newKey)) {
      throw new IllegalArgumentException("cannot move \"" + oldKey + "\" to itself");
    }
  }

  void run() {
    Optional<Entry> source = context.journal().find(oldKey);
    if (source.filter(this::wasMovedHere).isEmpty()) {
      Optional<Entry> target = context.journal().find(newKey);
      requireMovable(source.orElseThrow(() -> refused("nothing is stored of it")));
      if (target.filter(this::isOurs).isEmpty()) {
        reserve(target);
      }
      leave();
    }
    arrive();
    seal();
  }

  private ProvisioningException refused(String why) {
    return new ProvisioningException(oldKey, why, null);
  }

  private boolean isOurs(Entry target) {
    return target.phase() == Phase.MOVING && target.otherKey().equals(Optional.of(oldKey));
  }

  private boolean wasMovedHere(Entry source) {
    return source.phase() == Phase.MOVED && source.otherKey().equals(Optional.of(newKey));
  }

  private Entry requireMovable(Entry source) {
    return switch (source.phase()) {
      case CREATED, CONFIGURED, COMPLETE -> source;
      case SENDING -> throw Refusals.unresolved(source, null);
      default -> throw refused("is in phase " + source.phase() + " and cannot be moved");
    };
  }

  private void reserve(Optional<Entry> target) {
    if (target.isPresent() && target.get().phase() != Phase.MOVED) {
      throw new ProvisioningException(
          newKey, "is in phase " + target.get().phase() + " and cannot take an assistant", null);
    }
    target.ifPresent(tombstone -> requireFinished(context, tombstone));
    Entry.Builder reservation =
        Entry.builder()
            .key(newKey)
            .phase(Phase.MOVING)
            .otherKey(oldKey)
            .createdAt(context.time().now());
    if (!(context.journal().write(target.orElse(null), reservation)
        instanceof Journal.Written.Done)) {
      throw new BusyKeyException(newKey, "another process stored something meanwhile", null);
    }
  }

  private void leave() {
    Work work = new Work(context, new Run(context.options()), oldKey);
    Session session =
        KeyLock.take(work, entry -> wasMovedHere(entry) ? entry : requireMovable(entry));
    KeyLock.run(
        session,
        () ->
            session.release(
                entry ->
                    wasMovedHere(session.entry())
                        ? entry
                        : entry.phase(Phase.MOVED).otherKey(newKey)));
  }

  private void arrive() {
    Entry source =
        context
            .journal()
            .find(oldKey)
            .filter(this::wasMovedHere)
            .orElseThrow(() -> refused("changed while it was moved; call move again"));
    if (source.assistantId().isEmpty()) {
      return; // It had arrived before.
    }
    String assistantId = source.assistantId().get();
    // From here the next apply looks, and finds out what is left to do.
    Entry.Builder arrived =
        source.toBuilder().key(newKey).phase(Phase.CONFIGURED).otherKey(oldKey).unleased();
    context
        .journal()
        .amend(
            newKey,
            target ->
                (target.isEmpty() ? isUnsealed() : isOurs(target.get()))
                    ? Optional.of(arrived)
                    : Optional.empty());
    if (!isUnsealed()) {
      return;
    }
    Optional<String> holder = context.journal().findByAssistantId(assistantId).map(Entry::key);
    if (!holder.equals(Optional.of(newKey))) {
      throw refused(
          "its assistant "
              + assistantId
              + " cannot go to \""
              + newKey
              + holder
                  .map(key -> "\": key \"" + key + "\" has it")
                  .orElse("\", which got another one meanwhile: adopt it under a third key"));
    }
  }

  /** Whether the assistant has not arrived, as far as the tombstone knows. */
  private boolean isUnsealed() {
    return context
        .journal()
        .find(oldKey)
        .filter(this::wasMovedHere)
        .flatMap(Entry::assistantId)
        .isPresent();
  }

  /** Lets the tombstone hold nothing that is elsewhere: what is gone there must not come back. */
  private void seal() {
    context
        .journal()
        .amend(
            oldKey,
            now ->
                now.filter(this::wasMovedHere)
                    .filter(tombstone -> isHeldElsewhere(context, tombstone))
                    .map(
                        tombstone ->
                            tombstone.toBuilder()
                                .assistantId(Optional.empty())
                                .otherAssistantIds(Set.of())));
  }

  /** The tombstone of a move that has not arrived is all that there is of the assistant. */
  static Entry requireFinished(Context context, Entry tombstone) {
    if (tombstone.assistantId().isPresent() && !isHeldElsewhere(context, tombstone)) {
      throw new ProvisioningException(
          tombstone.key(),
          "its move to \""
              + tombstone.otherKey().orElse("?")
              + "\" is not finished; call move again",
          null);
    }
    return tombstone;
  }

  private static boolean isHeldElsewhere(Context context, Entry tombstone) {
    return tombstone.assistantId().flatMap(context.journal()::findByAssistantId).isPresent();
  }

  /** Before a key that an assistant was moved to is forgotten. */
  static void sealSource(Context context, Entry target) {
    target.otherKey().ifPresent(from -> new Move(context, from, target.key()).seal());
  }

  /** A reservation may go once nothing can arrive there any more. */
  static Entry requireAbandoned(Context context, Entry reservation) {
    String from = reservation.otherKey().orElse("?");
    boolean mayArrive =
        context
            .journal()
            .find(from)
            .filter(
                source ->
                    switch (source.phase()) {
                      case CREATED, CONFIGURED, COMPLETE -> true;
                      case MOVED ->
                          source.otherKey().equals(Optional.of(reservation.key()))
                              && source.assistantId().isPresent();
                      default -> false;
                    })
            .isPresent();
    if (mayArrive) {
      throw new ProvisioningException(
          reservation.key(),
          "it is receiving the assistant of key \"" + from + "\"; call move again to finish that",
          null);
    }
    return reservation;
  }
}
