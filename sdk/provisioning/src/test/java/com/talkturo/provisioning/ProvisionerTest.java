package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProvisionerTest {
  private final Fixture fixture = new Fixture();
  private final Provisioner provisioner = fixture.provisioner();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void aFirstApplyCreatesConfiguresAndAssigns() {
    Provisioned desk =
        provisioner.apply("customer-4711", Fixture.desk().phoneNumberIds("pn_a1").build());

    assertThat(desk.created()).isTrue();
    String id = desk.assistantId().orElseThrow();
    assertThat(fixture.live(id))
        .containsEntry("name", "Front desk")
        .containsEntry("type", "inbound-support")
        .containsEntry("temperature", 0.2)
        .containsEntry("voice_id", "v-77");
    assertThat(fixture.server.phoneNumbersOf(id)).containsExactly("pn_a1");
    assertThat(fixture.requests()).containsExactly("POST", "PATCH", "PATCH", "GET", "GET");
    assertThat(desk.requests()).isEqualTo(5);
    Entry entry = provisioner.entry("customer-4711").orElseThrow();
    assertThat(entry.phase()).isEqualTo(Phase.COMPLETE);
    assertThat(entry.leaseOwner()).isEmpty();
    assertThat(entry.pendingFields()).isEmpty();
  }

  @Test
  void aSecondApplyChangesNothingAndLooksOnce() {
    AssistantSpec spec = Fixture.desk().phoneNumberIds("pn_a1").build();
    provisioner.apply("customer-4711", spec);
    String version = provisioner.entry("customer-4711").orElseThrow().version();
    fixture.server.clearRequests();

    Provisioned again = provisioner.apply("customer-4711", spec);

    assertThat(again.classification()).isEqualTo(Classification.IN_SYNC);
    assertThat(again.changed()).isFalse();
    assertThat(fixture.requests()).containsExactly("GET");
    assertThat(provisioner.entry("customer-4711").orElseThrow().version()).isEqualTo(version);
    assertThat(provisioner.plan("customer-4711", spec).isEmpty()).isTrue();
  }

  @Test
  void aChangedSpecTakesThreeRequests() {
    provisioner.apply("desk", Fixture.desk().build());
    fixture.server.clearRequests();

    Provisioned changed = provisioner.apply("desk", Fixture.desk().temperature(0.5).build());

    assertThat(changed.classification()).isEqualTo(Classification.UPDATE);
    assertThat(fixture.requests()).containsExactly("GET", "PATCH", "GET");
    assertThat(fixture.live(changed.assistantId().orElseThrow())).containsEntry("temperature", 0.5);
  }

  @Test
  void aPlanReadsOnlyAndIsExecutedAsItIs() {
    Map<String, AssistantSpec> specs =
        Map.of("a", Fixture.desk().build(), "b", Fixture.desk().name("Night line").build());

    Plan plan = provisioner.plan(specs);

    assertThat(plan.isEmpty()).isFalse();
    assertThat(fixture.server.requestCount()).isZero();
    assertThat(plan.toString()).contains("+ a  create from inbound-support, then 4 fields");
    Report report = provisioner.apply(plan);
    assertThat(report.isComplete()).isTrue();
    assertThat(fixture.server.assistants()).hasSize(2);
    assertThat(provisioner.plan(specs).isEmpty()).isTrue();
  }

  @Test
  void anUninitialisedStoreIsRefused() {
    Provisioner other =
        fixture.provisioner(builder -> builder.store(StateStore.jdbc(Fixture.h2())));

    assertThatThrownBy(() -> other.apply("desk", Fixture.desk().build()))
        .isInstanceOf(StoreRefusedException.class)
        .hasMessageContaining("never initialised");
    assertThat(fixture.server.requestCount()).isZero();
  }

  private static final Map<String, AssistantSpec> TWO =
      Map.of("a", Fixture.desk().build(), "b", Fixture.desk().name("Night line").build());

  @Test
  void moreCreatesThanAllowedRefuseTheRunBeforeAnythingIsSent() {
    Provisioner bounded = provisioner.withOptions(o -> o.maxCreates(1));
    Plan plan = bounded.plan(TWO);

    assertThat(plan.refusal()).contains("2 assistants would be created, and maxCreates is 1");
    assertThat(plan.toString())
        .endsWith(
            "Plan: 2 create. Nothing written.\n"
                + "An apply would be refused: 2 assistants would be created, and maxCreates is"
                + " 1.\n");
    assertThat(plan.toJson()).contains("\"refusal\"");
    assertThatThrownBy(() -> bounded.apply(plan))
        .isInstanceOf(RunStoppedException.class)
        .hasMessage("2 assistants would be created, and maxCreates is 1; nothing was sent");
    assertThatThrownBy(() -> bounded.apply(TWO)).isInstanceOf(RunStoppedException.class);
    assertThat(fixture.server.requestCount()).isZero();
    assertThat(provisioner.entry("a")).isEmpty();
    assertThat(plan.only(Set.of("a")).refusal()).isEmpty();
    assertThat(bounded.apply(plan.only(Set.of("a"))).isComplete()).isTrue();
    assertThat(bounded.apply(TWO).isComplete()).isTrue();
  }

  @Test
  void noCreatesAtAllMayBeAllowedAlsoForOneKey() {
    Provisioner bounded = provisioner.withOptions(o -> o.maxCreates(0));

    assertThatThrownBy(() -> bounded.apply("desk", Fixture.desk().build()))
        .isInstanceOf(RunStoppedException.class)
        .hasMessageContaining("maxCreates (0)");

    assertThat(fixture.server.requestCount()).isZero();
    assertThat(provisioner.apply("desk", Fixture.desk().build()).created()).isTrue();
    assertThat(bounded.apply("desk", Fixture.desk().temperature(0.9).build()).changed()).isTrue();
  }

  @Test
  void thoseToBeMadeAnewCountAsCreates() {
    provisioner.apply(TWO);
    provisioner.apply("c", Fixture.desk().build());
    fixture.time.pass(Duration.ofMinutes(6));
    for (String key : TWO.keySet()) {
      fixture.server.deleteAssistant(
          provisioner.entry(key).orElseThrow().assistantId().orElseThrow());
    }
    Provisioner bounded =
        provisioner.withOptions(o -> o.maxCreates(1).recreateMissing(TWO.keySet()).parallelism(1));

    Plan plan = bounded.plan(TWO);
    assertThat(plan.refusal()).isPresent();
    assertThatThrownBy(() -> bounded.apply(plan)).isInstanceOf(RunStoppedException.class);
    assertThat(fixture.server.assistants()).hasSize(1);

    Report report = bounded.apply(TWO);
    assertThat(report.stopped()).isPresent();
    assertThat(report.failures()).hasSize(1);
    assertThat(fixture.server.assistants()).hasSize(2);
    // What was not made anew is as missing as before.
    String left = report.failures().get(0).key();
    assertThat(provisioner.plan(left, TWO.get(left)).item(left).orElseThrow().classification())
        .isEqualTo(Classification.MISSING);
  }
}
