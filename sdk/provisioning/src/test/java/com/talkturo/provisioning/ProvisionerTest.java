package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
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
    assertThat(fixture.requests()).containsExactly("POST", "PATCH", "PATCH", "GET");
    assertThat(desk.requests()).isEqualTo(4);
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
}
