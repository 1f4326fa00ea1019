package com.talkturo.acceptance.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.migration.flireo.FlireoAssistant;
import com.talkturo.migration.flireo.TtsConfig;
import com.talkturo.migration.telnyx.TelnyxAssistant;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelsTest {
  @Test
  void whatASetterRefusesIsOddInAnAnswer() {
    Map<String, Object> odd =
        Json.tree(
            """
            {"id": "a", "name": " ", "llm_config": {"temperature": 2.5},
             "tts_config": {"stability": -0.1, "similarity_boost": 1, "style": 1.5, "speed": 7}}
            """);
    FlireoAssistant read = FlireoAssistant.ofTree(odd);

    assertThat(read.name()).isEmpty();
    assertThat(read.additionalProperties()).containsOnlyKeys("name");
    assertThat(read.llmConfig().orElseThrow().additionalProperties())
        .containsOnlyKeys("temperature");
    TtsConfig voice = read.ttsConfig().orElseThrow();
    assertThat(voice.additionalProperties()).containsOnlyKeys("stability", "style");
    assertThat(voice.similarityBoost()).contains(BigDecimal.ONE);
    assertThat(Json.exact(read.toTree())).isEqualTo(Json.exact(odd));
    assertThat(TelnyxAssistant.ofTree(Map.of("id", "a", "name", "")).name()).isEmpty();
  }

  @Test
  void theIdIsWrittenFirst() {
    TelnyxAssistant assistant =
        TelnyxAssistant.builder().settings(s -> s.name("Desk").model("m")).id("a").build();

    assertThat(assistant.toTree().keySet()).containsExactly("id", "name", "model");
    assertThat(assistant.toSettings().name()).contains("Desk");
  }

  @Test
  void whatIsSetInStepsComesTogether() {
    FlireoAssistant.Builder builder =
        FlireoAssistant.ofTree(Map.of("id", "a", "name", "Desk", "new", 1)).toBuilder()
            .settings(s -> s.active(true))
            .settings(s -> s.clear("voicemail_message").gdprMode(false));

    assertThat(builder.build().toTree())
        .isEqualTo(
            Map.of("id", "a", "name", "Desk", "new", 1, "is_active", true, "gdpr_mode", false));
    assertThatThrownBy(() -> builder.settings(s -> s.clear("name")).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name is both set and cleared");
  }
}
