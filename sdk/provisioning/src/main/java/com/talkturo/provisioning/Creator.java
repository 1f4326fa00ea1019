package com.talkturo.provisioning;

import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.errors.RateLimitException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private static final String ANOTHER_KEY = "another key has it already";
  private static final String AWAY = "the store is away: ";

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
    for (int attempt = 1; ; attempt++) {
      awaitTurn();
      String token = context.journal().token();
      session.save(
          entry ->
              entry
                  .phase(Phase.SENDING)
                  .token(token)
                  .templateId(spec.templateId().map(id -> id.value()))
                  .sendingSince(context.time().now()));
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
      String id =
          BrokenAnswers.assistantId(Failures.brokenAnswer(e)).orElseThrow(() -> lost(token, e));
      LOG.warn("The answer to a create for key {} is broken, but shows the id {}", work.key, id);
      return Assistant.builder().id(id).build();
    }
  }

  private void notSent() {
    session.save(
        entry ->
            entry.phase(Phase.PREPARED).token(Optional.empty()).sendingSince(Optional.empty()));
  }

  private RuntimeException lost(String token, RuntimeException cause) {
    context.events().unresolved(work.key, token);
    Set<String> ids = BrokenAnswers.possibleIds(Failures.answer(cause));
    keepBeside(ids, cause);
    Entry seen = session.entry().toBuilder().addAllOtherAssistantIds(ids).build();
    return Refusals.unresolved(seen, cause);
  }

  /**
   * Gives the lease back and keeps the ids, also if somebody else has the key by now. If the store
   * is away, the entry stays in SENDING with a lease that ends by itself: just as safe.
   */
  private void keepBeside(Set<String> ids, RuntimeException cause) {
    try {
      try {
        session.release(entry -> entry.addAllOtherAssistantIds(ids));
      } catch (Session.LostLease e) {
        amend(ids);
      }
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  private void amend(Set<String> ids) {
    context
        .journal()
        .amend(
            work.key,
            now ->
                now.filter(entry -> !entry.otherAssistantIds().containsAll(ids))
                    .map(entry -> entry.toBuilder().addAllOtherAssistantIds(ids)));
  }

  /** From here on the id must not get lost, whatever becomes of store and lease. */
  private void created(String token, String assistantId) {
    context.events().created(work.key, token, assistantId);
    UnaryOperator<Entry.Builder> change =
        entry -> entry.phase(Phase.CREATED).assistantId(assistantId).baselines(Map.of());
    try {
      session.save(change);
    } catch (Session.LostLease e) {
      throw late(token, assistantId, change, e);
    } catch (Session.DuplicateAssistant e) {
      keepBeside(Set.of(assistantId), e);
      throw unstored(token, assistantId, ANOTHER_KEY, e);
    } catch (StateStoreException e) {
      throw unstored(token, assistantId, AWAY + e.getMessage(), e);
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
      Optional<Entry> kept =
          context.journal().amend(work.key, now -> kept(now, token, assistantId, change));
      if (kept.isEmpty()) {
        amend(Set.of(assistantId));
        return unstored(token, assistantId, ANOTHER_KEY, cause);
      }
      return kept.get().assistantId().equals(Optional.of(assistantId))
          ? cause
          : unstored(
              token,
              assistantId,
              "the key was given another assistant meanwhile; the id is kept in its entry",
              cause);
    } catch (StateStoreException e) {
      return unstored(token, assistantId, AWAY + e.getMessage(), e);
    }
  }

  private Optional<Entry.Builder> kept(
      Optional<Entry> stored,
      String token,
      String assistantId,
      UnaryOperator<Entry.Builder> change) {
    Entry now = stored.orElse(session.entry());
    if (now.assistantId().equals(Optional.of(assistantId))) {
      return Optional.empty();
    }
    boolean free =
        now.phase() == Phase.PREPARED
            || (now.phase() == Phase.SENDING && now.token().equals(Optional.of(token)));
    return Optional.of(
        free
            ? change.apply(now.toBuilder()).token(token).unleased()
            : now.toBuilder().addOtherAssistantIds(assistantId));
  }
}
