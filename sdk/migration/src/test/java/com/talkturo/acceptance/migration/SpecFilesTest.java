package com.talkturo.acceptance.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.migration.ImportedFiles;
import com.talkturo.migration.Migration;
import com.talkturo.migration.MigrationOptions;
import com.talkturo.migration.flireo.FlireoAssistant;
import com.talkturo.migration.telnyx.TelnyxAssistant;
import com.talkturo.provisioning.AssistantSpec;
import com.talkturo.provisioning.files.AssistantFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an import writes is what provisioning reads, and what is there is never overwritten. */
class SpecFilesTest {
  private static final Path YAML = Path.of("assistants/desk.yaml");
  private static final Path PROMPT = Path.of("prompts/desk.md");
  private static final Path REPORT = Path.of("reports/desk/report.json");

  @TempDir Path folder;

  private static Migration desk(String prompt) {
    return Migration.of(
        TelnyxAssistant.ofTree(Map.of("id", "a", "name", "Desk", "instructions", prompt)));
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Be kind.",
        "Be kind.\n",
        "\n\n Be kind.\n\n",
        "",
        "\n",
        " ",
        "---\nkind: true\n---\n",
        "# not a comment",
        "{file: other.md}",
        "Pay ${env:HOME} or $${env:HOME} or $$${x}",
        "a\r\nb\r",
        "\uFEFFmarked",
        "\u2028 \u0085 \t \u0007",
        "tabs\tand \\ and \" and '",
        "{{ first_name }} {% if x %} {{contact.first_name | upper}}"
      })
  void textsAreReadAsTheyWere(String text) throws IOException {
    Files.createDirectories(folder.resolve("environments"));
    Files.createFile(folder.resolve("talkturo.yaml"));
    Files.writeString(
        folder.resolve("environments/dev.yaml"), "account: my-team\n", StandardCharsets.UTF_8);
    Migration migration =
        Migration.of(
            FlireoAssistant.ofTree(
                Map.of(
                    "id",
                    "a",
                    "name",
                    "Desk " + text,
                    "first_message",
                    text,
                    "stt_config",
                    Map.of("provider", "deepgram", "model", "m" + text, "language", "x" + text),
                    "llm_config",
                    Map.of("messages", List.of(Map.of("role", "system", "content", text))))),
            MigrationOptions.builder().key("desk").build());
    migration.into(folder);

    AssistantSpec read = AssistantFiles.in(folder).read("dev").specs().get("desk");
    assertThat(read.fields()).containsExactlyInAnyOrderEntriesOf(migration.spec().fields());
    assertThat(read.templateId()).isEqualTo(migration.spec().templateId());
  }

  @Test
  void aFileThatNobodyImportedIsNotOverwritten() throws IOException {
    Files.createDirectories(folder.resolve("prompts"));
    Files.write(folder.resolve(PROMPT), new byte[] {(byte) 0xff, 'x', 0});

    ImportedFiles files = desk("Be kind.").into(folder);

    assertThat(files.written()).isEmpty();
    assertThat(files.differences()).containsOnlyKeys(PROMPT);
    assertThat(files.differences().get(PROMPT)).contains("+Be kind.");
    assertThat(filesIn(folder)).containsExactly(PROMPT);
    assertThat(Files.readAllBytes(folder.resolve(PROMPT))).hasSize(3);
  }

  @Test
  void lineEndsAreADifferenceThatIsTold() throws IOException {
    desk("Be kind.\nBe quick.").into(folder);
    Path prompt = folder.resolve(PROMPT);
    Files.writeString(prompt, Files.readString(prompt).replace("\n", "\r\n"));

    assertThat(desk("Be kind.\nBe quick.").into(folder).differences())
        .isEqualTo(Map.of(PROMPT, "only line ends differ"));
  }

  @Test
  void differencesComeInTheOrderOfTheFiles() throws IOException {
    List<Path> written = desk("Be kind.").into(folder).written();
    for (Path file : written) {
      Files.writeString(folder.resolve(file), "\n", StandardOpenOption.APPEND);
    }

    assertThat(desk("Be kind.").into(folder).differences().keySet())
        .containsExactlyElementsOf(written);
    assertThat(written).containsExactly(PROMPT, YAML, Path.of("reports/desk/report.md"), REPORT);
  }

  @Test
  void aDamagedReportIsADifference() throws IOException {
    desk("Be kind.").into(folder);
    Files.writeString(folder.resolve(REPORT), "{\"source\": ");

    assertThat(desk("Be kind.").into(folder).differences()).containsOnlyKeys(REPORT);
  }

  @Test
  void aFolderInThePlaceOfAFileIsNamed() throws IOException {
    Files.createDirectories(folder.resolve(YAML));

    assertThatThrownBy(() -> desk("Be kind.").into(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(folder.resolve(YAML) + " cannot be read");
    assertThat(filesIn(folder)).isEmpty();
  }

  @Test
  void aMissingFileIsWrittenAgain() throws IOException {
    desk("Be kind.").into(folder);
    Files.delete(folder.resolve(PROMPT));

    ImportedFiles files = desk("Be kind.").into(folder);

    assertThat(files.written()).containsExactly(PROMPT);
    assertThat(files.unchanged()).hasSize(3);
    assertThat(Files.readString(folder.resolve(PROMPT))).isEqualTo("Be kind.\n");
  }

  @Test
  void theKeyOfTheOtherVendorIsRefusedEvenForTheSameId() {
    desk("Be kind.").into(folder);
    Migration other = Migration.of(FlireoAssistant.ofTree(Map.of("id", "a", "name", "D\u00e9sk ")));

    assertThat(other.key()).isEqualTo("desk");
    assertThatThrownBy(() -> other.into(folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("key desk belongs to Telnyx a; give a another key");
  }

  @Test
  void keysAreNamesOfFilesWhateverTheSourceIsCalled() {
    List<String> keys = new ArrayList<>();
    for (String name :
        List.of("../../etc/passwd", "A" + "b".repeat(200), "CON", "..", "\u65e5\u672c", "a__b")) {
      Migration migration =
          Migration.of(FlireoAssistant.ofTree(Map.of("id", "x/../y", "name", name)));
      migration.into(folder);
      keys.add(migration.key());
    }
    assertThat(keys)
        .containsExactly("etc-passwd", "a" + "b".repeat(59), "con", "a-x-..-y", "a-x-..-y", "a__b");
  }
}
