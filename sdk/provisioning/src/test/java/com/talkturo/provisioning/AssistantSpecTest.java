package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.sdk.assistants.TemplateId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a spec refuses when it is built, so that no request carries it. */
class AssistantSpecTest {
  private static final String HALF = "a\uD800b";

  private static AssistantSpec.Builder spec() {
    return AssistantSpec.builder();
  }

  private static Stream<Arguments> refused() {
    String half = " holds half of a surrogate pair; allowed is any Unicode text";
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
            "phoneNumbers holds \"030 123\"; allowed is E.164 such as +4930123456"),
        Arguments.of(spec().name(HALF), "name" + half),
        Arguments.of(spec().systemPrompt(HALF), "system_prompt" + half),
        Arguments.of(spec().extra("mode", Map.of("list", List.of(HALF))), "mode" + half),
        Arguments.of(spec().extra("mode", Map.of(HALF, 1)), "mode" + half),
        Arguments.of(spec().extra(HALF, 1), HALF + half),
        Arguments.of(spec().templateId(TemplateId.of(HALF)), "templateId" + half),
        Arguments.of(spec().phoneNumberIds(HALF), "phoneNumberIds" + half));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatNoRequestCanCarryIsRefused(AssistantSpec.Builder spec, String message) {
    assertThatThrownBy(spec::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void wholePairsAreText() {
    String pair = "\uD83D\uDE00";

    assertThat(spec().name(pair).extra(pair, Map.of(pair, pair)).build().name()).contains(pair);
  }
}
