package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Time that passes between a plan and its apply is no reason to refuse it. */
class VerifyAfterTest {
  private final Fixture fixture = new Fixture();
  private final Provisioner provisioner =
      fixture.provisioner().withOptions(o -> o.verify(Verify.after(Duration.ofHours(1))));
  private final AssistantSpec spec = Fixture.desk().phoneNumberIds("pn_a1").build();

  @AfterEach
  void close() {
    fixture.close();
  }

  private String id() {
    return provisioner.entry("desk").orElseThrow().assistantId().orElseThrow();
  }

  @Test
  void aPlanWithoutALookIsAppliedOnceALookIsDue() {
    provisioner.apply("desk", spec);
    Plan plan = provisioner.plan("desk", spec);
    String json = plan.toJson();
    fixture.time.pass(Duration.ofHours(2));

    assertThatCode(() -> provisioner.plan("desk", spec).requireSameAs(json))
        .doesNotThrowAnyException();
    assertThat(provisioner.apply(plan).failures()).isEmpty();
  }

  @Test
  void aPlanWithALookIsAppliedOnceNoneIsDue() {
    provisioner.apply("desk", spec);
    fixture.time.pass(Duration.ofHours(2));
    Plan plan = provisioner.plan("desk", spec);
    provisioner.apply("desk", spec);

    assertThat(provisioner.apply(plan).failures()).isEmpty();
  }

  @Test
  void aPlanOfAnApiThatWritesValuesItsOwnWayIsApplied() {
    fixture.server.behaviour().storing("voice_id", v -> v + " ");
    provisioner.apply("desk", spec);
    Plan plan = provisioner.plan("desk", spec);
    fixture.server.changeAssistant(id(), Map.of("voice_id", "v-77"));
    fixture.time.pass(Duration.ofHours(2));

    assertThat(provisioner.apply(plan).failures()).isEmpty();
  }

  @Test
  void whatWasChangedOutsideMeanwhileIsStillRefused() {
    provisioner.apply("desk", spec);
    Plan plan = provisioner.plan("desk", spec);
    fixture.change(id(), "voice_id", "x");
    fixture.time.pass(Duration.ofHours(2));

    assertThat(provisioner.apply(plan).result("desk").orElseThrow().failure())
        .containsInstanceOf(StalePlanException.class);
    assertThatThrownBy(() -> provisioner.plan("desk", spec).requireSameAs(plan.toJson()))
        .isInstanceOf(StalePlanException.class);
  }

  @Test
  void whatWasDeletedOutsideMeanwhileIsStillRefused() {
    provisioner.apply("other", Fixture.desk().build());
    provisioner.apply("desk", spec);
    Plan plan = provisioner.plan("desk", spec);
    fixture.talkturo.assistants().delete(id());
    fixture.time.pass(Duration.ofHours(2));

    assertThat(provisioner.apply(plan).result("desk").orElseThrow().failure())
        .containsInstanceOf(StalePlanException.class);
  }

  @Test
  void numbersThatWereTakenOutsideMeanwhileAreStillRefused() {
    AssistantSpec byNumber = Fixture.desk().phoneNumbers("+493090000001").build();
    provisioner.apply("desk", byNumber);
    Plan plan = provisioner.plan("desk", byNumber);
    fixture.server.phoneNumbers().assign(id());
    fixture.time.pass(Duration.ofHours(2));

    assertThat(provisioner.apply(plan).result("desk").orElseThrow().failure())
        .containsInstanceOf(StalePlanException.class);
    assertThat(fixture.server.phoneNumbersOf(id())).isEmpty();
  }

  @Test
  void aYoungAssistantThatBecomesVisibleIsNotStale() {
    provisioner.apply("desk", spec);
    fixture.server.behaviour().withoutGet(404);
    Provisioner always = provisioner.withOptions(o -> o.verify(Verify.ALWAYS));
    Plan plan = always.plan("desk", spec);
    assertThat(plan.item("desk").orElseThrow().classification())
        .isEqualTo(Classification.LIVE_UNKNOWN);
    fixture.server.behaviour().reset();

    assertThat(always.apply(plan).failures()).isEmpty();
  }

  @Test
  void aClockThatWasWrongByAYearKeepsNoAssistantYoung() {
    fixture.time.setClock(Duration.ofDays(365));
    provisioner.apply("desk", spec);
    provisioner.apply("other", Fixture.desk().build());
    fixture.time.setClock(Duration.ofDays(-365));
    fixture.talkturo.assistants().delete(id());
    Provisioner always = provisioner.withOptions(o -> o.verify(Verify.ALWAYS));

    assertThat(always.plan("desk", spec).item("desk").orElseThrow().classification())
        .isEqualTo(Classification.MISSING);
  }
}
