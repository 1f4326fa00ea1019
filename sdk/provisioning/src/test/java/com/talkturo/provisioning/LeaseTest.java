package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.sdk.testing.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that stands still for minutes, while others and a person go on. */
class LeaseTest {
  private final Fixture fixture = new Fixture();
  private final Provisioner other = fixture.provisioner();
  private final AssistantSpec spec = Fixture.desk().build();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void aCreateThatStoodStillForTooLongIsNotSent() {
    Provisioner slow =
        fixture.interruptedAt(
            "POST",
            () -> {
              fixture.time.pass(Duration.ofMinutes(3));
              other.resolve("desk").notCreated();
              other.apply("desk", spec);
            });

    Provisioned desk = slow.apply("desk", spec);

    assertThat(fixture.server.assistants()).hasSize(1);
    assertThat(desk.assistantId()).contains((String) fixture.server.assistants().get(0).get("id"));
  }

  @Test
  void aHolderWhoseLeaseIsShortRenewsItBeforeItWrites() {
    Provisioner slow =
        fixture.interruptedAt("POST", () -> fixture.time.pass(Duration.ofSeconds(40)));

    assertThat(slow.apply("desk", spec).created()).isTrue();

    assertThat(fixture.server.assistants()).hasSize(1);
  }

  @Test
  void anAnswerThatComesAfterNotCreatedIsTheAssistantOfTheKey() {
    Provisioner slow =
        fixture.interruptedAt(
            "POST answered",
            () -> {
              fixture.time.pass(Duration.ofMinutes(3));
              other.resolve("desk").notCreated();
            });

    Provisioned desk = slow.apply("desk", spec);

    assertThat(fixture.server.assistants()).hasSize(1);
    assertThat(desk.failure()).isEmpty();
    assertThat(other.plan("desk", spec).isEmpty()).isTrue();
  }

  @Test
  void anIdThatComesAfterAnotherAssistantWasMadeIsKeptBesideIt() {
    Provisioner slow =
        fixture.interruptedAt(
            "POST answered",
            () -> {
              fixture.time.pass(Duration.ofMinutes(3));
              other.resolve("desk").notCreated(); // A mistake: it was.
              other.apply("desk", spec);
            });

    assertThatThrownBy(() -> slow.apply("desk", spec))
        .isInstanceOf(UnstoredAssistantException.class)
        .hasMessageContaining("kept in its entry");

    assertThat(other.entry("desk").orElseThrow().otherAssistantIds())
        .containsExactly((String) fixture.server.assistants().get(0).get("id"));
  }

  @Test
  void aPatchOfAHolderThatLostItsLeaseIsNotSent() {
    other.apply("desk", spec);
    AssistantSpec older = spec.toBuilder().temperature(0.5).build();
    AssistantSpec newer = spec.toBuilder().temperature(1.5).revision(2).build();
    Provisioner slow =
        fixture.interruptedAt(
            "PATCH",
            () -> {
              fixture.time.pass(Duration.ofSeconds(1));
              other.apply("desk", newer);
            });

    assertThatThrownBy(() -> slow.apply("desk", older.toBuilder().revision(1).build()))
        .isInstanceOf(OutdatedSpecException.class);

    assertThat(fixture.server.assistants().get(0)).containsEntry("temperature", 1.5);
  }

  @Test
  void ofTwoProcessesWithDifferentSettingsTheLongerLeaseCounts() {
    AtomicBoolean tried = new AtomicBoolean();
    Provisioner slow =
        fixture.provisioner(
            builder ->
                builder
                    .leaseDuration(Duration.ofMinutes(30))
                    .callTimeout(Duration.ofMinutes(20))
                    .options(o -> o.timeout(Duration.ofHours(2)))
                    .probe(
                        (step, key) -> {
                          if (step.equals("POST") && tried.compareAndSet(false, true)) {
                            assertThatThrownBy(() -> other.resolve("desk").notCreated())
                                .hasMessageContaining("may still arrive");
                            fixture.time.pass(Duration.ofMinutes(3));
                            assertThatThrownBy(() -> other.resolve("desk").notCreated())
                                .hasMessageContaining("may still arrive");
                            assertThatThrownBy(() -> other.resolve("desk").adopt("asst_any", true))
                                .isInstanceOf(BusyKeyException.class);
                          }
                        }));

    assertThat(slow.apply("desk", spec).created()).isTrue();

    assertThat(tried).isTrue();
    assertThat(fixture.server.assistants()).hasSize(1);
  }

  @Test
  void aCreateOfASenderWithLongSettingsMayArriveForLonger() {
    fixture.server.enqueue(Fault.resetAfterProcessing().on("POST", "/api/assistants"));
    Provisioner slow = fixture.provisionerWithLongSettings();
    assertThatThrownBy(() -> slow.apply("desk", spec))
        .isInstanceOf(UnresolvedCreateException.class);

    fixture.time.pass(Duration.ofMinutes(49));
    assertThatThrownBy(() -> other.resolve("desk").notCreated())
        .hasMessageContaining("may still arrive");
    fixture.time.pass(Duration.ofMinutes(2));
    other.resolve("desk").notCreated();
  }

  @ParameterizedTest
  @ValueSource(ints = {-3600, 3600})
  void aClockThatIsSetMakesNoSecondAssistant(int seconds) {
    Provisioner jumping =
        fixture.interruptedAt("POST", () -> fixture.time.setClock(Duration.ofSeconds(seconds)));

    assertThat(jumping.apply("desk", spec).created()).isTrue();

    assertThat(fixture.server.assistants()).hasSize(1);
    assertThat(other.plan("desk", spec).isEmpty()).isTrue();
  }

  @Test
  void aClockThatWasSetBackKeepsAnUnresolvedKeyUnresolvedForLonger() {
    fixture.server.enqueue(Fault.resetBeforeProcessing().on("POST", "/api/assistants"));
    assertThatThrownBy(() -> other.apply("desk", spec))
        .isInstanceOf(UnresolvedCreateException.class);
    fixture.time.setClock(Duration.ofHours(-1));

    fixture.time.pass(Duration.ofMinutes(10));

    assertThatThrownBy(() -> other.resolve("desk").notCreated())
        .hasMessageContaining("may still arrive");
    fixture.time.pass(Duration.ofHours(1));
    other.resolve("desk").notCreated();
    assertThat(other.apply("desk", spec).created()).isTrue();
  }

  @Test
  void aHolderThatStoodStillInsideItsCreateFindsOnlyItsOwnAssistant() {
    Provisioner slow =
        fixture.interruptedAt(
            "POST answered",
            () -> {
              fixture.time.pass(Duration.ofMinutes(3));
              assertThatThrownBy(() -> other.apply("desk", spec))
                  .isInstanceOf(UnresolvedCreateException.class);
              assertThatThrownBy(() -> other.delete("desk"))
                  .isInstanceOf(UnresolvedCreateException.class);
              assertThatThrownBy(() -> other.move("desk", "new"))
                  .isInstanceOf(UnresolvedCreateException.class);
              String id = (String) fixture.server.assistants().get(0).get("id");
              other.resolve("desk").adopt(id);
            });

    Provisioned desk = slow.apply("desk", spec);

    assertThat(fixture.server.assistants()).hasSize(1);
    assertThat(desk.failure()).isEmpty();
    assertThat(other.plan("desk", spec).isEmpty()).isTrue();
  }

  /**
   * As after a crash of another process: whoever waits for several must not ask without a pause.
   */
  @Test
  @Timeout(60)
  void severalKeysOfADeadProcessAreAwaitedWithPauses() {
    Set<String> keys = Set.of("a", "b", "c", "d", "e");
    Provisioner dying =
        fixture.provisioner(
            builder ->
                builder.probe(
                    (step, key) -> {
                      if (step.equals("PATCH")) {
                        throw new AssertionError("killed");
                      }
                    }));
    keys.forEach(
        key -> assertThatThrownBy(() -> dying.apply(key, spec)).isInstanceOf(AssertionError.class));
    AtomicInteger reads = new AtomicInteger();
    StateStore counted =
        new DelegatingStore(fixture.store) {
          @Override
          public Optional<StoredEntry> find(String key) {
            reads.incrementAndGet();
            return super.find(key);
          }
        };
    Map<String, AssistantSpec> specs = new TreeMap<>();
    keys.forEach(key -> specs.put(key, spec));

    Report report = fixture.provisioner(builder -> builder.store(counted)).apply(specs);

    assertThat(report.failures()).isEmpty();
    assertThat(fixture.server.assistants()).hasSize(5);
    // Each key twice a second for 90 s, and the steps of the applies.
    assertThat(reads).hasValueLessThan(5 * 2 * 90 + 5 * 40);
  }
}
