package com.talkturo.provisioning;

import com.talkturo.provisioning.Run.Taken;
import com.talkturo.provisioning.Worker.Progress;
import com.talkturo.provisioning.Worker.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The order of a run: all keys; those of which the meaning of a 404 depended on the others; those
 * that wait for numbers; and numbers that could not be given go back to where they were.
 */
final class Stages {
  private final Context context;
  private final Run run;
  private final Fleet fleet;
  private final Map<String, Task> tasks;
  private final Set<String> unrouted = Collections.synchronizedSet(new TreeSet<>());

  Stages(Context context, Run run, Map<String, Task> tasks) {
    this.context = context;
    this.run = run;
    this.tasks = tasks;
    this.fleet = new Fleet(context, run);
  }

  void run() {
    Map<Progress, List<Task>> rest = fleet.apply(tasks.values());
    List<Task> open = new ArrayList<>(rest.getOrDefault(Progress.NUMBERS_OPEN, List.of()));
    List<Task> undecided = rest.getOrDefault(Progress.UNDECIDED, List.of());
    undecided.forEach(task -> task.is404Decided = true);
    open.addAll(fleet.apply(undecided).getOrDefault(Progress.NUMBERS_OPEN, List.of()));
    List<Task> free = new ArrayList<>();
    for (Task task : open) {
      task.isLastStage = true;
      if (isFree(task)) {
        free.add(task);
      }
    }
    fleet.apply(free);
    tasks.values().forEach(this::giveBack);
  }

  /** What became of each key, in order. */
  List<Provisioned> results() {
    return tasks.values().stream().map(task -> Objects.requireNonNull(task.result)).toList();
  }

  /** The numbers that could neither be given nor given back: phone calls to them reach nobody. */
  Set<String> unroutedNumbers() {
    return Set.copyOf(unrouted);
  }

  /** A number is given only if it was taken away before. */
  private boolean isFree(Task task) {
    for (Map.Entry<String, String> number :
        run.withheld.getOrDefault(task.key, Map.of()).entrySet()) {
      Worker worker = new Worker(context, task, new Work(context, run, task.key));
      Optional<Entry> holder;
      try {
        holder = context.journal().find(number.getValue());
      } catch (StateStoreException e) {
        worker.fail(e);
        return false;
      }
      if (holder.map(Handover::held).orElse(Set.of()).contains(number.getKey())) {
        worker.fail(
            new PhoneNumberException(
                task.key,
                "phone number "
                    + number.getKey()
                    + " could not be taken from key \""
                    + number.getValue()
                    + "\", so it was not given",
                null));
        return false;
      }
    }
    return true;
  }

  private static Provisioned notStarted(Task task) {
    return new Provisioned(
        task.key,
        task.assistantId,
        Classification.NOT_STARTED,
        task.changed,
        List.of(),
        Optional.of(new RunStoppedException(task.key, "the run was interrupted", null)),
        task.requests,
        Duration.ZERO);
  }

  private void giveBack(Task task) {
    Provisioned result = Objects.requireNonNullElseGet(task.result, () -> notStarted(task));
    task.result = result;
    if (result.failure().isEmpty()) {
      return;
    }
    List<String> fates = new ArrayList<>();
    run.taken.forEach(
        (id, taken) -> {
          boolean wanted =
              task.spec.declaredIds().contains(id)
                  || task.spec.declaredNumbers().contains(taken.number());
          if (wanted && !taken.fromKey().equals(task.key) && !hasIt(task.key, id)) {
            fates.add(givenBack(id, taken));
          }
        });
    if (!fates.isEmpty()) {
      String told = String.join("; ", fates);
      task.result =
          new Provisioned(
              result.key(),
              result.assistantId(),
              result.classification(),
              result.changed(),
              result.changes(),
              Optional.of(withFate(task, result.failure().get(), told)),
              result.requests(),
              result.duration());
    }
  }

  private static ProvisioningException withFate(
      Task task, ProvisioningException failure, String fate) {
    String why = String.valueOf(failure.getMessage()).replaceFirst("^key \"[^\"]*\": ", "");
    return new PhoneNumberException(task.key, why + "; " + fate, failure);
  }

  /** Whether it was given for sure: after a lost answer, better where it was than nowhere. */
  private boolean hasIt(String key, String id) {
    try {
      return context
          .journal()
          .find(key)
          .flatMap(Entry::phoneNumberIds)
          .map(ids -> ids.contains(id))
          .orElse(false);
    } catch (StateStoreException e) {
      return false; // Then it cannot be given back either, and the report says so.
    }
  }

  private String givenBack(String id, Taken taken) {
    try {
      Work work = new Work(context, run, taken.fromKey());
      Entry entry = context.journal().find(taken.fromKey()).orElseThrow();
      Session session =
          Session.begin(
                  context.journal(),
                  context.time(),
                  context.lease(),
                  context.callTimeout(),
                  taken.fromKey(),
                  context.lease().isFree(entry) ? entry : null)
              .orElseThrow(() -> new BusyKeyException(taken.fromKey(), "busy", null));
      Set<String> ids = Handover.held(entry);
      ids.add(id);
      NumberAssignment.assign(work, session, ids);
      // What it has now is not what its spec says, so the next apply has to look.
      session.release(now -> now.specDigest(Optional.empty()));
      return "phone number " + taken.number() + " was given back to key \"" + taken.fromKey() + '"';
    } catch (RuntimeException e) {
      unrouted.add(taken.number());
      return "phone number "
          + taken.number()
          + " ROUTES NOWHERE: it could not be given back to key \""
          + taken.fromKey()
          + "\" either: "
          + e.getMessage();
    }
  }
}
