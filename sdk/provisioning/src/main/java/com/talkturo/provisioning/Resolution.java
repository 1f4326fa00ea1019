package com.talkturo.provisioning;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A person's decision about a create whose answer never came. Look in the dashboard for an
 * assistant whose name ends in {@code [tk-<token>]}, with the token of {@link Entry#token()}.
 */
public final class Resolution {
  private final Context context;
  private final String key;

  Resolution(Context context, String key) {
    this.context = context;
    this.key = key;
  }

  /**
   * The assistant was created, and this is it. Its live name must hold the token.
   *
   * @throws ProvisioningException if the key is not unresolved, the name does not hold the token,
   *     the API does not show the assistant, or another key has it
   */
  public void adopt(String assistantId) {
    adopt(assistantId, false);
  }

  /**
   * The assistant was created, and this is it.
   *
   * @param force whether its live name need not hold the token, as when somebody renamed it or the
   *     API cannot show it
   * @throws ProvisioningException if the key is not unresolved, or another key has the assistant
   */
  public void adopt(String assistantId, boolean force) {
    if (assistantId.isBlank()) {
      throw new ProvisioningException(key, "the id to adopt is blank; take the assistant's", null);
    }
    Work work = new Work(context, new Run(context.options()), key);
    Session session = KeyLock.take(work, this::requireUnresolved);
    KeyLock.run(
        session,
        () -> {
          if (!force) {
            requireToken(work, session.entry(), assistantId);
          }
          try {
            session.release(
                entry ->
                    entry
                        .phase(Phase.CREATED)
                        .assistantId(assistantId)
                        .otherAssistantIds(others(session.entry(), assistantId))
                        .baselines(Map.of()));
          } catch (Session.DuplicateAssistant e) {
            throw new ProvisioningException(
                key, "assistant " + assistantId + " belongs to another key", e);
          }
        });
  }

  private static Set<String> others(Entry entry, String assistantId) {
    Set<String> others = new TreeSet<>(entry.otherAssistantIds());
    others.remove(assistantId);
    return others;
  }

  private void requireToken(Work work, Entry entry, String assistantId) {
    String token = entry.token().orElse("?");
    Map<String, @Nullable Object> live;
    try {
      live = new Reader(work).values(assistantId);
    } catch (RuntimeException e) {
      throw new ProvisioningException(
          key,
          "the API does not show assistant "
              + assistantId
              + ", so nobody can tell whether its name holds "
              + token
              + "; look in the dashboard and use force",
          e);
    }
    Object name = live.get("name");
    if (!(name instanceof String text) || !text.contains("[tk-" + token + "]")) {
      throw new ProvisioningException(
          key,
          "the name of assistant "
              + assistantId
              + " is \""
              + name
              + "\" and does not hold [tk-"
              + token
              + "]; if it is the right one nevertheless, use force",
          null);
    }
  }

  /**
   * Nothing was created: the next apply may create. Refused until a call's timeout and the lease,
   * 60 and 90 seconds, have passed since the create was sent, because until then it may still
   * arrive.
   *
   * @throws ProvisioningException if the key is not unresolved, or it is too early
   */
  public void notCreated() {
    Work work = new Work(context, new Run(context.options()), key);
    Session session = KeyLock.take(work, entry -> requireOld(requireUnresolved(entry)));
    KeyLock.run(
        session,
        () ->
            session.release(
                entry ->
                    entry
                        .phase(Phase.PREPARED)
                        .token(Optional.empty())
                        .sendingSince(Optional.empty())));
  }

  private Entry requireUnresolved(Entry entry) {
    if (!entry.isUnresolved()) {
      throw new ProvisioningException(
          key, "is in phase " + entry.phase() + " and has nothing to resolve", null);
    }
    return entry;
  }

  private Entry requireOld(Entry entry) {
    // Also by the settings of whoever sent it: no call lasts longer than two thirds of its lease.
    Duration lease = context.lease().durationFor(entry);
    Duration call = entry.leaseDuration().orElse(Duration.ZERO).multipliedBy(2).dividedBy(3);
    Duration own = context.callTimeout();
    Duration wait = lease.plus(call.compareTo(own) > 0 ? call : own);
    Instant over = entry.sendingSince().orElse(entry.updatedAt()).plus(wait);
    if (over.isAfter(context.time().now())) {
      throw new ProvisioningException(key, "the create may still arrive; wait until " + over, null);
    }
    return entry;
  }
}
