package com.talkturo.provisioning;

import com.talkturo.sdk.TalkturoClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings assistants to what is declared: one per key, through crashes, races and lost answers.
 *
 * <pre>{@code
 * Provisioner provisioner =
 *     Provisioner.builder(talkturo).store(StateStore.jdbc(dataSource)).build();
 * Provisioned desk = provisioner.apply("customer-4711", spec);
 * }</pre>
 *
 * <p>Talkturo has no list of assistants, no idempotency key and no ETag, so all safety rests on the
 * store: every step is stored before the next one, and a create whose answer was lost is never sent
 * again. Such a key is unresolved until a person decides; see {@link #resolve(String)}.
 *
 * <p>The key is the caller's own, such as a customer number: {@code [a-z0-9][a-z0-9._-]{0,99}}.
 *
 * <p>Safe for use from many threads and processes on one store. Closing it is not needed; the
 * client stays the caller's.
 */
public final class Provisioner {
  private final Shared shared;
  private final ApplyOptions options;

  private Provisioner(Shared shared, ApplyOptions options) {
    this.shared = shared;
    this.options = options;
  }

  /** Starts a provisioner; a {@link Builder#store} is required. */
  public static Builder builder(TalkturoClient talkturo) {
    return new Builder(talkturo);
  }

  /** What all views of a provisioner share. */
  private record Shared(
      Gateway gateway,
      Journal journal,
      Lease lease,
      Time time,
      Duration callTimeout,
      Events events,
      StoreGuard guard) {}

  /**
   * A view of this provisioner with other options: cheap, for a single apply if need be.
   *
   * @throws IllegalArgumentException if an option is invalid
   */
  public Provisioner withOptions(Consumer<ApplyOptions> change) {
    ApplyOptions changed = new ApplyOptions(options);
    change.accept(changed);
    return new Provisioner(shared, changed);
  }

  /**
   * Initialises the store, once in its life: from then on it belongs to this base URL, account and
   * environment. Makes the folder or the tables if they are not there. A store that was initialised
   * for the same before is left as it is.
   *
   * <p>Call this from a migration or by hand, never at the start of an application: a store that
   * was lost would be taken for a new one, and every assistant be made anew.
   *
   * @throws StoreRefusedException if it belongs to something else
   * @throws StateStoreException if it cannot be written
   */
  public void init() {
    shared.guard().initialize();
  }

  /**
   * Brings one key to what is declared: creates, configures and assigns what is missing, and
   * returns once that was read back. A second call changes nothing.
   *
   * <p>Blocks for three to seven requests at the first time, for one if nothing is to be done: this
   * does not belong into a web request, nor into a transaction of the caller's. At most {@link
   * ApplyOptions#timeout}.
   *
   * @throws ProvisioningException if the key is not as declared afterwards; see its subclasses
   * @throws IllegalArgumentException if the key is no key
   */
  public Provisioned apply(String key, AssistantSpec spec) {
    Report report = engine().apply(Map.of(key, spec));
    Provisioned result = report.results().get(0);
    if (result.failure().isPresent()) {
      throw result.failure().get();
    }
    return result;
  }

  /**
   * Brings one key to what is declared, on a thread of its own; see {@link #apply(String,
   * AssistantSpec)}. {@code cancel(true)} ends the work at its next step, and nothing is lost.
   */
  public CompletableFuture<Provisioned> applyAsync(String key, AssistantSpec spec) {
    return Async.run("talkturo-provisioning-" + key, () -> apply(key, spec));
  }

  /**
   * Brings a set of keys to what is declared, a few at a time. A failure does not stop the others;
   * the report has all. Keys that are stored and not in the set are left alone.
   *
   * @throws InvalidSpecException if a spec or a prompt is invalid; nothing is sent for any key
   * @throws RunStoppedException if {@linkplain ApplyOptions#maxCreates more would be created than
   *     allowed}; nothing is sent
   * @throws StoreRefusedException if the store is not the right one
   * @throws StateStoreException if the store cannot be read at the start
   */
  public Report apply(Map<String, AssistantSpec> specsByKey) {
    return engine().apply(specsByKey);
  }

  /** Brings a set of keys to what is declared, on a thread of its own. */
  public CompletableFuture<Report> applyAsync(Map<String, AssistantSpec> specsByKey) {
    return Async.run("talkturo-provisioning", () -> apply(specsByKey));
  }

  /**
   * Executes a plan: looks again, and refuses the keys that have moved since, with {@link
   * StalePlanException} in the report.
   *
   * @throws RunStoppedException if {@link Plan#refusal} says so; nothing is sent
   */
  public Report apply(Plan plan) {
    return new Engine(context(plan.options())).apply(plan);
  }

  /**
   * What an apply of one key would do. Reads only.
   *
   * @throws ProvisioningException if the store or the API cannot be read
   */
  public Plan plan(String key, AssistantSpec spec) {
    return engine().plan(Map.of(key, spec));
  }

  /**
   * What an apply would do. Reads only, by the same code that an apply decides with.
   *
   * @throws InvalidSpecException if a spec or a prompt is invalid
   * @throws ProvisioningException if the store or the API cannot be read
   */
  public Plan plan(Map<String, AssistantSpec> specsByKey) {
    return engine().plan(specsByKey);
  }

  /** What is stored of a key. */
  public Optional<Entry> entry(String key) {
    return context(options).journal().find(SpecCheck.key(key));
  }

  /**
   * The keys of which a create was sent and the answer is not known. Those with a {@linkplain
   * Entry#leaseOwner() lease} may be under way right now.
   */
  public List<Entry> unresolved() {
    List<Entry> all = new ArrayList<>();
    String after = null;
    do {
      List<Entry> page = list(Set.of(Phase.SENDING), after, 500);
      all.addAll(page);
      after = page.isEmpty() ? null : page.get(page.size() - 1).key();
    } while (after != null);
    return all;
  }

  /**
   * A page of what is stored, in one fixed order of the keys.
   *
   * @param phases only these; all if empty
   * @param afterKey the last key of the page before; {@code null} for the first
   * @param limit the size of the page, at least 1
   */
  public List<Entry> list(Set<Phase> phases, @Nullable String afterKey, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit is " + limit + "; allowed is 1 or more");
    }
    return context(options).journal().list(phases, afterKey, limit);
  }

  /**
   * Puts an existing assistant under a key, and shows it as a spec. Nothing is changed in the API.
   *
   * @throws ProvisioningException if the key has another assistant, the assistant has another key,
   *     or the API does not show it
   */
  public Pulled adopt(String key, String assistantId) {
    return maintenance(key).adopt(assistantId);
  }

  /**
   * The live assistant of a key as a spec: the plan of that spec is empty.
   *
   * @throws ProvisioningException if the key has no assistant, or the API does not show it
   */
  public Pulled pull(String key) {
    return maintenance(key).pull();
  }

  /** Decides about a create whose answer never came; see {@link Resolution}. */
  public Resolution resolve(String key) {
    return new Resolution(context(options), SpecCheck.key(key));
  }

  /**
   * Takes what the API stored in place of what was sent as right: the field is in sync from then
   * on, as long as neither changes.
   *
   * @throws ProvisioningException if nothing is stored differently under that name
   */
  public void accept(String key, String field) {
    maintenance(key).accept(field);
  }

  /**
   * Deletes the assistant of a key: its numbers are taken away, it is deleted, and a tombstone
   * stays that later applies meet as an error, until {@link #forget}. Continues a deletion that
   * broke off.
   *
   * @throws ProvisioningException if the key is unresolved or busy, or the API refuses
   */
  public void delete(String key) {
    maintenance(key).delete();
  }

  /**
   * Frees the key of an assistant that was deleted or moved.
   *
   * @throws ProvisioningException if it is neither
   */
  public void forget(String key) {
    maintenance(key).forget();
  }

  /**
   * Moves the assistant of a key to another one. Nothing is sent to the API. The old key stays as a
   * tombstone that later applies meet as an error, until {@link #forget}: a program that still uses
   * the old key would make a second assistant otherwise. Continues a move that broke off.
   *
   * @throws ProvisioningException if the old key has no assistant or is busy, or the new one is
   *     taken
   */
  public void move(String oldKey, String newKey) {
    new Move(context(options), SpecCheck.key(oldKey), SpecCheck.key(newKey)).run();
  }

  /** How many keys were finished, by what was seen of them, since this provisioner was built. */
  public Map<Classification, Long> counts() {
    return shared.events().counts();
  }

  /** How many requests were made since this provisioner was built. */
  public long requests() {
    return shared.gateway().requests();
  }

  private Engine engine() {
    return new Engine(context(options));
  }

  private Maintenance maintenance(String key) {
    return new Maintenance(context(options), SpecCheck.key(key));
  }

  private Context context(ApplyOptions options) {
    return new Context(
        shared.gateway(),
        shared.journal(),
        shared.lease(),
        shared.time(),
        shared.callTimeout(),
        shared.events(),
        shared.guard(),
        new Hasher(shared.guard().check().salt()),
        options);
  }

  /** Builds {@link Provisioner}. */
  public static final class Builder {
    private static final Duration LEASE = Duration.ofSeconds(90);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TalkturoClient talkturo;
    private final ApplyOptions options = new ApplyOptions();
    private final List<ProvisionerListener> listeners = new ArrayList<>();
    private @Nullable StateStore store;
    private Optional<String> accountSlug = Optional.empty();
    private String environment = "default";
    private Duration callTimeout = Duration.ofSeconds(60);
    private Duration leaseDuration = LEASE;
    private Duration patience = PATIENCE;
    private Time time = Time.SYSTEM;
    private Probe probe = Probe.NONE;

    private Builder(TalkturoClient talkturo) {
      this.talkturo = Objects.requireNonNull(talkturo, "talkturo");
    }

    /** Where the state of the keys is kept; required. */
    public Builder store(StateStore store) {
      this.store = Objects.requireNonNull(store, "store");
      return this;
    }

    /** The account; the client's own if left out. The store belongs to it from {@link #init} on. */
    public Builder accountSlug(String accountSlug) {
      this.accountSlug = Optional.of(accountSlug);
      return this;
    }

    /** The caller's own word for what the store belongs to, such as {@code prod}. */
    public Builder environment(String environment) {
      this.environment = Objects.requireNonNull(environment, "environment");
      return this;
    }

    /**
     * The deadline of each request, in place of the client's; the default is 60 s. More than 0, at
     * most two thirds of {@link #leaseDuration}, because a lease must outlast it.
     */
    public Builder callTimeout(Duration callTimeout) {
      this.callTimeout = callTimeout;
      return this;
    }

    /** The options that applies start from. */
    public Builder options(Consumer<ApplyOptions> change) {
      change.accept(options);
      return this;
    }

    /** Is told of every key; may be set several times. */
    public Builder listener(ProvisionerListener listener) {
      listeners.add(Objects.requireNonNull(listener, "listener"));
      return this;
    }

    /**
     * How long the beat of a holder must stand still before another process takes a key over; the
     * default is 90 s. At least one and a half call timeouts, and the same for all that share the
     * store.
     */
    public Builder leaseDuration(Duration leaseDuration) {
      this.leaseDuration = leaseDuration;
      return this;
    }

    /** For tests: how long a store that is away is asked again. */
    Builder patience(Duration patience) {
      this.patience = patience;
      return this;
    }

    Builder time(Time time) {
      this.time = time;
      return this;
    }

    Builder probe(Probe probe) {
      this.probe = probe;
      return this;
    }

    /**
     * The provisioner. Nothing is read yet.
     *
     * @throws IllegalArgumentException if the store is missing or a value is out of range
     */
    public Provisioner build() {
      if (store == null) {
        throw new IllegalArgumentException("store is missing; hand in a StateStore");
      }
      Duration longest = leaseDuration.multipliedBy(2).dividedBy(3);
      if (callTimeout.isNegative() || callTimeout.isZero() || callTimeout.compareTo(longest) > 0) {
        throw new IllegalArgumentException(
            "callTimeout is " + callTimeout + "; allowed is more than 0, at most " + longest);
      }
      Journal journal = new Journal(store, probe, time, patience);
      Shared shared =
          new Shared(
              new Gateway(talkturo, callTimeout, accountSlug, probe),
              journal,
              new Lease(time, leaseDuration),
              time,
              callTimeout,
              new Events(listeners),
              new StoreGuard(
                  store, Gateway.baseUrlOf(talkturo), accountSlug.orElse(""), environment));
      return new Provisioner(shared, new ApplyOptions(options));
    }
  }
}
