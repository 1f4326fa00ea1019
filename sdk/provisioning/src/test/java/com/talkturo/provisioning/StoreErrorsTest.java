package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.talkturo.sdk.testing.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stores that throw errors, or fail for one key, or at the end of a run. */
class StoreErrorsTest {
  private final Fixture fixture = new Fixture(new MemoryStore());
  private final Spoilt store = new Spoilt(fixture.store);
  private final AssistantSpec spec = Fixture.desk().build();

  @AfterEach
  void close() {
    fixture.close();
  }

  private Provisioner provisioner() {
    return provisioner(result -> {});
  }

  private Provisioner provisioner(Consumer<Provisioned> keyFinished) {
    ProvisionerListener listener =
        new ProvisionerListener() {
          @Override
          public void keyFinished(Provisioned result) {
            keyFinished.accept(result);
          }
        };
    return fixture
        .provisioner(builder -> builder.store(store).listener(listener))
        .withOptions(o -> o.allowUnassign(true).parallelism(1));
  }

  /** A store that throws what a broken class path or a full heap throws. */
  private static final class Spoilt extends DelegatingStore {
    private volatile Predicate<String> unreadable = key -> false;
    private volatile Predicate<StoredEntry> unwritable = entry -> false;
    private volatile boolean isGone;
    private volatile Error error = new NoClassDefFoundError("org/example/Driver");

    Spoilt(StateStore store) {
      super(store);
    }

    @Override
    public Optional<StoreIdentity> identity() {
      if (isGone) {
        throw error;
      }
      return super.identity();
    }

    @Override
    public Optional<StoredEntry> find(String key) {
      if (unreadable.test(key)) {
        throw error;
      }
      return super.find(key);
    }

    @Override
    public Outcome compareAndSet(
        String key, @Nullable String expectedVersion, @Nullable StoredEntry next) {
      if (next != null && unwritable.test(next)) {
        throw error;
      }
      return super.compareAndSet(key, expectedVersion, next);
    }
  }

  @Test
  void anErrorWhileAnIdIsStoredIsToldWithTheId() {
    store.unwritable = entry -> entry.phase() == Phase.CREATED;

    UnstoredAssistantException lost =
        catchThrowableOfType(
            UnstoredAssistantException.class, () -> provisioner().apply("desk", spec));

    assertThat(lost.assistantId()).isEqualTo(fixture.server.assistants().get(0).get("id"));
    assertThat(lost).hasMessageContaining("NoClassDefFoundError");
    store.unwritable = entry -> false;
    assertThat(provisioner().entry("desk").orElseThrow().isUnresolved()).isTrue();
    provisioner().resolve("desk").adopt(lost.assistantId());
    assertThat(provisioner().apply("desk", spec).failure()).isEmpty();
    assertThat(fixture.server.assistants()).hasSize(1);
  }

  @Test
  void anErrorThatPassesLosesNothing() {
    AtomicBoolean once = new AtomicBoolean();
    store.error = new OutOfMemoryError("Java heap space");
    store.unwritable = entry -> entry.phase() == Phase.CREATED && once.compareAndSet(false, true);

    assertThat(provisioner().apply("desk", spec).created()).isTrue();

    assertThat(once).isTrue();
    assertThat(provisioner().plan("desk", spec).isEmpty()).isTrue();
  }

  @Test
  void anErrorOfOneKeyStopsNoOtherKey() {
    store.unreadable = key -> key.equals("b");

    Report report = provisioner().apply(Map.of("a", spec, "b", spec, "c", spec));

    assertThat(report.failures()).extracting(Provisioned::key).containsExactly("b");
    assertThat(report.result("b").orElseThrow().failure())
        .containsInstanceOf(StateStoreException.class);
    assertThat(fixture.server.assistants()).hasSize(2);
  }

  @Test
  void aPlanShowsTheKeyThatCannotBeRead() {
    store.unreadable = key -> key.equals("b");

    Plan plan = provisioner().plan(Map.of("a", spec, "b", spec));

    assertThat(plan.item("a").orElseThrow().classification()).isEqualTo(Classification.CREATE);
    assertThat(plan.item("b").orElseThrow().problem())
        .containsInstanceOf(StateStoreException.class);
    assertThat(plan.toString()).contains("! b  ERROR the store failed: ");
    assertThat(provisioner().apply(plan).failures()).hasSize(1);
    assertThat(fixture.server.assistants()).hasSize(1);
  }

  @Test
  void aKeyThatCannotBeReadIsNotCountedAsACreate() {
    provisioner().apply("b", spec);
    store.unreadable = key -> key.equals("b");

    Report report =
        provisioner().withOptions(o -> o.maxCreates(1)).apply(Map.of("a", spec, "b", spec));

    assertThat(report.result("a").orElseThrow().created()).isTrue();
    assertThat(fixture.server.assistants()).hasSize(2);
  }

  @Test
  void aStoreThatIsAwayForAllKeysIsToldAtOnce() {
    store.unreadable = key -> true;
    Map<String, AssistantSpec> specs = Map.of("a", spec, "b", spec);

    assertThatThrownBy(() -> provisioner().apply(specs)).isInstanceOf(StateStoreException.class);
    assertThatThrownBy(() -> provisioner().plan(specs)).isInstanceOf(StateStoreException.class);
    assertThatThrownBy(() -> provisioner().plan("a", spec)).isInstanceOf(StateStoreException.class);
    assertThatThrownBy(() -> provisioner().entry("a")).isInstanceOf(StateStoreException.class);

    assertThat(fixture.server.requestCount()).isZero();
  }

  @Test
  void anIdentityThatCannotBeReadIsAStoreThatIsAway() {
    Provisioner provisioner = provisioner();
    provisioner.apply("desk", spec);
    store.isGone = true;

    assertThatThrownBy(() -> provisioner.apply("new", spec))
        .isInstanceOf(StateStoreException.class);
    assertThatThrownBy(() -> provisioner().apply("desk", spec))
        .isInstanceOf(StateStoreException.class);
    assertThatThrownBy(() -> provisioner().init()).isInstanceOf(StateStoreException.class);
    assertThat(fixture.server.assistants()).hasSize(1);
  }

  /** Numbers pass from b to a; from some moment on b, or a, cannot be read. */
  @Test
  void aStoreThatGoesAwayWhileNumbersPassStillGivesAReport() {
    for (String broken : List.of("a", "b")) {
      String a = "a-" + broken;
      String b = "b-" + broken;
      String number = broken.equals("a") ? "pn_a1" : "pn_b2";
      provisioner().apply(b, Fixture.desk().name(b).phoneNumberIds(number).build());
      List<String> finished = new CopyOnWriteArrayList<>();
      Provisioner run =
          provisioner(
              result -> {
                finished.add(result.key());
                if (result.key().equals(b)) {
                  store.unreadable = key -> key.equals(broken.equals("a") ? a : b);
                }
              });

      Report report =
          run.apply(
              Map.of(
                  a, Fixture.desk().name(a).phoneNumberIds(number).build(),
                  b, Fixture.desk().name(b).phoneNumberIds().build()));

      assertThat(report.results()).hasSize(2);
      assertThat(report.result(a).orElseThrow().failure()).isPresent();
      assertThat(finished).contains(a, b);
      store.unreadable = key -> false;
      assertThat(
              provisioner()
                  .apply(
                      Map.of(
                          a, Fixture.desk().name(a).phoneNumberIds(number).build(),
                          b, Fixture.desk().name(b).phoneNumberIds().build()))
                  .failures())
          .isEmpty();
    }
    assertThat(fixture.server.assistants()).hasSize(4);
  }

  @Test
  void aKeyWithoutARunThatEndsItIsInTheReport() {
    provisioner().apply("b", Fixture.desk().phoneNumberIds("pn_a1").build());
    Provisioner interrupted = provisioner(result -> Thread.currentThread().interrupt());

    Report report =
        interrupted.apply(
            Map.of(
                "a", Fixture.desk().phoneNumberIds("pn_a1").build(),
                "b", Fixture.desk().phoneNumberIds().build()));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.result("a").orElseThrow().classification())
        .isEqualTo(Classification.NOT_STARTED);
    assertThat(report.result("a").orElseThrow().failure().orElseThrow())
        .hasMessageContaining("ROUTES NOWHERE");
    assertThat(report.unroutedNumbers()).containsExactly("+493090000001");
  }

  @Test
  void whatOthersThrowWhileAKeyIsUnresolvedDoesNotShortenTheWait() {
    fixture.server.enqueue(Fault.resetAfterProcessing().on("POST", "/api/assistants"));
    Provisioner slow = fixture.provisionerWithLongSettings();
    assertThatThrownBy(() -> slow.apply("desk", spec))
        .isInstanceOf(UnresolvedCreateException.class);
    Provisioner other = fixture.provisioner();
    assertThatThrownBy(() -> other.accept("desk", "voice_id"))
        .hasMessageContaining("no field voice_id is stored differently");
    assertThatThrownBy(() -> other.resolve("desk").adopt("asst_nobody"))
        .hasMessageContaining("does not show assistant asst_nobody");

    fixture.time.pass(Duration.ofMinutes(5));

    assertThatThrownBy(() -> other.resolve("desk").notCreated())
        .hasMessageContaining("may still arrive");
    assertThat(other.entry("desk").orElseThrow().isUnresolved()).isTrue();
  }

  @Test
  void aBlankIdIsAdoptedByNoForce() {
    fixture.server.enqueue(Fault.resetAfterProcessing().on("POST", "/api/assistants"));
    assertThatThrownBy(() -> provisioner().apply("desk", spec))
        .isInstanceOf(UnresolvedCreateException.class);

    assertThatThrownBy(() -> provisioner().resolve("desk").adopt(" ", true))
        .hasMessage("key \"desk\": the id to adopt is blank; take the assistant's");

    assertThat(provisioner().entry("desk").orElseThrow().isUnresolved()).isTrue();
  }
}
