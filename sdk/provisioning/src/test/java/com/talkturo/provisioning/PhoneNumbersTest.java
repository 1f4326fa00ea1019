package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.sdk.testing.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PhoneNumbersTest {
  private static final String ASSIGN = "/api/assistants/{assistantId}/telephony/phone-numbers";

  private final Fixture fixture = new Fixture();
  private final Provisioner provisioner = fixture.provisioner();
  private final Provisioner unassigning = provisioner.withOptions(o -> o.allowUnassign(true));

  @AfterEach
  void close() {
    fixture.close();
  }

  private static AssistantSpec.Builder desk() {
    return Fixture.desk();
  }

  private String id(String key) {
    return provisioner.entry(key).orElseThrow().assistantId().orElseThrow();
  }

  private List<String> numbersOf(String key) {
    return fixture.server.phoneNumbersOf(id(key));
  }

  private void number(String id, String e164) {
    fixture.server.phoneNumbers().add(Map.of("id", id, "phone_number", e164));
  }

  @Test
  void numbersThatAreNotDeclaredAreLeftAlone() {
    provisioner.apply("desk", desk().build());
    fixture.server.phoneNumbers().assign(id("desk"), "pn_a1");

    provisioner.apply("desk", desk().temperature(0.9).build());

    assertThat(numbersOf("desk")).containsExactly("pn_a1");
  }

  @Test
  void takingANumberAwayHasToBeAllowed() {
    provisioner.apply("desk", desk().phoneNumberIds("pn_a1", "pn_b2").build());
    AssistantSpec none = desk().phoneNumberIds().build();

    assertThat(provisioner.plan("desk", none).toString())
        .contains("numbers  - +493090000001  - +493090000002 (needs allowUnassign)");
    assertThatThrownBy(() -> provisioner.apply("desk", none))
        .isInstanceOf(PhoneNumberException.class)
        .hasMessageContaining("allowUnassign(true)");
    assertThat(numbersOf("desk")).containsExactly("pn_a1", "pn_b2");

    unassigning.apply("desk", none);
    assertThat(numbersOf("desk")).isEmpty();
    assertThat(provisioner.plan("desk", none).isEmpty()).isTrue();
  }

  @Test
  void numbersInE164AreResolvedAlsoForANewAssistant() {
    number("pn_berlin", "+4930123456");
    AssistantSpec spec = desk().phoneNumbers("+4930123456").build();

    assertThat(provisioner.plan("desk", spec).toString()).contains("numbers", "+ +4930123456");
    provisioner.apply("desk", spec);

    assertThat(numbersOf("desk")).containsExactly("pn_berlin");
    fixture.server.clearRequests();
    assertThat(provisioner.apply("desk", spec).classification()).isEqualTo(Classification.IN_SYNC);
    assertThat(fixture.requests()).containsExactly("GET", "GET");
  }

  @Test
  void withoutAListE164IsRefusedWithTheReason() {
    provisioner.apply("desk", desk().build());
    fixture.server.behaviour().withoutPhoneNumberList(404);

    assertThatThrownBy(() -> provisioner.apply("desk", desk().phoneNumbers("+4930123456").build()))
        .isInstanceOf(PhoneNumberException.class)
        .hasMessageContaining("does not list")
        .hasMessageContaining("phoneNumberIds");
  }

  @Test
  void aNumberThatIsNotFreeIsRefused() {
    number("pn_berlin", "+4930123456");
    provisioner.apply("night", desk().name("Night line").phoneNumbers("+4930123456").build());

    assertThatThrownBy(() -> provisioner.apply("desk", desk().phoneNumbers("+4930123456").build()))
        .isInstanceOf(PhoneNumberException.class)
        .hasMessageContaining("+4930123456");
    assertThat(numbersOf("night")).containsExactly("pn_berlin");
  }

  @Test
  void aNumberThatNobodyHasIsRefusedAlsoForANewAssistant() {
    assertThatThrownBy(() -> provisioner.apply("desk", desk().phoneNumbers("+4930999999").build()))
        .isInstanceOf(PhoneNumberException.class)
        .hasMessageContaining("+4930999999");
    number("pn_late", "+49 (30) 999-999");

    provisioner.apply("desk", desk().phoneNumbers("+4930999999").build());

    assertThat(numbersOf("desk")).containsExactly("pn_late");
    assertThat(fixture.server.assistants()).hasSize(1);
  }

  @Test
  void oneNumberForTwoKeysIsRefusedBeforeAnythingIsSent() {
    assertThatThrownBy(
            () ->
                provisioner.apply(
                    Map.of(
                        "a", desk().phoneNumberIds("pn_a1").build(),
                        "b", desk().phoneNumberIds("pn_a1").build())))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("pn_a1");
    assertThat(fixture.server.requestCount()).isZero();
  }

  @Test
  void aNumberIsTakenAwayBeforeItIsGiven() {
    fixture.server.behaviour().refusingHeldNumbers();
    provisioner.apply("b", desk().phoneNumberIds("pn_a1", "pn_b2").build());
    fixture.server.clearRequests();
    Map<String, AssistantSpec> specs =
        Map.of(
            "a", desk().name("New line").phoneNumberIds("pn_a1").build(),
            "b", desk().phoneNumberIds("pn_b2").build());

    Report report = unassigning.apply(specs);

    assertThat(report.failures()).isEmpty();
    assertThat(numbersOf("a")).containsExactly("pn_a1");
    assertThat(numbersOf("b")).containsExactly("pn_b2");
    assertThat(unassigning.plan(specs).isEmpty()).isTrue();
  }

  @Test
  void twoKeysSwapTheirNumbers() {
    fixture.server.behaviour().refusingHeldNumbers();
    provisioner.apply("a", desk().phoneNumberIds("pn_a1").build());
    provisioner.apply("b", desk().phoneNumberIds("pn_b2").build());
    Map<String, AssistantSpec> swapped =
        Map.of(
            "a", desk().phoneNumberIds("pn_b2").build(),
            "b", desk().phoneNumberIds("pn_a1").build());

    assertThat(unassigning.apply(swapped).failures()).isEmpty();

    assertThat(numbersOf("a")).containsExactly("pn_b2");
    assertThat(numbersOf("b")).containsExactly("pn_a1");
    assertThat(unassigning.apply(unassigning.plan(swapped)).requests()).isEqualTo(2);
  }

  @Test
  void aPlanWithAHandoverIsExecutedAsItIs() {
    fixture.server.behaviour().refusingHeldNumbers();
    provisioner.apply("a", desk().phoneNumberIds("pn_a1").build());
    provisioner.apply("b", desk().phoneNumberIds("pn_b2").build());
    Map<String, AssistantSpec> swapped =
        Map.of(
            "a", desk().phoneNumberIds("pn_b2").build(),
            "b", desk().phoneNumberIds("pn_a1").build());
    Plan plan = unassigning.plan(swapped);

    assertThatThrownBy(() -> plan.only(Set.of("a"))).hasMessageContaining("take both or none");
    assertThat(unassigning.apply(plan).failures()).isEmpty();

    assertThat(numbersOf("a")).containsExactly("pn_b2");
  }

  @Test
  void aNumberInE164PassesFromOneKeyToAnother() {
    number("pn_berlin", "+4930123456");
    fixture.server.behaviour().refusingHeldNumbers();
    provisioner.apply("b", desk().phoneNumbers("+4930123456").build());

    Report report =
        unassigning.apply(
            Map.of(
                "a", desk().name("New line").phoneNumbers("+4930123456").build(),
                "b", desk().phoneNumbers().build()));

    assertThat(report.failures()).isEmpty();
    assertThat(numbersOf("a")).containsExactly("pn_berlin");
    assertThat(numbersOf("b")).isEmpty();
  }

  @Test
  void aNumberThatCannotBeGivenGoesBack() {
    provisioner.apply("b", desk().phoneNumberIds("pn_a1").build());
    fixture.server.enqueue(Fault.status(500).on("POST", "/api/assistants"));

    Report report =
        unassigning.apply(
            Map.of(
                "a", desk().name("New line").phoneNumberIds("pn_a1").build(),
                "b", desk().phoneNumberIds().build()));

    assertThat(report.result("a").orElseThrow().failure())
        .hasValueSatisfying(
            failure -> assertThat(failure).hasMessageContaining("was given back to key \"b\""));
    assertThat(numbersOf("b")).containsExactly("pn_a1");
    assertThat(report.unroutedNumbers()).isEmpty();
  }

  @Test
  void aNumberThatCannotGoBackEitherIsReported() {
    provisioner.apply("a", desk().build());
    provisioner.apply("b", desk().phoneNumberIds("pn_a1").build());
    String a = id("a");
    String b = id("b");
    fixture.server.respondAlways(
        Fault.status(500).on("PATCH", "/api/assistants/" + a + "/telephony/phone-numbers"));
    fixture.server.enqueue(
        Fault.delay(Duration.ZERO)
            .on("PATCH", "/api/assistants/" + b + "/telephony/phone-numbers"));
    fixture.server.enqueue(
        Fault.status(500)
            .times(5)
            .on("PATCH", "/api/assistants/" + b + "/telephony/phone-numbers"));

    Report report =
        unassigning.apply(
            Map.of(
                "a", desk().phoneNumberIds("pn_a1").build(),
                "b", desk().phoneNumberIds().build()));

    assertThat(report.unroutedNumbers()).containsExactly("+493090000001");
    assertThat(report.toString()).contains("ROUTES NOWHERE");
    fixture.server.clearFaults();
    assertThat(
            unassigning
                .apply(
                    Map.of(
                        "a", desk().phoneNumberIds("pn_a1").build(),
                        "b", desk().phoneNumberIds().build()))
                .failures())
        .isEmpty();
    assertThat(numbersOf("a")).containsExactly("pn_a1");
  }

  @Test
  void aNumberThatCouldNotBeTakenIsNotGiven() {
    provisioner.apply("a", desk().build());
    provisioner.apply("b", desk().phoneNumberIds("pn_a1").build());
    fixture.server.respondAlways(
        Fault.status(400).on("PATCH", "/api/assistants/" + id("b") + "/telephony/phone-numbers"));

    Report report =
        unassigning.apply(
            Map.of(
                "a", desk().phoneNumberIds("pn_a1").build(),
                "b", desk().phoneNumberIds().build()));

    assertThat(report.failures()).hasSize(2);
    assertThat(numbersOf("b")).containsExactly("pn_a1");
    assertThat(numbersOf("a")).isEmpty();
  }

  @Test
  void numbersOfAnAdoptedAssistantAreLookedUpBeforeTheyAreReplaced() {
    String existing = fixture.server.addAssistant(Map.of("name", "Old desk"));
    fixture.server.phoneNumbers().assign(existing, "pn_b2");
    provisioner.adopt("desk", existing);

    assertThatThrownBy(
            () ->
                provisioner.apply("desk", AssistantSpec.builder().phoneNumberIds("pn_a1").build()))
        .isInstanceOf(PhoneNumberException.class)
        .hasMessageContaining("[pn_b2]");
    assertThat(fixture.server.phoneNumbersOf(existing)).containsExactly("pn_b2");
  }

  @Test
  void aRefusedAssignmentSaysWhy() {
    assertThatThrownBy(() -> provisioner.apply("desk", desk().phoneNumberIds("pn_nowhere").build()))
        .isInstanceOf(PhoneNumberException.class)
        .hasMessageContaining("pn_nowhere");
    assertThat(provisioner.entry("desk").orElseThrow().phase()).isEqualTo(Phase.CONFIGURED);
    provisioner.apply("desk", desk().phoneNumberIds("pn_a1").build());
    assertThat(fixture.server.assistants()).hasSize(1);
    assertThat(numbersOf("desk")).containsExactly("pn_a1");
  }

  @Test
  void aLostAnswerToAnAssignmentIsSentAgain() {
    fixture.server.enqueue(Fault.resetAfterProcessing().times(2).on("PATCH", ASSIGN));
    assertThatThrownBy(() -> provisioner.apply("desk", desk().phoneNumberIds("pn_a1").build()))
        .isInstanceOf(ApiStepException.class);
    assertThat(provisioner.entry("desk").orElseThrow().pendingPhoneNumberIds()).isPresent();
    fixture.server.clearFaults();

    provisioner.apply("desk", desk().phoneNumberIds("pn_a1").build());

    assertThat(numbersOf("desk")).containsExactly("pn_a1");
    assertThat(provisioner.entry("desk").orElseThrow().pendingPhoneNumberIds()).isEmpty();
  }

  @Test
  void anAssignmentThatTheApiOnlyClaimsToHaveDoneFailsAndIsSentAgain() {
    fixture.server.enqueue(
        Fault.status(200).json(Map.of("success", true, "message", "ok")).on("PATCH", ASSIGN));
    AssistantSpec spec = desk().phoneNumberIds("pn_a1").build();

    assertThatThrownBy(() -> provisioner.apply("desk", spec))
        .isInstanceOf(PhoneNumberException.class)
        .hasMessageContaining("lists [] as the assistant's numbers in place of [pn_a1]");

    assertThat(provisioner.entry("desk").orElseThrow().phase()).isEqualTo(Phase.CONFIGURED);
    assertThat(provisioner.plan("desk", spec).toString()).contains("numbers  + pn_a1");
    provisioner.apply("desk", spec);
    assertThat(numbersOf("desk")).containsExactly("pn_a1");
  }

  @Test
  void aNumberThatStaysWithAnotherAssistantIsNotTakenForGiven() {
    provisioner.apply("night", desk().phoneNumberIds("pn_a1").build());
    provisioner.apply("desk", desk().build());
    fixture.server.enqueue(
        Fault.status(200).json(Map.of("success", true, "message", "ok")).on("PATCH", ASSIGN));

    assertThatThrownBy(
            () -> provisioner.apply("desk", desk().phoneNumberIds("pn_a1", "pn_b2").build()))
        .isInstanceOf(PhoneNumberException.class);

    assertThat(provisioner.entry("desk").orElseThrow().phoneNumberIds()).isEmpty();
  }

  @Test
  void aListThatLagsBehindIsReadAgain() {
    fixture.server.enqueue(
        Fault.status(200)
            .json(Map.of("success", true, "numbers", List.of()))
            .times(3)
            .on("GET", ASSIGN));

    Provisioned made = provisioner.apply("desk", desk().phoneNumberIds("pn_a1").build());

    assertThat(made.failure()).isEmpty();
    assertThat(fixture.requests())
        .containsExactly("POST", "PATCH", "PATCH", "GET", "GET", "GET", "GET", "GET");
    assertThat(numbersOf("desk")).containsExactly("pn_a1");
  }

  @Test
  void withoutAListAnAssignmentIsUnverifiableAndEveryPlanSaysSo() {
    fixture.server.behaviour().withoutPhoneNumberList(405);
    AssistantSpec spec = desk().phoneNumberIds("pn_a1").build();
    provisioner.apply("desk", spec);

    for (int i = 0; i < 2; i++) {
      Plan plan = provisioner.plan("desk", spec);
      assertThat(plan.item("desk").orElseThrow().classification())
          .isEqualTo(Classification.UNVERIFIABLE);
      assertThat(plan.isEmpty()).isTrue();
      assertThat(plan.toString())
          .contains("    numbers  pn_a1  not shown by the API, judged by what was sent\n");
      provisioner.apply("desk", spec);
    }

    fixture.server.behaviour().reset();
    provisioner.apply("desk", spec.toBuilder().phoneNumberIds("pn_a1", "pn_b2").build());
    assertThat(
            provisioner
                .plan("desk", spec.toBuilder().phoneNumberIds("pn_a1", "pn_b2").build())
                .item("desk")
                .orElseThrow()
                .classification())
        .isEqualTo(Classification.IN_SYNC);
  }

  @Test
  void plansCountTheRequestsThatAnAssignmentNeeds() {
    number("pn_berlin", "+4930123456");
    AssistantSpec byId = desk().phoneNumberIds("pn_a1").build();
    AssistantSpec byNumber = desk().name("Night line").phoneNumbers("+4930123456").build();
    Map<String, AssistantSpec> specs = Map.of("desk", byId, "night", byNumber);

    Plan plan = provisioner.plan(specs);

    assertThat(plan.requests()).isEqualTo(5 + 6);
    assertThat(provisioner.apply(plan).requests()).isEqualTo(plan.requests());
    AssistantSpec more = byId.toBuilder().phoneNumberIds("pn_a1", "pn_b2").build();
    assertThat(provisioner.plan("desk", more).requests()).isEqualTo(4);
    assertThat(provisioner.apply("desk", more).requests()).isEqualTo(4);
  }
}
