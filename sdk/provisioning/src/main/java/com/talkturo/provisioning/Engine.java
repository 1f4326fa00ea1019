package com.talkturo.provisioning;

import com.talkturo.provisioning.Worker.Look;
import com.talkturo.provisioning.Worker.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Plans and applies for sets of keys. */
final class Engine {
  private final Context context;

  Engine(Context context) {
    this.context = context;
  }

  Plan plan(Map<String, AssistantSpec> specs) {
    Run run = new Run(context.options());
    Map<String, List<PromptFinding>> findings = checked(specs);
    if (specs.size() > 1) {
      Map<String, Entry> entries = entries(run, specs);
      run.contested.addAll(Handover.contested(Handover.withheld(specs, entries), entries));
    }
    Fleet fleet = new Fleet(context, run);
    Map<String, KeyPlan> plans = new ConcurrentHashMap<>();
    ConcurrentLinkedQueue<Task> undecided = new ConcurrentLinkedQueue<>();
    List<Task> tasks = new ArrayList<>();
    specs.forEach((key, spec) -> tasks.add(new Task(key, spec, null)));
    tasks.forEach(task -> task.isLastStage = specs.size() == 1);
    fleet.each(
        tasks,
        task ->
            look(run, task)
                .ifPresentOrElse(plan -> plans.put(task.key, plan), () -> undecided.add(task)));
    undecided.forEach(task -> task.is404Decided = true);
    fleet.each(undecided, task -> look(run, task).ifPresent(plan -> plans.put(task.key, plan)));
    return new Plan(new TreeMap<>(plans), findings, context.options());
  }

  private Optional<KeyPlan> look(Run run, Task task) {
    Work work = new Work(context, run, task.key);
    try {
      return new Worker(context, task, work).look().map(this::withHolder);
    } catch (StateStoreException e) {
      throw e;
    } catch (RuntimeException e) {
      if (Failures.stopsTheRun(e)) {
        throw Failures.wrapped(task.key, "a request", e);
      }
      Planner planner = new Planner(context.hasher(), context.options());
      return Optional.of(
          KeyPlan.builder()
              .key(task.key)
              .spec(task.spec)
              .classification(Classification.ERROR)
              .problem(
                  e instanceof ProvisioningException problem
                      ? problem
                      : Failures.wrapped(task.key, "a request", e))
              .fingerprint("")
              .specDigest(planner.specDigest(task.spec))
              .build());
    }
  }

  /**
   * That somebody works on a key is told by the clocks of two machines here, and may be wrong by
   * their difference: a plan only shows it, and an apply waits for the beat.
   */
  private KeyPlan withHolder(Look look) {
    Classification seen = look.plan().classification();
    boolean isWorse = seen.compareTo(Classification.BUSY) > 0 && seen != Classification.UNRESOLVED;
    boolean isHeld =
        look.entry()
            .filter(entry -> entry.leaseOwner().isPresent())
            .map(entry -> Duration.between(entry.updatedAt(), context.time().now()).abs())
            .filter(age -> age.compareTo(context.lease().duration()) < 0)
            .isPresent();
    return isHeld && !isWorse
        ? KeyPlan.builder()
            .from(look.plan())
            .classification(Classification.BUSY)
            .problem(Optional.empty())
            .build()
        : look.plan();
  }

  /**
   * Every spec and every prompt, before anything is sent.
   *
   * @throws InvalidSpecException if one of them is invalid
   */
  private Map<String, List<PromptFinding>> checked(Map<String, AssistantSpec> specs) {
    Map<String, List<PromptFinding>> findings = new HashMap<>();
    specs.forEach((key, spec) -> findings.put(key, SpecCheck.check(key, spec, context.options())));
    Handover.requireDistinct(specs);
    return findings;
  }

  Report apply(Map<String, AssistantSpec> specs) {
    return apply(specs, Map.of());
  }

  /** A plan knows of those to be made anew; the entries do not. */
  Report apply(Plan plan) {
    requireMayCreate(plan.creates());
    return apply(plan.specs(), plan.byKey());
  }

  private Report apply(Map<String, AssistantSpec> specs, Map<String, KeyPlan> approved) {
    long start = context.time().nanos();
    checked(specs);
    Run run = new Run(context.options());
    Map<String, Task> tasks = new TreeMap<>();
    specs.forEach((key, spec) -> tasks.put(key, new Task(key, spec, approved.get(key))));
    if (tasks.size() > 1) {
      Map<String, Entry> entries = entries(run, specs);
      requireMayCreate(specs, entries);
      run.withheld.putAll(Handover.withheld(specs, entries));
      run.contested.addAll(Handover.contested(run.withheld, entries));
    } else {
      tasks.values().forEach(task -> task.isLastStage = true);
    }
    Stages stages = new Stages(context, run);
    stages.run(tasks);
    List<Provisioned> results = new ArrayList<>();
    for (Task task : tasks.values()) {
      Provisioned result = task.result;
      results.add(result != null ? result : notStarted(task));
    }
    return new Report(
        results,
        run.stopped(),
        stages.unroutedNumbers(),
        Duration.ofNanos(context.time().nanos() - start));
  }

  /** Before anything is sent for any key. */
  private void requireMayCreate(long creates) {
    context
        .options()
        .refusal(creates)
        .ifPresent(
            why -> {
              throw new RunStoppedException(null, why + "; nothing was sent", null);
            });
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

  private Map<String, Entry> entries(Run run, Map<String, AssistantSpec> specs) {
    Map<String, Entry> entries = new ConcurrentHashMap<>();
    new Fleet(context, run)
        .each(
            specs.keySet(),
            key -> context.journal().find(key).ifPresent(entry -> entries.put(key, entry)));
    return entries;
  }

  private void requireMayCreate(Map<String, AssistantSpec> specs, Map<String, Entry> entries) {
    requireMayCreate(
        specs.keySet().stream()
            .map(entries::get)
            .filter(entry -> entry == null || entry.phase() == Phase.PREPARED)
            .count());
  }
}
