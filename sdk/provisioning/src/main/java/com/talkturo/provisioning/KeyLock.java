package com.talkturo.provisioning;

import java.util.Optional;
import java.util.function.Function;

/** Takes the lease of a key for work that is no apply, and waits for its turn. */
final class KeyLock {
  private KeyLock() {}

  /**
   * The lease of a key that is stored.
   *
   * @param check throws if the entry is not one to work on; called for each entry that is seen
   * @throws BusyKeyException if somebody else has it for longer than the timeout
   */
  static Session take(Work work, Function<Entry, Entry> check) {
    while (true) {
      Entry entry =
          check.apply(
              work.context
                  .journal()
                  .find(work.key)
                  .orElseThrow(
                      () -> new ProvisioningException(work.key, "nothing is stored of it", null)));
      boolean free = work.context.lease().isFree(entry);
      if (free) {
        Optional<Session> session =
            Session.begin(
                work.context.journal(),
                work.context.time(),
                work.context.lease(),
                work.context.callTimeout(),
                work.key,
                entry);
        if (session.isPresent()) {
          return session.get();
        }
      }
      if (work.left().isNegative()) {
        throw new BusyKeyException(work.key, "another process works on it", null);
      }
      work.pause(free ? Worker.AFTER_A_LOST_RACE : Worker.poll(work.context.lease()));
    }
  }

  /** Runs, gives the lease back if that fails, and names what failed. */
  static void run(Session session, Runnable steps) {
    try {
      steps.run();
    } catch (Session.LostLease e) {
      throw new BusyKeyException(session.key(), "another process took it over", e);
    } catch (RuntimeException e) {
      if (session.entry().leaseOwner().isPresent()) {
        try {
          session.release(entry -> entry);
        } catch (RuntimeException release) {
          e.addSuppressed(release);
        }
      }
      throw e instanceof ProvisioningException
          ? e
          : Failures.wrapped(session.key(), "a request", e);
    }
  }
}
