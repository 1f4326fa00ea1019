package com.talkturo.provisioning;

import static com.talkturo.provisioning.Classification.CONFLICT;
import static com.talkturo.provisioning.Classification.CREATE;
import static com.talkturo.provisioning.Classification.DRIFT;
import static com.talkturo.provisioning.Classification.ERROR;
import static com.talkturo.provisioning.Classification.IN_SYNC;
import static com.talkturo.provisioning.Classification.LIVE_UNKNOWN;
import static com.talkturo.provisioning.Classification.RECREATE;
import static com.talkturo.provisioning.Classification.UNMANAGED;
import static com.talkturo.provisioning.Classification.UPDATE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Decides what is to be done for a key, from what is declared, stored and live. Does nothing else:
 * plans and applies ask the same question and get the same answer.
 */
final class Planner {
  private static final int SENT_AND_READ_BACK = 2;

  private final Hasher hasher;
  private final ApplyOptions options;
  private final FieldTable fields;

  Planner(Hasher hasher, ApplyOptions options) {
    this.hasher = hasher;
    this.options = options;
    this.fields = new FieldTable(hasher);
  }

  /**
   * What is known of a key.
   *
   * @param withheld ids of numbers that another key of the run gives up first
   * @param passedOn ids of numbers that it had when it was approved, and that the run itself gave
   *     to another key since
   * @param isWhole whether all of it is to be told at once, what has to wait too
   * @param lastStage whether no other key of the run can free a number any more
   */
  record Situation(
      String key,
      AssistantSpec spec,
      Optional<Entry> entry,
      Live live,
      Set<String> withheld,
      Set<String> passedOn,
      boolean isWhole,
      boolean lastStage) {
    /** The ids that are not to be assigned yet. */
    Set<String> postponed() {
      return isWhole ? Set.of() : withheld;
    }

    /** The ids that the API lists as the assistant's, if it lists any. */
    Optional<Set<String>> listedIds() {
      return entry.flatMap(Entry::assistantId).flatMap(live::assignedIds);
    }
  }

  KeyPlan plan(Situation of) {
    String specDigest = specDigest(of.spec());
    ImmutableKeyPlan.Builder plan =
        KeyPlan.builder()
            .key(of.key())
            .spec(of.spec())
            .specDigest(specDigest)
            .assistantId(of.entry().flatMap(Entry::assistantId))
            .numbersListed(of.listedIds().orElse(Set.of()))
            .fingerprint(Fingerprint.of(hasher, of, specDigest));
    Optional<ProvisioningException> refusal = new Refusals(options).of(of);
    if (refusal.isPresent()) {
      return plan.problem(refusal).classification(Refusals.classOf(refusal.get())).build();
    }
    Phase phase = of.entry().map(Entry::phase).orElse(Phase.PREPARED);
    if (phase == Phase.PREPARED || of.live() instanceof Live.Missing) {
      return creation(of, plan, phase == Phase.PREPARED ? CREATE : RECREATE);
    }
    return comparison(of, of.entry().orElseThrow(), plan);
  }

  String specDigest(AssistantSpec spec) {
    return hasher.digest(spec.canonical());
  }

  private KeyPlan creation(
      Situation of, ImmutableKeyPlan.Builder plan, Classification classification) {
    AssistantSpec spec = of.spec();
    spec.fields().keySet().forEach(field -> plan.addChanges(fields.change(of, field, UPDATE, "")));
    Set<String> ids = new TreeSet<>(spec.declaredIds());
    ids.removeAll(of.postponed());
    if (spec.managesPhoneNumbers()
        && !(spec.declaredIds().isEmpty() && spec.declaredNumbers().isEmpty())) {
      plan.addChanges(NumberPlanner.change(of, UPDATE, Set.of(), spec.declaredIds(), ""));
    }
    return plan.classification(classification)
        .fieldsToSend(spec.fields().keySet())
        .numbersToAssign(ids.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(ids)))
        .numbersGiven(spec.declaredIds())
        .openNumbers(spec.declaredNumbers())
        .requests(1 + SENT_AND_READ_BACK + NumberPlanner.requestsOfANewOne(of))
        .build();
  }

  private KeyPlan comparison(Situation of, Entry entry, ImmutableKeyPlan.Builder plan) {
    List<FieldChange> changes = new ArrayList<>();
    Set<String> changed = new TreeSet<>();
    Set<String> kept = new TreeSet<>();
    boolean refresh = entry.phase() != Phase.COMPLETE || !entry.pendingFields().isEmpty();
    for (String field : of.spec().fields().keySet()) {
      Classification seen = fields.classify(of.spec(), entry, of.live(), field);
      refresh |= seen == IN_SYNC && !fields.isRecorded(of.spec(), entry, of.live(), field);
      if (seen == UPDATE || (isDrift(seen) && options.onDrift == OnDrift.OVERWRITE)) {
        changed.add(field);
      } else if (isDrift(seen)) {
        kept.add(field);
      }
      if (seen != IN_SYNC) {
        changes.add(fields.change(of, field, seen, driftNote(seen)));
      }
    }
    for (String field : entry.baselines().keySet()) {
      if (!of.spec().fields().containsKey(field)) {
        changes.add(fields.change(of, field, UNMANAGED, ""));
        refresh = true;
      }
    }
    plan.fieldsToSend(withCompanions(of.spec(), changed, kept));
    NumberPlanner.Result numbers = new NumberPlanner(options).plan(of, entry);
    numbers.addTo(plan);
    of.live().numberList().orElse(List.of()).stream()
        .filter(number -> numbers.taken().contains(number.id()))
        .forEach(number -> plan.addNumbersTakenInE164(NumberPlanner.plain(number)));
    refresh |=
        !numbers.sends()
            && numbers.problem().isEmpty()
            && (of.spec().managesPhoneNumbers()
                ? numbers.settled().isPresent()
                    && (!numbers.settled().equals(entry.phoneNumberIds())
                        || (entry.phoneNumbersUnverified() && of.live().numberList().isPresent()))
                : entry.phoneNumberIds().isPresent());
    numbers.change().ifPresent(changes::add);
    Classification worst =
        changes.stream()
            .map(FieldChange::classification)
            .max(Classification::compareTo)
            .orElse(IN_SYNC);
    boolean sends = !changed.isEmpty() || numbers.sends();
    Optional<ProvisioningException> problem =
        numbers.problem().isPresent() ? numbers.problem() : driftProblem(of.key(), changes);
    return plan.changes(changes)
        .classification(numbers.problem().isPresent() ? ERROR : worst)
        .problem(problem)
        .settledNumbers(numbers.settled())
        .storesOnly(!sends && problem.isEmpty() && (refresh || isNews(of, entry, changes)))
        .requests((changed.isEmpty() ? 0 : SENT_AND_READ_BACK) + numbers.requests())
        .build();
  }

  /** Revision and digest of a spec that changed nothing in the API are worth storing too. */
  private boolean isNews(Situation of, Entry entry, List<FieldChange> changes) {
    boolean settled =
        changes.stream()
            .map(FieldChange::classification)
            .allMatch(seen -> seen.compareTo(LIVE_UNKNOWN) <= 0);
    return (settled && !entry.specDigest().equals(Optional.of(specDigest(of.spec()))))
        || (of.spec().revision().isPresent() && !of.spec().revision().equals(entry.revision()));
  }

  private static boolean isDrift(Classification seen) {
    return seen == DRIFT || seen == CONFLICT;
  }

  private String driftNote(Classification seen) {
    return isDrift(seen) && options.onDrift != OnDrift.FAIL
        ? options.onDrift == OnDrift.OVERWRITE ? "will be overwritten" : "will be kept"
        : "";
  }

  private Optional<ProvisioningException> driftProblem(String key, List<FieldChange> changes) {
    String fields =
        changes.stream()
            .filter(change -> isDrift(change.classification()))
            .map(change -> change.field() + " " + change.classification())
            .collect(Collectors.joining(", "));
    return fields.isEmpty() || options.onDrift != OnDrift.FAIL
        ? Optional.empty()
        : Optional.of(new DriftException(key, fields + "; nothing was sent", null));
  }

  private static Set<String> withCompanions(
      AssistantSpec spec, Set<String> changed, Set<String> kept) {
    Set<String> groups = changed.stream().map(ManagedField::groupOf).collect(Collectors.toSet());
    return spec.fields().keySet().stream()
        .filter(field -> groups.contains(ManagedField.groupOf(field)) && !kept.contains(field))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
