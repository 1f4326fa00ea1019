package com.talkturo.provisioning;

import com.talkturo.provisioning.Gateway.PhoneNumber;
import com.talkturo.sdk.errors.ApiException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Gives an assistant its numbers, all in one list that replaces what it had. */
final class NumberAssignment {
  private final Work work;
  private final Session session;
  private final KeyPlan plan;
  private final Live live;

  NumberAssignment(Work work, Session session, KeyPlan plan, Live live) {
    this.work = work;
    this.session = session;
    this.plan = plan;
    this.live = live;
  }

  /** Returns whether numbers are left that another key of the run may still free. */
  boolean run() {
    AssistantSpec spec = plan.spec();
    Set<String> ids = new TreeSet<>(plan.numbersToAssign().orElse(List.of()));
    Set<String> open = new TreeSet<>(plan.openNumbers());
    if (!open.isEmpty() && live.numberList().isEmpty()) {
      resolve(open, ids);
    }
    if (ids.isEmpty() && plan.numbersToAssign().isEmpty()) {
      Optional<List<String>> stored = session.entry().phoneNumberIds();
      Optional<List<String>> seen =
          plan.settledNumbers()
              .or(() -> stored)
              .or(() -> Optional.of(List.copyOf(plan.numbersListed())));
      if (spec.managesPhoneNumbers() && !seen.equals(stored)) {
        session.save(entry -> entry.phoneNumberIds(seen));
      }
      return !open.isEmpty();
    }
    List<PhoneNumber> list = live.numberList().orElse(List.of());
    plan.numbersTaken()
        .forEach(id -> work.run.taken.put(id, new Run.Taken(work.key, numberOf(id, list))));
    assign(work, session, ids);
    return !open.isEmpty();
  }

  private static String numberOf(String id, List<PhoneNumber> list) {
    return list.stream()
        .filter(number -> number.id().equals(id))
        .map(NumberPlanner::plain)
        .findFirst()
        .orElse(id);
  }

  private void resolve(Set<String> open, Set<String> ids) {
    List<PhoneNumber> list =
        new Reader(work)
            .numbers(session.entry().assistantId().orElseThrow())
            .orElseThrow(
                () ->
                    new PhoneNumberException(
                        work.key,
                        "phoneNumbers are declared in E.164 form, but the API does not list the"
                            + " numbers that the assistant may have; declare phoneNumberIds",
                        null));
    work.run.claims.requireDistinct(work.key);
    for (String number : Set.copyOf(open)) {
      NumberPlanner.idOf(number, list)
          .ifPresent(
              id -> {
                ids.add(id);
                open.remove(number);
              });
    }
  }

  /**
   * Assigns exactly these numbers, and reads them back as far as the API lists numbers.
   *
   * @throws PhoneNumberException if the API refuses them, or says yes and does something else
   */
  static void assign(Work work, Session session, Collection<String> ids) {
    Set<String> sent = new TreeSet<>(ids);
    send(work, session, sent);
    boolean verified = isReadBack(work, session.entry().assistantId().orElseThrow(), sent);
    session.save(
        entry ->
            entry
                .phoneNumberIds(List.copyOf(sent))
                .phoneNumbersUnverified(!verified)
                .pendingPhoneNumberIds(Optional.empty()));
  }

  /** The answer holds no number, nor does the assistant: only the list can tell. */
  private static boolean isReadBack(Work work, String assistantId, Set<String> sent) {
    Rereads rereads = new Rereads(work);
    while (true) {
      Optional<Set<String>> shown =
          new Reader(work).numbers(assistantId).map(list -> Live.assignedIds(list, assistantId));
      if (shown.isEmpty() || shown.get().equals(sent)) {
        return shown.isPresent();
      }
      if (!rereads.again()) {
        throw new PhoneNumberException(
            work.key,
            "the API answered with success, but lists "
                + shown.get()
                + " as the assistant's numbers in place of "
                + sent,
            null);
      }
    }
  }

  /** Assigns exactly these numbers; what became of it is open until {@link #assign} has looked. */
  static void send(Work work, Session session, Collection<String> ids) {
    List<String> sorted = List.copyOf(new TreeSet<>(ids));
    sorted.forEach(id -> work.run.given.put(id, work.key));
    Optional<List<String>> before = session.entry().pendingPhoneNumberIds();
    session.save(entry -> entry.pendingPhoneNumberIds(sorted));
    String assistantId = session.entry().assistantId().orElseThrow();
    try {
      work.call(
          () -> {
            work.context.gateway().assign(work.key, assistantId, sorted, session::readyToWrite);
            return sorted;
          });
    } catch (ApiException e) {
      if (!Failures.mayHaveTakenEffect(e)) {
        session.save(entry -> entry.pendingPhoneNumberIds(before));
      }
      if (Failures.hasStatus(e, 400, 409, 422)) {
        throw new PhoneNumberException(
            work.key, "the API refused the numbers " + sorted + ": " + e.getMessage(), e);
      }
      throw e;
    }
  }
}
