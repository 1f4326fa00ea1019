package com.talkturo.provisioning;

import com.talkturo.provisioning.Worker.Look;
import com.talkturo.provisioning.Worker.Task;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Plans and applies for sets of keys. */
final class Engine {
  private final Context context;

  Engine(Context context) {
    this.context = context;
  }

  Plan plan(Map<String, AssistantSpec> specs) {
    Map<String, List<PromptFinding>> findings = checked(specs);
    Run run = new Run(context.options(), NumberClaims.of(specs));
    Map<String, Task> tasks = tasks(specs, Map.of());
    prepare(run, specs, tasks, stored(run, specs));
    Fleet fleet = new Fleet(context, run);
    Map<String, KeyPlan> plans = new ConcurrentHashMap<>();
    ConcurrentLinkedQueue<Task> undecided = new ConcurrentLinkedQueue<>();
    fleet.each(
        tasks.values(),
        task -> {
          task.isOnlyPlanned = true;
          look(run, task)
              .ifPresentOrElse(plan -> plans.put(task.key, plan), () -> undecided.add(task));
        });
    undecided.forEach(task -> task.is404Decided = true);
    fleet.each(undecided, task -> look(run, task).ifPresent(plan -> plans.put(task.key, plan)));
    run.claims.requireDistinct();
    if (plans.size() < specs.size()) {
      throw new RunStoppedException(null, "the plan was interrupted", null);
    }
    return new Plan(new TreeMap<>(plans), findings, context.options());
  }

  private static Map<String, Task> tasks(
      Map<String, AssistantSpec> specs, Map<String, KeyPlan> approved) {
    Map<String, Task> tasks = new TreeMap<>();
    specs.forEach((key, spec) -> tasks.put(key, new Task(key, spec, approved.get(key))));
    tasks.values().forEach(task -> task.isLastStage = specs.size() == 1);
    return tasks;
  }

  /** What can be told of several keys before one of them is looked at. */
  private void prepare(
      Run run, Map<String, AssistantSpec> specs, Map<String, Task> tasks, Stored stored) {
    run.withheld.putAll(Handover.withheld(specs, stored.entries()));
    run.contested.addAll(Handover.contested(run.withheld, stored.entries()));
    if (run.claims.isMixed()) {
      new Fleet(context, run).each(tasks.values(), task -> compareForms(run, task, stored));
      run.claims.requireDistinct();
    }
  }

  private void compareForms(Run run, Task task, Stored stored) {
    Entry entry = stored.entries().get(task.key);
    if (entry != null && !task.spec.declaredNumbers().isEmpty()) {
      Work work = new Work(context, run, task.key);
      Planner planner = new Planner(context.hasher(), context.options());
      new Reader(work).compareForms(entry, planner.specDigest(task.spec));
      task.requests += work.requests();
    }
  }

  private Optional<KeyPlan> look(Run run, Task task) {
    Work work = new Work(context, run, task.key);
    Optional<KeyPlan> plan;
    try {
      plan = new Worker(context, task, work).look().map(this::withHolder);
    } catch (RuntimeException e) {
      if (Failures.stopsTheRun(e)) {
        throw Failures.wrapped(task.key, "a request", e);
      }
      if (e instanceof StateStoreException && task.isLastStage) {
        throw e; // There is no other key that could go on.
      }
      Planner planner = new Planner(context.hasher(), context.options());
      plan =
          Optional.of(
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
    task.requests += work.requests();
    return plan.map(
        seen ->
            KeyPlan.builder()
                .from(seen)
                .requests(Math.toIntExact(task.requests) + seen.requests())
                .build());
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
    Run run = new Run(context.options(), NumberClaims.of(specs));
    Map<String, Task> tasks = tasks(specs, approved);
    Stored stored = stored(run, specs);
    if (tasks.size() > 1) {
      requireMayCreate(stored.creates());
    }
    prepare(run, specs, tasks, stored);
    Stages stages = new Stages(context, run, tasks);
    stages.run();
    return new Report(
        stages.results(),
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

  /**
   * What is stored of several keys.
   *
   * @param creates how many of them have no assistant yet
   */
  private record Stored(Map<String, Entry> entries, long creates) {}

  /**
   * One damaged entry stops its own key only, later.
   *
   * @throws StateStoreException if none can be read
   */
  private Stored stored(Run run, Map<String, AssistantSpec> specs) {
    if (specs.size() <= 1) {
      return new Stored(Map.of(), 0);
    }
    Map<String, Entry> entries = new ConcurrentHashMap<>();
    AtomicInteger creates = new AtomicInteger();
    ConcurrentLinkedQueue<StateStoreException> unreadable = new ConcurrentLinkedQueue<>();
    new Fleet(context, run)
        .each(
            specs.keySet(),
            key -> {
              try {
                Optional<Entry> entry = context.journal().find(key);
                entry.ifPresent(found -> entries.put(key, found));
                if (entry.filter(found -> found.phase() != Phase.PREPARED).isEmpty()) {
                  creates.incrementAndGet();
                }
              } catch (StateStoreException e) {
                unreadable.add(e);
              }
            });
    StateStoreException first = unreadable.peek();
    if (first != null && unreadable.size() == specs.size()) {
      throw first;
    }
    return new Stored(entries, creates.get());
  }
}
