package com.talkturo.provisioning;

import java.util.Optional;

/**
 * Gives the assistant of a key to another one in three steps, each of which a crash may follow: the
 * new key is reserved; the old one becomes a tombstone that still holds everything; the new one
 * gets it. At any time exactly one key owns the assistant or leads to who does.
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
    Optional<Entry> target = context.journal().find(newKey);
    Optional<Entry> source = context.journal().find(oldKey);
    boolean reserved = target.filter(this::isOurs).isPresent();
    if (!reserved) {
      if (source.filter(this::wasMovedHere).isPresent()
          && target.flatMap(Entry::assistantId).equals(source.flatMap(Entry::assistantId))) {
        return;
      }
      requireMovable(source.orElseThrow(() -> refused("nothing is stored of it")));
      reserve(target);
    }
    if (source.filter(this::wasMovedHere).isEmpty()) {
      leave();
    }
    arrive();
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
      case SENDING -> throw Planner.unresolved(source, null);
      default -> throw refused("is in phase " + source.phase() + " and cannot be moved");
    };
  }

  private void reserve(Optional<Entry> target) {
    if (target.isPresent() && target.get().phase() != Phase.MOVED) {
      throw new ProvisioningException(
          newKey, "is in phase " + target.get().phase() + " and cannot take an assistant", null);
    }
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
    Entry target = context.journal().find(newKey).orElse(null);
    if (target == null || !isOurs(target)) {
      return; // Somebody else has finished it.
    }
    // From here the next apply looks, and finds out what is left to do.
    Entry.Builder arrived =
        source.toBuilder()
            .key(newKey)
            .phase(Phase.CONFIGURED)
            .otherKey(Optional.empty())
            .leaseOwner(Optional.empty());
    context.journal().write(target, arrived);
  }

  /** The tombstone of a move that has not arrived is all that there is of the assistant. */
  static void requireFinished(Context context, Entry tombstone) {
    Optional<Entry> target = tombstone.otherKey().flatMap(other -> context.journal().find(other));
    boolean arrived = target.filter(entry -> entry.phase() != Phase.MOVING).isPresent();
    if (!arrived) {
      throw new ProvisioningException(
          tombstone.key(),
          "its move to \""
              + tombstone.otherKey().orElse("?")
              + "\" is not finished; call move again",
          null);
    }
  }
}
