package com.talkturo.examples;

import com.talkturo.provisioning.AssistantSpec;
import com.talkturo.provisioning.Entry;
import com.talkturo.provisioning.Phase;
import com.talkturo.provisioning.Provisioned;
import com.talkturo.provisioning.Provisioner;
import com.talkturo.provisioning.ProvisionerListener;
import com.talkturo.provisioning.Report;
import com.talkturo.provisioning.StateStore;
import com.talkturo.provisioning.StoreIdentity;
import com.talkturo.provisioning.StoredEntry;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.assistants.TemplateId;
import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.TalkturoServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * Gives each of a thousand customers an assistant, two at a time, while the API fails now and then
 * and the process dies in the middle. The next one goes on; of the create that was under way nobody
 * knows, so a person decides; and the last run changes nothing.
 *
 * <p>Always on an embedded Talkturo.
 */
public final class ProvisionCustomers {
  private static final int CUSTOMERS = 1000;
  private static final int CRASH_AT = 600;
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration LEASE = Duration.ofSeconds(3); // So that nobody waits 90 s here.

  private ProvisionCustomers() {}

  /** Takes nothing. */
  public static void main(String[] args) throws InterruptedException {
    DataSource database = JdbcConnectionPool.create("jdbc:h2:mem:backend", "sa", "");
    try (TalkturoServer server = TalkturoServer.start();
        TalkturoClient talkturo =
            TalkturoClient.builder()
                .baseUrl(server.baseUrl())
                .apiKey(server.apiKey())
                .accountSlug(server.accountSlug())
                .build()) {
      StateStore store = StateStore.jdbc(database);
      provisioner(talkturo, store, new ProvisionerListener() {}).init(); // Once, in a migration.

      server.enqueue(
          Fault.unavailable(Duration.ofMillis(100)).on("POST", "/api/assistants").times(3),
          Fault.truncatedJson().on("POST", "/api/assistants").times(2),
          Fault.resetAfterProcessing().on("PATCH", "/api/assistants/{assistantId}").times(3),
          Fault.rateLimited(Duration.ofSeconds(1)));
      DyingStore dying = new DyingStore(store);
      Thread process =
          new Thread(() -> provisioner(talkturo, dying, new Progress()).apply(customers()));
      process.setDaemon(true);
      process.start();
      dying.gone.await();
      System.out.println("The process is gone, in the middle of a create.");

      Provisioner next = provisioner(talkturo, store, new ProvisionerListener() {});
      Report report = next.apply(customers());
      System.out.println("Another process goes on: " + report.counts());
      // Until then, a create of the process that is gone may still arrive.
      TimeUnit.MILLISECONDS.sleep(LEASE.plus(CALL_TIMEOUT).toMillis());
      for (Entry entry : next.unresolved()) {
        resolve(next, server, entry);
      }
      next.apply(customers());
      System.out.println(
          server.assistants().size() + " assistants for " + CUSTOMERS + " customers");

      Report last = next.apply(customers());
      long changed = last.results().stream().filter(Provisioned::changed).count();
      System.out.println("The next run changed " + changed + " of " + last.results().size() + ".");
    }
  }

  private static Provisioner provisioner(
      TalkturoClient talkturo, StateStore store, ProvisionerListener listener) {
    return Provisioner.builder(talkturo)
        .store(store)
        .callTimeout(CALL_TIMEOUT)
        .leaseDuration(LEASE)
        .options(options -> options.parallelism(2))
        .listener(listener)
        .build();
  }

  private static Map<String, AssistantSpec> customers() {
    Map<String, AssistantSpec> specs = new TreeMap<>();
    for (int i = 1; i <= CUSTOMERS; i++) {
      specs.put(
          "customer-" + i,
          AssistantSpec.builder()
              .name("Front desk of customer " + i)
              .templateId(TemplateId.INBOUND_SUPPORT)
              .systemPrompt("You answer the phone for customer " + i + ".")
              .temperature(0.2)
              .build());
    }
    return specs;
  }

  /**
   * As support does it: the token of the entry is in the name of the assistant, if there is one.
   */
  private static void resolve(Provisioner provisioner, TalkturoServer dashboard, Entry entry) {
    String token = "[tk-" + entry.token().orElseThrow() + "]";
    System.out.println(entry.key() + " is unresolved: look for " + token);
    dashboard.assistantsNamed(token).stream()
        .findFirst()
        .ifPresentOrElse(
            found -> provisioner.resolve(entry.key()).adopt((String) found.get("id")),
            () -> provisioner.resolve(entry.key()).notCreated());
  }

  private static final class Progress implements ProvisionerListener {
    private final AtomicInteger finished = new AtomicInteger();

    @Override
    public void keyFinished(Provisioned result) {
      int count = finished.incrementAndGet();
      if (count % 250 == 0) {
        System.out.println(count + " of " + CUSTOMERS + " customers");
      }
    }
  }

  /**
   * The store of a process that dies before it stores the id of an assistant that it made: whoever
   * writes from then on never goes on.
   */
  private static final class DyingStore implements StateStore {
    final CountDownLatch gone = new CountDownLatch(1);
    private final StateStore store;
    private final Set<String> assistants = ConcurrentHashMap.newKeySet();

    DyingStore(StateStore store) {
      this.store = store;
    }

    @Override
    public Outcome compareAndSet(String key, String expectedVersion, StoredEntry next) {
      if (next != null) {
        next.assistantId().ifPresent(assistants::add);
      }
      if (assistants.size() >= CRASH_AT) {
        gone.countDown();
        new CompletableFuture<Void>().join();
      }
      return store.compareAndSet(key, expectedVersion, next);
    }

    @Override
    public Optional<StoreIdentity> identity() {
      return store.identity();
    }

    @Override
    public boolean initialize(StoreIdentity identity) {
      return store.initialize(identity);
    }

    @Override
    public Optional<StoredEntry> find(String key) {
      return store.find(key);
    }

    @Override
    public Optional<StoredEntry> findByAssistantId(String assistantId) {
      return store.findByAssistantId(assistantId);
    }

    @Override
    public List<StoredEntry> list(Set<Phase> phases, String afterKey, int limit) {
      return store.list(phases, afterKey, limit);
    }
  }
}
