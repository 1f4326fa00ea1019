package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.provisioning.Entry.Baseline;
import com.talkturo.provisioning.Gateway.PhoneNumber;
import com.talkturo.provisioning.Planner.Situation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** When there is nothing to send, and whether there is something to store, without a server. */
class StoresOnlyTest {
  private static final Hasher HASHER = new Hasher("salt");
  private static final AssistantSpec PLAIN = AssistantSpec.builder().voiceId("a").build();

  private static Entry.Builder entry(AssistantSpec spec) {
    return Entry.builder()
        .key("desk")
        .version("v")
        .phase(Phase.COMPLETE)
        .assistantId("asst_1")
        .createdAt(Instant.EPOCH)
        .updatedAt(Instant.EPOCH)
        .specDigest(new Planner(HASHER, new ApplyOptions()).specDigest(spec))
        .putBaselines("voice_id", baseline("a", "a", false));
  }

  private static Baseline baseline(String sent, String stored, boolean differently) {
    return new Baseline(
        HASHER.exact("voice_id", sent), Optional.of(HASHER.exact("voice_id", stored)), differently);
  }

  private static Live shown(String voice) {
    return new Live.Shown(Map.of("voice_id", voice), Optional.empty());
  }

  private static Live listed(String... ids) {
    return new Live.Shown(
        Map.of("voice_id", "a"),
        Optional.of(
            Stream.of(ids)
                .map(id -> new PhoneNumber(id, "+49" + id, Optional.of("asst_1")))
                .toList()));
  }

  private static KeyPlan plan(
      AssistantSpec spec, UnaryOperator<Entry.Builder> change, Live live, OnDrift onDrift) {
    Entry entry = change.apply(entry(spec)).build();
    return new Planner(HASHER, new ApplyOptions().onDrift(onDrift))
        .plan(
            new Situation("desk", spec, Optional.of(entry), live, Set.of(), Set.of(), false, true));
  }

  private static Arguments is(
      String name,
      boolean storesOnly,
      AssistantSpec spec,
      UnaryOperator<Entry.Builder> change,
      Live live) {
    return Arguments.of(name, storesOnly, spec, change, live);
  }

  static Stream<Arguments> ways() {
    AssistantSpec revised = PLAIN.toBuilder().revision(3).build();
    AssistantSpec numbered = PLAIN.toBuilder().phoneNumberIds("1").build();
    AssistantSpec named = PLAIN.toBuilder().phoneNumbers("+4930123456").build();
    UnaryOperator<Entry.Builder> otherDigest = e -> e.specDigest("other");
    return Stream.of(
        is("all is recorded", false, PLAIN, e -> e, shown("a")),
        is("not looked at", false, PLAIN, e -> e, new Live.NotRead()),
        is("not complete", true, PLAIN, e -> e.phase(Phase.CONFIGURED), shown("a")),
        is(
            "an update that broke off",
            true,
            PLAIN,
            e -> e.addPendingFields("voice_id"),
            shown("a")),
        is("never recorded", true, PLAIN, e -> e.baselines(Map.of()), shown("a")),
        is(
            "another one recorded",
            true,
            PLAIN,
            e -> e.putBaselines("voice_id", baseline("b", "c", false)),
            shown("a")),
        is(
            "no longer declared",
            true,
            PLAIN,
            e -> e.putBaselines("model", baseline("m", "m", false)),
            shown("a")),
        is("another spec", true, PLAIN, otherDigest, shown("a")),
        is(
            "another spec, nobody knows",
            true,
            PLAIN,
            otherDigest,
            new Live.Unknown("", Optional.empty())),
        is(
            "another spec, stored differently",
            false,
            PLAIN,
            e -> e.specDigest("other").putBaselines("voice_id", baseline("a", "x", true)),
            shown("x")),
        is("the same revision", false, revised, e -> e.revision(3L), shown("a")),
        is("a first revision", true, revised, e -> e, shown("a")),
        is("a higher revision", true, revised, e -> e.revision(2L), shown("a")),
        is("drift", false, PLAIN, e -> e.phase(Phase.CONFIGURED), shown("x")),
        is("something to send", false, PLAIN, e -> e.baselines(Map.of()), shown("x")),
        is(
            "the numbers recorded",
            false,
            numbered,
            e -> e.phoneNumberIds(List.of("1")),
            listed("1")),
        is(
            "other numbers recorded",
            true,
            numbered,
            e -> e.phoneNumberIds(List.of("2")),
            listed("1")),
        is("no numbers recorded", true, numbered, e -> e, listed("1")),
        is(
            "numbers that can be seen now",
            true,
            numbered,
            e -> e.phoneNumberIds(List.of("1")).phoneNumbersUnverified(true),
            listed("1")),
        is(
            "numbers that cannot be seen yet",
            false,
            numbered,
            e -> e.phoneNumberIds(List.of("1")).phoneNumbersUnverified(true),
            shown("a")),
        is(
            "numbers no longer declared",
            true,
            PLAIN,
            e -> e.phoneNumberIds(List.of("1")),
            shown("a")),
        is(
            "numbers that cannot be resolved",
            false,
            named,
            e -> e.phase(Phase.CONFIGURED),
            shown("a")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("ways")
  void isTrueWhereTheEntryDoesNotSayYetWhatIsSeen(
      String name,
      boolean storesOnly,
      AssistantSpec spec,
      UnaryOperator<Entry.Builder> change,
      Live live) {
    assertThat(plan(spec, change, live, OnDrift.FAIL).storesOnly()).isEqualTo(storesOnly);
  }

  @Test
  void driftThatIsKeptIsStoredBesideWhatIsNew() {
    KeyPlan kept = plan(PLAIN, e -> e.phase(Phase.CONFIGURED), shown("x"), OnDrift.KEEP);

    assertThat(kept.storesOnly()).isTrue();
    assertThat(kept.problem()).isEmpty();
    assertThat(plan(PLAIN, e -> e, shown("x"), OnDrift.KEEP).storesOnly()).isFalse();
  }

  @Test
  void hiddenNumbersAreCountedAndNotShown() {
    AssistantSpec hidden = PLAIN.toBuilder().phoneNumberIds("1", "2").hide("numbers").build();

    KeyPlan plan = plan(hidden, e -> e.phoneNumberIds(List.of("1")), listed("1"), OnDrift.FAIL);

    assertThat(plan.changes())
        .extracting(FieldChange::after)
        .containsExactly(Optional.of("+ (hidden)"));
  }
}
