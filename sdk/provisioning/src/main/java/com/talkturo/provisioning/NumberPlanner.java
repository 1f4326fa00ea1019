package com.talkturo.provisioning;

import static com.talkturo.provisioning.Classification.CONFLICT;
import static com.talkturo.provisioning.Classification.DRIFT;
import static com.talkturo.provisioning.Classification.ERROR;
import static com.talkturo.provisioning.Classification.UNMANAGED;
import static com.talkturo.provisioning.Classification.UNVERIFIABLE;
import static com.talkturo.provisioning.Classification.UPDATE;

import com.talkturo.provisioning.Gateway.PhoneNumber;
import com.talkturo.provisioning.Planner.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The phone numbers of a key: which it should have, which it has, what is to be assigned. */
final class NumberPlanner {
  static final String NUMBERS = "numbers";
  static final String HIDDEN = "(hidden)";

  private static final int ASSIGNED_AND_READ_BACK = 2;

  private final ApplyOptions options;

  NumberPlanner(ApplyOptions options) {
    this.options = options;
  }

  /**
   * What is to be done.
   *
   * @param toAssign all numbers that the assistant is to have, if they are to be assigned
   * @param given those that it does not have yet, those included that are to come later
   * @param taken those that it has and is not to have
   * @param open E.164 numbers that may become free later in the run
   * @param settled the numbers that the assistant is seen to have, if they are the right ones
   * @param requests what it takes, a second look at a key that has to wait included
   */
  record Result(
      Optional<FieldChange> change,
      Optional<List<String>> toAssign,
      Set<String> given,
      Set<String> taken,
      Set<String> open,
      Optional<List<String>> settled,
      int requests,
      Optional<ProvisioningException> problem) {
    boolean sends() {
      return toAssign.isPresent() || !open.isEmpty();
    }

    void addTo(ImmutableKeyPlan.Builder plan) {
      plan.numbersToAssign(toAssign).numbersGiven(given).numbersTaken(taken).openNumbers(open);
    }
  }

  private static Result nothing(Optional<FieldChange> change, Optional<List<String>> settled) {
    return new Result(
        change, Optional.empty(), Set.of(), Set.of(), Set.of(), settled, 0, Optional.empty());
  }

  /** Whether the numbers have to be listed before anything can be said. */
  static boolean needsList(AssistantSpec spec, Entry entry) {
    boolean unknown = entry.phoneNumberIds().isEmpty() && entry.token().isEmpty();
    // What is about to be replaced may have been changed outside.
    boolean changed =
        entry.phase() == Phase.COMPLETE
            && !entry
                .phoneNumberIds()
                .map(TreeSet::new)
                .equals(Optional.of(new TreeSet<>(spec.declaredIds())));
    return !spec.declaredNumbers().isEmpty()
        || (spec.managesPhoneNumbers() && (unknown || changed));
  }

  Result plan(Situation of, Entry entry) {
    AssistantSpec spec = of.spec();
    if (!spec.managesPhoneNumbers()) {
      return nothing(
          entry.phoneNumberIds().map(ids -> change(of, UNMANAGED, Set.of(), Set.of(), "")),
          Optional.empty());
    }
    if (of.live() instanceof Live.NotRead) { // Nothing has changed, or it would have been.
      return nothing(Optional.empty(), entry.phoneNumberIds());
    }
    Optional<List<PhoneNumber>> list = of.live().numberList();
    if (!spec.declaredNumbers().isEmpty() && list.isEmpty()) {
      return refused(
          of,
          "phoneNumbers are declared in E.164 form, but the API does not list the numbers that the"
              + " assistant may have; declare phoneNumberIds");
    }
    Set<String> wanted = new TreeSet<>(spec.declaredIds());
    Set<String> open = new TreeSet<>();
    for (String number : spec.declaredNumbers()) {
      idOf(number, list.orElse(List.of())).ifPresentOrElse(wanted::add, () -> open.add(number));
    }
    if (!open.isEmpty() && of.lastStage()) {
      return refused(
          of,
          "phone numbers "
              + (spec.hiddenFields().contains(NUMBERS) ? HIDDEN : open)
              + " are neither free nor the assistant's own; free them first, or check the account");
    }
    return compared(of, entry, wanted, open);
  }

  private Result compared(Situation of, Entry entry, Set<String> wanted, Set<String> open) {
    AssistantSpec spec = of.spec();
    @Nullable Set<String> left = entry.phoneNumberIds().map(TreeSet::new).orElse(null);
    Optional<Set<String>> live = entry.assistantId().flatMap(id -> of.live().assignedIds(id));
    boolean unknown = live.isEmpty() && left == null && entry.token().isEmpty();
    Set<String> current = live.orElse(left == null ? Set.of() : left);
    boolean pending = entry.pendingPhoneNumberIds().isPresent();
    boolean known = !unknown && !pending;
    if (current.equals(wanted) && known && open.isEmpty()) {
      boolean unverified = live.isEmpty() && entry.phoneNumbersUnverified();
      return nothing(
          unverified ? Optional.of(unverifiable(spec, wanted)) : Optional.empty(),
          Optional.of(List.copyOf(wanted)));
    }
    boolean changedOutside =
        live.isPresent() && left != null && !live.get().equals(left) && !pending;
    boolean asBefore = wanted.equals(left) && open.isEmpty();
    Classification seen = !changedOutside ? UPDATE : asBefore ? DRIFT : CONFLICT;
    Set<String> given = minus(wanted, current);
    Set<String> taken = minus(current, wanted);
    if (changedOutside && options.onDrift != OnDrift.OVERWRITE) {
      FieldChange change = change(of, seen, taken, given, "");
      return nothing(Optional.of(change), Optional.empty());
    }
    boolean forbidden = (!taken.isEmpty() || unknown) && !options.allowUnassign;
    FieldChange change = change(of, seen, taken, given, forbidden ? "needs allowUnassign" : "");
    if (forbidden) {
      return new Result(
          Optional.of(change),
          Optional.empty(),
          Set.of(),
          taken,
          Set.of(),
          Optional.empty(),
          0,
          Optional.of(
              new PhoneNumberException(
                  of.key(),
                  unknown
                      ? "which numbers the assistant has is not known, and assigning replaces them"
                          + " all; allow it with allowUnassign(true)"
                      : "phone numbers "
                          + taken
                          + " would be taken away; allow it with allowUnassign(true)",
                  null)));
    }
    // What another key gives up first changes when it is sent, never what.
    Set<String> now = minus(wanted, of.postponed());
    if (current.equals(now) && known && open.isEmpty()) {
      return nothing(Optional.of(change), Optional.empty());
    }
    boolean isAsNow = current.equals(now) && known;
    boolean waits = !of.withheld().isEmpty() || !open.isEmpty();
    boolean isSentTwice = waits && !(current.equals(minus(wanted, of.withheld())) && known);
    return new Result(
        Optional.of(change),
        isAsNow ? Optional.empty() : Optional.of(List.copyOf(now)),
        given,
        taken,
        open,
        Optional.empty(),
        (waits ? 1 + (needsList(spec, entry) ? 1 : 0) : 0)
            + ASSIGNED_AND_READ_BACK * (isSentTwice ? 2 : 1),
        Optional.empty());
  }

  /** What its numbers take if there is no assistant yet. */
  static int requestsOfANewOne(Situation of) {
    Set<String> ids = of.spec().declaredIds();
    int list = of.spec().declaredNumbers().isEmpty() ? 0 : 1;
    int now = minus(ids, of.withheld()).isEmpty() && list == 0 ? 0 : list + ASSIGNED_AND_READ_BACK;
    boolean waits = !minus(ids, minus(ids, of.withheld())).isEmpty();
    return now + (waits ? 1 + list + ASSIGNED_AND_READ_BACK : 0);
  }

  private static FieldChange unverifiable(AssistantSpec spec, Set<String> ids) {
    String shown = ids.isEmpty() ? "none" : String.join("  ", ids);
    return new FieldChange(
        NUMBERS,
        UNVERIFIABLE,
        Optional.empty(),
        Optional.of(spec.hiddenFields().contains(NUMBERS) ? HIDDEN : shown),
        List.of(),
        "");
  }

  private static Result refused(Situation of, String why) {
    return new Result(
        Optional.of(
            new FieldChange(NUMBERS, ERROR, Optional.empty(), Optional.empty(), List.of(), why)),
        Optional.empty(),
        Set.of(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        0,
        Optional.of(new PhoneNumberException(of.key(), why, null)));
  }

  static Optional<String> idOf(String number, List<PhoneNumber> list) {
    return list.stream()
        .filter(candidate -> plain(candidate).equals(number))
        .map(PhoneNumber::id)
        .findFirst();
  }

  /** As in E.164, without what people put between the digits. */
  static String plain(PhoneNumber number) {
    return number.number().replaceAll("[^+0-9]", "");
  }

  private static Set<String> minus(Set<String> from, Set<String> what) {
    Set<String> rest = new TreeSet<>(from);
    rest.removeAll(what);
    return rest;
  }

  static FieldChange change(
      Situation of, Classification seen, Set<String> taken, Set<String> given, String note) {
    List<String> parts = new ArrayList<>();
    given.forEach(id -> parts.add("+ " + numberOf(of, id)));
    List<PhoneNumber> list = of.live().numberList().orElse(List.of());
    of.spec().declaredNumbers().stream()
        .filter(number -> idOf(number, list).isEmpty())
        .forEach(number -> parts.add("+ " + number));
    taken.forEach(id -> parts.add("- " + numberOf(of, id)));
    if (of.spec().hiddenFields().contains(NUMBERS)) {
      parts.replaceAll(part -> part.substring(0, 2) + HIDDEN);
    }
    return new FieldChange(
        NUMBERS,
        seen,
        Optional.empty(),
        parts.isEmpty() ? Optional.empty() : Optional.of(String.join("  ", parts)),
        List.of(),
        note);
  }

  private static String numberOf(Situation of, String id) {
    return of.live().numberList().orElse(List.of()).stream()
        .filter(number -> number.id().equals(id))
        .map(PhoneNumber::number)
        .findFirst()
        .orElse(id);
  }
}
