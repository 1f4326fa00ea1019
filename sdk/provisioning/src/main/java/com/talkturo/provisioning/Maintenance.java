package com.talkturo.provisioning;

import com.talkturo.provisioning.Entry.Baseline;
import com.talkturo.sdk.assistants.TemplateId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is done to one key beside applying: adopt, pull, accept, delete, forget. */
final class Maintenance {
  private final Context context;
  private final String key;
  private final Work work;

  Maintenance(Context context, String key) {
    this.context = context;
    this.key = key;
    this.work = new Work(context, new Run(context.options()), key);
  }

  private ProvisioningException refused(String why) {
    return new ProvisioningException(key, why, null);
  }

  Pulled adopt(String assistantId) {
    Optional<Entry> stored = context.journal().find(key);
    if (stored.isPresent()) {
      if (stored.get().assistantId().equals(Optional.of(assistantId))) {
        return pull();
      }
      throw refused(
          "is in phase "
              + stored.get().phase()
              + stored.get().assistantId().map(id -> " with assistant " + id).orElse("")
              + (stored.get().isUnresolved() ? "; use resolve" : "; use another key"));
    }
    Pulled pulled = pulled(assistantId);
    Entry.Builder entry =
        Entry.builder()
            .key(key)
            .phase(Phase.COMPLETE)
            .assistantId(assistantId)
            .createdAt(context.time().now());
    Journal.Written written = context.journal().write(null, entry);
    if (written instanceof Journal.Written.Duplicate) {
      throw refused("assistant " + assistantId + " belongs to another key");
    }
    if (written instanceof Journal.Written.Conflict) {
      throw new BusyKeyException(key, "another process stored something meanwhile", null);
    }
    return pulled;
  }

  Pulled pull() {
    Entry entry = context.journal().find(key).orElseThrow(() -> refused("nothing is stored of it"));
    return pulled(
        entry
            .assistantId()
            .orElseThrow(() -> refused("is in phase " + entry.phase() + " without an assistant")));
  }

  private Pulled pulled(String assistantId) {
    Map<String, @Nullable Object> live;
    try {
      live = new Reader(work).values(assistantId);
    } catch (ProvisioningException e) {
      throw e;
    } catch (RuntimeException e) {
      throw Failures.wrapped(key, "reading assistant " + assistantId, e);
    }
    AssistantSpec.Builder spec = AssistantSpec.builder();
    Set<String> empty = new TreeSet<>();
    Set<String> others = new TreeSet<>(live.keySet());
    for (ManagedField field : ManagedField.values()) {
      String name = field.jsonName();
      Object value = Values.ofKind(name, live.get(name));
      if (value == null && others.remove(name)) {
        empty.add(name);
      } else if (value != null && isValid(b -> b.set(field, value))) {
        others.remove(name);
        spec.set(field, value);
      }
    }
    if (live.get("type") instanceof String type && !type.isBlank()) {
      spec.templateId(TemplateId.of(type));
    }
    Live shown = new Live.Shown(live, new Reader(work).numbers(assistantId));
    Map<String, String> numbers = new TreeMap<>();
    shown
        .assignedIds(assistantId)
        .ifPresent(
            ids -> {
              spec.phoneNumberIds(ids);
              shown.numberList().orElse(List.of()).stream()
                  .filter(number -> ids.contains(number.id()))
                  .filter(number -> isValid(b -> b.phoneNumbers(NumberPlanner.plain(number))))
                  .forEach(number -> numbers.put(number.id(), NumberPlanner.plain(number)));
            });
    return new Pulled(key, assistantId, spec.build(), empty, numbers, others);
  }

  private static boolean isValid(UnaryOperator<AssistantSpec.Builder> change) {
    try {
      change.apply(AssistantSpec.builder()).build();
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  void accept(String field) {
    Session session = KeyLock.take(work, UnaryOperator.identity());
    KeyLock.run(
        session,
        () -> {
          Baseline baseline = session.entry().baselines().get(field);
          if (baseline == null || !baseline.storedDifferently()) {
            throw refused("no field " + field + " is stored differently than it was sent");
          }
          Map<String, Baseline> accepted = new HashMap<>(session.entry().baselines());
          accepted.put(field, new Baseline(baseline.sent(), baseline.stored(), false));
          session.release(entry -> entry.baselines(accepted));
        });
  }

  void delete() {
    Session session = KeyLock.take(work, this::deletable);
    KeyLock.run(
        session,
        () -> {
          Optional<String> id = session.entry().assistantId();
          if (session.entry().phase() == Phase.DELETED) {
            session.release(UnaryOperator.identity());
            return;
          }
          session.save(entry -> entry.phase(Phase.DELETING));
          id.ifPresent(assistantId -> delete(session, assistantId));
          session.release(
              entry ->
                  entry
                      .phase(Phase.DELETED)
                      .phoneNumberIds(Optional.empty())
                      .phoneNumbersUnverified(false)
                      .pendingPhoneNumberIds(Optional.empty())
                      .pendingFields(Set.of())
                      .specDigest(Optional.empty()));
        });
  }

  private Entry deletable(Entry entry) {
    return switch (entry.phase()) {
      case SENDING -> throw Refusals.unresolved(entry, null);
      case MOVED, MOVING -> throw refused("is in phase " + entry.phase() + "; finish that first");
      default -> entry;
    };
  }

  private void delete(Session session, String assistantId) {
    try {
      NumberAssignment.send(work, session, List.of());
    } catch (RuntimeException e) {
      if (!Failures.hasStatus(e, 404)) {
        throw e;
      }
    }
    try {
      work.call(
          () -> {
            context.gateway().delete(key, assistantId, session::readyToWrite);
            return assistantId;
          });
    } catch (RuntimeException e) {
      if (!Failures.hasStatus(e, 404)) {
        throw e;
      }
      requireGone(assistantId);
    }
  }

  /** A 404 may also say that there is no such operation. */
  private void requireGone(String assistantId) {
    try {
      new Reader(work).values(assistantId);
    } catch (RuntimeException e) {
      if (Failures.hasStatus(e, 404, 405, 410)) {
        return;
      }
      throw e;
    }
    throw refused(
        "the API answered 404 to the deletion, but still shows assistant "
            + assistantId
            + "; delete it in the dashboard, then call delete again");
  }

  void forget() {
    Session session = KeyLock.take(work, this::forgettable);
    KeyLock.run(
        session,
        () -> {
          session.entry().otherAssistantIds().forEach(this::requireNoOrphan);
          Move.sealSource(context, session.entry());
          session.remove();
        });
  }

  private Entry forgettable(Entry entry) {
    return switch (entry.phase()) {
      case DELETED -> entry;
      case MOVED -> Move.requireFinished(context, entry);
      case MOVING -> Move.requireAbandoned(context, entry);
      default ->
          throw refused(
              "is in phase "
                  + entry.phase()
                  + "; only a key that was deleted or moved can be forgotten");
    };
  }

  /** The entry may be the only place that knows of an assistant somebody pays for. */
  private void requireNoOrphan(String assistantId) {
    if (context.journal().findByAssistantId(assistantId).isPresent()) {
      return;
    }
    try {
      new Reader(work).values(assistantId);
    } catch (RuntimeException e) {
      if (Failures.hasStatus(e, 400, 404, 405, 410, 422)) {
        return;
      }
      throw e;
    }
    throw refused(
        "assistant "
            + assistantId
            + " was seen on its behalf and still exists; adopt it under another key or delete it in"
            + " the dashboard, then forget again");
  }
}
