package com.talkturo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.sdk.assistants.AssignPhoneNumbersRequest;
import com.talkturo.sdk.assistants.AssignPhoneNumbersResponse;
import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.assistants.CreateAssistantRequest;
import com.talkturo.sdk.assistants.GetAssistantRequest;
import com.talkturo.sdk.assistants.LlmProvider;
import com.talkturo.sdk.assistants.TemplateId;
import com.talkturo.sdk.assistants.TranscriptorProvider;
import com.talkturo.sdk.assistants.UpdateAssistantRequest;
import com.talkturo.sdk.assistants.UpdateAssistantRequest.Field;
import com.talkturo.sdk.assistants.VoiceProvider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests and answers are values. */
class ModelTest {
  private static Assistant assistant() {
    return Assistant.builder()
        .id("asst_1")
        .name("x")
        .temperature(0.5)
        .type(TemplateId.CUSTOM)
        .createdAt(Instant.EPOCH)
        .putAdditionalProperties("webhook_secret", "hush")
        .putAdditionalProperties("none", null)
        .build();
  }

  private static UpdateAssistantRequest update() {
    return UpdateAssistantRequest.builder()
        .assistantId("asst_1")
        .accountSlug("n")
        .temperature(0.5)
        .provider(LlmProvider.GOOGLE)
        .clear(Field.NAME, Field.VOICE_ID)
        .putAdditionalProperties("webhook", Map.of("secret", List.of("hush")))
        .putAdditionalProperties("none", null)
        .build();
  }

  private static CreateAssistantRequest create() {
    return CreateAssistantRequest.builder()
        .name("x")
        .templateId(TemplateId.of("tmpl_1"))
        .putAdditionalProperties("secret", "hush")
        .build();
  }

  private static AssignPhoneNumbersRequest assign() {
    return AssignPhoneNumbersRequest.builder()
        .assistantId("a")
        .phoneNumberIds(List.of("pn_1"))
        .build();
  }

  private static AssignPhoneNumbersResponse assigned() {
    return AssignPhoneNumbersResponse.builder()
        .message("m")
        .putAdditionalProperties("secret", "hush")
        .build();
  }

  static Stream<Arguments> models() {
    return Stream.of(
        Arguments.of(assistant(), assistant(), on(Assistant.class, m -> m.toBuilder().build())),
        Arguments.of(
            update(), update(), on(UpdateAssistantRequest.class, m -> m.toBuilder().build())),
        Arguments.of(
            create(), create(), on(CreateAssistantRequest.class, m -> m.toBuilder().build())),
        Arguments.of(
            assign(), assign(), on(AssignPhoneNumbersRequest.class, m -> m.toBuilder().build())),
        Arguments.of(
            assigned(),
            assigned(),
            on(AssignPhoneNumbersResponse.class, m -> m.toBuilder().build())),
        Arguments.of(
            GetAssistantRequest.builder().assistantId("a").build(),
            GetAssistantRequest.builder().assistantId("a").build(),
            on(GetAssistantRequest.class, m -> m.toBuilder().build())));
  }

  private static <T> UnaryOperator<Object> on(Class<T> type, UnaryOperator<T> copy) {
    return model -> copy.apply(type.cast(model));
  }

  @ParameterizedTest
  @MethodSource("models")
  void modelsWithEqualFieldsAreEqual(Object one, Object other, UnaryOperator<Object> copy) {
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo("x").isNotEqualTo(null);
    assertThat(one.toString()).isEqualTo(other.toString());
  }

  @ParameterizedTest
  @MethodSource("models")
  void toBuilderGivesAnEqualModel(Object one, Object other, UnaryOperator<Object> copy) {
    assertThat(copy.apply(one)).isEqualTo(one).isNotSameAs(one);
  }

  @ParameterizedTest
  @MethodSource("models")
  void toStringHidesAdditionalProperties(Object one, Object other, UnaryOperator<Object> copy) {
    assertThat(one.toString())
        .doesNotContain("hush")
        .contains(one.getClass().getSimpleName().replace("Immutable", ""));
  }

  @Test
  void modelsWithDifferentFieldsDiffer() {
    assertThat(assistant()).isNotEqualTo(assistant().toBuilder().temperature(0.6).build());
    assertThat(update()).isNotEqualTo(update().toBuilder().clear(Field.MODEL).build());
    assertThat(create()).isNotEqualTo(create().toBuilder().name("y").build());
    assertThat(assign())
        .isNotEqualTo(assign().toBuilder().phoneNumberIds(List.of("pn_1", "pn_2")).build());
  }

  @Test
  void aModelDoesNotChangeWithTheBuilderItCameFrom() {
    Assistant.Builder builder = Assistant.builder().id("a").putAdditionalProperties("x", 1);
    Assistant first = builder.build();
    builder.id("b").putAdditionalProperties("x", 2).putAdditionalProperties("y", 3);
    assertThat(first)
        .isEqualTo(Assistant.builder().id("a").putAdditionalProperties("x", 1).build());
  }

  @Test
  void collectionsOfModelsCannotBeChanged() {
    Map<String, Object> properties = update().additionalProperties();
    assertThatThrownBy(() -> properties.put("x", 1))
        .isInstanceOf(UnsupportedOperationException.class);
    @SuppressWarnings("unchecked")
    Map<String, Object> nested = (Map<String, Object>) properties.get("webhook");
    assertThatThrownBy(() -> nested.put("x", 1)).isInstanceOf(UnsupportedOperationException.class);
    @SuppressWarnings("unchecked")
    List<Object> list = (List<Object>) nested.get("secret");
    assertThatThrownBy(() -> list.add("x")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> assign().phoneNumberIds().add("x"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> update().clearedFields().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> assistant().additionalProperties().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aMapChangedAfterwardsDoesNotChangeARequest() {
    List<Object> list = new ArrayList<>(List.of("a"));
    Map<String, Object> map = new HashMap<>(Map.of("list", list));
    CreateAssistantRequest request =
        CreateAssistantRequest.builder().name("x").putAdditionalProperties("map", map).build();
    list.add("b");
    map.put("c", "d");
    assertThat(request.additionalProperties())
        .isEqualTo(Map.of("map", Map.of("list", List.of("a"))));
  }

  @Test
  void copiedTreesEqualPlainOnes() {
    Object tree = update().additionalProperties().get("webhook");
    assertThat(tree).isEqualTo(Map.of("secret", List.of("hush")));
    assertThat(Map.of("secret", List.of("hush"))).isEqualTo(tree);
    assertThat(tree).hasSameHashCodeAs(Map.of("secret", List.of("hush")));
  }

  @Test
  void openValuesAreEqualByTypeAndName() {
    assertThat(TemplateId.of("custom"))
        .isEqualTo(TemplateId.CUSTOM)
        .hasSameHashCodeAs(TemplateId.CUSTOM);
    assertThat(TemplateId.of("Custom")).isNotEqualTo(TemplateId.CUSTOM);
    assertThat((Object) VoiceProvider.of("deepgram")).isNotEqualTo(TranscriptorProvider.DEEPGRAM);
    assertThat(LlmProvider.of("cerebras")).hasToString("cerebras");
  }

  @Test
  void theConstantsSpellTheDocumentedValues() {
    assertThat(
            Stream.of(
                TemplateId.OUTBOUND_SETTER,
                TemplateId.INBOUND_SUPPORT,
                TemplateId.FOLLOW_UP,
                TemplateId.CUSTOM))
        .extracting(TemplateId::value)
        .containsExactly("outbound-setter", "inbound-support", "follow-up", "custom");
    assertThat(
            Stream.of(
                LlmProvider.OPENAI,
                LlmProvider.ANTHROPIC,
                LlmProvider.GOOGLE,
                LlmProvider.DEEPSEEK,
                LlmProvider.QWEN))
        .extracting(LlmProvider::value)
        .containsExactly("openai", "anthropic", "google", "deepseek", "qwen");
    assertThat(Stream.of(VoiceProvider.CARTESIA, VoiceProvider.ELEVENLABS))
        .extracting(VoiceProvider::value)
        .containsExactly("cartesia", "elevenlabs");
    assertThat(Stream.of(TranscriptorProvider.DEEPGRAM, TranscriptorProvider.ASSEMBLYAI))
        .extracting(TranscriptorProvider::value)
        .containsExactly("deepgram", "assemblyai");
  }
}
