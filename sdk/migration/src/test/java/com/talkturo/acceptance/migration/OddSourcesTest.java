package com.talkturo.acceptance.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.talkturo.migration.IncompleteMigrationException;
import com.talkturo.migration.Migration;
import com.talkturo.migration.MigrationOptions;
import com.talkturo.migration.Outcome;
import com.talkturo.migration.ReportRow;
import com.talkturo.migration.SystemMessages;
import com.talkturo.migration.flireo.FlireoAssistant;
import com.talkturo.migration.telnyx.TelnyxAssistant;
import com.talkturo.sdk.assistants.LlmProvider;
import com.talkturo.sdk.assistants.TranscriptorProvider;
import com.talkturo.sdk.assistants.VoiceProvider;
import com.talkturo.sdk.testing.Fault;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Sources as no reference shows them: each leaf is told of, and nothing is made up. */
class OddSourcesTest {
  private static Migration telnyx(String tree, MigrationOptions.Builder options) {
    return Migration.of(TelnyxAssistant.ofTree(Json.tree(tree)), options.build());
  }

  private static Migration flireo(String tree, MigrationOptions.Builder options) {
    return Migration.of(FlireoAssistant.ofTree(Json.tree(tree)), options.build());
  }

  private static MigrationOptions.Builder options() {
    return MigrationOptions.builder();
  }

  private static ReportRow row(Migration migration, String pointer) {
    return migration.report().rows().stream()
        .filter(row -> row.pointer().equals(pointer))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "/model, openai/",
    "/model, 'openai/ '",
    "/voice_settings/voice, ElevenLabs..v-77",
    "/voice_settings/voice, ElevenLabs.eleven_v3.",
    "/transcription/model, deepgram/"
  })
  void aPartThatIsBlankIsNotCalledConverted(String pointer, String value) {
    String[] names = pointer.split("/");
    Object tree = value;
    for (int i = names.length - 1; i > 0; i--) {
      tree = Map.of(names[i], tree);
    }
    Map<String, Object> source = new LinkedHashMap<>((Map<String, Object>) asMap(tree));
    source.put("id", "a");
    Migration migration = Migration.of(TelnyxAssistant.ofTree(source));

    assertThat(row(migration, pointer).outcome()).isEqualTo(Outcome.NEEDS_YOU);
    assertThat(migration.spec().fields().keySet())
        .containsExactlyInAnyOrder("recording_enabled", "inbound_enabled", "outbound_enabled");
  }

  @SuppressWarnings("unchecked") // Trees are objects.
  private static Map<String, Object> asMap(Object tree) {
    return (Map<String, Object>) tree;
  }

  @Test
  void aBlankFieldIsLeftToAPerson() {
    Migration migration =
        flireo(
            """
            {"id": "a", "tts_config": {"provider": "elevenlabs", "model": " ", "voice_id": "v"},
             "stt_config": {"provider": "deepgram", "model": "nova-3", "language": ""}}
            """,
            options());

    assertThat(row(migration, "/tts_config/model").outcome()).isEqualTo(Outcome.NEEDS_YOU);
    assertThat(row(migration, "/stt_config/language").outcome()).isEqualTo(Outcome.NEEDS_YOU);
    assertThat(migration.spec().fields())
        .contains(entry("voice_id", "v"), entry("transcriptor_model", "nova-3"))
        .doesNotContainKeys("voice_model", "transcriptor_language");
  }

  @Test
  void aSystemMessageBehindAnOddOneIsFound() {
    Migration migration =
        flireo(
            """
            {"id": "a", "llm_config": {"messages": [
              null, "hello", {}, {"more": 1}, {"role": "system", "content": ["parts"]},
              {"role": "system", "content": "Be kind."}, 7]}}
            """,
            options());

    assertThat(migration.spec().fields()).containsEntry("system_prompt", "Be kind.");
    assertThat(row(migration, "/llm_config/messages/5/content").outcome())
        .isEqualTo(Outcome.CARRIED);
    assertThat(row(migration, "/llm_config/messages/4/content/0").outcome())
        .isEqualTo(Outcome.DROPPED);
  }

  @Test
  void theTelephonyFeatureBehindAnOddOneIsFound() {
    String tree = "{\"id\": \"a\", \"enabled_features\": [{\"x\": 1}, null, \"telephony\"]}";

    assertThat(row(telnyx(tree, options()), "/enabled_features/2").outcome())
        .isEqualTo(Outcome.NEEDS_YOU);
    Migration chosen = telnyx(tree, options().inboundEnabled(true));
    assertThat(row(chosen, "/enabled_features/2").target())
        .isEqualTo("inbound true, outbound false");
    assertThat(chosen.spec().fields())
        .contains(entry("inbound_enabled", true), entry("outbound_enabled", false));
  }

  @ParameterizedTest
  @EnumSource
  void aChoiceAlsoServesWhereTheSourceHasNothing(Vendor vendor) {
    MigrationOptions.Builder chosen =
        options()
            .firstMessage("Hello.")
            .llm(LlmProvider.ANTHROPIC, "claude")
            .voice(VoiceProvider.ELEVENLABS, "eleven_v3", "v-1")
            .transcriptor(TranscriptorProvider.DEEPGRAM, "nova-3");
    String tree =
        "{\"id\": \"a\", \"greeting\": null, \"first_message\": null, \"tts_config\": null,"
            + " \"voice_settings\": {}}";
    Migration migration = vendor == Vendor.TELNYX ? telnyx(tree, chosen) : flireo(tree, chosen);

    assertThat(migration.spec().fields())
        .contains(
            entry("first_message", "Hello."),
            entry("provider", "anthropic"),
            entry("model", "claude"),
            entry("voice_provider", "elevenlabs"),
            entry("voice_model", "eleven_v3"),
            entry("voice_id", "v-1"),
            entry("transcriptor_provider", "deepgram"),
            entry("transcriptor_model", "nova-3"));
    assertThat(migration.report().defaults())
        .anyMatch(
            d -> d.subject().equals("voice") && d.value().equals("elevenlabs, eleven_v3, v-1"))
        .anyMatch(d -> d.subject().equals("llm") && d.note().contains("you chose this"));
  }

  @ParameterizedTest
  @EnumSource
  void aChoiceDoesNotReplaceWhatTheSourceHas(Vendor vendor) {
    Map<String, Object> full = Json.tree(vendor.fixture());
    MigrationOptions chosen =
        options()
            .firstMessage("Hello.")
            .llm(LlmProvider.ANTHROPIC, "claude")
            .voice(VoiceProvider.ELEVENLABS, "other", "other")
            .transcriptor(TranscriptorProvider.ASSEMBLYAI, "other")
            .build();
    Migration migration =
        vendor == Vendor.TELNYX
            ? Migration.of(TelnyxAssistant.ofTree(full), chosen)
            : Migration.of(FlireoAssistant.ofTree(full), chosen);

    assertThat(migration.spec().fields())
        .contains(
            entry("first_message", "Good morning {{first_name}}."),
            entry("provider", "openai"),
            entry("voice_id", "v-77"),
            entry("transcriptor_provider", "deepgram"));
  }

  @Test
  void toolsOfAnyTypeTouchLawOrMoneyAndUnknownOnesShowNoValue() {
    Migration atFlireo =
        flireo(
            """
            {"id": "a", "llm_config": {"tools": [
              {"type": "transfer_call", "destinations": [{"number": "+4930"}]}, "odd"]}}
            """,
            options());
    Migration atTelnyx =
        telnyx(
            """
            {"id": "a", "tools": [{"type": "pay", "pay": {"amount": "all"}}], "tool_ids": ["t-1"]}
            """,
            options());

    for (Migration migration : List.of(atFlireo, atTelnyx)) {
      assertThat(migration.report().rows())
          .filteredOn(row -> row.pointer().contains("tool"))
          .hasSize(3)
          .allMatch(row -> row.touchesLawOrMoney() && row.outcome() == Outcome.DROPPED);
    }
    assertThat(row(atFlireo, "/llm_config/tools/0/destinations/0/number").source())
        .isEqualTo("[not shown]");
    assertThat(row(atFlireo, "/llm_config/tools/0/type").source()).isEqualTo("\"transfer_call\"");
    assertThat(row(atTelnyx, "/tools/0/pay/amount").source()).isEqualTo("[not shown]");
  }

  @Test
  void namesOfMembersCannotHideASecretFromTheReport() {
    Migration migration =
        telnyx(
            """
            {"id": "a", "dynamic_variables": {"a\\nwebhook_secret": "secret-1", "b\\nTOKEN": 7},
             "dynamic_variables_webhook_url": "hook-user:secret-2@example.com/x?key=secret-3",
             "tools": [{"type": "webhook", "webhook": {
               "url": "example.com/x?key=secret-4",
               "headers": {"X\\nA": "secret-5", "name": "secret-6"}}},
              {"type": "webhook", "webhook": {"headers": ["Authorization: secret-7",
                {"name": "X", "values": ["secret-8"]}]}}]}
            """,
            options());

    String all = migration.report().toMarkdown() + migration.report().toJson();
    assertThat(all).contains("[not shown]@example.com/x?[not shown]").doesNotContain("secret-");
    assertThat(row(migration, "/dynamic_variables/b\nTOKEN").source()).isEqualTo("[not shown]");
  }

  @Test
  void numbersOfAnySizeComeThrough() {
    BigInteger huge = BigInteger.TEN.pow(900).add(BigInteger.ONE);
    Map<String, Object> source =
        Map.of(
            "id",
            "a",
            "max_duration_seconds",
            huge,
            "silence_timeout_seconds",
            new BigDecimal("8.50"),
            "llm_config",
            Map.of(
                "temperature",
                new BigDecimal("1E-400"),
                "max_completion_tokens",
                new BigDecimal("1E+400000000")),
            "brand_new",
            List.of(huge, new BigDecimal("0.1234567890123456789012345678901234567890")));
    FlireoAssistant read = FlireoAssistant.ofTree(source);

    assertThat(Json.exact(read.toTree())).isEqualTo(Json.exact(source));
    Migration migration = Migration.of(read);
    assertThat(row(migration, "/llm_config/max_completion_tokens").outcome())
        .isEqualTo(Outcome.NEEDS_YOU);
    assertThat(migration.spec().fields()).containsEntry("temperature", 0.0);
    assertThat(row(migration, "/llm_config/temperature").outcome()).isEqualTo(Outcome.CONVERTED);
  }

  @Test
  void aPromptOfManyBracesTakesNoTime() {
    String prompt = "{{" + " ".repeat(200_000) + "{{ first_name }}";
    Map<String, Object> source = Map.of("id", "a", "instructions", prompt);

    Migration migration =
        assertTimeout(
            Duration.ofSeconds(5),
            () ->
                Migration.of(
                    TelnyxAssistant.ofTree(source),
                    options().variable("first_name", "contact.first_name").build()));
    assertThat((String) migration.spec().fields().get("system_prompt"))
        .endsWith("  {{contact.first_name}}");
  }

  @Test
  void aDeepTreeIsKeptAndToldOf() {
    Object deep = "leaf";
    for (int i = 0; i < 150; i++) {
      deep = i % 2 == 0 ? List.of(deep) : Map.of("d", deep);
    }
    TelnyxAssistant read = TelnyxAssistant.ofTree(Map.of("id", "a", "brand_new", deep));

    assertThat(Json.exact(read.toTree()))
        .isEqualTo(Json.exact(Map.of("id", "a", "brand_new", deep)));
    assertThat(Migration.of(read).report().rows()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void anOddValueDoesNotLoseTheAnswer(Vendor vendor) {
    for (String odd :
        List.of(
            "[".repeat(5_000) + "]".repeat(5_000),
            "1" + "0".repeat(20_000),
            "NaN",
            "1e999999999",
            "\"\\ud800\"",
            "\"\\u0000\"")) {
      try (Vendor.Session session = vendor.open()) {
        String tree = "{\"id\":\"a\",\"name\":" + odd + ",\"brand_new\":" + odd + "}";
        session.enqueue(
            Fault.status(200)
                .body(vendor == Vendor.TELNYX ? tree : "{\"assistant\":" + tree + "}"));

        assertThat(session.get("a")).as(odd.substring(0, 3)).containsEntry("id", "a");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void halfOfACharacterIsKeptAndNotCarried(Vendor vendor, @TempDir Path folder) {
    String half = "a\ud800b";
    Map<String, Object> source =
        Map.of(
            "id",
            "a" + half,
            "name",
            half,
            "instructions",
            half,
            "model",
            "openai/" + half,
            "llm_config",
            Map.of("messages", List.of(Map.of("role", "system", "content", half))),
            "brand_new",
            Map.of("c", half));
    Map<String, Object> back;
    Migration migration;
    if (vendor == Vendor.TELNYX) {
      TelnyxAssistant read = TelnyxAssistant.ofTree(source);
      assertThat(read.toSettings().additionalProperties()).containsKey("brand_new");
      back = read.toTree();
      migration = Migration.of(read);
    } else {
      FlireoAssistant read = FlireoAssistant.ofTree(source);
      assertThat(read.toSettings().additionalProperties()).containsKey("brand_new");
      back = read.toTree();
      migration = Migration.of(read);
    }

    assertThat(back).isEqualTo(source);
    assertThat(row(migration, "/name").outcome()).isEqualTo(Outcome.NEEDS_YOU);
    assertThat(migration.spec().fields().keySet())
        .containsExactlyInAnyOrder("recording_enabled", "inbound_enabled", "outbound_enabled");
    assertThat(migration.into(folder).written()).hasSize(3);
    assertThat(migration.into(folder).unchanged()).hasSize(3);
    assertThat(TelnyxAssistant.ofTree(Map.of("id", "a", half, 1)).toTree()).containsKey("a?b");
  }

  @ParameterizedTest
  @CsvSource({"JOIN, false", "FIRST, false", "JOIN, true"})
  void aPromptThatTalkturoDoesNotTakeIsNotCalledConverted(
      SystemMessages systemMessages, boolean isOnly) {
    List<Map<String, String>> messages = new ArrayList<>();
    messages.add(Map.of("role", "system", "content", "a\ud800"));
    if (!isOnly) {
      messages.add(Map.of("role", "system", "content", "Be kind."));
    }
    Migration migration =
        Migration.of(
            FlireoAssistant.ofTree(Map.of("id", "a", "llm_config", Map.of("messages", messages))),
            options().systemMessages(systemMessages).build());

    assertThat(migration.spec().fields()).doesNotContainKey("system_prompt");
    assertThat(migration.report().rows())
        .noneMatch(row -> row.targets().contains("system_prompt"))
        .filteredOn(row -> row.pointer().startsWith("/llm_config/messages/0/"))
        .hasSize(2)
        .allMatch(row -> row.outcome() == Outcome.NEEDS_YOU);
  }

  @Test
  void aReportHoldsNoMarkupOfTheSource() {
    Migration migration =
        telnyx(
            """
            {"id": "![x](https://example.com/x.png)", "name": "![x](https://example.com/x.png)",
             "greeting": "**bold** <b> | `code`", "a | b\\\\": true, "c `*d*`": true}
            """,
            options().key("desk"));

    String report = migration.report().toMarkdown();
    assertThat(report)
        .contains("| `/name` | carried | \"![x]\\(https://example.com/x.png)\" |")
        .contains("\"\\*\\*bold\\*\\* &lt;b> \\| 'code'\"")
        .contains("| `/a \\| b\\\\` |")
        .contains("| `/c '*d*'` |")
        .contains("Source `![x](https://example.com/x.png)`.");
  }

  @Test
  void secretsInTextsOfJsonAreNotInTheReport() {
    Migration migration =
        telnyx(
            """
            {"id": "a", "description": "{\\"api\\\\u005fkey\\": \\"secret-1\\"}",
             "dynamic_variables": {"api\\u005fkey": "secret-2", "x": "{'token': 'secret-3'}",
               "api\\\\u005fkey": "secret-4"},
             "model": "openai/https://u:secret-5@h/x",
             "tools": [{"type": "transfer", "transfer": {
               "targets": [{"to": "sip:desk:secret-6@example.com"}],
               "custom_headers": [{"name": "X-Shown", "value": "secret-7"}]}}]}
            """,
            options());

    String all =
        migration.report().toMarkdown() + migration.report().toJson() + migration.report().rows();
    assertThat(all)
        .contains("X-Shown", "sip:desk:[not shown]@example.com")
        .doesNotContain("secret-");
  }

  @Test
  void nothingPrintedShowsWhatFreeTreesHold() {
    String secret = "\"p\": {\"properties\": {\"api\\u005fkey\": {\"const\": \"secret-1\"}}}";
    TelnyxAssistant telnyx =
        TelnyxAssistant.ofTree(
            Json.tree(
                """
                {"id": "a", "dynamic_variables": {%1$s}, "brand_new": {%1$s}, "tools": [
                  {"type": "webhook", "webhook": {"name": "n", "description": "d", "url": "u",
                    "body_parameters": {%1$s}, "path_parameters": {%1$s},
                    "query_parameters": {%1$s}, "more": {%1$s}}},
                  {"type": "pay", "pay": {%1$s}},
                  {"type": "transfer", "transfer": {"targets": [{"to": "sip:a:secret-2@h"}]}}]}
                """
                    .formatted(secret)));
    FlireoAssistant flireo =
        FlireoAssistant.ofTree(
            Json.tree(
                """
                {"id": "a", "analysis_plan": {"structured_data_plan": {"schema": {%1$s}}},
                 "stt_config": {"custom_vocabulary": [{%1$s}]},
                 "llm_config": {"tools": [{"name": "n", "parameters": {%1$s}, "server": {%1$s}}]}}
                """
                    .formatted(secret)));

    assertThat(telnyx.tools().orElseThrow().get(0).webhook().orElseThrow().bodyParameters())
        .isPresent();
    assertThat(flireo.llmConfig().orElseThrow().tools().orElseThrow().get(0).parameters())
        .isPresent();
    assertThat(
            telnyx
                + " "
                + telnyx.toSettings()
                + telnyx.tools()
                + flireo
                + flireo.toSettings()
                + flireo.llmConfig())
        .contains("[not shown]")
        .doesNotContain("secret-");
  }

  @Test
  void onlyWhatIsKnownToBeAnIdentityIsCalledSo() {
    Migration migration =
        telnyx(
            """
            {"id": "a", "version_id": "v", "version_name": "n", "version_created_at": "t",
             "related_mission_ids": ["m"], "import_metadata": {"import_id": "i"},
             "version_policy": {"keep": 3}, "id_check": true, "created_at_night": 1}
            """,
            options());

    assertThat(migration.report().count(Outcome.IDENTITY)).isEqualTo(6);
    assertThat(migration.report().rows())
        .filteredOn(row -> row.outcome() == Outcome.DROPPED)
        .extracting(ReportRow::pointer)
        .containsExactlyInAnyOrder("/version_policy/keep", "/id_check", "/created_at_night");
  }

  @Test
  void onlyWholeNamesOfVariablesAreReplaced() {
    Migration migration =
        telnyx(
            """
            {"id": "a", "name": "{{first_name}}", "greeting": "{{first_name}}$1",
             "instructions": "{{first_name}} {{ first_name }} {{first_name | upper}} {first_name}\
             {{{first_name}}} {{first_names}} {{telnyx_current_time}} {{a}} {{b}} {{first_name"}
            """,
            options()
                .variable("first_name", "contact.first_name")
                .variable("first_name | upper", "contact.full_name")
                .variable("a", "b")
                .variable("b", "contact.custom.$1"));

    assertThat(migration.spec().fields())
        .contains(
            entry("name", "{{first_name}}"),
            entry("first_message", "{{contact.first_name}}$1"),
            entry(
                "system_prompt",
                "{{contact.first_name}} {{contact.first_name}} {{contact.full_name}} {first_name}"
                    + " {{{contact.first_name}}} {{first_names}} {{telnyx_current_time}} {{b}}"
                    + " {{contact.custom.$1}} {{first_name"));
    assertThat(row(migration, "/greeting").note()).isEqualTo("variables renamed");
    assertThat(migration.report().findings())
        .extracting(Object::toString)
        .anyMatch(f -> f.endsWith("error: {{ is never closed"))
        .anyMatch(f -> f.contains("{{telnyx_current_time}} is another vendor's"))
        .anyMatch(f -> f.contains("{first_name} in single braces"))
        .anyMatch(f -> f.contains("unknown variable {{first_names}}"));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"is_active\": true', 1 dropped and 0 open rows",
    "'\"first_message\": \"\"', 0 dropped and 1 open rows",
    "'\"first_message\": \"Hi {{contact.email\"', 'first a prompt with errors'"
  })
  void strictModeFailsOnEachKindOfLoss(String member, String message) {
    String tree = "{\"id\": \"a\", \"name\": \"Desk\", " + member + "}";

    assertThatThrownBy(() -> flireo(tree, options().strict(true)))
        .isInstanceOfSatisfying(
            IncompleteMigrationException.class,
            e -> assertThat(e.report().sourceId()).isEqualTo("a"))
        .hasMessageStartingWith("desk: ")
        .hasMessageContaining(message);
    assertThat(flireo(tree, options().strict(false)).key()).isEqualTo("desk");
  }
}
