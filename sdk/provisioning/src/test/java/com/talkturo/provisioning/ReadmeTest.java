package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.assistants.TemplateId;
import com.talkturo.sdk.errors.TalkturoException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The README: its snippets stand here, line for line, and run. */
class ReadmeTest {
  private final DataSource dataSource = Fixture.h2();
  private final Fixture fixture = new Fixture(StateStore.jdbc(dataSource));
  private final TalkturoClient talkturo = fixture.talkturo;

  @AfterEach
  void close() {
    fixture.close();
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }

  private static List<String> snippets(String language) throws IOException {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(readme())
        .results()
        .map(match -> unindented(match.group(1)))
        .toList();
  }

  private static String unindented(String code) {
    return code.lines().map(String::strip).collect(Collectors.joining("\n"));
  }

  @Test
  void everySnippetIsCompiled() throws IOException {
    String compiled =
        unindented(
            Files.readString(Path.of("src/test/java/com/talkturo/provisioning/ReadmeTest.java")));

    assertThat(snippets("java")).hasSize(6);
    assertThat(snippets("java")).allSatisfy(snippet -> assertThat(compiled).contains(snippet));
  }

  @Test
  void theTablesAreThoseOfTheJavadoc() throws IOException {
    String ddl = unindented(snippets("sql").get(0)).replace(";", "").replace("\n", " ");

    assertThat(Ddl.documented())
        .hasSize(2)
        .allSatisfy(table -> assertThat(ddl).contains(unindented(table).replace("\n", " ")));
  }

  @Test
  void everyExceptionHasAParagraph() throws IOException {
    String readme = readme();
    try (Stream<Path> files = Files.list(Path.of("src/main/java/com/talkturo/provisioning"))) {
      List<String> exceptions =
          files
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .filter(name -> name.endsWith("Exception") && !name.equals("ProvisioningException"))
              .toList();
      assertThat(exceptions)
          .hasSizeGreaterThan(10)
          .allSatisfy(name -> assertThat(readme).contains("- **`" + name + "`**: "));
    }
  }

  @Test
  void theJobInTenLines() {
    Provisioner provisioner =
        Provisioner.builder(talkturo).store(StateStore.jdbc(dataSource)).build();

    AssistantSpec spec =
        AssistantSpec.builder()
            .name("Front desk")
            .templateId(TemplateId.INBOUND_SUPPORT)
            .systemPrompt("You answer the phone for North Wind.")
            .phoneNumberIds("pn_a1")
            .build();
    Provisioned desk = provisioner.apply("customer-4711", spec);
    assertThat(desk.created()).isTrue();

    provisioner.init();

    Map<String, AssistantSpec> specsByKey =
        Map.of(
            "customer-4711",
            spec.toBuilder()
                .systemPrompt("You answer the phone for North Wind. Ask for the order number.")
                .build(),
            "customer-4712",
            AssistantSpec.builder()
                .name("Front desk")
                .templateId(TemplateId.INBOUND_SUPPORT)
                .systemPrompt("You answer the phone for South Wind.")
                .build());
    Plan plan = provisioner.plan(specsByKey);
    System.out.println(plan);
    Report report = provisioner.apply(plan);
    System.out.println(report);
    assertThat(report.isComplete()).isTrue();
    assertThat(plan.toString()).isEqualTo(printedInTheReadme());
  }

  private static String printedInTheReadme() {
    try {
      String readme = readme();
      int start = readme.indexOf("```\n2 assistants") + 4;
      return readme.substring(start, readme.indexOf("```", start));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The caller's own tables. */
  static final class Database {
    private final List<String> customers = new ArrayList<>();
    private final List<String> jobs = new ArrayList<>();

    void inTransaction(Runnable work) {
      work.run();
    }

    void insertCustomer(String customer) {
      customers.add(customer);
    }

    void insertJob(String customer) {
      jobs.add(customer);
    }

    List<String> openJobs() {
      return List.copyOf(jobs);
    }

    void closeJob(String customer) {
      jobs.remove(customer);
    }

    void askSupport(String customer, String token) {
      throw new AssertionError(customer + token);
    }

    void tryLater(String customer, @Nullable String why) {
      throw new AssertionError(customer + why);
    }
  }

  private static AssistantSpec specOf(String customer) {
    return AssistantSpec.builder().name("Front desk of " + customer).build();
  }

  static void signUp(Database database, String customer) {
    database.inTransaction(
        () -> {
          database.insertCustomer(customer);
          database.insertJob(customer); // The outbox: committed together, or not at all.
        });
  }

  static void work(Database database, Provisioner provisioner) {
    for (String customer : database.openJobs()) {
      try {
        provisioner.apply(customer, specOf(customer));
        database.closeJob(customer);
      } catch (UnresolvedCreateException e) {
        database.askSupport(customer, e.token()); // A person decides; others go on.
      } catch (ProvisioningException e) {
        database.tryLater(customer, e.getMessage());
      }
    }
  }

  @Test
  void anOutboxDrivesTheEngine() {
    Database database = new Database();
    signUp(database, "customer-1");
    signUp(database, "customer-2");

    work(database, fixture.provisioner());

    assertThat(database.openJobs()).isEmpty();
    assertThat(database.customers).hasSize(2);
    assertThat(fixture.server.assistants()).hasSize(2);
  }

  /** The table of a backend without the engine. */
  static final class CustomerTable {
    record Row(
        String customer,
        String name,
        String prompt,
        String phoneNumberId,
        String state,
        String assistantId) {}

    private final Map<String, Row> rows = new HashMap<>();

    Row lock(String customer) {
      return rows.computeIfAbsent(
          customer, c -> new Row(c, "Front desk of " + c, "Answer.", "pn_a1", "NEW", ""));
    }

    void update(String customer, String state, @Nullable String assistantId) {
      Row row = lock(customer);
      rows.put(
          customer,
          new Row(
              customer,
              row.name(),
              row.prompt(),
              row.phoneNumberId(),
              state,
              assistantId == null ? "" : assistantId));
    }
  }

  static void provisionByHand(TalkturoClient talkturo, CustomerTable table, String customer) {
    CustomerTable.Row row = table.lock(customer);
    if (row.state().equals("NEW")) {
      table.update(customer, "CREATING", null);
      Assistant assistant;
      try {
        assistant =
            talkturo
                .assistants()
                .create(r -> r.name(row.name()).templateId(TemplateId.INBOUND_SUPPORT));
      } catch (TalkturoException e) {
        if (e.mayHaveTakenEffect()) {
          table.update(customer, "UNKNOWN", null);
        } else {
          table.update(customer, "NEW", null);
        }
        throw e;
      }
      table.update(customer, "CREATED", assistant.id());
    }
    CustomerTable.Row created = table.lock(customer);
    if (created.state().equals("UNKNOWN") || created.state().equals("CREATING")) {
      throw new IllegalStateException("look into the dashboard for " + customer);
    }
    if (created.state().equals("CREATED")) {
      talkturo
          .assistants()
          .update(
              created.assistantId(),
              r -> r.systemPrompt(created.prompt()).temperature(0.2).voiceId("v-77"));
      table.update(customer, "CONFIGURED", created.assistantId());
    }
    CustomerTable.Row configured = table.lock(customer);
    if (configured.state().equals("CONFIGURED")) {
      talkturo
          .assistants()
          .assignPhoneNumbers(configured.assistantId(), configured.phoneNumberId());
      table.update(customer, "DONE", configured.assistantId());
    }
  }

  static void provision(Provisioner provisioner, CustomerTable.Row row) {
    provisioner.apply(
        row.customer(),
        AssistantSpec.builder()
            .name(row.name())
            .templateId(TemplateId.INBOUND_SUPPORT)
            .systemPrompt(row.prompt())
            .temperature(0.2)
            .voiceId("v-77")
            .phoneNumberIds(row.phoneNumberId())
            .build());
  }

  @Test
  void byHandAndWithTheEngineTheEndIsTheSame() {
    CustomerTable table = new CustomerTable();
    provisionByHand(talkturo, table, "customer-1");
    provision(fixture.provisioner(), table.lock("customer-2"));

    assertThat(fixture.server.assistants())
        .hasSize(2)
        .allSatisfy(
            assistant ->
                assertThat(assistant)
                    .containsEntry("system_prompt", "Answer.")
                    .containsEntry("voice_id", "v-77"));
  }
}
