package com.talkturo.provisioning.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.talkturo.provisioning.AssistantSpec;
import com.talkturo.sdk.assistants.TemplateId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssistantFilesTest {
  @TempDir Path path;
  private Folder folder;

  @BeforeEach
  void aFolder() {
    folder = new Folder(path);
  }

  private AssistantSpec spec(String yaml) {
    folder.write("assistants/desk.yaml", yaml);
    return desk();
  }

  private AssistantSpec desk() {
    return Objects.requireNonNull(folder.read().specs().get("desk"));
  }

  @Test
  void theFileNameIsTheKeyAndTheEnvironmentSaysWhere() {
    folder.write(
        "environments/prod.yaml",
        "base_url: https://acme.talkturo.com\naccount: acme\napi_key_variable: PROD_KEY\n");
    folder.write("talkturo.yaml", "custom_fields: [tier]\nstrict_prompts: true\n");
    folder.write("assistants/desk.yaml", "name: Desk\n");

    Declared declared = folder.read();

    assertThat(declared.specs()).containsOnlyKeys("desk");
    assertThat(declared.baseUrl()).contains("https://acme.talkturo.com");
    assertThat(declared.accountSlug()).contains("acme");
    assertThat(declared.apiKeyVariable()).isEqualTo("PROD_KEY");
    assertThat(declared.customFields()).containsExactly("tier");
    assertThat(declared.strictPrompts()).isTrue();
    assertThat(declared.stateFolder()).isEqualTo(path.resolve("state/prod").toAbsolutePath());
    assertThat(folder.files().environments()).containsExactly("prod");
  }

  @Test
  void scalarsAreReadByTheKindOfTheirField() {
    AssistantSpec spec =
        spec(
            """
            name: true
            voice_id: 0123
            voice_name: 1.50
            model: 2024-01-01
            provider: "null"
            temperature: "0.2"
            max_tokens: 1e3
            recording_enabled: True
            inbound_enabled: "false"
            revision: 7
            templateId: follow-up
            """);

    assertThat(spec.fields())
        .containsOnly(
            entry("name", "true"),
            entry("voice_id", "0123"),
            entry("voice_name", "1.50"),
            entry("model", "2024-01-01"),
            entry("provider", "null"),
            entry("temperature", 0.2),
            entry("max_tokens", 1000),
            entry("recording_enabled", true),
            entry("inbound_enabled", false));
    assertThat(spec.revision()).contains(7L);
    assertThat(spec.templateId()).contains(TemplateId.FOLLOW_UP);
  }

  @Test
  void defaultsThenAssistantThenEnvironmentWhereMapsMergeAndListsReplace() {
    folder.write(
        "talkturo.yaml",
        """
        defaults:
          temperature: 0.1
          model: a
          phoneNumberIds: [pn_1, pn_2]
          extra: {mode: realtime, voicemail: {action: hangup, message: one}}
        """);
    folder.write(
        "environments/prod.yaml",
        """
        assistants:
          desk:
            temperature: 0.3
            phoneNumberIds: [pn_3]
            extra: {voicemail: {message: three}}
        """);

    AssistantSpec spec = spec("temperature: 0.2\nmodel: b\nextra: {voicemail: {message: two}}\n");

    assertThat(spec.fields())
        .containsOnly(
            entry("temperature", 0.3),
            entry("model", "b"),
            entry("mode", "realtime"),
            entry("voicemail", Map.of("action", "hangup", "message", "three")));
    assertThat(spec.phoneNumberIds()).contains(Set.of("pn_3"));
  }

  @Test
  void aLaterLayerClearsWhatAnEarlierSetAndSetsWhatItCleared() {
    folder.write("talkturo.yaml", "defaults:\n  voice_id: v\n  clear: [voice_name]\n");
    folder.write(
        "environments/prod.yaml", "assistants:\n  desk: {clear: [voice_id], voice_model: m}\n");

    AssistantSpec spec = spec("voice_name: Mara\nclear: [voice_model]\n");

    assertThat(spec.fields())
        .containsOnly(
            entry("voice_id", null), entry("voice_name", "Mara"), entry("voice_model", "m"));
  }

  @Test
  void extraKeepsTreesWithTheTypesOfYaml12() {
    AssistantSpec spec =
        spec(
            """
            extra:
              keyterms: [Talkturo, yes, 012]
              speed: 1.25
              big: 12345678901234
              on: off
              octal: 0o17
              text: "5"
            """);

    assertThat(spec.fields())
        .containsOnly(
            entry("keyterms", List.of("Talkturo", "yes", 12)),
            entry("speed", 1.25),
            entry("big", 12345678901234L),
            entry("on", "off"),
            entry("octal", 15),
            entry("text", "5"));
  }

  @Test
  void variablesAreFilledInAfterParsingAndHidden() {
    folder.variable("VOICE", "v: [77]\nname: x").variable("EMPTY", "").variable("TEMP", "0.5");

    AssistantSpec spec =
        spec(
            """
            voice_id: ${env:VOICE}
            voice_name: a ${env:EMPTY:-b} ${env:MISSING:-} c
            temperature: ${env:TEMP}
            first_message: costs $${env:VOICE} and $$5
            """);

    assertThat(spec.fields())
        .containsOnly(
            entry("voice_id", "v: [77]\nname: x"),
            entry("voice_name", "a b  c"),
            entry("temperature", 0.5),
            entry("first_message", "costs ${env:VOICE} and $$5"));
    assertThat(spec.hiddenFields()).containsExactly("temperature", "voice_id", "voice_name");
  }

  @Test
  void aPromptFileIsTakenAsItIsButForOneFinalNewline() {
    folder.write("prompts/desk.md", "\uFEFFone ${env:NOT_A_VARIABLE}\r\ntwo\n\n");

    AssistantSpec spec = spec("system_prompt: {file: prompts/desk.md}\n");

    assertThat(spec.fields())
        .containsExactly(entry("system_prompt", "one ${env:NOT_A_VARIABLE}\ntwo\n"));
    assertThat(spec.labels()).containsExactly(entry("system_prompt", "prompts/desk.md"));
  }

  @Test
  void anotherPromptFileOfTheEnvironmentReplacesThatOfTheAssistant() {
    folder.write("prompts/a.md", "a\n").write("prompts/b.md", "b");
    folder.write(
        "environments/prod.yaml", "assistants: {desk: {system_prompt: {file: prompts/b.md}}}");

    assertThat(spec("system_prompt: {file: prompts/a.md}").fields())
        .containsExactly(entry("system_prompt", "b"));
  }

  @Test
  void emptyTextIsTextAndAnEmptyListOfNumbersIsNone() {
    AssistantSpec spec = spec("first_message: \"\"\nphoneNumbers: []\n");

    assertThat(spec.fields()).containsExactly(entry("first_message", ""));
    assertThat(spec.managesPhoneNumbers()).isTrue();
    assertThat(spec.phoneNumbers()).contains(Set.of());
  }

  @Test
  void anAliasStandsForAValue() {
    AssistantSpec spec = spec("model: &m gpt\nvoice_model: *m\n");

    assertThat(spec.fields()).containsOnly(entry("model", "gpt"), entry("voice_model", "gpt"));
  }
}
