package com.talkturo.acceptance.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.migration.ImportedFiles;
import com.talkturo.migration.IncompleteMigrationException;
import com.talkturo.migration.Migration;
import com.talkturo.migration.MigrationOptions;
import com.talkturo.migration.MigrationReport;
import com.talkturo.migration.Outcome;
import com.talkturo.migration.ReportRow;
import com.talkturo.migration.SystemMessages;
import com.talkturo.migration.flireo.FlireoAssistant;
import com.talkturo.migration.telnyx.TelnyxAssistant;
import com.talkturo.sdk.assistants.LlmProvider;
import com.talkturo.sdk.assistants.TemplateId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class MigrationTest {
  private static final MigrationOptions DEFAULTS = MigrationOptions.builder().build();

  private static Migration of(Vendor vendor, Map<String, Object> tree, MigrationOptions options) {
    return vendor == Vendor.TELNYX
        ? Migration.of(TelnyxAssistant.ofTree(tree), options)
        : Migration.of(FlireoAssistant.ofTree(tree), options);
  }

  private static Migration full(Vendor vendor, MigrationOptions options) {
    return of(vendor, Json.tree(vendor.fixture()), options);
  }

  private static ReportRow row(Migration migration, String pointer) {
    return migration.report().rows().stream()
        .filter(row -> row.pointer().equals(pointer))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void everyLeafOfTheSourceHasOneRow(Vendor vendor) {
    List<String> leaves = Pointers.of(Json.exact(vendor.fixture()));
    assertThat(full(vendor, DEFAULTS).report().rows().stream().map(ReportRow::pointer))
        .containsExactlyInAnyOrderElementsOf(leaves);
  }

  @Test
  void theSpecOfTelnyxHoldsWhatTalkturoKnows() {
    MigrationOptions options =
        MigrationOptions.builder()
            .variable("first_name", "contact.first_name")
            .variable("company", "company.name")
            .build();
    Migration migration = full(Vendor.TELNYX, options);

    assertThat(migration.spec().templateId()).contains(TemplateId.CUSTOM);
    assertThat(migration.spec().fields())
        .containsOnly(
            Map.entry("name", "Front desk"),
            Map.entry("provider", "openai"),
            Map.entry("model", "gpt-4o"),
            Map.entry(
                "system_prompt",
                "You answer for {{company.name}}.\nAsk {{contact.first_name}} for the order"
                    + " number."),
            Map.entry("first_message", "Good morning {{contact.first_name}}."),
            Map.entry("voice_provider", "elevenlabs"),
            Map.entry("voice_model", "eleven_flash_v2_5"),
            Map.entry("voice_id", "v-77"),
            Map.entry("transcriptor_provider", "deepgram"),
            Map.entry("transcriptor_model", "nova-2"),
            Map.entry("transcriptor_language", "de"),
            Map.entry("recording_enabled", false),
            Map.entry("inbound_enabled", false),
            Map.entry("outbound_enabled", false));
    assertThat(migration.report().findings()).noneMatch(f -> f.message().contains("unknown"));
    assertThat(migration.report().defaults())
        .anyMatch(d -> d.subject().equals("recording_enabled") && d.value().equals("false"))
        .anyMatch(d -> d.subject().equals("temperature") && d.value().isEmpty());
  }

  @Test
  void theSpecOfFlireoHoldsWhatTalkturoKnows() {
    Migration migration = full(Vendor.FLIREO, DEFAULTS);

    assertThat(migration.spec().fields())
        .containsEntry("name", "Front desk")
        .containsEntry("first_message", "Good morning {{first_name}}.")
        .containsEntry("system_prompt", "You answer for {{company}}.\n\nBe short.")
        .containsEntry("provider", "openai")
        .containsEntry("model", "gpt-4o-mini")
        .containsEntry("temperature", 0.3)
        .containsEntry("max_tokens", 400)
        .containsEntry("voice_provider", "elevenlabs")
        .containsEntry("voice_model", "eleven_flash_v2_5")
        .containsEntry("voice_id", "v-77")
        .containsEntry("transcriptor_provider", "deepgram")
        .containsEntry("transcriptor_model", "nova-3-general")
        .containsEntry("transcriptor_language", "de")
        .containsEntry("inbound_enabled", false);
    assertThat(migration.report().findings())
        .anyMatch(f -> f.toString().startsWith("first_message:1:14: warning: unknown variable"));
    assertThat(row(migration, "/max_duration_seconds").outcome()).isEqualTo(Outcome.DROPPED);
  }

  @ParameterizedTest
  @EnumSource
  void lossesThatTouchLawOrMoneyComeFirst(Vendor vendor) {
    List<ReportRow> rows = full(vendor, DEFAULTS).report().rows();
    int grave = (int) rows.stream().filter(r -> r.isLoss() && r.touchesLawOrMoney()).count();

    assertThat(grave).isGreaterThan(5);
    assertThat(rows.subList(0, grave)).allMatch(r -> r.isLoss() && r.touchesLawOrMoney());
    assertThat(rows.subList(0, grave))
        .extracting(ReportRow::pointer)
        .contains(
            vendor == Vendor.TELNYX
                ? "/telephony_settings/recording_settings/enabled"
                : "/gdpr_mode");
  }

  @ParameterizedTest
  @EnumSource
  void strictModeFailsOnWhatIsLost(Vendor vendor) {
    MigrationOptions strict = MigrationOptions.builder().strict(true).build();
    assertThatThrownBy(() -> full(vendor, strict))
        .isInstanceOf(IncompleteMigrationException.class)
        .hasMessageContaining("front-desk: ");

    Map<String, Object> simple = Json.tree("{\"id\":\"a\",\"name\":\"Desk\"}");
    assertThat(of(vendor, simple, strict).spec().name()).contains("Desk");
  }

  @Test
  void recordingIsTheCallersChoice() {
    String pointer = "/telephony_settings/recording_settings/enabled";
    assertThat(row(full(Vendor.TELNYX, DEFAULTS), pointer).outcome()).isEqualTo(Outcome.NEEDS_YOU);

    Migration on = full(Vendor.TELNYX, MigrationOptions.builder().recordingEnabled(true).build());
    assertThat(row(on, pointer).outcome()).isEqualTo(Outcome.CARRIED);
    assertThat(on.spec().fields()).containsEntry("recording_enabled", true);

    Migration off = full(Vendor.TELNYX, MigrationOptions.builder().recordingEnabled(false).build());
    assertThat(row(off, pointer).outcome()).isEqualTo(Outcome.CONVERTED);
  }

  @Test
  void whatHasNoCounterpartNeedsAPersonOrAnOption() {
    Map<String, Object> tree =
        Json.tree(
            """
            {"id": "a", "name": "Desk", "model": "meta-llama/Llama-3", "greeting": "",
             "voice_settings": {"voice": "Telnyx.KokoroTTS.af_heart"},
             "transcription": {"model": "openai/whisper-large-v3-turbo", "language": "auto"}}
            """);
    Migration open = of(Vendor.TELNYX, tree, DEFAULTS);
    assertThat(open.report().count(Outcome.NEEDS_YOU)).isEqualTo(5);
    assertThat(open.spec().fields()).doesNotContainKeys("model", "voice_id", "first_message");

    Migration chosen =
        of(
            Vendor.TELNYX,
            tree,
            MigrationOptions.builder()
                .llm(LlmProvider.ANTHROPIC, "claude")
                .firstMessage("Hello.")
                .build());
    assertThat(chosen.spec().fields())
        .containsEntry("provider", "anthropic")
        .containsEntry("model", "claude")
        .containsEntry("first_message", "Hello.");
    assertThat(row(chosen, "/model").target()).isEqualTo("anthropic, claude");
  }

  @Test
  void valuesThatTalkturoDoesNotTakeAreNotCarried() {
    Map<String, Object> tree =
        Json.tree(
            """
            {"id": "a", "name": " ", "llm_config":
              {"provider": "xai_realtime", "model": "grok", "temperature": 3,
               "max_completion_tokens": 0, "messages": [{"role": "user", "content": "Hi"}]}}
            """);
    Migration migration = of(Vendor.FLIREO, tree, DEFAULTS);

    assertThat(migration.spec().fields().keySet())
        .containsExactlyInAnyOrder("recording_enabled", "inbound_enabled", "outbound_enabled");
    assertThat(row(migration, "/llm_config/temperature").outcome()).isEqualTo(Outcome.NEEDS_YOU);
    assertThat(row(migration, "/llm_config/provider").note()).contains("speech to speech");
    assertThat(migration.key()).isEqualTo("a-a");
  }

  @Test
  void ofSeveralSystemMessagesTheFirstCanBeTaken() {
    Migration migration =
        full(
            Vendor.FLIREO, MigrationOptions.builder().systemMessages(SystemMessages.FIRST).build());
    assertThat(migration.spec().fields())
        .containsEntry("system_prompt", "You answer for {{company}}.");
    assertThat(row(migration, "/llm_config/messages/1/content").outcome())
        .isEqualTo(Outcome.DROPPED);
  }

  @ParameterizedTest
  @EnumSource
  void filesAreWrittenOnceAndThenCompared(Vendor vendor, @TempDir Path folder) throws IOException {
    ImportedFiles first = full(vendor, DEFAULTS).into(folder);
    assertThat(first.written())
        .containsExactlyInAnyOrder(
            Path.of("assistants/front-desk.yaml"),
            Path.of("prompts/front-desk.md"),
            Path.of("reports/front-desk/report.md"),
            Path.of("reports/front-desk/report.json"));
    String yaml = Files.readString(folder.resolve("assistants/front-desk.yaml"));
    assertThat(yaml).startsWith("# From ");
    assertThat((Object) new Load(LoadSettings.builder().build()).loadFromString(yaml))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("templateId", "custom")
        .containsEntry("system_prompt", Map.of("file", "prompts/front-desk.md"))
        .containsEntry("recording_enabled", false);
    assertThat(Files.readString(folder.resolve("prompts/front-desk.md")))
        .isEqualTo(full(vendor, DEFAULTS).spec().fields().get("system_prompt") + "\n");

    ImportedFiles again = full(vendor, DEFAULTS).into(folder);
    assertThat(again.written()).isEmpty();
    assertThat(again.unchanged()).hasSize(4);

    Files.writeString(folder.resolve("prompts/front-desk.md"), "By hand\n");
    ImportedFiles third = full(vendor, DEFAULTS).into(folder);
    assertThat(third.differences()).containsOnlyKeys(Path.of("prompts/front-desk.md"));
    assertThat(third.differences().get(Path.of("prompts/front-desk.md")))
        .contains("-By hand")
        .contains("+You answer for");
    assertThat(Files.readString(folder.resolve("prompts/front-desk.md"))).isEqualTo("By hand\n");
  }

  @Test
  void twoAssistantsOfOneNameDoNotPassForOne(@TempDir Path folder) {
    of(Vendor.TELNYX, Json.tree("{\"id\":\"a\",\"name\":\"Desk\"}"), DEFAULTS).into(folder);
    Migration other = of(Vendor.TELNYX, Json.tree("{\"id\":\"b\",\"name\":\"Desk\"}"), DEFAULTS);

    assertThatThrownBy(() -> other.into(folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("key desk belongs to Telnyx a");
  }

  @Test
  void textsOfAnyShapeSurviveTheFiles(@TempDir Path folder) throws IOException {
    String id = "a\n- evil: true";
    Migration migration =
        of(
            Vendor.FLIREO,
            new java.util.HashMap<>(
                Map.of(
                    "id",
                    id,
                    "name",
                    "0123",
                    "first_message",
                    "Pay ${env:HOME} | `now`\r\n",
                    "llm_config",
                    Map.of("messages", List.of(Map.of("role", "system", "content", "A\r\nB"))))),
            DEFAULTS);
    migration.into(folder);

    Object yaml =
        new Load(LoadSettings.builder().build())
            .loadFromString(Files.readString(folder.resolve("assistants/0123.yaml")));
    assertThat(yaml)
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("name", "0123")
        .containsEntry("first_message", "Pay $${env:HOME} | `now`\r\n")
        .containsEntry("system_prompt", "A\r\nB")
        .doesNotContainKey("- evil");
  }

  @ParameterizedTest
  @EnumSource
  void nothingThatIsWrittenShowsASecret(Vendor vendor, @TempDir Path folder) throws IOException {
    Migration migration = full(vendor, DEFAULTS);
    migration.into(folder);
    MigrationReport report = migration.report();
    StringBuilder all =
        new StringBuilder()
            .append(migration)
            .append(report)
            .append(report.rows())
            .append(report.toMarkdown())
            .append(report.toJson())
            .append(migration.spec());
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file));
      }
    }
    assertThat(all.toString()).contains("[not shown]").doesNotContain("secret-");
  }

  @ParameterizedTest
  @EnumSource
  void theReportOfTheReadmeIsReal(Vendor vendor) throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    assertThat(readme).contains(full(vendor, DEFAULTS).report().toMarkdown().strip());
  }
}
