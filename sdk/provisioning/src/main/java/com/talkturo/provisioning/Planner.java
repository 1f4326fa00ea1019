package com.talkturo.provisioning;

import static com.talkturo.provisioning.Classification.CONFLICT;
import static com.talkturo.provisioning.Classification.CREATE;
import static com.talkturo.provisioning.Classification.DELETED;
import static com.talkturo.provisioning.Classification.DRIFT;
import static com.talkturo.provisioning.Classification.ERROR;
import static com.talkturo.provisioning.Classification.IN_SYNC;
import static com.talkturo.provisioning.Classification.LIVE_UNKNOWN;
import static com.talkturo.provisioning.Classification.MISSING;
import static com.talkturo.provisioning.Classification.RECREATE;
import static com.talkturo.provisioning.Classification.STORED_DIFFERENTLY;
import static com.talkturo.provisioning.Classification.UNMANAGED;
import static com.talkturo.provisioning.Classification.UNRESOLVED;
import static com.talkturo.provisioning.Classification.UNVERIFIABLE;
import static com.talkturo.provisioning.Classification.UPDATE;

import com.talkturo.provisioning.Entry.Baseline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is to be done for a key, from what is declared, stored and live. Does nothing else:
 * plans and applies ask the same question and get the same answer.
 */
final class Planner {
  private final Hasher hasher;
  private final Provisioner.Options options;

  Planner(Hasher hasher, Provisioner.Options options) {
    this.hasher = hasher;
    this.options = options;
  }

  /**
   * What is known of a key.
   *
   * @param withheld ids of numbers that another key of the run has to give up first
   * @param lastStage whether no other key of the run can free a number any more
   */
  record Situation(
      String key,
      AssistantSpec spec,
      Optional<Entry> entry,
      Live live,
      Set<String> withheld,
      boolean lastStage) {}

  KeyPlan plan(Situation of) {
    String specDigest = specDigest(of.spec());
    ImmutableKeyPlan.Builder plan =
        KeyPlan.builder()
            .key(of.key())
            .spec(of.spec())
            .specDigest(specDigest)
            .assistantId(of.entry().flatMap(Entry::assistantId))
            .fingerprint(fingerprint(of, specDigest));
    Optional<ProvisioningException> refusal = refusal(of);
    if (refusal.isPresent()) {
      return plan.problem(refusal).classification(classOf(refusal.get())).build();
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

  /** What forbids to send anything, whatever the fields say. */
  private Optional<ProvisioningException> refusal(Situation of) {
    Entry entry = of.entry().orElse(null);
    if (entry == null) {
      return nameless(of);
    }
    Optional<ProvisioningException> closed = closed(of.key(), entry);
    return closed.isPresent() ? closed : misfit(of, entry);
  }

  /** Phases in which no spec is applied. */
  private static Optional<ProvisioningException> closed(String key, Entry entry) {
    return switch (entry.phase()) {
      case SENDING -> Optional.of(unresolved(entry, null));
      case DELETING ->
          deleted(key, "its deletion has begun; call delete(\"" + key + "\") to finish it");
      case DELETED ->
          deleted(key, "it was deleted; call forget(\"" + key + "\") to use the key again");
      case MOVED -> deleted(key, "its assistant was moved to key \"" + otherKey(entry) + "\"");
      case MOVING ->
          deleted(
              key,
              "it is receiving the assistant of key \""
                  + otherKey(entry)
                  + "\"; call move again to finish that");
      case PREPARED, CREATED, CONFIGURED, COMPLETE -> Optional.empty();
    };
  }

  /** What does not fit the assistant that there is. */
  private Optional<ProvisioningException> misfit(Situation of, Entry entry) {
    String key = of.key();
    Optional<Long> revision = of.spec().revision();
    if (revision.isPresent() && revision.get() < entry.revision().orElse(Long.MIN_VALUE)) {
      return Optional.of(
          new OutdatedSpecException(
              key,
              "the spec has revision "
                  + revision.get()
                  + ", and "
                  + entry.revision().orElseThrow()
                  + " was applied already",
              null));
    }
    Optional<String> template = of.spec().templateId().map(id -> id.value());
    boolean exists = entry.assistantId().isPresent();
    if (exists
        && template.isPresent()
        && entry.templateId().isPresent()
        && !template.equals(entry.templateId())) {
      return Optional.of(
          new InvalidSpecException(
              key,
              "templateId is "
                  + template.get()
                  + ", but the assistant was created from "
                  + entry.templateId().get()
                  + "; a template is applied at creation only",
              null));
    }
    if (of.live() instanceof Live.Missing && !options.recreateMissing.contains(key)) {
      return Optional.of(
          new MissingAssistantException(
              key,
              "assistant "
                  + entry.assistantId().orElse("?")
                  + " is gone (404), although others answer; recreateMissing makes it anew",
              null));
    }
    return exists ? Optional.empty() : nameless(of);
  }

  private static Optional<ProvisioningException> nameless(Situation of) {
    return of.spec().name().isPresent()
        ? Optional.empty()
        : Optional.of(
            new InvalidSpecException(of.key(), "name is missing; a create needs one", null));
  }

  private static Optional<ProvisioningException> deleted(String key, String why) {
    return Optional.of(new DeletedKeyException(key, why, null));
  }

  private static String otherKey(Entry entry) {
    return entry.otherKey().orElse("?");
  }

  static UnresolvedCreateException unresolved(Entry entry, @Nullable Throwable cause) {
    String detail =
        entry.sendingSince().map(time -> " since " + time).orElse("")
            + (entry.otherAssistantIds().isEmpty()
                ? ""
                : "; ids seen: " + entry.otherAssistantIds());
    return new UnresolvedCreateException(entry.key(), entry.token().orElse("?"), detail, cause);
  }

  private static Classification classOf(ProvisioningException problem) {
    if (problem instanceof UnresolvedCreateException) {
      return UNRESOLVED;
    }
    if (problem instanceof DeletedKeyException) {
      return DELETED;
    }
    return problem instanceof MissingAssistantException ? MISSING : ERROR;
  }

  private KeyPlan creation(
      Situation of, ImmutableKeyPlan.Builder plan, Classification classification) {
    AssistantSpec spec = of.spec();
    spec.fields().keySet().forEach(field -> plan.addChanges(change(of, field, UPDATE, "")));
    Set<String> ids = new TreeSet<>(spec.declaredIds());
    ids.removeAll(of.withheld());
    if (spec.managesPhoneNumbers()
        && !(spec.declaredIds().isEmpty() && spec.declaredNumbers().isEmpty())) {
      plan.addChanges(numbersChange(of, UPDATE, Set.of(), ids, ""));
    }
    int numbers = spec.declaredNumbers().isEmpty() ? 0 : 1;
    return plan.classification(classification)
        .fieldsToSend(spec.fields().keySet())
        .numbersToAssign(ids.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(ids)))
        .openNumbers(spec.declaredNumbers())
        .requests(
            (classification == RECREATE ? 4 : 3)
                + numbers
                + (ids.isEmpty() && numbers == 0 ? 0 : 1))
        .build();
  }

  private KeyPlan comparison(Situation of, Entry entry, ImmutableKeyPlan.Builder plan) {
    List<FieldChange> changes = new ArrayList<>();
    Set<String> changed = new TreeSet<>();
    Set<String> kept = new TreeSet<>();
    boolean refresh = entry.phase() != Phase.COMPLETE || !entry.pendingFields().isEmpty();
    for (String field : of.spec().fields().keySet()) {
      Classification seen = classify(of, entry, field);
      refresh |= seen == IN_SYNC && !isRecorded(of, entry, field);
      if (seen == UPDATE || (isDrift(seen) && options.onDrift == OnDrift.OVERWRITE)) {
        changed.add(field);
      } else if (isDrift(seen)) {
        kept.add(field);
      }
      if (seen != IN_SYNC) {
        changes.add(change(of, field, seen, driftNote(seen)));
      }
    }
    for (String field : entry.baselines().keySet()) {
      if (!of.spec().fields().containsKey(field)) {
        changes.add(change(of, field, UNMANAGED, ""));
        refresh = true;
      }
    }
    plan.fieldsToSend(withCompanions(of.spec(), changed, kept));
    NumberPlanner.Result numbers = new NumberPlanner(options).plan(of, entry);
    numbers.addTo(plan);
    refresh |=
        !numbers.sends()
            && numbers.problem().isEmpty()
            && (of.spec().managesPhoneNumbers()
                ? numbers.settled().isPresent() && !numbers.settled().equals(entry.phoneNumberIds())
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
        .requests(requests(of, changed, numbers))
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

  private static int requests(Situation of, Set<String> changed, NumberPlanner.Result numbers) {
    int looks =
        (of.live() instanceof Live.NotRead ? 0 : 1) + (of.live().numberList().isPresent() ? 1 : 0);
    int writes = (changed.isEmpty() ? 0 : 1) + (numbers.sends() ? 1 : 0);
    return looks + writes + (writes == 0 ? 0 : 1);
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

  /** The table of the fields. */
  private Classification classify(Situation of, Entry entry, String field) {
    Object wanted = of.spec().fields().get(field);
    String wantedHash = hasher.exact(field, wanted);
    Baseline baseline = entry.baselines().get(field);
    boolean pending = entry.pendingFields().contains(field);
    boolean asBefore = baseline != null && baseline.sent().equals(wantedHash) && !pending;
    if (!(of.live() instanceof Live.Shown shown)) {
      return !asBefore ? UPDATE : of.live() instanceof Live.Unknown ? LIVE_UNKNOWN : IN_SYNC;
    }
    if (!shown.values().containsKey(field)) {
      return asBefore ? UNVERIFIABLE : UPDATE;
    }
    Object live = Values.ofKind(field, shown.values().get(field));
    String liveHash = hasher.exact(field, live);
    if (liveHash.equals(wantedHash)) {
      return IN_SYNC;
    }
    boolean asLeft = baseline != null && baseline.stored().map(liveHash::equals).orElse(false);
    if (baseline != null && asBefore && asLeft) {
      return baseline.storedDifferently() ? STORED_DIFFERENTLY : IN_SYNC;
    }
    boolean onlySpelledDifferently = Values.sameAsWritten(wanted, live);
    if (onlySpelledDifferently && (baseline == null || asBefore || !asLeft)) {
      return IN_SYNC;
    }
    // A write that broke off may have left anything; without a baseline there is nothing to lose.
    if (pending || baseline == null || asLeft || baseline.stored().isEmpty()) {
      return UPDATE;
    }
    return asBefore ? DRIFT : CONFLICT;
  }

  /** Whether the entry already says what is seen. */
  private boolean isRecorded(Situation of, Entry entry, String field) {
    Baseline baseline = entry.baselines().get(field);
    if (baseline == null || entry.pendingFields().contains(field)) {
      return false;
    }
    if (!(of.live() instanceof Live.Shown shown)) {
      return true;
    }
    Object live = Values.ofKind(field, shown.values().get(field));
    return baseline.sent().equals(hasher.exact(field, of.spec().fields().get(field)))
        && baseline.stored().equals(Optional.of(hasher.exact(field, live)))
        && !baseline.storedDifferently();
  }

  private static Set<String> withCompanions(
      AssistantSpec spec, Set<String> changed, Set<String> kept) {
    Set<String> groups = changed.stream().map(ManagedField::groupOf).collect(Collectors.toSet());
    return spec.fields().keySet().stream()
        .filter(field -> groups.contains(ManagedField.groupOf(field)) && !kept.contains(field))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private FieldChange change(
      Situation of, String field, Classification classification, String note) {
    boolean isShown = of.live() instanceof Live.Shown;
    Map<String, @Nullable Object> live =
        of.live() instanceof Live.Shown shown ? shown.values() : Map.of();
    return Display.change(
        of.spec(),
        field,
        classification,
        isShown && live.containsKey(field)
            ? Optional.of(Display.value(Values.ofKind(field, live.get(field))))
            : Optional.empty(),
        live.get(field),
        note);
  }

  static FieldChange numbersChange(
      Situation of, Classification seen, Set<String> taken, Set<String> given, String note) {
    List<String> parts = new ArrayList<>();
    given.forEach(id -> parts.add("+ " + numberOf(of, id)));
    // What another key of the run gives up comes later, and is shown nevertheless.
    of.withheld().forEach(id -> parts.add("+ " + numberOf(of, id)));
    List<Gateway.PhoneNumber> list = of.live().numberList().orElse(List.of());
    of.spec().declaredNumbers().stream()
        .filter(number -> NumberPlanner.idOf(number, list).isEmpty())
        .forEach(number -> parts.add("+ " + number));
    taken.forEach(id -> parts.add("- " + numberOf(of, id)));
    if (of.spec().hiddenFields().contains(NumberPlanner.NUMBERS)) {
      parts.replaceAll(part -> part.substring(0, 2) + "(hidden)");
    }
    return new FieldChange(
        NumberPlanner.NUMBERS,
        seen,
        Optional.empty(),
        parts.isEmpty() ? Optional.empty() : Optional.of(String.join("  ", parts)),
        List.of(),
        note);
  }

  private static String numberOf(Situation of, String id) {
    return of.live().numberList().orElse(List.of()).stream()
        .filter(number -> number.id().equals(id))
        .map(Gateway.PhoneNumber::number)
        .findFirst()
        .orElse(id);
  }

  /** Everything that an apply relies on; the lease and times are not part of it. */
  private String fingerprint(Situation of, String specDigest) {
    Map<String, String> parts = new TreeMap<>();
    of.entry()
        .ifPresent(
            entry ->
                parts.put(
                    "entry",
                    entry.phase()
                        + " "
                        + entry.assistantId()
                        + new TreeMap<>(entry.baselines())
                        + entry.phoneNumberIds()
                        + new TreeSet<>(entry.pendingFields())
                        + entry.pendingPhoneNumberIds()
                        + entry.revision()));
    parts.put("spec", specDigest + of.spec().revision());
    parts.put("live", of.live().getClass().getSimpleName());
    if (of.live() instanceof Live.Shown shown) {
      for (String field : of.spec().fields().keySet()) {
        parts.put(
            "live." + field,
            shown.values().containsKey(field)
                ? Values.normal(Values.ofKind(field, shown.values().get(field)))
                : "absent");
      }
    }
    of.entry()
        .flatMap(Entry::assistantId)
        .flatMap(id -> of.live().assignedIds(id))
        .ifPresent(ids -> parts.put("numbers", ids.toString()));
    return hasher.digest(parts.toString());
  }
}
