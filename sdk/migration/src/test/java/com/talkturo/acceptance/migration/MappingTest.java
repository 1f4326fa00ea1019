package com.talkturo.acceptance.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.talkturo.migration.Migration;
import com.talkturo.migration.Outcome;
import com.talkturo.migration.flireo.FlireoAssistant;
import com.talkturo.migration.telnyx.TelnyxAssistant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Row by row, what of one vendor is what at Talkturo. */
class MappingTest {
  private static Migration telnyx(String object, String name, String value) {
    return Migration.of(TelnyxAssistant.ofTree(source(object, name, value)));
  }

  private static Migration flireo(String object, String name, String value) {
    Map<String, Object> members = Map.of("provider", value, name, "a-model");
    return Migration.of(FlireoAssistant.ofTree(Map.of("id", "a", object, members)));
  }

  private static Map<String, Object> source(String object, String name, String value) {
    return object.isEmpty()
        ? Map.of("id", "a", name, value)
        : Map.of("id", "a", object, Map.of(name, value));
  }

  @ParameterizedTest
  @CsvSource({
    "openai/gpt-4o, openai, gpt-4o",
    "anthropic/claude-haiku-4-5, anthropic, claude-haiku-4-5",
    "google/gemini-2.0-flash, google, gemini-2.0-flash",
    "deepseek/deepseek-r1, deepseek, deepseek-r1",
    "deepseek-ai/DeepSeek-V3, deepseek, DeepSeek-V3",
    "Qwen/Qwen3-235B/x, qwen, Qwen3-235B/x"
  })
  void modelsOfTelnyxAreSplitAtTheFirstSlash(String model, String provider, String name) {
    assertThat(telnyx("", "model", model).spec().fields())
        .contains(entry("provider", provider), entry("model", name));
  }

  @ParameterizedTest
  @CsvSource({
    "deepgram/nova-3, deepgram, nova-3",
    "assemblyai/universal-streaming, assemblyai, universal-streaming"
  })
  void transcriptionsOfTelnyxAreSplitToo(String model, String provider, String name) {
    assertThat(telnyx("transcription", "model", model).spec().fields())
        .contains(entry("transcriptor_provider", provider), entry("transcriptor_model", name));
  }

  @ParameterizedTest
  @CsvSource({
    "'', model, meta-llama/Llama-3",
    "'', model, gpt-4o",
    "'', greeting, <assistant-speaks-first-with-model-generated-message>",
    "'', greeting, ''",
    "voice_settings, voice, Telnyx.KokoroTTS.af_heart",
    "voice_settings, voice, AWS.Polly.Joanna",
    "voice_settings, voice, ElevenLabs.v-77",
    "transcription, model, openai/whisper-large-v3-turbo",
    "transcription, model, azure/fast",
    "transcription, language, auto",
    "transcription, language, multi"
  })
  void whatTalkturoDoesNotKnowOfTelnyxNeedsAPerson(String object, String name, String value) {
    Migration migration = telnyx(object, name, value);
    assertThat(migration.report().count(Outcome.NEEDS_YOU)).isEqualTo(1);
    assertThat(migration.spec().fields()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "llm_config, model, openai, provider, openai",
    "llm_config, model, google, provider, google",
    "tts_config, voice_id, elevenlabs, voice_provider, elevenlabs",
    "tts_config, voice_id, 11labs, voice_provider, elevenlabs",
    "stt_config, model, deepgram, transcriptor_provider, deepgram"
  })
  void vendorsThatFlireoAndTalkturoKnowAreCarried(
      String object, String name, String vendor, String field, String value) {
    Migration migration = flireo(object, name, vendor);
    assertThat(migration.report().count(Outcome.NEEDS_YOU)).isZero();
    assertThat(migration.spec().fields()).containsEntry(field, value).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource({
    "llm_config, model, mistral",
    "llm_config, model, xai",
    "llm_config, model, openai_live",
    "tts_config, voice_id, inworld",
    "tts_config, voice_id, google",
    "stt_config, model, elevenlabs",
    "stt_config, model, gladia"
  })
  void whatTalkturoDoesNotKnowOfFlireoNeedsAPerson(String object, String name, String vendor) {
    Migration migration = flireo(object, name, vendor);
    assertThat(migration.report().count(Outcome.NEEDS_YOU)).isEqualTo(2);
    assertThat(migration.spec().fields()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xai_realtime", "google_realtime", "openai_live"})
  void aRealtimeModelIsCalledSo(String provider) {
    assertThat(flireo("llm_config", "model", provider).report().rows())
        .anyMatch(row -> row.note().contains("speech to speech"));
  }
}
