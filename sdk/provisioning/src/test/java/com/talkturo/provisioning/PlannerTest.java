package com.talkturo.provisioning;

import static com.talkturo.provisioning.Classification.CONFLICT;
import static com.talkturo.provisioning.Classification.CREATE;
import static com.talkturo.provisioning.Classification.DELETED;
import static com.talkturo.provisioning.Classification.DRIFT;
import static com.talkturo.provisioning.Classification.ERROR;
import static com.talkturo.provisioning.Classification.IN_SYNC;
import static com.talkturo.provisioning.Classification.LIVE_UNKNOWN;
import static com.talkturo.provisioning.Classification.MISSING;
import static com.talkturo.provisioning.Classification.RECREATE;
import static com.talkturo.provisioning.Classification.STORED_DIFFERENTLY;
import static com.talkturo.provisioning.Classification.UNMANAGED;
import static com.talkturo.provisioning.Classification.UNRESOLVED;
import static com.talkturo.provisioning.Classification.UNVERIFIABLE;
import static com.talkturo.provisioning.Classification.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.talkturo.provisioning.Entry.Baseline;
import com.talkturo.provisioning.Gateway.PhoneNumber;
import com.talkturo.provisioning.Planner.Situation;
import com.talkturo.sdk.assistants.TemplateId;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of what is seen and what follows from it, row by row, without a server. */
class PlannerTest {
  private static final Hasher HASHER = new Hasher("salt");
  private static final String FIELD = "voice_id";

  /** In place of a value: the field is not in GET's answer, or nothing was ever sent. */
  private static final String NONE = "(none)";

  /**
   * One field: what is live, what the spec wants, what was sent last and what was stored of it; the
   * class, and whether the field is sent.
   */
  static Stream<Arguments> fields() {
    return Stream.of(
        // live, wanted, sent, stored
        row("live equals what is wanted", "a", "a", "a", "a", IN_SYNC, false),
        row("the same, whatever the baseline says", "a", "a", "b", "c", IN_SYNC, false),
        row("the same, without a baseline", "a", "a", NONE, NONE, IN_SYNC, false),
        row("wanted changed, live as we left it", "a", "b", "a", "a", UPDATE, true),
        row("newly declared", "a", "b", NONE, NONE, UPDATE, true),
        row("changed back, stored differently", "a-eu", "b", "a", "a-eu", UPDATE, true),
        row("live changed, wanted as before", "x", "a", "a", "a", DRIFT, false),
        row("both changed", "x", "b", "a", "a", CONFLICT, false),
        row(
            "stored differently, nothing changed",
            "a-eu",
            "a",
            "a",
            "a-eu!",
            STORED_DIFFERENTLY,
            false),
        row("stored differently and accepted", "a-eu", "a", "a", "a-eu", IN_SYNC, false),
        row("stored differently, changed outside", "x", "a", "a", "a-eu!", DRIFT, false),
        row("trimmed by the server", "a", " a ", " a ", "a", IN_SYNC, false),
        row("spaces declared on purpose", "a", " a ", "a", "a", UPDATE, true),
        row("trimmed outside", "a", " a ", " a ", " a ", IN_SYNC, false),
        row("absent in GET, wanted as before", NONE, "a", "a", NONE, UNVERIFIABLE, false),
        row("absent in GET, wanted changed", NONE, "b", "a", NONE, UPDATE, true),
        row("absent in GET, newly declared", NONE, "a", NONE, NONE, UPDATE, true),
        row("sent without being read back", "x", "a", "a", NONE, UPDATE, true));
  }

  private static Arguments row(
      String name,
      String live,
      String wanted,
      String sent,
      String stored,
      Classification expected,
      boolean isSent) {
    return Arguments.of(name, live, wanted, sent, stored, expected, isSent);
  }

  @ParameterizedTest(name = "{0}: {5}")
  @MethodSource("fields")
  void aFieldIs(
      String name,
      String live,
      String wanted,
      String sent,
      String stored,
      Classification expected,
      boolean isSent) {
    KeyPlan plan = plan(declared(wanted), entry(sent, stored), shown(live), o -> {});

    assertThat(plan.classification()).isEqualTo(expected);
    assertThat(plan.fieldsToSend()).isEqualTo(isSent ? Set.of(FIELD) : Set.of());
    assertThat(plan.problem().isPresent()).isEqualTo(expected == DRIFT || expected == CONFLICT);
    assertThat(plan.changes()).hasSize(expected == IN_SYNC ? 0 : 1);
  }

  /** Drift and conflicts, by what the caller said about them. */
  @ParameterizedTest
  @MethodSource("drifts")
  void driftIs(OnDrift onDrift, String wanted, boolean isSent, boolean fails, String note) {
    KeyPlan plan = plan(declared(wanted), entry("a", "a"), shown("x"), o -> o.onDrift(onDrift));

    assertThat(plan.classification()).isEqualTo(wanted.equals("a") ? DRIFT : CONFLICT);
    assertThat(plan.fieldsToSend()).isEqualTo(isSent ? Set.of(FIELD) : Set.of());
    assertThat(plan.problem().isPresent()).isEqualTo(fails);
    assertThat(plan.changes().get(0).note()).isEqualTo(note);
  }

  static Stream<Arguments> drifts() {
    return Stream.of(
        Arguments.of(OnDrift.FAIL, "a", false, true, ""),
        Arguments.of(OnDrift.FAIL, "b", false, true, ""),
        Arguments.of(OnDrift.OVERWRITE, "a", true, false, "will be overwritten"),
        Arguments.of(OnDrift.OVERWRITE, "b", true, false, "will be overwritten"),
        Arguments.of(OnDrift.KEEP, "a", false, false, "will be kept"),
        Arguments.of(OnDrift.KEEP, "b", false, false, "will be kept"));
  }

  /** A key: what is stored and live; the class, and whether an apply sends something. */
  static Stream<Arguments> keys() {
    return Stream.of(
        key("nothing is stored", e -> null, new Live.NotRead(), CREATE, true),
        key(
            "prepared",
            e -> e.phase(Phase.PREPARED).assistantId(Optional.empty()),
            new Live.NotRead(),
            CREATE,
            true),
        key(
            "sending",
            e -> e.phase(Phase.SENDING).assistantId(Optional.empty()),
            new Live.NotRead(),
            UNRESOLVED,
            false),
        key(
            "created, nothing sent yet",
            e -> e.phase(Phase.CREATED).baselines(Map.of()),
            shown("x"),
            UPDATE,
            true),
        key(
            "configured, not read back",
            e -> e.phase(Phase.CONFIGURED),
            shown("a"),
            IN_SYNC,
            false),
        key(
            "an update broke off, the old value",
            e -> e.pendingFields(Set.of(FIELD)),
            shown("x"),
            UPDATE,
            true),
        key(
            "an update broke off, the new value",
            e -> e.pendingFields(Set.of(FIELD)),
            shown("a"),
            IN_SYNC,
            false),
        key("complete, not due", e -> e, new Live.NotRead(), IN_SYNC, false),
        key("no GET", e -> e, new Live.Unknown("no GET", Optional.empty()), LIVE_UNKNOWN, false),
        key(
            "no GET, an update broke off",
            e -> e.pendingFields(Set.of(FIELD)),
            new Live.Unknown("no GET", Optional.empty()),
            UPDATE,
            true),
        key("404 although others answer", e -> e, new Live.Missing(), MISSING, false),
        key(
            "a field left the spec",
            e -> e.putBaselines("model", new Baseline("h", Optional.empty(), false)),
            shown("a"),
            UNMANAGED,
            false),
        key("another template", e -> e.templateId("custom"), shown("a"), ERROR, false),
        key("a lower revision", e -> e.revision(8L), shown("a"), ERROR, false),
        key("deleting", e -> e.phase(Phase.DELETING), new Live.NotRead(), DELETED, false),
        key("deleted", e -> e.phase(Phase.DELETED), new Live.NotRead(), DELETED, false),
        key("moved", e -> e.phase(Phase.MOVED), new Live.NotRead(), DELETED, false),
        key("moving", e -> e.phase(Phase.MOVING), new Live.NotRead(), DELETED, false));
  }

  private static Arguments key(
      String name,
      UnaryOperator<Entry.@Nullable Builder> change,
      Live live,
      Classification expected,
      boolean sends) {
    return Arguments.of(name, change, live, expected, sends);
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("keys")
  void aKeyIs(
      String name,
      UnaryOperator<Entry.@Nullable Builder> change,
      Live live,
      Classification expected,
      boolean sends) {
    Entry.Builder changed = change.apply(entry("a", "a").toBuilder());
    Optional<Entry> entry = changed == null ? Optional.empty() : Optional.of(changed.build());
    KeyPlan plan = plan(declared("a"), entry, live, Set.of(), o -> {});

    assertThat(plan.classification()).isEqualTo(expected);
    assertThat(plan.sendsSomething()).isEqualTo(sends);
    assertThat(plan.problem().isPresent()).isEqualTo(expected.isProblem());
  }

  @Test
  void aMissingAssistantIsMadeAnewOnlyIfItsKeyIsNamed() {
    assertThat(
            plan(
                    declared("a"),
                    entry("a", "a"),
                    new Live.Missing(),
                    o -> o.recreateMissing(Set.of("desk")))
                .classification())
        .isEqualTo(RECREATE);
    assertThat(
            plan(
                    declared("a"),
                    entry("a", "a"),
                    new Live.Missing(),
                    o -> o.recreateMissing(Set.of("other")))
                .classification())
        .isEqualTo(MISSING);
  }

  @Test
  void aKeyHasTheWorstOfItsFields() {
    AssistantSpec spec =
        AssistantSpec.builder().name("Desk").voiceId("a").temperature(0.5).maxTokens(5).build();
    Entry entry =
        entry("a", "a").toBuilder()
            .putBaselines("temperature", baseline(HASHER, "temperature", 0.2, 0.2))
            .putBaselines("max_tokens", baseline(HASHER, "max_tokens", 5, 5))
            .build();
    Map<String, @Nullable Object> live = new HashMap<>(Map.of("name", "Desk", FIELD, "a"));
    live.put("temperature", 0.2);
    live.put("max_tokens", 9);

    KeyPlan plan = plan(spec, entry, new Live.Shown(live, Optional.empty()), o -> {});

    assertThat(plan.classification()).isEqualTo(DRIFT);
    assertThat(plan.changes())
        .extracting(FieldChange::field, FieldChange::classification)
        .containsExactlyInAnyOrder(tuple("temperature", UPDATE), tuple("max_tokens", DRIFT));
    assertThat(plan.sendsSomething()).isFalse();
  }

  /**
   * Numbers: those assigned last, those the API lists as the assistant's (absent if it lists none),
   * those wanted; the class, and what is assigned.
   */
  static Stream<Arguments> numbers() {
    return Stream.of(
        numbers("as assigned", "1", null, "1", IN_SYNC, null),
        numbers("one more", "1", null, "1 2", UPDATE, "1 2"),
        numbers("one less, not allowed", "1 2", null, "1", ERROR, null),
        numbers("none ever, none wanted", "", null, "", IN_SYNC, null),
        numbers("listed as assigned", "1", "1", "1", IN_SYNC, null),
        numbers("taken outside, still wanted", "1", "", "1", DRIFT, null),
        numbers("given outside, not wanted", "1", "1 2", "1", DRIFT, null),
        numbers("changed outside and in the spec", "1", "2", "1 2 3", CONFLICT, null),
        numbers("changed outside to what is wanted", "1", "2", "2", IN_SYNC, null));
  }

  private static Arguments numbers(
      String name,
      String assigned,
      @Nullable String listed,
      String wanted,
      Classification expected,
      @Nullable String toAssign) {
    return Arguments.of(name, assigned, listed, wanted, expected, toAssign);
  }

  @ParameterizedTest(name = "{0}: {4}")
  @MethodSource("numbers")
  void theNumbersAre(
      String name,
      String assigned,
      @Nullable String listed,
      String wanted,
      Classification expected,
      @Nullable String toAssign) {
    AssistantSpec spec = declared("a").toBuilder().phoneNumberIds(ids(wanted)).build();
    Entry entry =
        entry("a", "a").toBuilder()
            .phoneNumberIds(ids(assigned))
            .token("t")
            .templateId("inbound-support")
            .build();
    Optional<List<PhoneNumber>> list =
        Optional.ofNullable(listed)
            .map(
                ids ->
                    Stream.of("1", "2", "3")
                        .map(
                            id ->
                                new PhoneNumber(
                                    id,
                                    "+49" + id,
                                    ids(ids).contains(id)
                                        ? Optional.of("asst_1")
                                        : Optional.empty()))
                        .toList());
    Live live = new Live.Shown(values("a"), list);

    KeyPlan plan = plan(spec, entry, live, o -> {});

    assertThat(plan.classification()).isEqualTo(expected);
    assertThat(plan.numbersToAssign())
        .isEqualTo(Optional.ofNullable(toAssign).map(PlannerTest::ids));
    assertThat(plan.changes()).hasSize(expected == IN_SYNC ? 0 : 1);
  }

  @Test
  void numbersOfAnotherKeyOfTheRunAreWithheld() {
    AssistantSpec spec = declared("a").toBuilder().phoneNumberIds("1", "2").build();

    KeyPlan plan = plan(spec, Optional.empty(), new Live.NotRead(), Set.of("2"), o -> {});

    assertThat(plan.numbersToAssign()).contains(List.of("1"));
  }

  @Test
  void aFingerprintChangesWithEverythingThatAnApplyReliesOnAndNothingElse() {
    AssistantSpec spec = declared("a");
    Entry entry = entry("a", "a");
    String digest = plan(spec, entry, shown("a"), o -> {}).fingerprint();

    assertThat(plan(spec, entry, shown("x"), o -> {}).fingerprint()).isNotEqualTo(digest);
    assertThat(plan(spec, entry, shown(NONE), o -> {}).fingerprint()).isNotEqualTo(digest);
    assertThat(plan(declared("b"), entry, shown("a"), o -> {}).fingerprint()).isNotEqualTo(digest);
    assertThat(plan(spec, entry("a", "b"), shown("a"), o -> {}).fingerprint()).isNotEqualTo(digest);
    for (UnaryOperator<Entry.Builder> change :
        List.<UnaryOperator<Entry.Builder>>of(
            e -> e.phase(Phase.CONFIGURED),
            e -> e.assistantId("asst_2"),
            e -> e.phoneNumberIds(List.of("1")),
            e -> e.pendingFields(Set.of(FIELD)),
            e -> e.pendingPhoneNumberIds(List.of("1")),
            e -> e.revision(3L))) {
      Entry changed = change.apply(entry.toBuilder()).build();
      assertThat(plan(spec, changed, shown("a"), o -> {}).fingerprint()).isNotEqualTo(digest);
    }
    Entry beat = entry.toBuilder().version("v2").leaseOwner("x").verifiedAt(Instant.EPOCH).build();
    assertThat(plan(spec, beat, shown("a"), o -> {}).fingerprint()).isEqualTo(digest);
  }

  private static List<String> ids(String words) {
    return words.isEmpty() ? List.of() : List.of(words.split(" "));
  }

  private static AssistantSpec declared(String wanted) {
    return AssistantSpec.builder()
        .name("Desk")
        .templateId(TemplateId.INBOUND_SUPPORT)
        .voiceId(wanted)
        .revision(7)
        .build();
  }

  private static Entry entry(String sent, String stored) {
    Entry.Builder entry =
        Entry.builder()
            .key("desk")
            .version("v1")
            .phase(Phase.COMPLETE)
            .assistantId("asst_1")
            .createdAt(Instant.EPOCH)
            .updatedAt(Instant.EPOCH)
            .putBaselines("name", baseline(HASHER, "name", "Desk", "Desk"));
    if (!sent.equals(NONE)) {
      boolean differently = stored.endsWith("!");
      String kept = differently ? stored.substring(0, stored.length() - 1) : stored;
      entry.putBaselines(
          FIELD,
          new Baseline(
              HASHER.exact(FIELD, sent),
              kept.equals(NONE) ? Optional.empty() : Optional.of(HASHER.exact(FIELD, kept)),
              differently));
    }
    return entry.build();
  }

  private static Baseline baseline(Hasher hasher, String field, Object sent, Object stored) {
    return new Baseline(hasher.exact(field, sent), Optional.of(hasher.exact(field, stored)), false);
  }

  private static Map<String, @Nullable Object> values(String live) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("name", "Desk");
    if (!live.equals(NONE)) {
      values.put(FIELD, live);
    }
    return Collections.unmodifiableMap(values);
  }

  private static Live shown(String live) {
    return new Live.Shown(values(live), Optional.empty());
  }

  private static KeyPlan plan(
      AssistantSpec spec, Entry entry, Live live, Consumer<ApplyOptions> change) {
    return plan(spec, Optional.of(entry), live, Set.of(), change);
  }

  private static KeyPlan plan(
      AssistantSpec spec,
      Optional<Entry> entry,
      Live live,
      Set<String> withheld,
      Consumer<ApplyOptions> change) {
    ApplyOptions options = new ApplyOptions();
    change.accept(options);
    return new Planner(HASHER, options)
        .plan(new Situation("desk", spec, entry, live, withheld, Set.of(), false, true));
  }
}
