package com.talkturo.examples;

import com.talkturo.migration.ImportedFiles;
import com.talkturo.migration.Migration;
import com.talkturo.migration.MigrationOptions;
import com.talkturo.migration.Outcome;
import com.talkturo.migration.flireo.FlireoClient;
import com.talkturo.migration.telnyx.TelnyxClient;
import com.talkturo.provisioning.AssistantSpec;
import com.talkturo.provisioning.Plan;
import com.talkturo.provisioning.Provisioner;
import com.talkturo.provisioning.Report;
import com.talkturo.provisioning.StateStore;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.testing.FlireoServer;
import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TelnyxServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Brings three assistants of Telnyx and three of Flireo over: import into files, plan, apply, and
 * what did not come along.
 *
 * <p>Always on embedded servers of all three vendors.
 */
public final class BringOver {
  private BringOver() {}

  /** Takes nothing. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("talkturo");
    List<Migration> migrations = new ArrayList<>();
    try (TelnyxServer telnyxServer = TelnyxServer.start();
        FlireoServer flireoServer = FlireoServer.start();
        TelnyxClient telnyx =
            TelnyxClient.builder()
                .baseUrl(telnyxServer.baseUrl())
                .apiKey(telnyxServer.apiKey())
                .build();
        FlireoClient flireo =
            FlireoClient.builder()
                .baseUrl(flireoServer.baseUrl())
                .apiKey(flireoServer.apiKey())
                .build()) {
      fill(telnyxServer, flireoServer);
      MigrationOptions options =
          MigrationOptions.builder().variable("first_name", "contact.first_name").build();
      telnyx.assistants().list().forEach(a -> migrations.add(Migration.of(a, options)));
      flireo.assistants().list().forEach(a -> migrations.add(Migration.of(a, options)));
    }

    Map<String, AssistantSpec> specs = new TreeMap<>();
    for (Migration migration : migrations) {
      ImportedFiles files = migration.into(folder);
      System.out.println(migration.key() + ": " + files.written().size() + " files");
      specs.put(migration.key(), migration.spec());
    }
    provision(specs, StateStore.files(folder.resolve("state")));

    for (Migration migration : migrations) {
      System.out.println(
          migration.key()
              + ": "
              + migration.report().count(Outcome.NEEDS_YOU)
              + " need you, "
              + migration.report().count(Outcome.DROPPED)
              + " dropped");
    }
    System.out.println(migrations.get(0).report().toMarkdown());
  }

  private static void provision(Map<String, AssistantSpec> specs, StateStore store) {
    try (TalkturoServer server = TalkturoServer.start();
        TalkturoClient talkturo =
            TalkturoClient.builder()
                .baseUrl(server.baseUrl())
                .apiKey(server.apiKey())
                .accountSlug(server.accountSlug())
                .build()) {
      Provisioner provisioner = Provisioner.builder(talkturo).store(store).build();
      provisioner.init();
      Plan plan = provisioner.plan(specs);
      System.out.println(plan);
      Report report = provisioner.apply(plan);
      System.out.println("Applied: " + report.counts());
      System.out.println(server.assistants().size() + " assistants at Talkturo");
      System.out.println("The next plan is empty: " + provisioner.plan(specs).isEmpty());
    }
  }

  private static void fill(TelnyxServer telnyx, FlireoServer flireo) {
    for (String name : List.of("Front desk", "Sales", "Night line")) {
      telnyx.addAssistant(
          Map.of(
              "name",
              name,
              "instructions",
              "You answer the phone. Greet {{first_name}}.",
              "greeting",
              "Good morning.",
              "voice_settings",
              Map.of("voice", "ElevenLabs.eleven_flash_v2_5.v-77"),
              "enabled_features",
              List.of("telephony"),
              "tools",
              List.of(Map.of("type", "hangup", "hangup", Map.of("description", "End.")))));
    }
    for (String name : List.of("Empfang", "Vertrieb", "Notdienst")) {
      flireo.addAssistant(
          Map.of(
              "name",
              name,
              "first_message",
              "Guten Tag.",
              "gdpr_mode",
              true,
              "llm_config",
              Map.of(
                  "provider",
                  "openai",
                  "model",
                  "gpt-4o-mini",
                  "temperature",
                  0.3,
                  "messages",
                  List.of(Map.of("role", "system", "content", "Du nimmst das Telefon ab.")))));
    }
  }
}
