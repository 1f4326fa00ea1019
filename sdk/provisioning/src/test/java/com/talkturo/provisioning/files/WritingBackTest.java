package com.talkturo.provisioning.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.provisioning.AssistantSpec;
import com.talkturo.provisioning.ManagedField;
import com.talkturo.provisioning.Pulled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WritingBackTest {
  private static final String DESK = "assistants/desk.yaml";

  @TempDir Path path;
  private Folder folder;
  private final Map<ManagedField, Object> live = new LinkedHashMap<>();
  private final Set<String> empty = new TreeSet<>();
  private final Map<String, String> phoneNumbers = new TreeMap<>();

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
    Pulled pulled =
        new Pulled("desk", "asst_1", liveSpec(numbers), empty, phoneNumbers, Set.of("mode"));
    return folder.files().write("prod", List.of(pulled));
  }

  private void emptied(ManagedField field) {
    live.remove(field);
    empty.add(field.jsonName());
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
            "voice_id: the API has another value than environment variable VOICE gives; set that"
                + " to what the dashboard shows, or write the value at assistants/desk.yaml:1:11");
  }

  @Test
  void aFieldThatTheApiDoesNotShowIsLeftAndNamed() {
    live.remove(ManagedField.VOICE_NAME);
    folder.write(DESK, "voice_name: Mara\n");

    assertThat(pull().notes())
        .containsExactly("voice_name is not shown by the API, so it stays as declared");

    assertThat(folder.text(DESK)).startsWith("voice_name: Mara\n");
  }

  /** Before and after; a slash is the end of a line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "voice_name: Mara # hers/ = clear: [voice_name] # hers/",
        "# one/voice_name: >-/  Mara/  Lea/# two/name: D/ = # one/clear: [voice_name]/# two/name: D/",
        "voice_name: |-/  Mara/ = clear: [voice_name]/",
        "name: D/voice_name: M/clear: [speed] # c/ = name: D/clear: [speed, voice_name] # c/",
        "voice_name: M/voice_id: v/name: D/ = clear: [voice_id, voice_name]/name: D/",
        "name: D/voice_id: v/voice_name: \"M\" = name: D/clear: [voice_id, voice_name]/",
        "{voice_name: Mara, name: D} = {clear: [voice_name], name: D}",
        "{voice_id: v, voice_name: M, name: D} = {clear: [voice_id, voice_name], name: D}",
        "{voice_id: v, name: D, voice_name: M} = {clear: [voice_id, voice_name], name: D}",
        "{name: D, voice_name: M, clear: [x]} = {name: D, clear: [x, voice_name]}",
        "{voice_id: v, voice_name: M, clear: [x]} = {clear: [x, voice_id, voice_name]}"
      })
  void aFieldWithoutALiveValueIsCleared(String before, String after) {
    live.clear();
    live.put(ManagedField.NAME, "D");
    for (ManagedField field : List.of(ManagedField.VOICE_ID, ManagedField.VOICE_NAME)) {
      if (before.contains(field.jsonName())) {
        empty.add(field.jsonName());
      }
    }
    if (!before.contains("name: D")) {
      live.clear();
    }
    folder.write(DESK, before.replace('/', '\n'));

    assertThat(pull().notes()).isEmpty();

    assertThat(folder.text(DESK)).isEqualTo(after.replace('/', '\n'));
    assertThat(desk().fields()).containsAllEntriesOf(cleared());
  }

  private Map<String, @Nullable Object> cleared() {
    Map<String, @Nullable Object> cleared = new TreeMap<>();
    empty.forEach(name -> cleared.put(name, null));
    return cleared;
  }

  @Test
  void aFieldIsClearedWhereItIsDeclaredAndADefaultInTheAssistantsFile() {
    folder.write("talkturo.yaml", "defaults:\n  voice_name: Mara\n");
    folder.write(
        "environments/prod.yaml",
        "assistants:\n  desk:\n    # Ours.\n    voice_id: v\n    temperature: 0.9\n");
    folder.write(DESK, "name: Desk\n");
    emptied(ManagedField.VOICE_ID);
    emptied(ManagedField.VOICE_NAME);

    pull();

    assertThat(folder.text("environments/prod.yaml"))
        .isEqualTo(
            "assistants:\n  desk:\n    # Ours.\n    clear: [voice_id]\n    temperature: 0.25\n");
    assertThat(folder.text(DESK)).contains("\nclear: [voice_name]\n");
    assertThat(folder.text("talkturo.yaml")).isEqualTo("defaults:\n  voice_name: Mara\n");
    assertThat(desk().fields()).containsEntry("voice_name", null);
  }

  @Test
  void whatTheFilesClearAndTheApiHasIsSetInItsPlace() {
    folder.write("talkturo.yaml", "defaults:\n  clear: [model]\n");
    folder.write(
        "environments/prod.yaml", "assistants:\n  desk: {clear: [voice_id], temperature: 0.25}\n");
    folder.write(DESK, "clear: [voice_name, speed] # none\nname: live name\n");

    assertThat(pull().notes()).isEmpty();

    assertThat(folder.text("environments/prod.yaml"))
        .isEqualTo("assistants:\n  desk: {voice_id: \"live voice_id\", temperature: 0.25}\n");
    assertThat(desk().fields()).containsAllEntriesOf(liveSpec().fields());
  }

  @Test
  void phoneNumbersAreWrittenAsTheyAreDeclared() {
    phoneNumbers.putAll(Map.of("pn_1", "+4930111111", "pn_2", "+4930222222"));
    folder.write(DESK, "phoneNumbers:\n  - \"+4930111111\" # old\nphoneNumberIds: [pn_9, pn_3]\n");

    pull("pn_1", "pn_2", "pn_3", "pn_4");

    assertThat(desk().phoneNumbers()).contains(Set.of("+4930111111", "+4930222222"));
    assertThat(desk().phoneNumberIds()).contains(Set.of("pn_3", "pn_4"));
  }

  @Test
  void aPhoneNumberThatIsAsDeclaredIsNotTouched() {
    phoneNumbers.put("pn_1", "+4930111111");
    folder.write("environments/prod.yaml", "assistants: {desk: {phoneNumbers: [+4930111111]}}\n");
    folder.write(DESK, "name: D\n");

    pull("pn_1");

    assertThat(folder.text("environments/prod.yaml")).contains("[+4930111111]");
  }

  @Test
  void phoneNumbersThatCannotBeWrittenAreNamedWithTheReason() {
    folder.variable("LINE", "+4930999999");
    folder.write(DESK, "phoneNumbers: [\"${env:LINE}\"]\n");
    phoneNumbers.put("pn_1", "+4930111111");

    assertThat(pull("pn_1", "pn_2").notes())
        .containsExactly(
            "phoneNumbers: the API has another value than environment variable LINE gives; set that"
                + " to what the dashboard shows, or write the value at assistants/desk.yaml:1:15",
            "the API shows no E.164 form of phone numbers [\"pn_2\"]; declare them as"
                + " phoneNumberIds");
    assertThat(folder.text(DESK)).startsWith("phoneNumbers: [\"${env:LINE}\"]\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model: &m gpt\nvoice_model: *m\n",
        "voice_model: &m gpt\nmodel: *m\n",
        "extra: {model_name: &m gpt}\nmodel: *m\n"
      })
  void whatAnAnchorHoldsIsNamedAndNotWritten(String yaml) {
    folder.write(DESK, yaml);

    assertThat(pull().notes()).allMatch(note -> note.contains("is an anchor or an alias"));

    assertThat(folder.text(DESK)).startsWith(yaml);
    assertThat(desk().fields()).containsEntry("model", "gpt");
  }

  @Test
  void overridesThatSeveralAssistantsShareAreNamedAndNotWritten() {
    String shared = "assistants:\n  desk: &all\n    temperature: 0.9\n  other: *all\n";
    folder.write("environments/prod.yaml", shared);
    folder.write("assistants/other.yaml", "name: O\n");
    folder.write(DESK, "name: D\n");

    assertThat(pull().notes())
        .containsExactly(
            "temperature is an anchor or an alias, so others have its value; change it at"
                + " environments/prod.yaml:3:18");

    assertThat(folder.text("environments/prod.yaml")).isEqualTo(shared);
  }

  @Test
  void overridesThatAreMergedInAreNamedAndNotWritten() {
    folder.write(
        "environments/prod.yaml",
        """
        assistants:
          other: &base
            temperature: 0.9
          desk:
            <<: *base
            max_tokens: 1
        """);
    folder.write("assistants/other.yaml", "name: O\n");
    folder.write(DESK, "name: D\n");

    assertThat(pull().notes()).singleElement().asString().startsWith("temperature is an anchor");

    assertThat(folder.text("environments/prod.yaml"))
        .contains("temperature: 0.9\n")
        .endsWith("    max_tokens: 512\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{name: D}\n", "{ voice_id: v,\n  name: D # n\n}\n"})
  void aFileThatIsAMapInBracesGetsItsFieldsThere(String yaml) {
    folder.write(DESK, yaml);

    assertThat(pull().notes()).isEmpty();

    assertThat(folder.text(DESK)).startsWith("{").endsWith(yaml.substring(yaml.indexOf('}')));
    assertThat(desk().fields()).isEqualTo(liveSpec().fields());
  }

  @Test
  void aFileKeepsItsPermissions() throws IOException {
    folder.write(DESK, "name: D\n");
    Set<PosixFilePermission> permissions = PosixFilePermissions.fromString("rw-r--r--");
    Files.setPosixFilePermissions(path.resolve(DESK), permissions);

    pull();

    assertThat(Files.getPosixFilePermissions(path.resolve(DESK))).isEqualTo(permissions);
    assertThat(Files.getPosixFilePermissions(path.resolve("prompts/desk.md")))
        .isEqualTo(Files.getPosixFilePermissions(path.resolve("talkturo.yaml")));
  }

  @Test
  void filesWithTheLineEndsOfWindowsStayReadable() {
    folder.write(
        DESK, "# d\r\nname: D\r\nfirst_message: |\r\n  Hi,\r\n  you.\r\nvoice_id: v # w\r\n");
    emptied(ManagedField.VOICE_ID);

    pull();

    assertThat(desk().fields())
        .containsEntry("first_message", "live first_message")
        .containsEntry("voice_id", null)
        .containsEntry("name", "live name");
    assertThat(folder.text(DESK)).startsWith("# d\r\nname: \"live name\"\r\n").contains(" # w\r\n");
  }
}
