package com.talkturo.provisioning.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.provisioning.AssistantSpec;
import com.talkturo.provisioning.ManagedField;
import com.talkturo.provisioning.Pulled;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritingBackTest {
  private static final String DESK = "assistants/desk.yaml";

  @TempDir Path path;
  private Folder folder;
  private final Map<ManagedField, Object> live = new LinkedHashMap<>();

  @BeforeEach
  void aFolderAndALiveAssistant() {
    folder = new Folder(path);
    for (ManagedField field : ManagedField.values()) {
      live.put(
          field,
          switch (field.kind()) {
            case TEXT -> "live " + field;
            case DECIMAL -> 0.25;
            case INTEGER -> 512;
            case FLAG -> true;
          });
    }
  }

  private AssistantSpec liveSpec(String... numbers) {
    AssistantSpec.Builder spec = AssistantSpec.builder().phoneNumberIds(numbers);
    live.forEach(spec::set);
    return spec.build();
  }

  private Written pull(String... numbers) {
    return folder
        .files()
        .write("prod", List.of(new Pulled("desk", "asst_1", liveSpec(numbers), Set.of("mode"))));
  }

  private AssistantSpec desk() {
    return Objects.requireNonNull(folder.read().specs().get("desk"));
  }

  @Test
  void anAssistantWithoutAFileGetsAll17AttributesAndAPromptFile() {
    Written written = pull("pn_1");

    assertThat(written.files()).containsExactly(DESK, "prompts/desk.md");
    assertThat(written.notes())
        .singleElement()
        .asString()
        .contains("environments/prod.yaml: desk: {phoneNumberIds: [\"pn_1\"]}");
    assertThat(folder.text("prompts/desk.md")).isEqualTo("live system_prompt\n");
    assertThat(desk().fields()).hasSize(17).isEqualTo(liveSpec().fields());
    assertThat(pull("pn_1").files()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "with\r\nCR",
        "\uFEFFwith a byte order mark",
        "with ${env:HOME} and $${ and $$${",
        "\"quotes\" \\ back\\slashes # not a comment: {}",
        "control \u0000\u0007\u001B\u0085\u2028\u2029 and \uD83D\uDE00 \uFFFE",
        "lone surrogate \uD800",
        "\n\nleading and trailing\n\n",
        "null",
        "",
        " - a: [b, *c] &d !e | > % @ `"
      })
  void anyTextComesBackAsItWas(String text) {
    live.put(ManagedField.SYSTEM_PROMPT, text);
    live.put(ManagedField.FIRST_MESSAGE, text);

    pull();

    assertThat(desk().fields()).isEqualTo(liveSpec().fields());
  }

  @Test
  void fieldsAreChangedWhereTheyAreDeclaredAndCommentsStay() {
    folder.write("talkturo.yaml", "defaults:\n  max_tokens: 100 # for all\n");
    folder.write(
        "environments/prod.yaml",
        "assistants:\n  desk: {temperature: 0.9} # hot\n  other:\n    model: m\n");
    folder.write("assistants/other.yaml", "name: Other\n");
    folder.write("prompts/p.md", "old\n");
    folder.write(
        DESK,
        """
        # The desk.
        name: Desk # shown
        first_message: |
          Hello,
          you.
        # The voice.
        voice_id:   '0123'   # at the vendor
        system_prompt: {file: prompts/p.md}
        phoneNumberIds:
          - pn_1
          - pn_2 # the old one
        # The end.
        """);

    pull("pn_3");

    assertThat(folder.text("environments/prod.yaml"))
        .isEqualTo("assistants:\n  desk: {temperature: 0.25} # hot\n  other:\n    model: m\n");
    assertThat(folder.text("talkturo.yaml")).contains("max_tokens: 100 # for all");
    assertThat(folder.text("prompts/p.md")).isEqualTo("live system_prompt\n");
    assertThat(folder.text(DESK))
        .startsWith(
            """
            # The desk.
            name: "live name" # shown
            first_message: "live first_message"
            # The voice.
            voice_id:   "live voice_id"   # at the vendor
            system_prompt: {file: prompts/p.md}
            phoneNumberIds:
              ["pn_3"] # the old one
            # The end.
            """)
        .contains("max_tokens: 512");
    assertThat(desk().fields()).containsAllEntriesOf(liveSpec().fields());
    assertThat(desk().phoneNumberIds()).contains(Set.of("pn_3"));
  }

  @Test
  void aPromptFileOfTwoAssistantsIsLeftAlone() {
    folder.write("prompts/p.md", "both\n");
    folder.write(DESK, "system_prompt: {file: prompts/p.md}\n");
    folder.write("assistants/other.yaml", "system_prompt: {file: prompts/p.md}\n");

    pull();

    assertThat(folder.text("prompts/p.md")).isEqualTo("both\n");
    assertThat(desk().fields()).containsEntry("system_prompt", "live system_prompt");
  }

  @Test
  void aValueFromAVariableIsNamedAndNeverWritten() {
    folder.variable("VOICE", "v").write(DESK, "voice_id: ${env:VOICE}\n");

    Written written = pull();

    assertThat(folder.text(DESK)).startsWith("voice_id: ${env:VOICE}\n");
    assertThat(written.notes())
        .containsExactly(
            "voice_id comes from an environment variable and differs; change the variable");
  }

  @Test
  void aFieldWithoutALiveValueIsLeftAndNamed() {
    live.remove(ManagedField.VOICE_NAME);
    folder.write(DESK, "voice_name: Mara\n");

    assertThat(pull().notes()).singleElement().asString().contains("clear: [voice_name]");
    assertThat(folder.text(DESK)).startsWith("voice_name: Mara\n");
  }
}
