package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.provisioning.Entry.Baseline;
import com.talkturo.provisioning.Gateway.PhoneNumber;
import com.talkturo.provisioning.Planner.Situation;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether somebody looked makes no difference to a plan, what was seen does. */
class FingerprintTest {
  private static final Hasher HASHER = new Hasher("salt");
  private static final AssistantSpec SPEC =
      AssistantSpec.builder().voiceId("a ").temperature(0.2).phoneNumberIds("1", "2").build();

  private static Entry entry() {
    return Entry.builder()
        .key("desk")
        .version("v")
        .phase(Phase.COMPLETE)
        .assistantId("asst_1")
        .phoneNumberIds(List.of("2", "1"))
        .createdAt(Instant.EPOCH)
        .updatedAt(Instant.EPOCH)
        .putBaselines("voice_id", baseline("voice_id", "a ", "b"))
        .putBaselines(
            "temperature", new Baseline(HASHER.exact("temperature", 0.2), Optional.empty(), false))
        .build();
  }

  private static Baseline baseline(String field, Object sent, Object stored) {
    return new Baseline(HASHER.exact(field, sent), Optional.of(HASHER.exact(field, stored)), true);
  }

  private static String of(Live live, Set<String> passedOn) {
    return Fingerprint.of(
        HASHER,
        new Situation("desk", SPEC, Optional.of(entry()), live, Set.of(), passedOn, false, true),
        "digest");
  }

  private static Live shown(@Nullable Object voice, @Nullable Object temperature, String... ids) {
    Map<String, @Nullable Object> values = new HashMap<>();
    if (voice != null) {
      values.put("voice_id", voice);
    }
    if (temperature != null) {
      values.put("temperature", temperature);
    }
    return new Live.Shown(
        values,
        Optional.of(
            Stream.of("1", "2", "3")
                .map(
                    id ->
                        new PhoneNumber(
                            id,
                            "+49" + id,
                            Arrays.asList(ids).contains(id)
                                ? Optional.of("asst_1")
                                : Optional.empty()))
                .toList()));
  }

  static Stream<Arguments> sights() {
    return Stream.of(
        Arguments.of("as it was left", shown("b", null, "1", "2"), true),
        Arguments.of("as it was sent, in the API's way", shown("a", null, "1", "2"), true),
        Arguments.of("not to be shown yet", new Live.Unknown("young", Optional.empty()), true),
        Arguments.of("another value", shown("x", null, "1", "2"), false),
        Arguments.of("no value", shown(null, null, "1", "2"), false),
        Arguments.of("a value that was never shown", shown("b", 0.9, "1", "2"), false),
        Arguments.of("one number less", shown("b", null, "1"), false),
        Arguments.of("one number more", shown("b", null, "1", "2", "3"), false),
        Arguments.of("gone", new Live.Missing(), false));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("sights")
  void isThatOfNoLook(String name, Live seen, boolean isTheSame) {
    String unseen = of(new Live.NotRead(), Set.of());

    assertThat(of(seen, Set.of()).equals(unseen)).as(name).isEqualTo(isTheSame);
  }

  @Test
  void aNumberThatTheRunItselfPassedOnStillCounts() {
    assertThat(of(shown("b", null, "1"), Set.of("2"))).isEqualTo(of(new Live.NotRead(), Set.of()));
    assertThat(of(shown("b", null, "1"), Set.of("3")))
        .isNotEqualTo(of(new Live.NotRead(), Set.of()));
  }

  @Test
  void anotherValueIsNotThatOfAnotherOne() {
    assertThat(of(shown("x", null, "1", "2"), Set.of()))
        .isNotEqualTo(of(shown("y", null, "1", "2"), Set.of()))
        .isEqualTo(of(shown(" x\r\n", null, "1", "2"), Set.of()));
  }
}
