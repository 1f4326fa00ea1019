package com.talkturo.provisioning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** What is stored of one key: never a value of a field, never the API key. */
@Value.Immutable
public abstract class Entry {
  Entry() {}

  static Builder builder() {
    return new Builder();
  }

  final Builder toBuilder() {
    return builder().from(this);
  }

  /** The caller's own key. */
  public abstract String key();

  /** Changes with everything that is stored; also the beat of the lease. */
  public abstract String version();

  /** How far the key has come. */
  public abstract Phase phase();

  /** The assistant, as soon as its id is known. */
  public abstract Optional<String> assistantId();

  /** The template that the assistant was created from, if the spec named one. */
  public abstract Optional<String> templateId();

  /**
   * The token in the name that the create carries, such as {@code k3v9x2m7qa}: in the dashboard,
   * look for a name that ends in {@code [tk-k3v9x2m7qa]}.
   */
  public abstract Optional<String> token();

  /** When the create was sent, by the clock of the machine that sent it. */
  public abstract Optional<Instant> sendingSince();

  /** The revision of the spec that was applied last, if it named one. */
  public abstract Optional<Long> revision();

  /** What was sent and stored per field, as salted hashes. */
  abstract Map<String, Baseline> baselines();

  /** The fields that are declared, by JSON name. */
  public final Set<String> managedFields() {
    return baselines().keySet();
  }

  /** The ids of the numbers that were assigned last; empty if numbers are not managed. */
  public abstract Optional<List<String>> phoneNumberIds();

  /** Whether the API could not show that it has assigned them. */
  @Value.Default
  boolean phoneNumbersUnverified() {
    return false;
  }

  /** The fields of an update that is under way or broke off, by JSON name. */
  public abstract Set<String> pendingFields();

  /** The numbers of an assignment that is under way or broke off. */
  public abstract Optional<List<String>> pendingPhoneNumberIds();

  /**
   * Assistants that were seen on behalf of this key and are not its assistant: one that was found
   * missing and made anew, or one that a late answer showed. They are never dropped.
   */
  public abstract Set<String> otherAssistantIds();

  /** Who works on the key at present; a holder that is gone is replaced after 90 seconds. */
  public abstract Optional<String> leaseOwner();

  /**
   * How long the beat of the holder must stand still, by the holder's own settings; those of
   * another process may differ. Stays while a create is unresolved.
   */
  abstract Optional<Duration> leaseDuration();

  /** When the assistant was last seen to be as declared. */
  public abstract Optional<Instant> verifiedAt();

  /** The digest of the spec that was applied last. */
  abstract Optional<String> specDigest();

  /** The key that the assistant went to ({@code MOVED}), else the one that it came from. */
  public abstract Optional<String> otherKey();

  /** When the key was first stored, by the clock of the machine that did. */
  public abstract Instant createdAt();

  /** When the entry was last stored, by the clock of the machine that did. */
  public abstract Instant updatedAt();

  /**
   * Whether a create was sent and its answer is not known: it never came, or, while {@link
   * #leaseOwner()} works on the key, it may still come.
   */
  public final boolean isUnresolved() {
    return phase() == Phase.SENDING;
  }

  /** Hashes of a field: of what was sent, and of what was read back (absent if it was not). */
  record Baseline(String sent, Optional<String> stored, boolean storedDifferently) {}

  static final class Builder extends ImmutableEntry.Builder {
    Builder() {}

    Builder unleased() {
      return leaseOwner(Optional.empty()).leaseDuration(Optional.empty());
    }
  }
}
