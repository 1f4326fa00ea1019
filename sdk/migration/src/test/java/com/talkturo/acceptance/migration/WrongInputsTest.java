package com.talkturo.acceptance.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.migration.MigrationOptions;
import com.talkturo.migration.flireo.FlireoAssistantSettings;
import com.talkturo.migration.flireo.LlmConfig;
import com.talkturo.migration.flireo.SttConfig;
import com.talkturo.migration.flireo.TtsConfig;
import com.talkturo.migration.telnyx.TelnyxAssistantSettings;
import com.talkturo.migration.telnyx.TelnyxTool;
import com.talkturo.sdk.assistants.LlmProvider;
import com.talkturo.sdk.assistants.TranscriptorProvider;
import com.talkturo.sdk.assistants.VoiceProvider;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a builder refuses, it refuses at once, by field, value and what is allowed. */
class WrongInputsTest {
  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message)
        .hasMessageContaining("allowed is");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void numbersAreFinite(double value) {
    Map<String, DoubleFunction<Object>> setters = new LinkedHashMap<>();
    setters.put("max_duration_seconds", FlireoAssistantSettings.builder()::maxDurationSeconds);
    setters.put(
        "silence_timeout_seconds", FlireoAssistantSettings.builder()::silenceTimeoutSeconds);
    setters.put("temperature", LlmConfig.builder()::temperature);
    setters.put("endpointing", SttConfig.builder()::endpointing);
    setters.put("stability", TtsConfig.builder()::stability);
    setters.put("similarity_boost", TtsConfig.builder()::similarityBoost);
    setters.put("speed", TtsConfig.builder()::speed);
    setters.put("style", TtsConfig.builder()::style);

    setters.forEach((field, set) -> assertRefused(() -> set.apply(value), field + " is " + value));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.001, 1.001})
  void sharesAreFrom0To1(double value) {
    assertRefused(() -> TtsConfig.builder().stability(value), "stability is " + value);
    assertRefused(() -> TtsConfig.builder().similarityBoost(value), "similarity_boost is " + value);
    assertRefused(() -> TtsConfig.builder().style(value), "style is " + value);
    assertRefused(() -> LlmConfig.builder().temperature(value * 2), "temperature is " + value * 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\ud800"})
  void choicesAreTexts(String text) {
    MigrationOptions.Builder options = MigrationOptions.builder();
    assertRefused(() -> options.firstMessage(text), "firstMessage ");
    assertRefused(() -> options.llm(LlmProvider.OPENAI, text), "model ");
    assertRefused(() -> options.voice(VoiceProvider.ELEVENLABS, text, "v"), "voiceModel ");
    assertRefused(() -> options.voice(VoiceProvider.ELEVENLABS, "m", text), "voiceId ");
    assertRefused(() -> options.transcriptor(TranscriptorProvider.DEEPGRAM, text), "model ");
    assertRefused(() -> options.variable(text, "contact.email"), "sourceName ");
    assertRefused(() -> options.variable("mail", text), "talkturoName ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{mail}}", "mail}", " mail", "mail ", "mail\u00a0"})
  void namesOfVariablesHaveNoBraces(String name) {
    assertRefused(
        () -> MigrationOptions.builder().variable(name, "contact.email"),
        "sourceName is \"" + name + "\"");
    assertRefused(
        () -> MigrationOptions.builder().variable("mail", name),
        "talkturoName is \"" + name + "\"");
  }

  @Test
  void whatIsMissingIsNamed() {
    MigrationOptions.Builder options = MigrationOptions.builder();
    Map<String, ThrowingCallable> calls =
        Map.of(
            "key", () -> options.key(null),
            "firstMessage", () -> options.firstMessage(null),
            "provider", () -> options.llm(null, "m"),
            "voiceId", () -> options.voice(VoiceProvider.ELEVENLABS, "m", null),
            "systemMessages", () -> options.systemMessages(null),
            "sourceName", () -> options.variable(null, "x"),
            "name", () -> TelnyxAssistantSettings.builder().name(null),
            "dynamic_variables", () -> TelnyxAssistantSettings.builder().dynamicVariables(null),
            "webhook_events", () -> FlireoAssistantSettings.builder().webhookEvents(null),
            "keyterms[1]", () -> SttConfig.builder().keyterms(Arrays.asList("a", null)));
    Map<String, ThrowingCallable> more =
        Map.of(
            "stability", () -> TtsConfig.builder().stability((BigDecimal) null),
            "custom_vocabulary", () -> SttConfig.builder().customVocabulary(null));
    Stream.of(calls, more)
        .map(Map::entrySet)
        .flatMap(Set::stream)
        .forEach(
            call ->
                assertThatThrownBy(call.getValue())
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage(call.getKey()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Desk", "-a", "a b", "a/b", "../a", "\u00e4"})
  void keysAreNamesOfFiles(String key) {
    assertRefused(() -> MigrationOptions.builder().key(key), "key is \"" + key + "\"");
  }

  @Test
  void aToolOfATypeThatIsModelledHasItsOwnMethod() {
    assertThatThrownBy(() -> TelnyxTool.of("hangup", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("hangup, which has a method of its own");
    assertThat(TelnyxTool.of("pay", null).additionalProperties()).containsEntry("pay", null);
  }
}
