package com.talkturo.provisioning;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one key to what is declared: look, plan, take the lease, execute; again if it moved. */
final class Worker {
  private static final Logger LOG = LoggerFactory.getLogger(Provisioner.class);
  private static final Duration LONGEST_POLL = Duration.ofMillis(500);

  /** Against a store that answers from the past, and a loop without end. */
  static final Duration AFTER_A_LOST_RACE = Duration.ofMillis(50);

  private final Work work;
  private final Context context;
  private final Task task;
  private final Planner planner;

  Worker(Context context, Task task, Work work) {
    this.context = context;
    this.task = task;
    this.work = work;
    this.planner = new Planner(context.hasher(), context.options());
  }

  /** How far a key got. */
  enum Progress {
    DONE,
    /** Somebody else has the key. */
    BUSY,
    /** What its 404 means is known once the others have been looked at. */
    UNDECIDED,
    /** Its numbers wait for another key of the run. */
    NUMBERS_OPEN
  }

  /** A look at a key: the plan, and what it was made from. */
  record Look(Optional<Entry> entry, Live live, KeyPlan plan) {}

  /** Reads only. Nothing if the meaning of a 404 is not known yet. */
  Optional<Look> look() {
    return look(context.journal().find(task.key));
  }

  private Optional<Look> look(Optional<Entry> entry) {
    Live live = new Reader(work).look(task.spec, entry, planner.specDigest(task.spec));
    if (live instanceof Live.NotFound) {
      if (!task.is404Decided && !work.run.hasAnAssistantAnswered()) {
        return Optional.empty();
      }
      live = new Reader(work).verdict();
    }
    work.run.available(task.key, Handover.available(entry, live));
    Set<String> withheld =
        task.isLastStage
            ? Set.of()
            : task.isOnlyPlanned
                ? work.run.withheldByLater(task.key)
                : work.run.withheldFrom(task.key);
    KeyPlan plan =
        planner.plan(
            new Planner.Situation(
                task.key,
                task.spec,
                entry,
                live,
                withheld,
                passedOn(),
                task.isOnlyPlanned,
                task.isLastStage));
    return Optional.of(new Look(entry, live, plan));
  }

  private Set<String> passedOn() {
    KeyPlan approved = task.approved;
    return approved == null
        ? Set.of()
        : approved.numbersListed().stream()
            .filter(id -> work.run.isGivenToAnother(id, task.key))
            .collect(Collectors.toSet());
  }

  Progress apply() {
    try {
      return attempt();
    } catch (StoreRefusedException e) {
      work.run.stop(String.valueOf(e.getMessage()));
      return finished(e);
    } catch (ProvisioningException e) {
      stopIfHopeless(e.getCause());
      return finished(e);
    } catch (RuntimeException e) {
      stopIfHopeless(e);
      return finished(Failures.wrapped(task.key, "a request", e));
    }
  }

  private void stopIfHopeless(@Nullable Throwable failure) {
    if (failure instanceof RuntimeException cause && Failures.stopsTheRun(cause)) {
      work.run.stop("the API answered: " + cause.getMessage());
    }
  }

  private Progress attempt() {
    while (true) {
      Optional<String> stopped = work.run.stopped();
      if (stopped.isPresent()) {
        task.classification = Classification.NOT_STARTED;
        throw new RunStoppedException(task.key, "the run was stopped: " + stopped.get(), null);
      }
      Optional<Entry> entry = context.journal().find(task.key);
      if (entry.isPresent() && !context.lease().isFree(entry.get())) {
        task.classification = Classification.BUSY;
        return Progress.BUSY;
      }
      Optional<Look> look = look(entry);
      if (look.isEmpty()) {
        return Progress.UNDECIDED;
      }
      task.seen(look.get().plan());
      Optional<Progress> progress = act(look.get());
      if (progress.isPresent()) {
        return progress.get();
      }
      work.pause(AFTER_A_LOST_RACE);
      work.ready();
    }
  }

  /** Nothing if somebody else was faster. */
  private Optional<Progress> act(Look look) {
    KeyPlan plan = look.plan();
    if (task.approved != null) {
      Approval.require(task.approved, task.hasBegun, plan, look.live());
    }
    work.run.claims.requireDistinct(task.key);
    if (plan.problem().isPresent()) {
      if (plan.classification() == Classification.MISSING) {
        work.run.missing();
      }
      throw plan.problem().get();
    }
    if (!plan.sendsSomething()) {
      boolean keepsTime = context.options().verify.keepsTime() && look.live() instanceof Live.Shown;
      if (!task.isLastStage && !work.run.withheldFrom(task.key).isEmpty()) {
        return Optional.of(Progress.NUMBERS_OPEN);
      }
      if (look.entry().isPresent()
          && (plan.storesOnly() || keepsTime)
          && !Executor.storeOnly(context, look.entry().get(), plan, look.live(), work)) {
        return Optional.empty();
      }
      finished(null);
      return Optional.of(Progress.DONE);
    }
    if (look.entry().isEmpty()) {
      context.guard().requireSame();
    }
    Optional<Session> session =
        Session.begin(
            context.journal(),
            context.time(),
            context.lease(),
            context.callTimeout(),
            task.key,
            look.entry().orElse(null));
    return session.isEmpty() ? Optional.empty() : execute(session.get(), look);
  }

  private Optional<Progress> execute(Session session, Look look) {
    task.hasBegun = true;
    try {
      boolean open = new Executor(work, session, look.plan(), look.live(), task.isLastStage).run();
      task.assistantId = session.entry().assistantId();
      task.changed = true;
      boolean withheld = !work.run.withheldFrom(task.key).isEmpty();
      if (!task.isLastStage && (open || withheld)) {
        return Optional.of(Progress.NUMBERS_OPEN);
      }
      if (open) {
        return Optional.empty(); // Another look says why.
      }
      finished(null);
      return Optional.of(Progress.DONE);
    } catch (Session.LostLease e) {
      LOG.warn("Lost the lease of key {} to another process", task.key);
      return Optional.empty();
    } catch (RuntimeException e) {
      task.assistantId = session.entry().assistantId();
      task.changed |= task.assistantId.isPresent() && look.plan().assistantId().isEmpty();
      if (!(e instanceof StateStoreException || e instanceof UnstoredAssistantException)) {
        release(session);
      }
      throw e;
    }
  }

  /** Best effort: without it, the next one has to watch the beat first. */
  private static void release(Session session) {
    if (session.entry().leaseOwner().isEmpty()) {
      return;
    }
    try {
      session.release(UnaryOperator.identity());
    } catch (RuntimeException e) {
      LOG.warn("The lease of key {} could not be given back: {}", session.key(), e.toString());
    }
  }

  void fail(ProvisioningException failure) {
    finished(failure);
  }

  private Progress finished(@Nullable ProvisioningException failure) {
    Provisioned result =
        new Provisioned(
            task.key,
            task.assistantId,
            task.classification,
            task.changed,
            task.changes,
            Optional.ofNullable(failure),
            task.requests + work.requests(),
            work.elapsed());
    task.result = result;
    context.events().finished(result);
    return Progress.DONE;
  }

  /** How long to wait before looking again whether a busy key is free. */
  static Duration poll(Lease lease) {
    Duration part = lease.duration().dividedBy(20);
    return part.compareTo(LONGEST_POLL) > 0 ? LONGEST_POLL : part;
  }

  /** A key of a run. */
  static final class Task {
    final String key;
    final AssistantSpec spec;
    final @Nullable KeyPlan approved;
    boolean isOnlyPlanned;
    boolean hasBegun;
    boolean is404Decided;
    boolean isLastStage;
    boolean changed;
    long requests;
    Classification classification = Classification.NOT_STARTED;
    List<FieldChange> changes = List.of();
    Optional<String> assistantId = Optional.empty();
    @Nullable Provisioned result;

    Task(String key, AssistantSpec spec, @Nullable KeyPlan approved) {
      this.key = key;
      this.spec = spec;
      this.approved = approved;
    }

    /** What was seen first counts: a second look sees what the first one did. */
    void seen(KeyPlan plan) {
      if (!classification.isChangeOrProblem()
          || classification == Classification.NOT_STARTED
          || classification == Classification.BUSY) {
        classification = plan.classification();
        changes = plan.changes();
      }
      if (plan.assistantId().isPresent()) {
        assistantId = plan.assistantId();
      }
    }
  }
}
