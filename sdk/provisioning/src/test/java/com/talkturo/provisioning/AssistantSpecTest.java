package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a spec refuses when it is built, so that no request carries it. */
class AssistantSpecTest {
  private static AssistantSpec.Builder spec() {
    return AssistantSpec.builder();
  }

  private static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(spec().name(" "), "name is blank; allowed is any other text"),
        Arguments.of(
            spec().extra("templateId", "x"),
            "templateId can neither be extra nor be cleared; it is declared by itself"),
        Arguments.of(
            spec().phoneNumberIds("pn_a1", " "),
            "phoneNumberIds holds a blank id; allowed is any text that is not blank"),
        Arguments.of(
            spec().phoneNumbers("030 123"),
            "phoneNumbers holds \"030 123\"; allowed is E.164 such as +4930123456"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatNoRequestCanCarryIsRefused(AssistantSpec.Builder spec, String message) {
    assertThatThrownBy(spec::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
