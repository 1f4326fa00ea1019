package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.sdk.assistants.TemplateId;
import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.Normalisation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What support does, in orders nobody expects, and while an apply is under way. */
class OddOrdersTest {
  private final Fixture fixture = new Fixture();
  private final Provisioner provisioner = fixture.provisioner();
  private final AssistantSpec spec = Fixture.desk().build();

  @AfterEach
  void close() {
    fixture.close();
  }

  private String id(String key) {
    return provisioner.entry(key).orElseThrow().assistantId().orElseThrow();
  }

  private Phase phase(String key) {
    return provisioner.entry(key).orElseThrow().phase();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PATCH", "PATCH answered", "GET", "GET answered"})
  void aDeletionWhileAnApplyIsUnderWayWins(String where) {
    Provisioner slow = fixture.interruptedAt(where, () -> provisioner.delete("desk"));

    assertThatThrownBy(() -> slow.apply("desk", spec)).isInstanceOf(DeletedKeyException.class);

    assertThat(phase("desk")).isEqualTo(Phase.DELETED);
    assertThat(fixture.server.assistants()).isEmpty();
    provisioner.forget("desk");
    assertThat(provisioner.apply("desk", spec).created()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PATCH", "PATCH answered", "GET"})
  void aMoveWhileAnApplyIsUnderWayKeepsOneAssistant(String where) {
    Provisioner slow = fixture.interruptedAt(where, () -> provisioner.move("desk", "front"));

    assertThatThrownBy(() -> slow.apply("desk", spec)).isInstanceOf(DeletedKeyException.class);

    assertThat(provisioner.apply("front", spec).failure()).isEmpty();
    assertThat(fixture.server.assistants()).hasSize(1);
    assertThat(provisioner.plan("front", spec).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "POST answered"})
  void whileACreateIsUnderWayNothingElseTouchesTheKey(String where) {
    String other = fixture.server.addAssistant(Map.of("name", "x"));
    Provisioner slow =
        fixture.interruptedAt(
            where,
            () -> {
              assertThatThrownBy(() -> provisioner.delete("desk"))
                  .isInstanceOf(UnresolvedCreateException.class);
              assertThatThrownBy(() -> provisioner.forget("desk"))
                  .isInstanceOf(ProvisioningException.class);
              assertThatThrownBy(() -> provisioner.move("desk", "front"))
                  .isInstanceOf(UnresolvedCreateException.class);
              assertThatThrownBy(() -> provisioner.move("front", "desk"))
                  .isInstanceOf(ProvisioningException.class);
              assertThatThrownBy(() -> provisioner.adopt("desk", other))
                  .hasMessageContaining("use resolve");
              assertThatThrownBy(() -> provisioner.pull("desk"))
                  .isInstanceOf(ProvisioningException.class);
              assertThatThrownBy(() -> provisioner.resolve("desk").notCreated())
                  .hasMessageContaining("may still arrive");
              assertThat(provisioner.plan("desk", spec).item("desk").orElseThrow().classification())
                  .isEqualTo(Classification.BUSY);
            });

    assertThat(slow.apply("desk", spec).created()).isTrue();

    assertThat(fixture.server.assistants()).hasSize(2);
    assertThat(provisioner.plan("desk", spec).isEmpty()).isTrue();
  }

  @Test
  void anAssistantMovesThereAndBackAndOnlyTheEndCounts() {
    provisioner.apply("a", spec);
    provisioner.move("a", "b");
    provisioner.move("b", "a");
    assertThatThrownBy(() -> provisioner.apply("b", spec)).isInstanceOf(DeletedKeyException.class);
    assertThatThrownBy(() -> provisioner.move("b", "c")).isInstanceOf(ProvisioningException.class);
    provisioner.move("a", "c");
    provisioner.forget("a");
    provisioner.forget("b");

    assertThat(provisioner.apply("c", spec).failure()).isEmpty();
    assertThat(fixture.server.assistants()).hasSize(1);
    assertThat(provisioner.apply("a", spec).created()).isTrue();
    assertThat(fixture.server.assistants()).hasSize(2);
  }

  @Test
  void whatIsDeletedAfterAMoveIsGoneUnderBothKeys() {
    provisioner.apply("a", spec);
    provisioner.move("a", "b");
    provisioner.delete("b");
    assertThatThrownBy(() -> provisioner.delete("a")).hasMessageContaining("MOVED");
    provisioner.forget("b");
    provisioner.forget("a");

    assertThat(provisioner.list(Set.of(), null, 10)).isEmpty();
    assertThat(fixture.server.assistants()).isEmpty();
  }

  @Test
  void deletingAndForgettingTwiceSaysWhatThereIs() {
    provisioner.apply("a", spec);
    provisioner.delete("a");
    provisioner.delete("a");
    assertThatThrownBy(() -> provisioner.move("a", "b")).hasMessageContaining("DELETED");
    assertThatThrownBy(() -> provisioner.accept("a", "voice_id"))
        .isInstanceOf(ProvisioningException.class);
    assertThatThrownBy(() -> provisioner.resolve("a").notCreated())
        .hasMessageContaining("nothing to resolve");
    provisioner.forget("a");
    assertThatThrownBy(() -> provisioner.forget("a")).hasMessageContaining("nothing is stored");
    assertThatThrownBy(() -> provisioner.delete("a")).hasMessageContaining("nothing is stored");
    assertThatThrownBy(() -> provisioner.pull("a")).hasMessageContaining("nothing is stored");
  }

  @Test
  void anAcceptedValueThatChangesAgainIsDrift() {
    fixture.server.behaviour().storing("voice_id", v -> v + "-eu");
    provisioner.apply("a", spec);
    provisioner.accept("a", "voice_id");
    assertThat(provisioner.plan("a", spec).isEmpty()).isTrue();
    assertThatThrownBy(() -> provisioner.accept("a", "voice_id"))
        .isInstanceOf(ProvisioningException.class);
    fixture.server.changeAssistant(id("a"), Map.of("voice_id", "other"));

    assertThatThrownBy(() -> provisioner.apply("a", spec)).isInstanceOf(DriftException.class);
    assertThatThrownBy(() -> provisioner.accept("a", "voice_id"))
        .isInstanceOf(ProvisioningException.class);
    provisioner.withOptions(o -> o.onDrift(OnDrift.OVERWRITE)).apply("a", spec);
    assertThat(provisioner.plan("a", spec).item("a").orElseThrow().classification())
        .isEqualTo(Classification.STORED_DIFFERENTLY);
  }

  @Test
  void acceptingWhatNobodySentIsRefusedAndLeavesTheKeyFree() {
    provisioner.apply("a", spec);
    for (String field : List.of("voice_id", "nonsense", "numbers", "")) {
      assertThatThrownBy(() -> provisioner.accept("a", field))
          .isInstanceOf(ProvisioningException.class);
    }
    assertThat(provisioner.entry("a").orElseThrow().leaseOwner()).isEmpty();
    assertThat(provisioner.plan("a", spec).isEmpty()).isTrue();
  }

  /** The API takes the template custom if none is named. */
  @Test
  void aTemplateThatIsDeclaredAfterACreateWithoutOneIsRefused() {
    AssistantSpec without = AssistantSpec.builder().name("Desk").build();
    provisioner.apply("a", without);
    AssistantSpec with = without.toBuilder().templateId(TemplateId.INBOUND_SUPPORT).build();

    assertThatThrownBy(() -> provisioner.apply("a", with))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("was created from custom");

    AssistantSpec custom = without.toBuilder().templateId(TemplateId.CUSTOM).build();
    assertThat(provisioner.apply("a", custom).failure()).isEmpty();
    assertThat(provisioner.apply("a", provisioner.pull("a").spec()).failure()).isEmpty();
  }

  @Test
  void theTemplateOfACreateWhoseAnswerNeverCameIsKnown() {
    fixture.server.enqueue(Fault.resetAfterProcessing().on("POST", "/api/assistants"));
    assertThatThrownBy(() -> provisioner.apply("a", spec))
        .isInstanceOf(UnresolvedCreateException.class);
    provisioner.resolve("a").adopt((String) fixture.server.assistants().get(0).get("id"));

    assertThatThrownBy(
            () -> provisioner.apply("a", spec.toBuilder().templateId(TemplateId.CUSTOM).build()))
        .hasMessageContaining("was created from inbound-support");
    assertThat(provisioner.apply("a", spec).failure()).isEmpty();
  }

  @Test
  void aClearedFieldIsClearedOnceAndSetAgainLater() {
    AssistantSpec cleared =
        AssistantSpec.builder().name("Desk").clear("voice_name").voiceId("v").build();
    AssistantSpec set = AssistantSpec.builder().name("Desk").voiceName("N").voiceId("v").build();
    for (AssistantSpec next : List.of(set, cleared, set, cleared)) {
      assertThat(provisioner.apply("a", next).failure()).isEmpty();
      fixture.server.clearRequests();
      assertThat(provisioner.apply("a", next).classification())
          .isIn(Classification.IN_SYNC, Classification.UNVERIFIABLE);
      assertThat(fixture.requests()).containsExactly("GET");
    }
  }

  @Test
  void aMissingAssistantIsDeletedAndForgottenAndMadeAnew() {
    provisioner.apply("other", spec);
    provisioner.apply("a", spec);
    fixture.talkturo.assistants().delete(id("a"));
    fixture.time.pass(Duration.ofMinutes(6));
    assertThatThrownBy(() -> provisioner.apply("a", spec))
        .isInstanceOf(MissingAssistantException.class);
    provisioner.delete("a");
    provisioner.forget("a");

    assertThat(provisioner.apply("a", spec).created()).isTrue();
    assertThat(fixture.server.assistants()).hasSize(2);
  }

  @Test
  void aMissingAssistantThatIsMadeAnewIsNotForgottenAndNotMadeTwice() {
    provisioner.apply("other", spec);
    provisioner.apply("a", spec);
    String gone = id("a");
    fixture.talkturo.assistants().delete(gone);
    fixture.time.pass(Duration.ofMinutes(6));
    Provisioner anew = provisioner.withOptions(o -> o.recreateMissing(Set.of("a")));

    assertThat(anew.apply("a", spec).created()).isTrue();
    assertThat(anew.apply("a", spec).classification()).isEqualTo(Classification.IN_SYNC);

    assertThat(provisioner.entry("a").orElseThrow().otherAssistantIds()).containsExactly(gone);
    assertThat(fixture.server.assistants()).hasSize(2);
  }

  @Test
  void aRecreateWhoseAnswerIsLostIsUnresolvedToo() {
    provisioner.apply("other", spec);
    provisioner.apply("a", spec);
    fixture.talkturo.assistants().delete(id("a"));
    fixture.time.pass(Duration.ofMinutes(6));
    Provisioner anew = provisioner.withOptions(o -> o.recreateMissing(Set.of("a")));
    fixture.server.enqueue(Fault.resetAfterProcessing().on("POST", "/api/assistants"));
    assertThatThrownBy(() -> anew.apply("a", spec)).isInstanceOf(UnresolvedCreateException.class);
    fixture.time.pass(Duration.ofMinutes(6));

    assertThatThrownBy(() -> anew.apply("a", spec)).isInstanceOf(UnresolvedCreateException.class);

    assertThat(fixture.server.assistants()).hasSize(2);
  }

  @Test
  void aPlanIsAppliedOnce() {
    Plan plan = provisioner.plan("a", spec);
    assertThat(provisioner.apply(plan).failures()).isEmpty();

    assertThat(provisioner.apply(plan).result("a").orElseThrow().failure())
        .containsInstanceOf(StalePlanException.class);
    assertThat(fixture.server.assistants()).hasSize(1);
  }

  @Test
  void aPlanOfAnotherStoreIsStale() {
    Plan plan = provisioner.plan("a", spec);
    try (Fixture elsewhere = new Fixture()) {
      assertThat(elsewhere.provisioner().apply(plan).result("a").orElseThrow().failure())
          .containsInstanceOf(StalePlanException.class);
      assertThat(elsewhere.server.assistants()).isEmpty();
    }
  }

  @Test
  void aNormalisingServerThatAlsoIgnoresAndLagsEndsInSync() {
    fixture.server.behaviour().normalising(Normalisation.values()).staleReads(1, 2);
    AssistantSpec padded =
        Fixture.desk().systemPrompt(" Answer.\r\nNow. ").firstMessage("Hi\r\n").build();

    assertThat(provisioner.apply("a", padded).failure()).isEmpty();

    assertThat(provisioner.plan("a", padded).toString()).contains("Plan: no changes.");
    AssistantSpec changed = padded.toBuilder().firstMessage("Hello ").build();
    assertThat(provisioner.apply("a", changed).failure()).isEmpty();
    assertThat(provisioner.plan("a", changed).toString()).contains("Plan: no changes.");
  }

  @Test
  void keysOfOneAssistantAreToldApartByTheStore() {
    String shared = fixture.server.addAssistant(Map.of("name", "x"));
    provisioner.adopt("a", shared);

    assertThatThrownBy(() -> provisioner.adopt("b", shared)).hasMessageContaining("another key");
    assertThatThrownBy(() -> provisioner.adopt("c", "")).isInstanceOf(ProvisioningException.class);
    assertThatThrownBy(() -> provisioner.adopt("c", "../x"))
        .isInstanceOf(ProvisioningException.class);
    provisioner.move("a", "b");
    assertThatThrownBy(() -> provisioner.adopt("a", shared))
        .isInstanceOf(ProvisioningException.class);
    assertThat(provisioner.list(Set.of(Phase.COMPLETE, Phase.CONFIGURED), null, 9)).hasSize(1);
  }

  @Test
  void valuesOfTheDashboardDoNotMoveTheCursorOfATerminal() {
    provisioner.apply("a", spec);
    fixture.server.changeAssistant(
        id("a"),
        Map.of(
            "voice_id", "\u001B[2J\u202Ex\u0007\r",
            "system_prompt", "Answer.\r\n\u001B]0;title\u0007\tNow."));

    String text = provisioner.plan("a", spec).toString();

    assertThat(text)
        .contains("\\u001B[2J\\u202Ex\\u0007\\r -> v-77")
        .contains("-Answer.\\r\n")
        .contains("-\\u001B]0;title\\u0007\tNow.");
    assertThat(text.chars().filter(c -> c < ' ' && c != '\n' && c != '\t')).isEmpty();
  }

  @Test
  void aRunOfNothingIsAReportOfNothing() {
    assertThat(provisioner.apply(Map.of()).results()).isEmpty();
    Plan plan = provisioner.plan(Map.of());
    assertThat(plan.isEmpty()).isTrue();
    assertThat(provisioner.apply(plan).isComplete()).isTrue();
    assertThat(plan.toString()).startsWith("0 assistants");
  }
}
