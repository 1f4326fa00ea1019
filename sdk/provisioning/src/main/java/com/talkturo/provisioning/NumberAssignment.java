package com.talkturo.provisioning;

import com.talkturo.provisioning.Gateway.PhoneNumber;
import com.talkturo.sdk.errors.ApiException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Gives an assistant its numbers; the list replaces what it had. */
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
      if (spec.managesPhoneNumbers() && session.entry().phoneNumberIds().isEmpty()) {
        session.save(entry -> entry.phoneNumberIds(List.of()));
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
        .map(PhoneNumber::number)
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
    for (String number : Set.copyOf(open)) {
      NumberPlanner.idOf(number, list)
          .ifPresent(
              id -> {
                ids.add(id);
                open.remove(number);
              });
    }
  }

  /** Assigns exactly these numbers, and remembers before and after. */
  static void assign(Work work, Session session, Collection<String> ids) {
    List<String> sorted = List.copyOf(new TreeSet<>(ids));
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
    session.save(entry -> entry.phoneNumberIds(sorted).pendingPhoneNumberIds(Optional.empty()));
  }
}
