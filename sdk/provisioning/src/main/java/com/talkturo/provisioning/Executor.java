package com.talkturo.provisioning;

import com.talkturo.provisioning.Entry.Baseline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Carries out what was planned for a key, step by step, each stored before the next: create,
 * fields, numbers, read back.
 */
final class Executor {
  private final Work work;
  private final Context context;
  private final Session session;
  private final KeyPlan plan;
  private final Live live;
  private final boolean isLastStage;

  Executor(Work work, Session session, KeyPlan plan, Live live, boolean isLastStage) {
    this.work = work;
    this.context = work.context;
    this.session = session;
    this.plan = plan;
    this.live = live;
    this.isLastStage = isLastStage;
  }

  /** Whether numbers are left that another key of the run may still free. */
  boolean run() {
    Map<String, @Nullable Object> before =
        live instanceof Live.Shown shown ? shown.values() : Map.of();
    boolean creates =
        plan.classification() == Classification.CREATE
            || plan.classification() == Classification.RECREATE;
    if (creates) {
      work.run.requireMayCreate(work.key);
      if (plan.classification() == Classification.RECREATE) {
        leaveTheMissing();
      }
      before = new Creator(work, session, plan.spec()).create();
    }
    Map<String, @Nullable Object> answered = sendFields();
    NumberAssignment numbers = new NumberAssignment(work, session, plan, live);
    boolean open = numbers.run();
    Map<String, Baseline> baselines = known();
    Set<String> notTaken = new TreeSet<>();
    if (!plan.fieldsToSend().isEmpty()) {
      ReadBack readBack = new ReadBack(work, context.hasher(), plan);
      notTaken.addAll(readBack.run(id(), before, answered, baselines));
    }
    boolean withheld = !isLastStage && !work.run.withheldFrom(work.key).isEmpty();
    finish(baselines, notTaken, open || withheld);
    if (!notTaken.isEmpty()) {
      throw new NotTakenException(
          work.key,
          "the API answered with success but still shows the old value of " + notTaken,
          null);
    }
    return open;
  }

  private String id() {
    return session.entry().assistantId().orElseThrow();
  }

  private void leaveTheMissing() {
    String gone = id();
    session.save(
        entry ->
            entry
                .phase(Phase.PREPARED)
                .assistantId(Optional.empty())
                .addOtherAssistantIds(gone)
                .token(Optional.empty())
                .sendingSince(Optional.empty())
                .baselines(Map.of())
                .pendingFields(Set.of())
                .pendingPhoneNumberIds(Optional.empty())
                .phoneNumberIds(Optional.empty())
                .phoneNumbersUnverified(false));
  }

  private Map<String, @Nullable Object> sendFields() {
    if (plan.fieldsToSend().isEmpty()) {
      return Map.of();
    }
    Set<String> before = session.entry().pendingFields();
    Set<String> pending = new TreeSet<>(before);
    pending.addAll(plan.fieldsToSend());
    session.save(entry -> entry.pendingFields(pending));
    Map<String, @Nullable Object> fields = new HashMap<>();
    plan.fieldsToSend().forEach(field -> fields.put(field, plan.wanted(field)));
    Map<String, @Nullable Object> answered;
    try {
      answered =
          ManagedField.valuesOf(
              work.call(
                  () -> context.gateway().update(work.key, id(), fields, session::readyToWrite)));
    } catch (RuntimeException e) {
      if (!Failures.mayHaveTakenEffect(e)) {
        session.save(entry -> entry.pendingFields(before));
      }
      if (Failures.hasStatus(e, 404)) {
        throw new MissingAssistantException(
            work.key, "assistant " + id() + " is gone: the update answered 404", e);
      }
      throw e;
    }
    if (session.entry().phase() == Phase.CREATED) {
      session.save(entry -> entry.phase(Phase.CONFIGURED));
    }
    return answered;
  }

  /** The baselines of the fields that were not sent: what was seen before is what is. */
  private Map<String, Baseline> known() {
    Map<String, Baseline> baselines = new TreeMap<>();
    Map<String, Classification> seen = new HashMap<>();
    plan.changes().forEach(change -> seen.put(change.field(), change.classification()));
    for (String field : plan.spec().fields().keySet()) {
      Baseline old = session.entry().baselines().get(field);
      if (live instanceof Live.Shown shown
          && !seen.containsKey(field)
          && shown.values().containsKey(field)) {
        Object value = Values.ofKind(field, shown.values().get(field));
        baselines.put(
            field,
            new Baseline(
                context.hasher().exact(field, plan.wanted(field)),
                Optional.of(context.hasher().exact(field, value)),
                false));
      } else if (old != null) {
        baselines.put(field, old);
      }
    }
    return baselines;
  }

  private void finish(Map<String, Baseline> baselines, Set<String> notTaken, boolean unfinished) {
    boolean complete = notTaken.isEmpty() && !unfinished;
    session.release(
        entry -> {
          entry.baselines(baselines).pendingFields(Set.of());
          return complete ? completed(entry, plan, context) : entry;
        });
  }

  private static Entry.Builder completed(Entry.Builder entry, KeyPlan plan, Context context) {
    if (plan.spec().revision().isPresent()) {
      entry.revision(plan.spec().revision());
    }
    if (!plan.spec().managesPhoneNumbers()) {
      entry.phoneNumberIds(Optional.empty()).phoneNumbersUnverified(false);
    }
    // What has to be shown again has to be looked at again, whatever Verify says.
    boolean settled =
        plan.isSettled()
            && entry.build().baselines().values().stream().noneMatch(Baseline::storedDifferently);
    return entry
        .phase(Phase.COMPLETE)
        .specDigest(settled ? Optional.of(plan.specDigest()) : Optional.empty())
        .verifiedAt(settled ? Optional.of(context.time().now()) : Optional.empty());
  }

  /** Stores what was seen, without any request: in one step, so without a lease. */
  static boolean storeOnly(Context context, Entry entry, KeyPlan plan, Live live, Work work) {
    Session none = Session.unleased(context, entry);
    Executor executor = new Executor(work, none, plan, live, true);
    Optional<List<String>> numbers =
        plan.settledNumbers().isPresent() ? plan.settledNumbers() : entry.phoneNumberIds();
    return context
            .journal()
            .write(
                entry,
                completed(
                    entry.toBuilder()
                        .baselines(executor.known())
                        .pendingFields(Set.of())
                        .pendingPhoneNumberIds(Optional.empty())
                        .phoneNumberIds(numbers)
                        .phoneNumbersUnverified(
                            entry.phoneNumbersUnverified() && live.numberList().isEmpty())
                        .unleased(),
                    plan,
                    context))
        instanceof Journal.Written.Done;
  }
}
