package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Numbers that pass between the keys of a plan: what is sent is what the plan showed. */
class HandoverTest {
  private final Fixture fixture = new Fixture();
  private final Provisioner provisioner = fixture.provisioner();

  @AfterEach
  void close() {
    fixture.close();
  }

  private Provisioner with(OnDrift onDrift) {
    return provisioner.withOptions(o -> o.allowUnassign(true).onDrift(onDrift).parallelism(1));
  }

  private static AssistantSpec.Builder a() {
    return Fixture.desk().name("a");
  }

  private static AssistantSpec.Builder b() {
    return Fixture.desk().name("b");
  }

  private static Map<String, AssistantSpec> specs(
      AssistantSpec.Builder a, AssistantSpec.Builder b) {
    return new TreeMap<>(Map.of("a", a.build(), "b", b.build()));
  }

  private String id(String key) {
    return provisioner.entry(key).orElseThrow().assistantId().orElseThrow();
  }

  private List<String> numbersOf(String key) {
    return fixture.server.phoneNumbersOf(id(key));
  }

  /** The keys whose numbers were assigned, in order. */
  private List<String> assigned() {
    return fixture.server.requests().stream()
        .filter(request -> request.method().equals("PATCH"))
        .filter(request -> request.path().endsWith("/telephony/phone-numbers"))
        .map(request -> request.path().contains(id("a")) ? "a" : "b")
        .toList();
  }

  /** By the entries, both have it: the server moved it from b to a. */
  private void bothClaimANumberOfA() {
    provisioner.apply("b", b().phoneNumberIds("pn_a1").build());
    provisioner.apply("a", a().phoneNumberIds("pn_a1").build());
  }

  @Test
  void aNumberStaysWithItsAssistantAlsoIfAnotherKeyStillClaimsIt() {
    bothClaimANumberOfA();
    Map<String, AssistantSpec> specs =
        specs(a().phoneNumberIds("pn_a1").temperature(0.9), b().phoneNumberIds("pn_b2"));
    Plan plan = with(OnDrift.KEEP).plan(specs);
    assertThat(plan.item("a").orElseThrow().changes())
        .extracting(FieldChange::field)
        .containsExactly("temperature");
    fixture.server.clearRequests();

    Report report = with(OnDrift.KEEP).apply(plan);

    assertThat(report.failures()).isEmpty();
    assertThat(assigned()).isEmpty();
    assertThat(numbersOf("a")).containsExactly("pn_a1");
    assertThat(fixture.live(id("a"))).containsEntry("temperature", 0.9);
  }

  @Test
  void aFreeNumberIsGivenAlsoIfAnotherKeyStillClaimsIt() {
    provisioner.apply("a", a().build());
    provisioner.apply("b", b().phoneNumberIds("pn_a1").build());
    fixture.server.phoneNumbers().assign(id("b"));

    Plan plan =
        with(OnDrift.KEEP).plan(specs(a().phoneNumberIds("pn_a1"), b().phoneNumberIds("pn_b2")));
    Report report = with(OnDrift.KEEP).apply(plan);

    assertThat(report.failures()).isEmpty();
    assertThat(numbersOf("a")).containsExactly("pn_a1");
    assertThat(numbersOf("b")).isEmpty();
  }

  @Test
  void aNumberThatTwoKeysClaimIsTakenFromTheOneThatHasIt() {
    provisioner.apply("a", a().phoneNumberIds("pn_a1").build());
    provisioner.apply("b", b().phoneNumberIds("pn_a1").build());
    fixture.server.behaviour().refusingHeldNumbers();
    Map<String, AssistantSpec> specs = specs(a().phoneNumberIds("pn_a1"), b().phoneNumberIds());

    assertThat(with(OnDrift.FAIL).plan(specs).item("a").orElseThrow().classification())
        .isEqualTo(Classification.DRIFT);
    Plan plan = with(OnDrift.OVERWRITE).plan(specs);
    fixture.server.clearRequests();
    Report report = with(OnDrift.OVERWRITE).apply(plan);

    assertThat(report.failures()).isEmpty();
    assertThat(assigned()).containsExactly("b", "a");
    assertThat(numbersOf("a")).containsExactly("pn_a1");
  }

  @Test
  void whichOfTwoKeysClaimsItFirstMakesNoDifference() {
    provisioner.apply("b", b().phoneNumberIds("pn_a1").build());
    provisioner.apply("a", a().phoneNumberIds("pn_a1").build());
    fixture.server.behaviour().refusingHeldNumbers();
    Map<String, AssistantSpec> specs = specs(a().phoneNumberIds(), b().phoneNumberIds("pn_a1"));

    Report report = with(OnDrift.OVERWRITE).apply(with(OnDrift.OVERWRITE).plan(specs));

    assertThat(report.failures()).isEmpty();
    assertThat(numbersOf("a")).isEmpty();
    assertThat(numbersOf("b")).containsExactly("pn_a1");
  }

  @Test
  void aNumberIsTakenFirstAlsoFromAnAssistantWhoseNumbersWereNeverManaged() {
    provisioner.apply("b", b().build());
    fixture.server.phoneNumbers().assign(id("b"), "pn_a1", "pn_b2");
    fixture.server.behaviour().refusingHeldNumbers();
    Map<String, AssistantSpec> specs = specs(a().phoneNumberIds("pn_a1"), b().phoneNumberIds());
    Plan plan = with(OnDrift.FAIL).plan(specs);
    fixture.server.clearRequests();

    Report report = with(OnDrift.FAIL).apply(plan);

    assertThat(report.failures()).isEmpty();
    assertThat(assigned()).containsExactly("b", "a");
    assertThat(numbersOf("a")).containsExactly("pn_a1");
    assertThat(numbersOf("b")).isEmpty();
  }

  /** The server moves the number as soon as a gets it, and b has been approved with it. */
  @Test
  void aKeyThatLosesANumberToAnotherOfTheRunIsNotStale() {
    provisioner.apply("b", b().phoneNumberIds("pn_b2").build());
    fixture.server.phoneNumbers().assign(id("b"), "pn_a1", "pn_b2");
    Map<String, AssistantSpec> specs = specs(a().phoneNumberIds("pn_a1"), b().phoneNumberIds());

    Report report = with(OnDrift.OVERWRITE).apply(with(OnDrift.OVERWRITE).plan(specs));

    assertThat(report.failures()).isEmpty();
    assertThat(numbersOf("a")).containsExactly("pn_a1");
    assertThat(numbersOf("b")).isEmpty();
  }

  @Test
  void aKeyThatLosesANumberToSomebodyElseIsStale() {
    provisioner.apply("b", b().build());
    fixture.server.phoneNumbers().assign(id("b"), "pn_a1", "pn_b2");
    Plan plan = with(OnDrift.FAIL).plan(specs(a().phoneNumberIds("pn_a1"), b().phoneNumberIds()));
    fixture.server.phoneNumbers().assign(id("b"), "pn_a1");

    Report report = with(OnDrift.FAIL).apply(plan);

    assertThat(report.result("b").orElseThrow().failure())
        .containsInstanceOf(StalePlanException.class);
  }

  @Test
  void whatChangesWhileAKeyWaitsForItsNumberIsNotOverwritten() {
    provisioner.apply("a", a().phoneNumberIds("pn_c3").build());
    provisioner.apply("b", b().phoneNumberIds("pn_a1").build());
    Plan plan =
        with(OnDrift.OVERWRITE)
            .plan(specs(a().phoneNumberIds("pn_a1").temperature(0.9), b().phoneNumberIds()));
    String a = id("a");
    Provisioner disturbed =
        fixture.provisioner(
            builder ->
                builder.listener(
                    new ProvisionerListener() {
                      @Override
                      public void keyFinished(Provisioned result) {
                        if (result.key().equals("b")) {
                          fixture.server.changeAssistant(a, Map.of("temperature", 0.4));
                        }
                      }
                    }));

    Report report =
        disturbed
            .withOptions(o -> o.allowUnassign(true).onDrift(OnDrift.OVERWRITE).parallelism(1))
            .apply(plan);

    assertThat(report.result("a").orElseThrow().failure())
        .hasValueSatisfying(
            failure ->
                assertThat(failure)
                    .hasMessageContaining("while it was worked on")
                    .hasMessageContaining("was given back to key \"b\""));
    assertThat(fixture.live(a)).containsEntry("temperature", 0.4);
    assertThat(numbersOf("b")).containsExactly("pn_a1");
  }

  @Test
  void aNumberThatNobodyHasIsToldAlsoOfAPlanForOneKey() {
    Plan plan = provisioner.plan("a", a().phoneNumbers("+4930999999").build());

    assertThat(provisioner.apply(plan).result("a").orElseThrow().failure())
        .hasValueSatisfying(
            failure ->
                assertThat(failure)
                    .isInstanceOf(PhoneNumberException.class)
                    .hasMessageContaining("+4930999999"));
  }
}
