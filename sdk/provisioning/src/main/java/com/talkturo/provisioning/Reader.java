package com.talkturo.provisioning;

import com.talkturo.provisioning.Gateway.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the live assistant, as far as there is one and the API shows it. */
final class Reader {
  private static final Logger LOG = LoggerFactory.getLogger(Provisioner.class);

  /** A young assistant may not be visible everywhere yet. */
  private static final Duration YOUNG = Duration.ofMinutes(5);

  /** How many others are asked what a 404 means. */
  private static final int OTHERS = 3;

  private final Work work;
  private final Context context;

  Reader(Work work) {
    this.work = work;
    this.context = work.context;
  }

  Live look(AssistantSpec spec, Optional<Entry> stored, String specDigest) {
    Entry entry = stored.orElse(null);
    if (entry == null || !isAlive(entry)) {
      return new Live.NotRead();
    }
    boolean isContested = work.run.contested.contains(work.key);
    if (!isContested && !isDue(entry, specDigest)) {
      return new Live.NotRead();
    }
    return look(entry, isContested || NumberPlanner.needsList(spec, entry));
  }

  /**
   * Lets it be seen whether a number that is declared in E.164 form is declared for another key by
   * its id. What fails here is left to the look at the key.
   */
  void compareForms(Entry entry, String specDigest) {
    if (!isAlive(entry)) {
      return;
    }
    if (!isDue(entry, specDigest)) {
      work.run.claims.settled(work.key, entry.phoneNumberIds().orElse(List.of()));
      return;
    }
    try {
      numbers(entry.assistantId().orElseThrow());
    } catch (RuntimeException e) {
      LOG.debug("The numbers of key {} cannot be listed beforehand", work.key, e);
    }
  }

  private static boolean isAlive(Entry entry) {
    return entry.assistantId().isPresent()
        && (entry.phase() == Phase.CREATED
            || entry.phase() == Phase.CONFIGURED
            || entry.phase() == Phase.COMPLETE);
  }

  private boolean isDue(Entry entry, String specDigest) {
    return entry.phase() != Phase.COMPLETE
        || !entry.specDigest().equals(Optional.of(specDigest))
        || !entry.pendingFields().isEmpty()
        || entry.pendingPhoneNumberIds().isPresent()
        || context.options().verify.isDue(entry.verifiedAt(), context.time().now());
  }

  private Live look(Entry entry, boolean withNumbers) {
    String id = entry.assistantId().orElseThrow();
    if (work.run.isGetRefused()) {
      return new Live.Unknown("the API has no GET", withNumbers ? numbers(id) : Optional.empty());
    }
    try {
      Map<String, @Nullable Object> values = values(id);
      return new Live.Shown(values, withNumbers ? numbers(id) : Optional.empty());
    } catch (RuntimeException e) {
      if (Failures.hasStatus(e, 405)) {
        work.run.getRefused();
        return new Live.Unknown("the API has no GET", withNumbers ? numbers(id) : Optional.empty());
      }
      if (Failures.hasStatus(e, 404)) {
        return isYoung(entry)
            ? new Live.Unknown("not visible yet", Optional.empty())
            : new Live.NotFound();
      }
      throw e;
    }
  }

  Map<String, @Nullable Object> values(String assistantId) {
    Map<String, @Nullable Object> values =
        work.call(() -> context.gateway().get(work.key, assistantId));
    work.run.assistantAnswered();
    return values;
  }

  private boolean isYoung(Entry entry) {
    Instant made = entry.sendingSince().orElse(entry.createdAt());
    // Clocks of two machines differ by seconds; one that was wrong by a year makes nobody young.
    return Duration.between(made, context.time().now()).abs().compareTo(YOUNG) < 0;
  }

  /** Absent if the API does not list numbers, or not to an API key. */
  Optional<List<PhoneNumber>> numbers(String assistantId) {
    try {
      List<PhoneNumber> list =
          work.call(() -> context.gateway().phoneNumbers(work.key, assistantId));
      work.run.claims.seen(list);
      return Optional.of(list);
    } catch (RuntimeException e) {
      if (Failures.hasStatus(e, 401, 403, 404, 405, 501)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * What a 404 means: if no assistant has answered in this run, a few others of the store are
   * asked, once, because a backend that applies one key at a time has nothing to compare with.
   */
  Live verdict() {
    if (!work.run.hasAnAssistantAnswered() && work.run.mayAskOthers()) {
      context.journal().list(Set.of(Phase.COMPLETE), null, OTHERS).stream()
          .filter(other -> !other.key().equals(work.key))
          .flatMap(other -> other.assistantId().stream())
          .forEach(this::ask);
    }
    return work.run.hasAnAssistantAnswered()
        ? new Live.Missing()
        : new Live.Unknown("GET answers 404 for every assistant", Optional.empty());
  }

  private void ask(String assistantId) {
    if (!work.run.hasAnAssistantAnswered()) {
      try {
        values(assistantId);
      } catch (RuntimeException e) {
        if (!Failures.hasStatus(e, 404, 405)) {
          throw e;
        }
      }
    }
  }
}
