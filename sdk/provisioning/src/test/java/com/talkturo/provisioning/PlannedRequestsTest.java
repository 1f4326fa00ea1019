package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A plan says how many requests its apply takes. */
class PlannedRequestsTest {
  private final Fixture fixture = new Fixture();
  private final Provisioner provisioner =
      fixture
          .provisioner()
          .withOptions(o -> o.allowUnassign(true).parallelism(1).recreateMissing(Set.of("gone")));

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

  private static Arguments run(
      String name,
      Map<String, AssistantSpec.Builder> before,
      Consumer<PlannedRequestsTest> meanwhile,
      Map<String, AssistantSpec.Builder> wanted) {
    return Arguments.of(name, before, meanwhile, wanted);
  }

  static Stream<Arguments> runs() {
    AssistantSpec.Builder plain = desk();
    return Stream.of(
        run(
            "a new key takes a number",
            Map.of("b", numbers("pn_a1")),
            t -> {},
            Map.of("a", numbers("pn_a1"), "b", numbers())),
        run(
            "a new key takes one of two numbers",
            Map.of("b", numbers("pn_a1")),
            t -> {},
            Map.of("a", numbers("pn_a1", "pn_b2"), "b", numbers())),
        run(
            "a key takes a number",
            Map.of("a", numbers(), "b", numbers("pn_a1")),
            t -> {},
            Map.of("a", numbers("pn_a1"), "b", numbers())),
        run(
            "a key takes a number beside its own",
            Map.of("a", numbers("pn_b2"), "b", numbers("pn_a1")),
            t -> {},
            Map.of("a", numbers("pn_a1", "pn_b2"), "b", numbers())),
        run(
            "a key takes a number, a free one, and changes",
            Map.of("a", numbers("pn_b2"), "b", numbers("pn_a1")),
            t -> {},
            Map.of("a", numbers("pn_a1", "pn_b2", "pn_c3").temperature(0.9), "b", numbers())),
        run(
            "two keys swap",
            Map.of("a", numbers("pn_a1"), "b", numbers("pn_b2")),
            t -> {},
            Map.of("a", numbers("pn_b2"), "b", numbers("pn_a1"))),
        run(
            "three keys in a ring",
            Map.of("a", numbers("pn_a1"), "b", numbers("pn_b2"), "c", numbers("pn_c3")),
            t -> {},
            Map.of("a", numbers("pn_b2"), "b", numbers("pn_c3"), "c", numbers("pn_a1"))),
        run(
            "a number passes in E.164 form",
            Map.of("a", e164(), "b", e164("+493090000001")),
            t -> {},
            Map.of("a", e164("+493090000001"), "b", e164())),
        run(
            "a new key takes a number in E.164 form",
            Map.of("b", e164("+493090000001")),
            t -> {},
            Map.of("a", e164("+493090000002"), "b", e164("+493090000001"))),
        run(
            "the numbers of an adopted key",
            Map.of("b", plain),
            t -> t.fixture.server.phoneNumbers().assign(t.id("b"), "pn_a1"),
            Map.of("a", numbers("pn_a1"), "b", numbers())),
        run(
            "no list of numbers",
            Map.of("a", numbers("pn_a1")),
            t -> t.fixture.server.behaviour().withoutPhoneNumberList(404),
            Map.of("a", numbers("pn_a1", "pn_b2"))),
        run(
            "nothing to do",
            Map.of("a", numbers("pn_a1"), "b", plain),
            t -> {},
            Map.of("a", numbers("pn_a1"), "b", plain)),
        run(
            "drift",
            Map.of("a", plain),
            t -> t.fixture.change(t.id("a"), "voice_id", "x"),
            Map.of("a", plain)),
        run(
            "one is gone",
            Map.of("gone", plain, "b", plain),
            t -> t.gone(),
            Map.of("gone", plain, "b", plain)));
  }

  private void gone() {
    fixture.talkturo.assistants().delete(id("gone"));
    fixture.time.pass(Duration.ofMinutes(6));
  }

  private static AssistantSpec.Builder numbers(String... ids) {
    return desk().phoneNumberIds(ids);
  }

  private static AssistantSpec.Builder e164(String... numbers) {
    return desk().phoneNumbers(numbers);
  }

  private static Map<String, AssistantSpec> built(Map<String, AssistantSpec.Builder> specs) {
    return specs.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, spec -> spec.getValue().name(spec.getKey()).build()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("runs")
  void areThoseThatAreMade(
      String name,
      Map<String, AssistantSpec.Builder> before,
      Consumer<PlannedRequestsTest> meanwhile,
      Map<String, AssistantSpec.Builder> wanted) {
    fixture.server.behaviour().refusingHeldNumbers();
    assertThat(provisioner.apply(built(before)).failures()).isEmpty();
    meanwhile.accept(this);
    Plan plan = provisioner.plan(built(wanted));
    fixture.server.clearRequests();

    Report report = provisioner.apply(plan);

    assertThat(plan.requests()).as(plan.toString()).isEqualTo(fixture.server.requestCount());
    assertThat(report.requests()).isEqualTo(plan.requests());
    assertThat(report.failures()).hasSize(name.equals("drift") ? 1 : 0);
  }

  @Test
  void aKeyThatOnlyWaitsSendsSomething() {
    provisioner.apply(built(Map.of("a", numbers(), "b", numbers("pn_a1"))));

    Plan plan = provisioner.plan(built(Map.of("a", numbers("pn_a1"), "b", numbers())));

    assertThat(plan.item("a").orElseThrow().sendsSomething()).isTrue();
    assertThat(plan.item("a").orElseThrow().requests()).isEqualTo(2 + 2 + 2);
  }
}
