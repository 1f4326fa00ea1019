package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.talkturo.provisioning.Gateway.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be sent once somebody has looked at a plan, without a server. */
class ApprovalTest {
  private static final AssistantSpec SPEC = AssistantSpec.builder().name("Desk").build();

  private static KeyPlan plan(UnaryOperator<ImmutableKeyPlan.Builder> change) {
    return change
        .apply(
            KeyPlan.builder()
                .key("desk")
                .spec(SPEC)
                .classification(Classification.UPDATE)
                .fingerprint("1")
                .specDigest("s"))
        .build();
  }

  private static Arguments is(
      String name,
      boolean hasBegun,
      boolean isAllowed,
      UnaryOperator<ImmutableKeyPlan.Builder> now) {
    return Arguments.of(name, hasBegun, isAllowed, now);
  }

  static Stream<Arguments> plans() {
    return Stream.of(
        is("the same", false, true, p -> p.addFieldsToSend("name")),
        is("another one", false, false, p -> p.fingerprint("2")),
        is("another one with nothing to send", false, false, p -> p.fingerprint("2")),
        is("changed by the run, nothing left", true, true, p -> p.fingerprint("2")),
        is(
            "changed by the run, its numbers left",
            true,
            true,
            p -> p.fingerprint("2").numbersToAssign(List.of("1", "2")).addNumbersGiven("2")),
        is(
            "a number that the run frees for it",
            true,
            true,
            p -> p.fingerprint("2").numbersToAssign(List.of("3")).addNumbersGiven("3")),
        is(
            "a number that nobody approved",
            true,
            false,
            p -> p.fingerprint("2").numbersToAssign(List.of("4")).addNumbersGiven("4")),
        is(
            "a number that was approved to be taken",
            true,
            true,
            p -> p.numbersToAssign(List.of()).addNumbersTaken("9")),
        is(
            "a number that is taken, and nobody approved",
            true,
            false,
            p -> p.numbersToAssign(List.of()).addNumbersTaken("8")),
        is("a field", true, false, p -> p.addFieldsToSend("name")),
        is("a second create", true, false, p -> p.classification(Classification.CREATE)),
        is("a create anew", true, false, p -> p.classification(Classification.RECREATE)));
  }

  @ParameterizedTest(name = "{0}, begun {1}: allowed {2}")
  @MethodSource("plans")
  void isAskedForEachKey(
      String name,
      boolean hasBegun,
      boolean isAllowed,
      UnaryOperator<ImmutableKeyPlan.Builder> now) {
    KeyPlan approved =
        plan(
            p ->
                p.addFieldsToSend("name")
                    .addNumbersGiven("1", "2")
                    .addOpenNumbers("+493")
                    .addNumbersTaken("9"));
    Live live =
        new Live.Shown(
            Map.of(),
            Optional.of(
                List.of(
                    new PhoneNumber("3", "+49 3", Optional.empty()),
                    new PhoneNumber("4", "+49 4", Optional.empty()))));

    Throwable refusal = catchThrowable(() -> Approval.require(approved, hasBegun, plan(now), live));

    if (isAllowed) {
      assertThat(refusal).isNull();
    } else {
      assertThat(refusal)
          .isInstanceOf(StalePlanException.class)
          .hasMessageContaining(hasBegun ? "while it was worked on" : "has changed; nothing was");
    }
  }
}
