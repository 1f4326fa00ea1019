package com.talkturo.provisioning;

import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.errors.RateLimitException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the assistant of a key: at most one, whatever happens.
 *
 * <p>The compare-and-set to {@code SENDING} lets one process through. Nobody sends a create for an
 * entry that is in {@code SENDING} already, and only an answer that proves that nothing was
 * processed leads back from there.
 */
final class Creator {
  private static final Logger LOG = LoggerFactory.getLogger(Provisioner.class);

  private final Work work;
  private final Context context;
  private final Session session;
  private final AssistantSpec spec;

  Creator(Work work, Session session, AssistantSpec spec) {
    this.work = work;
    this.context = work.context;
    this.session = session;
    this.spec = spec;
  }

  /** The values that the answer shows: those before anything was configured. */
  Map<String, @Nullable Object> create() {
    if (!work.run.mayCreate()) {
      throw new RunStoppedException(work.key, work.run.stopped().orElse("stopped"), null);
    }
    for (int attempt = 1; ; attempt++) {
      awaitTurn();
      String token = context.journal().token();
      session.save(
          entry -> entry.phase(Phase.SENDING).token(token).sendingSince(context.time().now()));
      try {
        Assistant answer = send(token);
        created(token, answer.id());
        return ManagedField.valuesOf(answer);
      } catch (RateLimitException e) {
        notSent();
        work.holdBack(e, attempt);
      }
    }
  }

  /** A create that times out early is one that a person has to resolve: better not to start it. */
  private void awaitTurn() {
    work.ready();
    Duration half = context.callTimeout().dividedBy(2);
    Duration least =
        half.compareTo(context.options().timeout.dividedBy(2)) < 0
            ? half
            : context.options().timeout.dividedBy(2);
    if (work.left().compareTo(least) < 0) {
      throw new ProvisioningTimeoutException(
          work.key, "too little time is left to start a create; nothing was sent", null);
    }
  }

  private Assistant send(String token) {
    String name = spec.name().orElseThrow() + " [tk-" + token + "]";
    Runnable ready = () -> session.readyToWrite(entry -> entry.sendingSince(context.time().now()));
    try {
      return work.callOnce(
          () -> context.gateway().create(work.key, name, spec.templateId(), ready));
    } catch (Session.LostLease e) {
      throw e; // Nothing was sent.
    } catch (StateStoreException e) {
      notSent();
      throw e;
    } catch (RuntimeException e) {
      if (!Failures.mayHaveTakenEffect(e)) {
        if (e instanceof RateLimitException) {
          throw e;
        }
        notSent();
        throw Failures.wrapped(work.key, "the create", e);
      }
      String body = Failures.brokenAnswer(e);
      String id = BrokenAnswers.assistantId(body).orElseThrow(() -> lost(token, body, e));
      LOG.warn("The answer to a create for key {} is broken, but shows the id {}", work.key, id);
      return Assistant.builder().id(id).build();
    }
  }

  private void notSent() {
    session.save(
        entry ->
            entry.phase(Phase.PREPARED).token(Optional.empty()).sendingSince(Optional.empty()));
  }

  private RuntimeException lost(String token, String body, RuntimeException cause) {
    context.events().unresolved(work.key, token);
    Optional<String> possible = BrokenAnswers.possibleId(body);
    UnaryOperator<Entry.Builder> seen =
        entry -> possible.map(id -> entry.addOtherAssistantIds(id)).orElse(entry);
    try {
      session.release(seen);
    } catch (RuntimeException e) {
      // The entry is in SENDING with a lease that ends by itself: just as safe.
      cause.addSuppressed(e);
    }
    return Planner.unresolved(seen.apply(session.entry().toBuilder()).build(), cause);
  }

  /** From here on the id must not get lost, whatever becomes of store and lease. */
  private void created(String token, String assistantId) {
    context.events().created(work.key, token, assistantId);
    UnaryOperator<Entry.Builder> change =
        entry ->
            entry
                .phase(Phase.CREATED)
                .assistantId(assistantId)
                .templateId(spec.templateId().map(id -> id.value()))
                .baselines(Map.of());
    try {
      session.save(change);
    } catch (Session.LostLease e) {
      throw late(token, assistantId, change, e);
    } catch (Session.DuplicateAssistant e) {
      throw unstored(token, assistantId, "another key has it already", e);
    } catch (StateStoreException e) {
      throw unstored(token, assistantId, "the store is away: " + e.getMessage(), e);
    }
  }

  private UnstoredAssistantException unstored(
      String token, String assistantId, String why, RuntimeException cause) {
    context.events().notStored(work.key, token, assistantId, why);
    return new UnstoredAssistantException(work.key, token, assistantId, why, cause);
  }

  /**
   * The answer came after somebody had taken the key over: a person who resolved it, or another
   * process. If the key has no assistant yet, this is the one; else the id is kept beside it.
   */
  private RuntimeException late(
      String token,
      String assistantId,
      UnaryOperator<Entry.Builder> change,
      Session.LostLease cause) {
    try {
      while (true) {
        Entry now = context.journal().find(work.key).orElse(null);
        if (now != null && now.assistantId().equals(Optional.of(assistantId))) {
          return cause;
        }
        boolean free =
            now == null
                || now.phase() == Phase.PREPARED
                || (now.phase() == Phase.SENDING && now.token().equals(Optional.of(token)));
        Entry base = now == null ? session.entry() : now;
        Entry.Builder next =
            free
                ? change.apply(base.toBuilder()).token(token).leaseOwner(Optional.empty())
                : base.toBuilder().addOtherAssistantIds(assistantId);
        Journal.Written written = context.journal().write(now, next);
        if (written instanceof Journal.Written.Duplicate) {
          return unstored(token, assistantId, "another key has it already", cause);
        }
        if (written instanceof Journal.Written.Done) {
          return free
              ? cause
              : unstored(
                  token,
                  assistantId,
                  "the key was given another assistant meanwhile; the id is kept in its entry",
                  cause);
        }
      }
    } catch (StateStoreException e) {
      return unstored(token, assistantId, "the store is away: " + e.getMessage(), e);
    }
  }
}
