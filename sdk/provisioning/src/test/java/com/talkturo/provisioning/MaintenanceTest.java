package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.sdk.testing.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Adopting, moving, deleting, forgetting: what is done to a key beside applying. */
class MaintenanceTest {
  private static final String ASSISTANT = "/api/assistants/{assistantId}";

  private final Fixture fixture = new Fixture();
  private final Provisioner provisioner = fixture.provisioner();
  private final AssistantSpec spec = Fixture.desk().phoneNumberIds("pn_a1").build();

  @AfterEach
  void close() {
    fixture.close();
  }

  private String applied() {
    String id = provisioner.apply("desk", spec).assistantId().orElseThrow();
    fixture.server.clearRequests();
    return id;
  }

  @Test
  void thePlanOfWhatWasAdoptedIsEmpty() {
    String id =
        fixture.server.addAssistant(Map.of("name", "Old desk", "temperature", 1.1, "secret", "x"));
    fixture.server.phoneNumbers().assign(id, "pn_b2");

    Pulled pulled = provisioner.adopt("desk", id);

    assertThat(pulled.assistantId()).isEqualTo(id);
    assertThat(pulled.spec().name()).contains("Old desk");
    assertThat(pulled.spec().phoneNumberIds()).contains(Set.of("pn_b2"));
    assertThat(pulled.otherFields()).contains("secret", "id", "created_at");
    assertThat(provisioner.plan("desk", pulled.spec()).isEmpty()).isTrue();
    assertThat(provisioner.apply("desk", pulled.spec()).changed()).isFalse();
    assertThat(fixture.live(id)).containsEntry("name", "Old desk");
    assertThat(provisioner.pull("desk").spec()).isEqualTo(pulled.spec());
  }

  @Test
  void anAssistantIsAdoptedOnceAndByOneKey() {
    String id = applied();

    assertThatThrownBy(() -> provisioner.adopt("other", id))
        .hasMessageContaining("belongs to another key");
    assertThatThrownBy(() -> provisioner.adopt("desk", "asst_other"))
        .hasMessageContaining("use another key");
    assertThat(provisioner.adopt("desk", id).assistantId()).isEqualTo(id);
    assertThatThrownBy(() -> provisioner.adopt("new", "asst_nowhere"))
        .isInstanceOf(ApiStepException.class);
    assertThat(provisioner.entry("new")).isEmpty();
  }

  @Test
  void aDeletedKeyIsATombstoneUntilItIsForgotten() {
    String id = applied();

    provisioner.delete("desk");

    assertThat(fixture.server.assistants()).isEmpty();
    assertThat(fixture.requests()).containsExactly("PATCH", "DELETE");
    assertThat(provisioner.plan("desk", spec).toString()).contains("! desk (" + id + ")  DELETED");
    assertThatThrownBy(() -> provisioner.apply("desk", spec))
        .isInstanceOf(DeletedKeyException.class);
    provisioner.delete("desk");
    provisioner.forget("desk");
    assertThat(provisioner.entry("desk")).isEmpty();
    assertThat(provisioner.apply("desk", spec).created()).isTrue();
  }

  @Test
  void aDeletionThatBrokeOffGoesOn() {
    applied();
    fixture.server.enqueue(Fault.status(500).on("DELETE", ASSISTANT));

    assertThatThrownBy(() -> provisioner.delete("desk")).isInstanceOf(ApiStepException.class);
    assertThatThrownBy(() -> provisioner.apply("desk", spec))
        .isInstanceOf(DeletedKeyException.class)
        .hasMessageContaining("call delete");
    assertThatThrownBy(() -> provisioner.forget("desk")).hasMessageContaining("DELETING");
    provisioner.delete("desk");

    assertThat(provisioner.entry("desk").orElseThrow().phase()).isEqualTo(Phase.DELETED);
    assertThat(fixture.server.assistants()).isEmpty();
  }

  @Test
  void whatIsGoneAlreadyCountsAsDeleted() {
    String id = applied();
    fixture.server.deleteAssistant(id);

    provisioner.delete("desk");

    assertThat(provisioner.entry("desk").orElseThrow().phase()).isEqualTo(Phase.DELETED);
  }

  @Test
  void anApiWithoutADeleteIsNotTakenForADeletion() {
    applied();
    fixture.server.respondAlways(Fault.status(404).on("DELETE", ASSISTANT));

    assertThatThrownBy(() -> provisioner.delete("desk")).hasMessageContaining("still shows");

    assertThat(provisioner.entry("desk").orElseThrow().phase()).isEqualTo(Phase.DELETING);
  }

  @Test
  void anUnresolvedKeyCannotBeDeleted() {
    fixture.server.enqueue(Fault.resetAfterProcessing().on("POST", "/api/assistants"));
    assertThatThrownBy(() -> provisioner.apply("desk", spec))
        .isInstanceOf(UnresolvedCreateException.class);

    assertThatThrownBy(() -> provisioner.delete("desk"))
        .isInstanceOf(UnresolvedCreateException.class);
    assertThatThrownBy(() -> provisioner.move("desk", "other"))
        .isInstanceOf(UnresolvedCreateException.class);
  }

  @Test
  void aMovedAssistantIsUnderItsNewKeyOnly() {
    String id = applied();

    provisioner.move("desk", "acme.desk");
    provisioner.move("desk", "acme.desk");

    assertThat(fixture.server.requestCount()).isZero();
    assertThat(provisioner.plan("acme.desk", spec).isEmpty()).isTrue();
    assertThat(provisioner.apply("acme.desk", spec).assistantId()).contains(id);
    assertThatThrownBy(() -> provisioner.apply("desk", spec))
        .isInstanceOf(DeletedKeyException.class)
        .hasMessageContaining("acme.desk");
    assertThat(fixture.server.assistants()).hasSize(1);
    provisioner.forget("desk");
    provisioner.move("acme.desk", "desk");
    assertThat(provisioner.apply("desk", spec).assistantId()).contains(id);
  }

  @Test
  void anAssistantIsNotMovedOntoAnother() {
    applied();
    provisioner.apply("night", Fixture.desk().build());

    assertThatThrownBy(() -> provisioner.move("desk", "night"))
        .hasMessageContaining("cannot take an assistant");
    assertThatThrownBy(() -> provisioner.move("nobody", "new"))
        .hasMessageContaining("nothing is stored");
    assertThat(provisioner.plan("desk", spec).isEmpty()).isTrue();
  }

  @Test
  void onlyTombstonesAreForgotten() {
    applied();

    assertThatThrownBy(() -> provisioner.forget("desk")).hasMessageContaining("COMPLETE");
    assertThat(provisioner.entry("desk")).isPresent();
  }

  @Test
  void keysThatAreNotInTheSetAreLeftAlone() {
    applied();

    provisioner.apply(Map.of("night", Fixture.desk().build()));

    assertThat(fixture.server.assistants()).hasSize(2);
    assertThat(provisioner.list(Set.of(), null, 10))
        .extracting(Entry::key)
        .containsExactly("desk", "night");
    assertThat(provisioner.list(Set.of(), "desk", 10)).hasSize(1);
  }

  @Test
  void aStoreOfAnotherEnvironmentIsRefused() {
    Provisioner other = fixture.provisioner(builder -> builder.environment("prod"));

    assertThatThrownBy(() -> other.apply("desk", spec))
        .isInstanceOf(StoreRefusedException.class)
        .hasMessageContaining(fixture.server.baseUrl())
        .hasMessageContaining("environment prod");
    assertThatThrownBy(other::init).isInstanceOf(StoreRefusedException.class);
    provisioner.init();
    assertThat(fixture.server.requestCount()).isZero();
  }

  @Test
  void stateKeepsNoValue(@TempDir Path temporary) throws Exception {
    Path folder = temporary.resolve("state");
    try (Fixture files = new Fixture(StateStore.files(folder))) {
      files
          .provisioner()
          .apply("desk", Fixture.desk().systemPrompt("A secret plan").voiceId("v-secret").build());

      String json = Files.readString(folder.resolve("desk.json"));
      assertThat(json)
          .contains("\"system_prompt\"")
          .doesNotContain("secret")
          .doesNotContain("Front");
      assertThat(json).doesNotContain(files.server.apiKey());
    }
  }

  @Test
  void anAsyncApplyGivesTheSameResultsAndFailures() throws Exception {
    assertThat(provisioner.applyAsync("desk", spec).get(30, TimeUnit.SECONDS).created()).isTrue();
    assertThat(provisioner.applyAsync(Map.of("desk", spec)).get(30, TimeUnit.SECONDS).isComplete())
        .isTrue();
    assertThatThrownBy(() -> provisioner.applyAsync("No Key", spec).get(30, TimeUnit.SECONDS))
        .hasCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCancelledApplyLosesNothing() throws Exception {
    fixture.server.enqueue(Fault.delay(Duration.ofSeconds(2)).on("POST", "/api/assistants"));
    CompletableFuture<Provisioned> apply = provisioner.applyAsync("desk", spec);
    fixture.server.awaitRequests(1, Duration.ofSeconds(30));

    apply.cancel(true);

    assertThat(apply).isCancelled();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (isLeased() && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    // The create was sent: whether its answer came or not, the key knows of it.
    Entry entry = provisioner.entry("desk").orElseThrow();
    assertThat(entry.leaseOwner()).isEmpty();
    assertThat(entry.phase()).isIn(Phase.SENDING, Phase.CREATED);
    if (entry.isUnresolved()) {
      provisioner
          .resolve("desk")
          .adopt((String) fixture.server.assistantsNamed("Front desk").get(0).get("id"));
    }
    assertThat(provisioner.apply("desk", spec).failure()).isEmpty();
    assertThat(fixture.server.assistants()).hasSize(1);
  }

  private boolean isLeased() {
    return provisioner.entry("desk").orElseThrow().leaseOwner().isPresent();
  }

  @Test
  void listenersAndCountsKnowEveryKey() {
    List<String> events = new CopyOnWriteArrayList<>();
    Provisioner told =
        fixture.provisioner(
            builder ->
                builder.listener(
                    new ProvisionerListener() {
                      @Override
                      public void keyFinished(Provisioned result) {
                        events.add(result.key() + " " + result.classification());
                        throw new IllegalStateException("a listener that fails");
                      }

                      @Override
                      public void assistantCreated(String key, String token, String id) {
                        events.add(key + " created " + id);
                      }
                    }));

    String id = told.apply("desk", spec).assistantId().orElseThrow();
    told.apply("desk", spec);

    assertThat(events).containsExactly("desk created " + id, "desk to be created", "desk in sync");
    assertThat(told.counts())
        .containsEntry(Classification.CREATE, 1L)
        .containsEntry(Classification.IN_SYNC, 1L);
  }

  private Journal journal() {
    return new Journal(fixture.store, Probe.NONE, fixture.time, Duration.ZERO);
  }

  /** As a process leaves them that dies between the second and the third step of a move. */
  private void halfMoved(String from, String to) {
    journal().amend(from, e -> e.map(now -> now.toBuilder().phase(Phase.MOVED).otherKey(to)));
    journal()
        .amend(
            to,
            none ->
                Optional.of(
                    Entry.builder()
                        .key(to)
                        .phase(Phase.MOVING)
                        .otherKey(from)
                        .createdAt(fixture.time.now())));
  }

  @Test
  void aTombstoneThatIsAllThereIsOfAnAssistantIsNotOverwritten() {
    String id = applied();
    halfMoved("desk", "new");
    provisioner.apply("night", Fixture.desk().build());

    assertThatThrownBy(() -> provisioner.move("night", "desk"))
        .hasMessageContaining("is not finished");
    assertThatThrownBy(() -> provisioner.forget("desk")).hasMessageContaining("is not finished");
    assertThatThrownBy(() -> provisioner.forget("new")).hasMessageContaining("call move again");

    provisioner.move("desk", "new");
    assertThat(provisioner.apply("new", spec).assistantId()).contains(id);
    provisioner.move("night", "desk");
    assertThat(fixture.server.assistants()).hasSize(2);
  }

  @Test
  void aKeyIsFreeAgainAlsoAfterItsAssistantWasDeletedElsewhere() {
    applied();
    provisioner.move("desk", "new");
    provisioner.delete("new");
    provisioner.forget("new");

    provisioner.forget("desk");

    assertThat(provisioner.apply("desk", spec).created()).isTrue();
  }

  @Test
  void anAssistantThatIsAdoptedWhileItMovesStaysWhereItWasAdopted() {
    String id = applied();
    halfMoved("desk", "new");
    provisioner.adopt("third", id);

    assertThatThrownBy(() -> provisioner.move("desk", "new"))
        .hasMessageContaining("key \"third\" has it");

    provisioner.forget("desk");
    provisioner.forget("new");
    assertThat(provisioner.entry("third").flatMap(Entry::assistantId)).contains(id);
    assertThat(provisioner.apply("new", Fixture.desk().build()).created()).isTrue();
  }

  @Test
  void aMovedAssistantWhoseNewKeyWasTakenMeanwhileIsNotLost() {
    String id = applied();
    halfMoved("desk", "new");
    journal().remove(journal().find("new").orElseThrow());
    provisioner.apply("new", Fixture.desk().build());

    assertThatThrownBy(() -> provisioner.move("desk", "new"))
        .hasMessageContaining(id)
        .hasMessageContaining("adopt it under a third key");

    assertThat(provisioner.entry("desk").flatMap(Entry::assistantId)).contains(id);
    provisioner.adopt("third", id);
    provisioner.forget("desk");
  }

  @Test
  void anAssistantThatOnlyATombstoneKnowsIsNotForgotten() {
    applied();
    String orphan = fixture.server.addAssistant(Map.of("name", "Front desk [tk-aaaaaaaaaa]"));
    journal().amend("desk", e -> e.map(now -> now.toBuilder().addOtherAssistantIds(orphan)));
    provisioner.delete("desk");

    assertThatThrownBy(() -> provisioner.forget("desk"))
        .hasMessageContaining(orphan)
        .hasMessageContaining("still exists");
    assertThat(provisioner.entry("desk").orElseThrow().leaseOwner()).isEmpty();

    provisioner.adopt("rescued", orphan);
    provisioner.forget("desk");
    assertThat(provisioner.entry("desk")).isEmpty();
  }

  @Test
  void anOrphanThatIsGoneIsForgotten() {
    applied();
    journal().amend("desk", e -> e.map(now -> now.toBuilder().addOtherAssistantIds("asst_gone")));
    provisioner.delete("desk");

    provisioner.forget("desk");

    assertThat(provisioner.entry("desk")).isEmpty();
  }

  @Test
  void aDeletedAssistantDoesNotComeBackByTheEndOfAnOldMove() {
    String id = applied();
    provisioner.move("desk", "new");
    // As after a kill before the last step.
    journal().amend("desk", e -> e.map(now -> now.toBuilder().assistantId(id)));
    provisioner.delete("new");
    provisioner.forget("new");

    provisioner.move("desk", "new");

    assertThat(provisioner.entry("new")).isEmpty();
    provisioner.forget("desk");
    assertThat(provisioner.entry("desk")).isEmpty();
  }
}
