package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.talkturo.sdk.testing.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Creates whose answer is lost, broken or late: never two assistants, never a lost id. */
class LostAnswersTest {
  private static final String CREATE = "/api/assistants";

  private final Fixture fixture = new Fixture();
  private final Provisioner provisioner = fixture.provisioner();
  private final AssistantSpec spec = Fixture.desk().build();

  @AfterEach
  void close() {
    fixture.close();
  }

  private void hitCreate(Fault fault) {
    fixture.server.enqueue(fault.on("POST", CREATE));
  }

  private UnresolvedCreateException applyUnresolved() {
    return catchThrowableOfType(
        UnresolvedCreateException.class, () -> provisioner.apply("desk", spec));
  }

  @Test
  void aLostAnswerLeavesTheKeyUnresolvedAndNobodyCreatesAgain() {
    hitCreate(Fault.resetAfterProcessing());

    UnresolvedCreateException first = applyUnresolved();
    UnresolvedCreateException again = applyUnresolved();

    assertThat(fixture.requests()).containsExactly("POST");
    assertThat(fixture.server.assistants()).hasSize(1);
    assertThat(fixture.server.assistants().get(0))
        .containsEntry("name", "Front desk [tk-" + first.token() + "]");
    assertThat(again.token()).isEqualTo(first.token());
    assertThat(provisioner.unresolved()).extracting(Entry::key).containsExactly("desk");
    assertThat(provisioner.plan("desk", spec).toString())
        .contains("! desk  UNRESOLVED a create was sent")
        .contains("[tk-" + first.token() + "]");
  }

  @Test
  void anUnresolvedKeyHealsByAdopting() {
    hitCreate(Fault.resetAfterProcessing());
    applyUnresolved();
    String id = (String) fixture.server.assistants().get(0).get("id");

    provisioner.resolve("desk").adopt(id);
    Provisioned desk = provisioner.apply("desk", spec);

    assertThat(desk.assistantId()).contains(id);
    assertThat(fixture.live(id)).containsEntry("name", "Front desk");
    assertThat(fixture.server.assistants()).hasSize(1);
    assertThat(provisioner.plan("desk", spec).isEmpty()).isTrue();
  }

  @Test
  void anAssistantWithoutTheTokenIsAdoptedOnlyByForce() {
    hitCreate(Fault.resetAfterProcessing());
    applyUnresolved();
    String other = fixture.server.addAssistant(Map.of("name", "Front desk"));

    assertThatThrownBy(() -> provisioner.resolve("desk").adopt(other))
        .hasMessageContaining("does not hold [tk-");
    assertThat(provisioner.entry("desk").orElseThrow().leaseOwner()).isEmpty();
    provisioner.resolve("desk").adopt(other, true);

    assertThat(provisioner.entry("desk").orElseThrow().assistantId()).contains(other);
  }

  @Test
  void notCreatedIsRefusedWhileTheCreateMayStillArrive() {
    hitCreate(Fault.resetBeforeProcessing());
    applyUnresolved();

    fixture.time.pass(Duration.ofSeconds(149));
    assertThatThrownBy(() -> provisioner.resolve("desk").notCreated())
        .hasMessageContaining("may still arrive");
    fixture.time.pass(Duration.ofSeconds(2));
    provisioner.resolve("desk").notCreated();

    assertThat(provisioner.apply("desk", spec).created()).isTrue();
    assertThat(fixture.server.assistants()).hasSize(1);
  }

  @Test
  void anIdInACutAnswerIsKept() {
    hitCreate(Fault.truncatedJson());

    Provisioned desk = provisioner.apply("desk", spec);

    assertThat(fixture.server.assistants()).hasSize(1);
    assertThat(desk.assistantId()).contains((String) fixture.server.assistants().get(0).get("id"));
  }

  @Test
  void anIdInABodyThatBreaksOffIsKept() {
    hitCreate(Fault.resetDuringBody());

    Provisioned desk = provisioner.apply("desk", spec);

    assertThat(desk.created()).isTrue();
    assertThat(fixture.server.assistants()).hasSize(1);
  }

  @Test
  void anIdAtAnotherPlaceOfABrokenAnswerIsShownAndNotTrusted() {
    hitCreate(
        Fault.status(200).body("{\"data\": {\"id\": \"asst_elsewhere\"} oops").afterProcessing());

    UnresolvedCreateException unresolved = applyUnresolved();

    assertThat(unresolved).hasMessageContaining("asst_elsewhere");
    assertThat(provisioner.entry("desk").orElseThrow().otherAssistantIds())
        .containsExactly("asst_elsewhere");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 402, 403, 404, 409, 422})
  void aRefusedCreateMayBeRepeated(int status) {
    hitCreate(Fault.status(status));

    assertThatThrownBy(() -> provisioner.apply("desk", spec))
        .isInstanceOf(ApiStepException.class)
        .hasMessageContaining("answered " + status);
    assertThat(provisioner.entry("desk").orElseThrow().phase()).isEqualTo(Phase.PREPARED);

    assertThat(provisioner.apply("desk", spec).created()).isTrue();
    assertThat(fixture.server.assistants()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 408})
  void aCreateThatMayHaveBeenProcessedIsNotRepeated(int status) {
    hitCreate(Fault.status(status).afterProcessing());

    applyUnresolved();
    applyUnresolved();

    assertThat(fixture.server.assistants()).hasSize(1);
    assertThat(fixture.requests()).containsExactly("POST");
  }

  @Test
  void aRateLimitHoldsTheCreateBack() {
    hitCreate(Fault.rateLimited(Duration.ofSeconds(1)).times(2));

    Provisioned desk = provisioner.apply("desk", spec);

    assertThat(desk.created()).isTrue();
    assertThat(desk.duration()).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    assertThat(fixture.server.assistants()).hasSize(1);
  }

  @Test
  void anIdThatCannotBeStoredIsInExceptionAndListener() {
    FailingStore store = new FailingStore(fixture.store);
    List<String> told = new ArrayList<>();
    Provisioner failing =
        fixture.provisioner(
            builder ->
                builder
                    .store(store)
                    .listener(
                        new ProvisionerListener() {
                          @Override
                          public void assistantNotStored(String key, String token, String id) {
                            told.add(key + " " + id);
                          }
                        }));
    store.failWhile(entry -> entry.phase() == Phase.CREATED);

    UnstoredAssistantException lost =
        catchThrowableOfType(UnstoredAssistantException.class, () -> failing.apply("desk", spec));

    String id = (String) fixture.server.assistants().get(0).get("id");
    assertThat(lost.assistantId()).isEqualTo(id);
    assertThat(lost).hasMessageContaining(id).hasMessageContaining(lost.token());
    assertThat(told).containsExactly("desk " + id);
    assertThat(store.failures()).isGreaterThan(10);
    // The lease of the crashed write ends by itself, and the key is unresolved until then and
    // after.
    store.failWhile(entry -> false);
    provisioner.resolve("desk").adopt(id);
    assertThat(provisioner.apply("desk", spec).assistantId()).contains(id);
    assertThat(fixture.server.assistants()).hasSize(1);
  }

  @Test
  void aStoreThatComesBackInTimeLosesNothing() {
    FailingStore store = new FailingStore(fixture.store);
    Provisioner failing = fixture.provisioner(builder -> builder.store(store));
    store.failTimes(6);

    assertThat(failing.apply("desk", spec).created()).isTrue();

    assertThat(fixture.server.assistants()).hasSize(1);
  }

  @Test
  void aStoreWhoseAnswersGetLostLosesNothing() {
    FailingStore store = new FailingStore(fixture.store);
    Provisioner failing = fixture.provisioner(builder -> builder.store(store));
    store.loseEveryAnswer();

    assertThat(failing.apply("desk", spec).created()).isTrue();

    assertThat(fixture.server.assistants()).hasSize(1);
    assertThat(failing.entry("desk").orElseThrow().phase()).isEqualTo(Phase.COMPLETE);
  }

  @Test
  void anIdInTheAnswerOfAServerErrorIsShownAndNotTrusted() {
    hitCreate(
        Fault.status(500)
            .json(Map.of("error", "telephony", "assistant", Map.of("id", "asst_half")))
            .afterProcessing());

    assertThat(applyUnresolved()).hasMessageContaining("asst_half");

    assertThat(provisioner.entry("desk").orElseThrow().otherAssistantIds())
        .containsExactly("asst_half");
  }

  @Test
  void everyIdOfAnAnswerOfAnotherShapeIsShownAlsoANumberThatIsCutOff() {
    hitCreate(
        Fault.status(200)
            .body("{\"request\": {\"id\": \"req_1\"}, \"data\": {\"assistantId\": 4711")
            .afterProcessing());

    assertThat(applyUnresolved()).hasMessageContaining("req_1").hasMessageContaining("4711");
  }

  @Test
  void anIdThatWasOnlyShownIsNoOtherOneOnceItIsAdopted() {
    hitCreate(Fault.status(500).json(Map.of("id", "asst_000001")).afterProcessing());
    applyUnresolved();
    String id = (String) fixture.server.assistants().get(0).get("id");
    assertThat(id).isEqualTo("asst_000001");

    provisioner.resolve("desk").adopt(id);

    Entry entry = provisioner.entry("desk").orElseThrow();
    assertThat(entry.assistantId()).contains(id);
    assertThat(entry.otherAssistantIds()).isEmpty();
  }

  @Test
  void anAssistantThatTheApiGivesOutTwiceStaysWithItsKey() {
    String night = provisioner.apply("night", spec).assistantId().orElseThrow();
    hitCreate(Fault.status(200).json(Map.of("assistant", Map.of("id", night))));

    assertThatThrownBy(() -> provisioner.apply("desk", spec))
        .isInstanceOf(UnstoredAssistantException.class)
        .hasMessageContaining(night)
        .hasMessageContaining("another key has it");

    Entry desk = provisioner.entry("desk").orElseThrow();
    assertThat(desk.isUnresolved()).isTrue();
    assertThat(desk.leaseOwner()).isEmpty();
    assertThat(desk.otherAssistantIds()).containsExactly(night);
    assertThat(provisioner.plan("night", spec).isEmpty()).isTrue();
  }

  @Test
  void aListenerThatBreaksDoesNotLoseTheId() {
    Provisioner told =
        fixture.provisioner(
            builder ->
                builder.listener(
                    new ProvisionerListener() {
                      @Override
                      public void assistantCreated(String key, String token, String id) {
                        throw new NoSuchMethodError("of a library of another version");
                      }
                    }));

    assertThat(told.apply("desk", spec).created()).isTrue();

    assertThat(provisioner.plan("desk", spec).isEmpty()).isTrue();
  }
}
