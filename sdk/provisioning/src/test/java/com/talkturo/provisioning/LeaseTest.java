package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A process that stands still for minutes, while others and a person go on. */
class LeaseTest {
  private final Fixture fixture = new Fixture();
  private final Provisioner other = fixture.provisioner();
  private final AssistantSpec spec = Fixture.desk().build();

  @AfterEach
  void close() {
    fixture.close();
  }

  /** A provisioner to which this happens once, at this step. */
  private Provisioner interruptedAt(String where, Runnable meanwhile) {
    AtomicBoolean once = new AtomicBoolean();
    return fixture.provisioner(
        builder ->
            builder.probe(
                (step, key) -> {
                  if (step.equals(where) && once.compareAndSet(false, true)) {
                    meanwhile.run();
                  }
                }));
  }

  @Test
  void aCreateThatStoodStillForTooLongIsNotSent() {
    Provisioner slow =
        interruptedAt(
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
    Provisioner slow = interruptedAt("POST", () -> fixture.time.pass(Duration.ofSeconds(40)));

    assertThat(slow.apply("desk", spec).created()).isTrue();

    assertThat(fixture.server.assistants()).hasSize(1);
  }

  @Test
  void anAnswerThatComesAfterNotCreatedIsTheAssistantOfTheKey() {
    Provisioner slow =
        interruptedAt(
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
        interruptedAt(
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
        interruptedAt(
            "PATCH",
            () -> {
              fixture.time.pass(Duration.ofSeconds(1));
              other.apply("desk", newer);
            });

    assertThatThrownBy(() -> slow.apply("desk", older.toBuilder().revision(1).build()))
        .isInstanceOf(OutdatedSpecException.class);

    assertThat(fixture.server.assistants().get(0)).containsEntry("temperature", 1.5);
  }
}
