package com.talkturo.provisioning.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileProblemsTest {
  private static final String DESK = "assistants/desk.yaml";

  @TempDir Path path;
  private Folder folder;

  @BeforeEach
  void aFolder() throws IOException {
    folder = new Folder(Files.createDirectory(path.resolve("talkturo")));
    folder.variable("SECRET", "s3cr3t");
  }

  private String problem(String yaml) {
    folder.write(DESK, yaml);
    assertThat(folder.problems()).hasSize(1);
    return folder.problems().get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "temprature: 1|1:1|did you mean \"temperature\"?",
        "voiceId: x|1:1|did you mean \"voice_id\"?",
        "zzz: 1|1:1|unknown field \"zzz\"; allowed are name, provider",
        "temperature: 3|1:14|temperature is 3.0; allowed is",
        "temperature: hot|1:14|temperature is \"hot\"; allowed is a number",
        "max_tokens: 1.5|1:13|max_tokens is \"1.5\"; allowed is a whole number",
        "recording_enabled: yes|1:20|allowed is true or false",
        "voice_id: null|1:11|voice_id is null; to send null write clear: [voice_id]",
        "voice_id: |1:10|voice_id is null",
        "voice_id: ~|1:11|voice_id is null",
        "voice_id: [a]|1:11|voice_id is a list; allowed is one value",
        "temperature: {file: x}|1:14|temperature is a map; allowed is one value",
        "voice_id: ${env:NOPE}|1:11|environment variable NOPE is not set",
        "voice_id: ${NOPE}|1:11|allowed are ${env:NAME}",
        "voice_id: ${env:NOPE|1:11|allowed are ${env:NAME}",
        "temperature: ${env:SECRET}|1:14|temperature is (hidden); allowed is a number",
        "phoneNumbers: [4930]|1:16|phoneNumbers holds",
        "phoneNumbers: +4930123456|1:15|phoneNumbers is a scalar; allowed is a list",
        "phoneNumbers: [+4930123456, +4930123456]|1:29|twice",
        "clear: [voice_nam]|1:8|did you mean \"voice_name\"?",
        "clear: [name]|1:8|name is cleared",
        "{voice_id: x, clear: [voice_id]}|1:23|set and cleared",
        "extra: {voice_id: x}|1:19|voice_id, which has a method",
        "extra: {a: .nan}|1:12|finite",
        "extra: {a: {b: null}}|1:16|b is null",
        "name: a\\nname: b|2:1|stands here twice, first in line 1",
        "name: [|1:8|not valid YAML",
        "name: a\\n\\tmodel: b|2:1|not valid YAML",
        "name: !secret a|1:7|tag",
        "- name|1:1|the file holds a list; allowed is a map",
        "templateId: \"\"|1:13|",
        "revision: one|1:11|whole number",
        "system_prompt: {file: prompts/dsk.md}|1:23|did you mean prompts/desk.md?",
        "system_prompt: {file: ../x.md}|1:23|outside of the folder",
        "system_prompt: {file: /etc/passwd}|1:23|outside of the folder",
        "system_prompt: {file: prompts}|1:23|is not a file",
        "system_prompt: {path: x}|1:17|unknown name \"path\"",
        "system_prompt: {file: prompts/open.md}|PROMPT 2:5|never closed",
        "first_message: Hi {{contact.first_name|1:19|never closed",
        "extra: &a {b: *a}|1:8|alias",
        "voice_id: ${env:NOPE:-${env:SECRET}}|1:11|the default of ${env:NOPE} holds a brace",
        "voice_id: ${env:NOPE:-{{contact.email}}}|1:11|the default of ${env:NOPE} holds a brace",
        "clear: [\"\"]|1:8|is blank; allowed is any other text",
        "extra: {\" \": 1}|1:14|is blank; allowed is any other text",
        "name: *nobody|1:7|not valid YAML: found undefined alias",
        "clear: [phoneNumberIds]|1:8|phoneNumberIds can neither be extra nor be cleared",
        "extra: {templateId: x}|1:21|templateId can neither be extra nor be cleared"
      })
  void whatIsWrongIsToldAtItsPlace(String yaml, String where, String message) {
    folder.write("prompts/desk.md", "x").write("prompts/open.md", "one\ntwo {{contact.email\n");

    String problem = problem(yaml.replace("\\n", "\n").replace("\\t", "\t"));

    String place =
        where.startsWith("PROMPT ") ? "prompts/open.md:" + where.substring(7) : DESK + ":" + where;
    assertThat(problem).startsWith(place + ": ").contains(message == null ? "" : message);
    assertThat(problem).doesNotContain("s3cr3t");
  }

  @Test
  void aPromptInALiteralBlockIsFoundAtItsLine() {
    assertThat(problem("name: a\nsystem_prompt: |\n\n  one\n  two {{x\n"))
        .startsWith(DESK + ":5:7: ");
  }

  /** Each place costs the same, however long the text before it is. */
  @Test
  @Timeout(30)
  void aHundredThousandProblemsAreToldEachAtItsPlace() {
    folder.write(DESK, "# \uD83D\uDE00\nextra:\n  a:\n" + "  - ~\n".repeat(100_000));

    assertThat(folder.problems())
        .hasSize(100_000)
        .allSatisfy(problem -> assertThat(problem).contains(":5: an item of a is null"))
        .first(InstanceOfAssertFactories.STRING)
        .startsWith(DESK + ":4:5: ");
  }

  @Test
  void theBlockBehindASupplementaryCharacterIsFoundAtItsLine() {
    assertThat(problem("name: \"\uD83D\uDE00\uD83D\uDE00\"\nsystem_prompt: |\n  one\n  two {{x\n"))
        .startsWith(DESK + ":4:7: ");
  }

  @Test
  void aLinkThatLeadsOutsideIsRefused() throws IOException {
    Path secret = Files.writeString(path.resolve("secret.md"), "secret");
    Files.createDirectories(folder.path.resolve("prompts"));
    Files.createSymbolicLink(folder.path.resolve("prompts/link.md"), secret);
    Files.createSymbolicLink(folder.path.resolve("outside"), path);

    assertThat(problem("system_prompt: {file: prompts/link.md}")).contains("leads outside");
    assertThat(problem("system_prompt: {file: outside/secret.md}")).contains("leads outside");
  }

  @Test
  void aLinkInsideTheFolderIsFollowed() throws IOException {
    folder.write("prompts/a.md", "a").write(DESK, "system_prompt: {file: prompts/b.md}");
    Files.createSymbolicLink(folder.path.resolve("prompts/b.md"), Path.of("a.md"));

    assertThat(folder.read().specs().get("desk").fields()).containsEntry("system_prompt", "a");
  }

  @Test
  void aFileThatIsNotUtf8IsRefused() throws IOException {
    Files.createDirectories(folder.path.resolve("prompts"));
    Files.write(folder.path.resolve("prompts/latin.md"), new byte[] {'a', (byte) 0xE4});

    assertThat(problem("system_prompt: {file: prompts/latin.md}")).contains("not UTF-8");
  }

  @Test
  void aNumberThatIsUsedTwiceIsToldWithBothPlaces() {
    folder.write("assistants/a.yaml", "phoneNumbers: [\"+4930123456\"]\n");

    assertThat(problem("phoneNumbers: [\"+4930123456\"]\n"))
        .isEqualTo(
            "assistants/desk.yaml:1:16: phone number +4930123456 is declared twice, also at"
                + " assistants/a.yaml:1:16; a number belongs to one assistant");
  }

  @Test
  void everythingIsToldAtOnce() {
    folder.write("talkturo.yaml", "default: {}\n");
    folder.write("environments/prod.yaml", "acount: x\nassistants:\n  dsk: {}\n");
    folder.write(DESK, "temprature: 1\nvoice_id: null\n");
    folder.write("assistants/Front Desk.yaml", "");
    folder.write("assistants/other.yml", "");
    folder.write("assistants/sub/x.yaml", "");

    assertThat(folder.problems())
        .hasSize(8)
        .anyMatch(p -> p.startsWith("talkturo.yaml:1:1: unknown name \"default\"; did you mean"))
        .anyMatch(p -> p.startsWith("environments/prod.yaml:1:1: unknown name \"acount\""))
        .anyMatch(p -> p.startsWith("environments/prod.yaml:3:3: there is no file assistants/dsk"))
        .anyMatch(p -> p.startsWith("assistants/Front Desk.yaml:1:1: the file's name is the key"))
        .anyMatch(p -> p.startsWith("assistants/other.yml:1:1: the file would be ignored"))
        .anyMatch(p -> p.startsWith("assistants/sub:1:1: folders in assistants/ are not read"));
  }

  @Test
  void aKeyInPlaceOfTheNameOfItsVariableIsNeverShown() {
    folder.write("environments/prod.yaml", "api_key_variable: tk_live_abc123\n");

    assertThat(folder.problems()).singleElement().asString().doesNotContain("tk_live");
    assertThat(folder.problems().get(0)).startsWith("environments/prod.yaml:1:19: ");
  }

  @Test
  void warningsAboutPromptsAreErrorsIfTheFilesSaySo() {
    folder.write("prompts/desk.md", "Dear {{contact.nme}},\n");
    folder.write(DESK, "system_prompt: {file: prompts/desk.md}");
    assertThat(folder.problems()).isEmpty();

    folder.write("talkturo.yaml", "strict_prompts: true");

    assertThat(folder.problems()).singleElement().asString().startsWith("prompts/desk.md:1:6: ");
  }

  @Test
  void anUnknownEnvironmentIsToldWithTheNearest() {
    try {
      folder.files().read("prd");
    } catch (FilesException e) {
      assertThat(e).hasMessageContaining("did you mean \"prod\"?");
      return;
    }
    throw new AssertionError("there is no environment prd");
  }
}
