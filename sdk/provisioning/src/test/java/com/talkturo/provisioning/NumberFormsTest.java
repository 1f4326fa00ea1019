package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.sdk.testing.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One number by its id for one key, and in E.164 form for another. */
class NumberFormsTest {
  private static final String NUMBER = "+4930123456";

  private final Fixture fixture = new Fixture();
  private final Provisioner provisioner =
      fixture.provisioner().withOptions(o -> o.allowUnassign(true).parallelism(1));

  private final AssistantSpec.Builder desk = Fixture.desk().name("Desk");
  private final AssistantSpec byId = desk.phoneNumberIds("pn_berlin").build();
  private final AssistantSpec byNumber = Fixture.desk().name("Night").phoneNumbers(NUMBER).build();

  @BeforeEach
  void aNumber() {
    fixture.server.phoneNumbers().add(Map.of("id", "pn_berlin", "phone_number", "+49 30 123456"));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private Map<String, AssistantSpec> both() {
    return new TreeMap<>(Map.of("desk", byId, "night", byNumber));
  }

  private List<String> numbersOf(String key) {
    return fixture.server.phoneNumbersOf(
        provisioner.entry(key).orElseThrow().assistantId().orElseThrow());
  }

  @Test
  void areRefusedWithBothKeysOnceAListShowsThatTheyAreTheSame() {
    provisioner.apply("desk", Fixture.desk().build());
    provisioner.apply("night", Fixture.desk().build());
    fixture.server.clearRequests();

    assertThatThrownBy(() -> provisioner.plan(both()))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessage(
            "key \"desk\": phone number +4930123456 (pn_berlin) is declared for key \"night\" as"
                + " well");
    assertThatThrownBy(() -> provisioner.apply(both())).isInstanceOf(InvalidSpecException.class);

    assertThat(fixture.requests()).containsOnly("GET");
  }

  @Test
  void areRefusedAlsoIfOneOfThemIsSettledAndNotLookedAt() {
    Provisioner sparing = provisioner.withOptions(o -> o.verify(Verify.NEVER));
    sparing.apply("night", byNumber);
    fixture.server.clearRequests();

    assertThatThrownBy(() -> sparing.apply(both())).isInstanceOf(InvalidSpecException.class);
    assertThatThrownBy(() -> sparing.plan(both())).isInstanceOf(InvalidSpecException.class);

    assertThat(fixture.server.requestCount()).isZero();
  }

  @Test
  void areRefusedForTheSecondOfTwoNewAssistants() {
    Report report = provisioner.apply(both());

    assertThat(report.result("desk").orElseThrow().failure()).isEmpty();
    assertThat(report.result("night").orElseThrow().failure()).isPresent();
    assertThat(numbersOf("desk")).containsExactly("pn_berlin");
  }

  @Test
  void areRefusedForTheOneByIdIfTheListOfANewAssistantCameFirst() {
    Map<String, AssistantSpec> specs = new TreeMap<>(Map.of("a", byNumber, "b", byId));

    Report report = provisioner.apply(specs);

    assertThat(report.failures())
        .extracting(failure -> failure.failure().orElseThrow())
        .hasSize(2)
        .allSatisfy(failure -> assertThat(failure).isInstanceOf(InvalidSpecException.class));
    assertThat(fixture.server.assistants()).hasSize(1);
    assertThat(numbersOf("a")).isEmpty();
  }

  @Test
  void ofOneKeyAreOneNumber() {
    AssistantSpec twice = Fixture.desk().phoneNumberIds("pn_berlin").phoneNumbers(NUMBER).build();
    AssistantSpec other = Fixture.desk().phoneNumberIds("pn_a1").build();
    Map<String, AssistantSpec> specs = Map.of("desk", twice, "night", other);

    assertThat(provisioner.apply(specs).failures()).isEmpty();

    assertThat(numbersOf("desk")).containsExactly("pn_berlin");
    assertThat(provisioner.plan(specs).isEmpty()).isTrue();
  }

  @Test
  void ofDifferentNumbersGoOnAndAListThatFailsIsLeftToTheLook() {
    provisioner.apply("night", Fixture.desk().build());
    AssistantSpec other = Fixture.desk().phoneNumberIds("pn_a1").build();
    fixture.server.enqueue(
        Fault.status(500).on("GET", "/api/assistants/{id}/telephony/phone-numbers"));

    Report report = provisioner.apply(Map.of("desk", other, "night", byNumber));

    assertThat(report.failures()).isEmpty();
    assertThat(numbersOf("night")).containsExactly("pn_berlin");
  }

  @Test
  void areNotShownIfTheyCameFromAVariable() {
    provisioner.apply("night", Fixture.desk().build());
    Map<String, AssistantSpec> specs =
        Map.of("desk", byId, "night", byNumber.toBuilder().hide("numbers").build());

    assertThatThrownBy(() -> provisioner.plan(specs))
        .hasMessageContaining("phone number (hidden) is declared")
        .hasMessageNotContaining("123456")
        .hasMessageNotContaining("pn_berlin");
  }

  /** A number as people write it, taken from one key for another that gets none. */
  @Test
  void goBackInWhateverFormTheyWereDeclared() {
    provisioner.apply("b", byNumber);
    fixture.server.enqueue(Fault.status(500).on("POST", "/api/assistants"));

    Report report =
        provisioner.apply(
            Map.of("a", byNumber, "b", Fixture.desk().name("Night").phoneNumbers().build()));

    assertThat(report.failures()).hasSize(1);
    assertThat(report.unroutedNumbers()).isEmpty();
    assertThat(numbersOf("b")).containsExactly("pn_berlin");
  }

  @Test
  void thatWentBackAreTakenAgainByTheNextApplyWhateverVerifySays() {
    Provisioner sparing = provisioner.withOptions(o -> o.verify(Verify.after(Duration.ofDays(1))));
    AssistantSpec without = Fixture.desk().name("Night").phoneNumbers().build();
    sparing.apply("b", byNumber);
    fixture.server.enqueue(Fault.status(500).on("POST", "/api/assistants"));
    sparing.apply(Map.of("a", byNumber, "b", without));
    assertThat(numbersOf("b")).containsExactly("pn_berlin");

    assertThat(sparing.apply("b", without).failure()).isEmpty();

    assertThat(numbersOf("b")).isEmpty();
  }

  @Test
  void ofSeveralNumbersThatGoBackEachIsTold() {
    provisioner.apply("b", Fixture.desk().phoneNumberIds("pn_a1", "pn_b2").build());
    fixture.server.enqueue(Fault.status(500).on("POST", "/api/assistants"));

    Report report =
        provisioner.apply(
            Map.of(
                "a", Fixture.desk().phoneNumberIds("pn_a1", "pn_b2").build(),
                "b", Fixture.desk().phoneNumberIds().build()));

    assertThat(report.failures().get(0).failure().orElseThrow())
        .hasMessageContaining("+493090000001 was given back")
        .hasMessageContaining("+493090000002 was given back");
    assertThat(numbersOf("b")).containsExactly("pn_a1", "pn_b2");
  }

  @Test
  void thatAreSettledCostNothingWithinTheDuration() {
    Provisioner sparing = provisioner.withOptions(o -> o.verify(Verify.after(Duration.ofHours(1))));
    sparing.apply("night", byNumber);
    fixture.server.clearRequests();

    Provisioned again = sparing.apply("night", byNumber);

    assertThat(again.classification()).isEqualTo(Classification.IN_SYNC);
    assertThat(sparing.plan("night", byNumber).isEmpty()).isTrue();
    assertThat(fixture.server.requestCount()).isZero();
    fixture.time.pass(Duration.ofHours(2));
    assertThat(sparing.apply("night", byNumber).requests()).isEqualTo(2);
  }

  @Test
  void thatPassInE164FormAreNotPassedByHalf() {
    provisioner.apply("b", byNumber);
    Plan plan =
        provisioner.plan(
            Map.of("a", byNumber, "b", Fixture.desk().name("Night").phoneNumbers().build()));

    for (String half : List.of("a", "b")) {
      assertThatThrownBy(() -> plan.only(Set.of(half)))
          .hasMessageContaining(NUMBER)
          .hasMessageContaining("take both or none");
    }
    assertThat(provisioner.apply(plan.only(Set.of("a", "b"))).failures()).isEmpty();
    assertThat(numbersOf("a")).containsExactly("pn_berlin");
  }

  @Test
  void thatNobodyFreesAreNotShownIfTheyCameFromAVariable() {
    AssistantSpec hidden = Fixture.desk().phoneNumbers("+4930999999").hide("numbers").build();

    assertThatThrownBy(() -> provisioner.apply("desk", hidden))
        .hasMessageContaining("phone numbers (hidden) are neither free")
        .hasMessageNotContaining("999999");
  }

  @Test
  void aNumberThatNobodyCanFreeIsNotAskedForTwice() {
    provisioner.apply("desk", byId);
    provisioner.apply("night", Fixture.desk().name("Night").build());
    fixture.server.clearRequests();

    Report report = provisioner.apply(Map.of("night", byNumber, "third", Fixture.desk().build()));

    assertThat(report.result("night").orElseThrow().failure())
        .containsInstanceOf(PhoneNumberException.class);
    assertThat(numbersOf("desk")).containsExactly("pn_berlin");
    assertThat(fixture.server.requests())
        .noneMatch(r -> r.method().equals("PATCH") && r.path().endsWith("/phone-numbers"));
  }
}
