package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.sdk.assistants.LlmProvider;
import com.talkturo.sdk.assistants.TemplateId;
import com.talkturo.sdk.testing.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Each class of what can be seen of a key, through the socket, with the text that a plan prints.
 */
class ClassificationTest {
  private static final String ASSISTANT = "/api/assistants/{assistantId}";

  private final Fixture fixture = new Fixture();
  private final Provisioner provisioner = fixture.provisioner();

  @AfterEach
  void close() {
    fixture.close();
  }

  private String applied(AssistantSpec spec) {
    String id = provisioner.apply("desk", spec).assistantId().orElseThrow();
    fixture.server.clearRequests();
    return id;
  }

  private void requireClass(Plan plan, Classification classification, String... lines) {
    assertThat(plan.item("desk").orElseThrow().classification()).isEqualTo(classification);
    for (String line : lines) {
      assertThat(plan.toString()).contains(line);
    }
  }

  private static AssistantSpec.Builder desk() {
    return Fixture.desk();
  }

  @Test
  void inSyncIsNotWorthALine() {
    applied(desk().build());

    Plan plan = provisioner.plan("desk", desk().build());

    requireClass(plan, Classification.IN_SYNC);
    assertThat(plan)
        .hasToString("1 assistant, 1 unchanged, 1 request\nPlan: no changes. Nothing written.\n");
  }

  @Test
  void whatIsAlreadyAsWantedIsInSyncWhateverTheBaselineSays() {
    String id = applied(desk().build());
    fixture.server.changeAssistant(id, Map.of("temperature", 0.9));

    requireClass(provisioner.plan("desk", desk().temperature(0.9).build()), Classification.IN_SYNC);
    provisioner.apply("desk", desk().temperature(0.9).build());
    assertThat(fixture.requests()).containsOnly("GET");
    fixture.server.changeAssistant(id, Map.of("temperature", 0.2));
    requireClass(provisioner.plan("desk", desk().temperature(0.9).build()), Classification.DRIFT);
  }

  @Test
  void aChangedSpecIsAnUpdateWithADiff() {
    String id = applied(desk().build());

    Plan plan =
        provisioner.plan(
            "desk",
            desk()
                .temperature(0.7)
                .systemPrompt("Answer.\nAsk for the order number first.")
                .build());

    requireClass(
        plan,
        Classification.UPDATE,
        "1 assistant, 0 unchanged, 3 requests\n~ desk (" + id + ")\n",
        "    system_prompt  +1 -1\n",
        "      @@ -1,2 +1,2 @@\n",
        "      -Ask for the order number.\n      +Ask for the order number first.\n",
        "    temperature    0.2 -> 0.7\n",
        "Plan: 1 update. Nothing written.\n");
    assertThat(plan.toJson()).doesNotContain("order number").contains("\"class\" : \"UPDATE\"");
  }

  @Test
  void aNewlyDeclaredFieldIsAnUpdate() {
    applied(desk().build());

    requireClass(
        provisioner.plan("desk", desk().maxTokens(77).build()),
        Classification.UPDATE,
        "max_tokens  ");
  }

  @Test
  void fieldsThatBelongTogetherAreSentTogether() {
    AssistantSpec.Builder spec =
        desk().provider(LlmProvider.OPENAI).model("gpt-4o").voiceName("Mara");
    applied(spec.build());

    provisioner.apply("desk", spec.model("gpt-4o-mini").build());

    assertThat(fixture.server.requests().get(1).jsonObject())
        .containsOnlyKeys("accountSlug", "provider", "model");
  }

  @Test
  void aChangeOutsideIsDrift() {
    String id = applied(desk().build());
    fixture.server.changeAssistant(id, Map.of("voice_id", "v-9"));

    requireClass(
        provisioner.plan("desk", desk().build()),
        Classification.DRIFT,
        "! desk (" + id + ")  DRIFT voice_id changed outside; nothing was sent\n",
        "    voice_id  v-9 -> v-77  changed outside\n");
    assertThatThrownBy(() -> provisioner.apply("desk", desk().build()))
        .isInstanceOf(DriftException.class)
        .hasMessageContaining("voice_id");
    assertThat(fixture.requests()).containsOnly("GET");
  }

  @Test
  void driftIsOverwrittenOnDemand() {
    String id = applied(desk().build());
    fixture.server.changeAssistant(id, Map.of("voice_id", "v-9"));
    Provisioner overwriting = provisioner.withOptions(o -> o.onDrift(OnDrift.OVERWRITE));

    assertThat(overwriting.plan("desk", desk().build()).toString())
        .contains("v-9 -> v-77  changed outside (will be overwritten)");
    assertThat(overwriting.apply("desk", desk().build()).changed()).isTrue();

    assertThat(fixture.live(id)).containsEntry("voice_id", "v-77");
    assertThat(provisioner.plan("desk", desk().build()).isEmpty()).isTrue();
  }

  @Test
  void driftIsKeptOnDemandAndReportedAgain() {
    String id = applied(desk().build());
    fixture.server.changeAssistant(id, Map.of("voice_id", "v-9"));
    Provisioner keeping =
        provisioner.withOptions(
            o -> o.onDrift(OnDrift.KEEP).verify(Verify.after(Duration.ofHours(1))));

    Provisioned first = keeping.apply("desk", desk().temperature(0.5).build());
    Provisioned second = keeping.apply("desk", desk().temperature(0.5).build());

    assertThat(first.classification()).isEqualTo(Classification.DRIFT);
    assertThat(second.classification()).isEqualTo(Classification.DRIFT);
    assertThat(fixture.live(id)).containsEntry("voice_id", "v-9").containsEntry("temperature", 0.5);
  }

  @Test
  void aChangeOnBothSidesIsAConflict() {
    String id = applied(desk().build());
    fixture.server.changeAssistant(id, Map.of("temperature", 1.0));

    requireClass(
        provisioner.plan("desk", desk().temperature(0.5).build()),
        Classification.CONFLICT,
        "CONFLICT temperature changed outside and in the spec; nothing was sent",
        "    temperature  1 -> 0.5  changed outside and in the spec\n");
  }

  @Test
  void aFieldThatTheApiDoesNotShowIsJudgedByWhatWasSent() {
    applied(desk().extra("voice", "marin").build());
    fixture.server.respondAlways(
        Fault.status(200)
            .json(Map.of("assistant", Map.of("id", "x", "name", "Front desk")))
            .on("GET", ASSISTANT));

    requireClass(
        provisioner.plan("desk", desk().extra("voice", "marin").build()),
        Classification.UNVERIFIABLE,
        "desk",
        "UNVERIFIABLE: not shown by the API, judged by what was sent",
        "    voice          marin  not shown by the API, judged by what was sent\n");
    requireClass(
        provisioner.plan("desk", desk().extra("voice", "alloy").build()), Classification.UPDATE);
  }

  @Test
  void aFieldThatLeftTheSpecIsSaidOnceAndLeftAlone() {
    String id = applied(desk().maxTokens(300).build());

    requireClass(
        provisioner.plan("desk", desk().build()),
        Classification.UNMANAGED,
        "    max_tokens  300  no longer declared, left as it is\n");
    provisioner.apply("desk", desk().build());

    requireClass(provisioner.plan("desk", desk().build()), Classification.IN_SYNC);
    assertThat(fixture.live(id)).containsEntry("max_tokens", 300);
    assertThat(fixture.requests()).containsOnly("GET");
  }

  @Test
  void onlyClearedFieldsAreSentAsNull() {
    String id = applied(desk().voiceName("Mara").build());

    provisioner.apply("desk", desk().clear("voice_name").build());

    assertThat(fixture.live(id)).containsEntry("voice_name", null);
    assertThat(provisioner.plan("desk", desk().clear("voice_name").build()).isEmpty()).isTrue();
  }

  @Test
  void anotherTemplateIsAnError() {
    applied(desk().build());

    requireClass(
        provisioner.plan("desk", desk().templateId(TemplateId.FOLLOW_UP).build()),
        Classification.ERROR,
        "ERROR templateId is follow-up, but the assistant was created from inbound-support");
  }

  @Test
  void withoutAGetPlansComeFromHashesAndSaySo() {
    applied(desk().build());
    fixture.server.behaviour().withoutGet(405);

    requireClass(
        provisioner.plan("desk", desk().build()),
        Classification.LIVE_UNKNOWN,
        "LIVE_UNKNOWN: live state unknown");
    assertThat(provisioner.plan("desk", desk().build()).isEmpty()).isTrue();
    Provisioned updated = provisioner.apply("desk", desk().temperature(0.9).build());
    assertThat(updated.changed()).isTrue();
    assertThat(fixture.live(updated.assistantId().orElseThrow())).containsEntry("temperature", 0.9);
    assertThat(provisioner.plan("desk", desk().temperature(0.9).build()).isEmpty()).isTrue();
  }

  @Test
  void anApiWhoseGetKnowsNoAssistantIsUnknownToo() {
    fixture.server.behaviour().withoutGet(404);
    Map<String, AssistantSpec> specs =
        Map.of("desk", desk().build(), "night", desk().name("Night line").build());
    assertThat(provisioner.apply(specs).isComplete()).isTrue();
    fixture.time.pass(Duration.ofMinutes(6));

    Plan plan = provisioner.plan(specs);

    requireClass(plan, Classification.LIVE_UNKNOWN);
    assertThat(plan.isEmpty()).isTrue();
  }

  @Test
  void anAssistantThatIsGoneWhileOthersAnswerIsMissing() {
    String id = applied(desk().build());
    provisioner.apply("night", desk().name("Night line").build());
    fixture.server.deleteAssistant(id);
    fixture.time.pass(Duration.ofMinutes(6));
    Map<String, AssistantSpec> specs =
        Map.of("desk", desk().build(), "night", desk().name("Night line").build());

    requireClass(
        provisioner.plan(specs),
        Classification.MISSING,
        "! desk (" + id + ")  MISSING assistant " + id + " is gone (404), although others answer");
    Report report = provisioner.apply(specs);
    assertThat(report.result("desk").orElseThrow().failure())
        .containsInstanceOf(MissingAssistantException.class);
    assertThat(fixture.server.assistants()).hasSize(1);

    Provisioner recreating = provisioner.withOptions(o -> o.recreateMissing(List.of("desk")));
    assertThat(recreating.plan(specs).toString()).contains("+ desk (" + id + ")  create anew");
    assertThat(recreating.apply(specs).isComplete()).isTrue();
    Entry entry = provisioner.entry("desk").orElseThrow();
    assertThat(entry.otherAssistantIds()).containsExactly(id);
    assertThat(fixture.server.assistants()).hasSize(2);
    assertThat(provisioner.plan(specs).isEmpty()).isTrue();
  }

  @Test
  void aKeyThatIsAppliedAloneIsMissingIfAnotherOneOfTheStoreAnswers() {
    String id = applied(desk().build());
    provisioner.apply("night", desk().name("Night line").build());
    fixture.server.deleteAssistant(id);
    fixture.time.pass(Duration.ofMinutes(6));

    assertThatThrownBy(() -> provisioner.apply("desk", desk().build()))
        .isInstanceOf(MissingAssistantException.class);
    Provisioned anew =
        provisioner
            .withOptions(o -> o.recreateMissing(List.of("desk")))
            .apply("desk", desk().build());

    assertThat(anew.created()).isTrue();
    assertThat(anew.assistantId()).isPresent().isNotEqualTo(Optional.of(id));
  }

  @Test
  void anUnchangedSpecOfAYoungAssistantSurvivesAReplicaThatLagsBehind() {
    fixture.server.behaviour().staleReads(2, 3);

    Provisioned made = provisioner.apply("desk", desk().build());

    assertThat(made.created()).isTrue();
    fixture.server.behaviour().reset();
    assertThat(provisioner.plan("desk", desk().build()).isEmpty()).isTrue();
  }

  @Test
  void aValueThatTheServerOnlyWritesDifferentlyIsInSync() {
    fixture.server.behaviour().normalising();
    AssistantSpec spec = desk().systemPrompt("  One\r\nTwo\n").temperature(1.0).build();

    provisioner.apply("desk", spec);

    assertThat(provisioner.plan("desk", spec).isEmpty()).isTrue();
    requireClass(provisioner.plan("desk", spec), Classification.IN_SYNC);
    requireClass(
        provisioner.plan("desk", spec.toBuilder().systemPrompt("  One\r\nTwo").build()),
        Classification.UPDATE);
  }

  @Test
  void aValueThatTheServerKeepsOtherwiseIsShownUntilAccepted() {
    fixture.server.behaviour().storing("voice_id", id -> id + "-eu");
    applied(desk().build());

    for (int i = 0; i < 2; i++) {
      requireClass(
          provisioner.plan("desk", desk().build()),
          Classification.STORED_DIFFERENTLY,
          "    voice_id  v-77-eu -> v-77  stored differently than sent\n");
      provisioner.apply("desk", desk().build());
    }
    assertThat(fixture.requests()).containsOnly("GET");
    provisioner.accept("desk", "voice_id");

    requireClass(provisioner.plan("desk", desk().build()), Classification.IN_SYNC);
    assertThatThrownBy(() -> provisioner.accept("desk", "voice_id"))
        .hasMessageContaining("stored differently");
  }

  @Test
  void aFieldThatTheServerIgnoresIsNotTaken() {
    applied(desk().build());
    fixture.server.behaviour().ignoring("temperature");

    assertThatThrownBy(() -> provisioner.apply("desk", desk().temperature(0.9).build()))
        .isInstanceOf(NotTakenException.class)
        .hasMessageContaining("[temperature]");

    requireClass(provisioner.plan("desk", desk().temperature(0.9).build()), Classification.UPDATE);
  }

  @Test
  void aStaleReadIsReadAgain() {
    applied(desk().build());
    fixture.server.behaviour().staleReads(1, 3);

    Provisioned changed = provisioner.apply("desk", desk().temperature(0.9).build());

    assertThat(changed.failure()).isEmpty();
    assertThat(fixture.requests()).containsExactly("GET", "PATCH", "GET", "GET", "GET", "GET");
  }

  @Test
  void aLeasedKeyIsBusyUntilTheTimeoutIsOver() {
    applied(desk().build());
    Entry entry = provisioner.entry("desk").orElseThrow();
    take(entry);
    requireClass(
        provisioner.plan("desk", desk().temperature(0.9).build()),
        Classification.BUSY,
        "! desk (" + entry.assistantId().orElseThrow() + ")  BUSY: another process works on it\n",
        "    temperature  0.2 -> 0.9\n",
        "Plan: 1 busy. Nothing written.\n");
    fixture.server.clearRequests();
    Provisioner hurried = provisioner.withOptions(o -> o.timeout(Duration.ofSeconds(30)));

    assertThatThrownBy(() -> hurried.apply("desk", desk().temperature(0.9).build()))
        .isInstanceOf(BusyKeyException.class);
    assertThat(fixture.server.requestCount()).isZero();
  }

  @Test
  void aLeaseWhoseBeatStandsStillIsTakenOver() {
    applied(desk().build());
    take(provisioner.entry("desk").orElseThrow());

    Provisioned changed = provisioner.apply("desk", desk().temperature(0.9).build());

    assertThat(changed.duration()).isGreaterThanOrEqualTo(Duration.ofSeconds(90));
    assertThat(changed.changed()).isTrue();
  }

  private void take(Entry entry) {
    new Journal(fixture.store, Probe.NONE, fixture.time, Duration.ZERO)
        .write(entry, entry.toBuilder().leaseOwner("somebody"));
  }

  @Test
  void refusedCredentialsStopTheRun() {
    applied(desk().build());
    fixture.server.revokeApiKey(fixture.server.apiKey());
    Map<String, AssistantSpec> specs = new TreeMap<>();
    for (int i = 0; i < 10; i++) {
      specs.put("key-" + i, desk().build());
    }

    Report report = provisioner.withOptions(options -> options.parallelism(1)).apply(specs);

    assertThat(report.stopped()).hasValueSatisfying(why -> assertThat(why).contains("401"));
    assertThat(fixture.server.requestCount()).isEqualTo(1);
    assertThat(report.toString())
        .contains("! key \"key-0\": the create failed: POST /api/assistants answered 401")
        .contains("! key \"key-9\": the run was stopped: ")
        .contains("Stopped: the API answered: ");
    assertThatThrownBy(() -> provisioner.plan("desk", desk().build()))
        .isInstanceOf(ApiStepException.class)
        .hasMessageContaining("answered 401");
    assertThat(report.counts()).containsEntry(Classification.NOT_STARTED, 9);
    assertThat(report.result("key-9").orElseThrow().failure())
        .containsInstanceOf(RunStoppedException.class);
  }

  @Test
  void moreThanThreeMissingAssistantsStopTheRun() {
    Map<String, AssistantSpec> specs = new TreeMap<>();
    for (int i = 0; i < 8; i++) {
      specs.put("key-" + i, desk().name("Desk " + i).build());
    }
    provisioner.apply(specs);
    fixture.time.pass(Duration.ofMinutes(6));
    for (int i = 1; i < 8; i++) {
      fixture.server.deleteAssistant(
          provisioner.entry("key-" + i).orElseThrow().assistantId().orElseThrow());
    }

    Report report = provisioner.withOptions(options -> options.parallelism(1)).apply(specs);

    assertThat(report.stopped()).hasValueSatisfying(why -> assertThat(why).contains("missing"));
    assertThat(report.counts()).containsEntry(Classification.MISSING, 4);
    assertThat(fixture.server.assistants()).hasSize(1);
  }

  @Test
  void anOlderRevisionIsRefused() {
    applied(desk().revision(7).build());

    requireClass(
        provisioner.plan("desk", desk().temperature(0.9).revision(6).build()),
        Classification.ERROR,
        "ERROR the spec has revision 6, and 7 was applied already");
    assertThatThrownBy(() -> provisioner.apply("desk", desk().temperature(0.9).revision(6).build()))
        .isInstanceOf(OutdatedSpecException.class);
  }

  @Test
  void aPlanRefusesAKeyThatMoved() {
    String id = applied(desk().build());
    Plan plan = provisioner.plan("desk", desk().temperature(0.9).build());
    fixture.server.changeAssistant(id, Map.of("temperature", 1.5));
    fixture.server.clearRequests();

    Report report = provisioner.apply(plan);

    assertThat(report.failures().get(0).failure()).containsInstanceOf(StalePlanException.class);
    assertThat(fixture.requests()).containsOnly("GET");
  }

  @Test
  void aPlanThatWasWrittenDownIsComparedByItsDigests() {
    applied(desk().build());
    AssistantSpec spec = desk().temperature(0.9).build();
    String json = provisioner.plan("desk", spec).toJson();

    provisioner.plan("desk", spec).requireSameAs(json);
    assertThatThrownBy(
            () ->
                provisioner
                    .plan("desk", spec.toBuilder().temperature(0.8).build())
                    .requireSameAs(json))
        .isInstanceOf(StalePlanException.class);
  }

  @Test
  void hiddenValuesAreNotShown() {
    applied(desk().build());

    Plan plan =
        provisioner.plan(
            "desk", desk().systemPrompt("A secret\nplan").hide("system_prompt").build());

    assertThat(plan.toString()).contains("(hidden) -> (hidden)").doesNotContain("secret");
  }

  @Test
  void anUnchangedSpecWithinTheDurationCostsNoRequest() {
    Provisioner sparing = provisioner.withOptions(o -> o.verify(Verify.after(Duration.ofHours(1))));
    sparing.apply("desk", desk().build());
    fixture.server.clearRequests();

    assertThat(sparing.apply("desk", desk().build()).requests()).isZero();
    assertThat(sparing.plan("desk", desk().build()).requests()).isZero();
    fixture.time.pass(Duration.ofMinutes(61));
    assertThat(sparing.apply("desk", desk().build()).requests()).isEqualTo(1);
    assertThat(sparing.apply("desk", desk().build()).requests()).isZero();
    assertThat(
            provisioner
                .withOptions(o -> o.verify(Verify.NEVER))
                .apply("desk", desk().build())
                .requests())
        .isZero();
  }

  @Test
  void invalidSpecsAreRefusedBeforeAnythingIsSentForAnyKey() {
    assertThatThrownBy(
            () ->
                provisioner.apply(
                    Map.of("a", desk().build(), "b", desk().systemPrompt("Hi {{contact").build())))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessage("key \"b\": system_prompt:1:4: error: {{ is never closed");
    assertThatThrownBy(
            () ->
                provisioner
                    .withOptions(o -> o.strictPrompts(true))
                    .apply("a", desk().systemPrompt("For {{nobody}}").build()))
        .isInstanceOf(InvalidSpecException.class);
    assertThatThrownBy(() -> provisioner.apply("Not A Key", desk().build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Not A Key");
    assertThat(fixture.server.requestCount()).isZero();
  }

  @Test
  void warningsAboutPromptsStandInThePlan() {
    assertThat(provisioner.plan("desk", desk().systemPrompt("For {{nobody}}").build()).toString())
        .contains("    system_prompt:1:5: warning: unknown variable {{nobody}}\n");
  }
}
