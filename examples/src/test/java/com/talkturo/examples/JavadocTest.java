package com.talkturo.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.apikeys.ApiKeysClient;
import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.errors.TalkturoException;
import com.talkturo.sdk.errors.TransportException;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.http.Pages;
import com.talkturo.sdk.http.TalkturoListener;
import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TalkturoServerExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The snippets of the Javadoc: each stands here, or for the starter in its example, and runs. */
class JavadocTest {
  private static final List<String> PUBLISHED =
      List.of("sdk/client", "sdk/testing", "sdk/spring-boot-starter");
  private static final List<String> COMPILED =
      List.of(
          "examples/src/test/java/com/talkturo/examples/JavadocTest.java",
          "examples/spring-boot/src",
          "sdk/client/src/test/java/com/talkturo/sdk/json");

  @ParameterizedTest
  @ValueSource(strings = {"sdk/client", "sdk/testing", "sdk/spring-boot-starter"})
  void everySnippetIsCompiled(String module) {
    String compiled =
        COMPILED.stream()
            .flatMap(JavadocTest::javaFiles)
            .map(file -> Snippets.unindented(Snippets.read(file)))
            .collect(Collectors.joining("\n"));

    List<String> snippets = blocks(module).filter(Snippets::isCode).map(Snippets::codeOf).toList();

    assertThat(snippets).isNotEmpty();
    assertThat(snippets).allSatisfy(snippet -> assertThat(compiled).contains(snippet));
  }

  @Test
  void picturesAndWireLinesAreNoCode() {
    List<String> pictures =
        PUBLISHED.stream()
            .flatMap(JavadocTest::blocks)
            .filter(block -> !Snippets.isCode(block))
            .toList();

    assertThat(pictures).contains("POST /api/assistants");
    assertThat(pictures).noneMatch(Snippets::looksLikeJava);
  }

  private static Stream<String> blocks(String module) {
    return javaFiles(module + "/src/main")
        .flatMap(file -> Snippets.ofJavadoc(Snippets.read(file)).stream());
  }

  private static Stream<Path> javaFiles(String path) {
    try (Stream<Path> files = Files.walk(Snippets.ROOT.resolve(path))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the snippets take as given. */
  record FrontDesk(String baseUrl, String apiKey, String accountSlug) {
    void open() {
      try (TalkturoClient talkturo =
          TalkturoClient.builder()
              .baseUrl(baseUrl)
              .apiKey(apiKey)
              .accountSlug(accountSlug)
              .build()) {
        talkturo.assistants().create(r -> r.name("Front desk"));
      }
    }
  }

  @Test
  void theClientNeedsAKey() {
    // The build sets the variable to nothing; see the pom.
    assertThat(catchThrowable(JavadocTest::client))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("apiKey");
  }

  private static Assistant client() {
    TalkturoClient talkturo =
        TalkturoClient.builder()
            .apiKey(System.getenv("TALKTURO_API_KEY"))
            .accountSlug("my-team")
            .build();
    Assistant assistant = talkturo.assistants().create(r -> r.name("Front desk"));
    return assistant;
  }

  /** A record of the caller's own. */
  record Contact(String id) {}

  @Test
  void aRequestByHand() {
    try (TalkturoServer server = TalkturoServer.start();
        TalkturoClient talkturo =
            TalkturoClient.builder().baseUrl(server.baseUrl()).apiKey(server.apiKey()).build()) {
      server.enqueue(Fault.status(200).json(Map.of("contact", Map.of("id", "contact_1"))));
      String contactId = "contact_1";

      ApiRequest<Contact> request =
          ApiRequest.builder("GET", "/api/crm/contacts/{contactId}")
              .path("contactId", contactId)
              .envelope("contact")
              .returning(Contact.class);
      Contact contact = talkturo.exchange(request).body();

      assertThat(contact.id()).isEqualTo(contactId);
    }
  }

  @Test
  void pagesByHand() {
    try (TalkturoServer server = TalkturoServer.start();
        TalkturoClient talkturo =
            TalkturoClient.builder().baseUrl(server.baseUrl()).apiKey(server.apiKey()).build()) {
      server.enqueue(
          Fault.status(200).json(Map.of("contacts", List.of(Map.of("id", "1", "phone", "+49")))),
          Fault.status(200).json(Map.of("contacts", List.of())));

      record Contact(String id, String phone) {}

      Pages<Contact> contacts =
          Pages.byOffset(
              50,
              (limit, offset) ->
                  talkturo
                      .exchange(
                          ApiRequest.builder("GET", "/api/crm/contacts")
                              .query("limit", limit)
                              .query("offset", offset)
                              .envelope("contacts")
                              .returningListOf(Contact.class))
                      .body());
      for (Contact contact : contacts) {
        call(contact);
      }

      assertThat(server.requests()).hasSize(2);
    }
  }

  private static void call(Record contact) {
    assertThat(contact.toString()).contains("+49");
  }

  @Test
  void keysWithAUsersToken() {
    try (TalkturoServer server = TalkturoServer.start();
        TalkturoClient talkturo =
            TalkturoClient.builder()
                .baseUrl(server.baseUrl())
                .apiKey(server.apiKey())
                .accountSlug(server.accountSlug())
                .build()) {
      String jwt = server.apiKeys().ownerJwt();

      ApiKeysClient keys = talkturo.withOptions(o -> o.apiKey(jwt)).apiKeys();

      assertThat(keys.create("CI").fullKey()).isPresent();
    }
  }

  @Test
  void aListener() {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));

    class Printer implements TalkturoListener {
      @Override
      public void retryScheduled(Request request, Retry retry) {
        System.out.println(request + " waits " + retry.delay() + ", got " + retry.reason());
      }

      @Override
      public void requestFinished(Request request, Outcome outcome) {
        System.out.println(request + " took " + outcome.duration().toMillis() + " ms");
      }
    }

    try (TalkturoServer server = TalkturoServer.start();
        TalkturoClient talkturo =
            TalkturoClient.builder()
                .baseUrl(server.baseUrl())
                .apiKey(server.apiKey())
                .accountSlug(server.accountSlug())
                .listener(new Printer())
                .build()) {
      server.enqueue(Fault.rateLimited(Duration.ofSeconds(1)));
      talkturo.assistants().create(r -> r.name("Front desk"));
    } finally {
      System.setOut(console);
    }

    assertThat(printed.toString(StandardCharsets.UTF_8).trim())
        .matches(
            "POST /api/assistants waits PT1S, got 429\\R" + "POST /api/assistants took \\d{4,} ms");
  }

  @Nested
  class TwoQuestions {
    private final List<String> decisions = new ArrayList<>();

    @Test
    void anExceptionAnswersTwoQuestions() {
      try (TalkturoServer server = TalkturoServer.start();
          TalkturoClient talkturo =
              TalkturoClient.builder()
                  .baseUrl(server.baseUrl())
                  .apiKey(server.apiKey())
                  .accountSlug(server.accountSlug())
                  .build()) {
        server.enqueue(Fault.resetAfterProcessing(), Fault.status(400));
        create(talkturo);
        create(talkturo);
      }

      assertThat(decisions)
          .containsExactly(
              "look before repeating: TransportException", "repeat: BadRequestException");
    }

    private void create(TalkturoClient talkturo) {
      try {
        talkturo.assistants().create(r -> r.name("Front desk"));
      } catch (TalkturoException e) {
        if (e.mayHaveTakenEffect()) {
          lookBeforeRepeating(e);
        } else {
          repeatLater(e);
        }
      }
    }

    private void lookBeforeRepeating(TalkturoException e) {
      decisions.add("look before repeating: " + e.getClass().getSimpleName());
    }

    private void repeatLater(TalkturoException e) {
      decisions.add("repeat: " + e.getClass().getSimpleName());
    }
  }

  @Test
  void theTestingServer() {
    try (TalkturoServer server = TalkturoServer.start()) {
      TalkturoClient talkturo =
          TalkturoClient.builder()
              .baseUrl(server.baseUrl())
              .apiKey(server.apiKey())
              .accountSlug(server.accountSlug())
              .build();
      talkturo.assistants().create(r -> r.name("Front desk"));
      assertThat(server.assistants()).hasSize(1);
      assertThat(server.requests().get(0).jsonObject()).containsEntry("name", "Front desk");
    }
  }

  @Test
  void faults() {
    try (TalkturoServer server = TalkturoServer.start()) {
      server.enqueue(
          Fault.unavailable(Duration.ofSeconds(1)).times(2),
          Fault.resetAfterProcessing().on("POST", "/api/assistants"));

      FrontDesk desk = new FrontDesk(server.baseUrl(), server.apiKey(), server.accountSlug());
      assertThat(catchThrowable(desk::open)).isInstanceOf(TransportException.class);
      assertThat(server.requests()).hasSize(3);
      assertThat(server.assistants()).hasSize(1);
    }
  }

  @Nested
  @ExtendWith(TalkturoServerExtension.class)
  class FrontDeskTest {
    @Test
    void opensAFrontDesk(TalkturoServer server) {
      new FrontDesk(server.baseUrl(), server.apiKey(), server.accountSlug()).open();
      assertThat(server.assistants()).hasSize(1);
    }
  }

  @Nested
  class WithAField {
    @RegisterExtension
    static final TalkturoServerExtension TALKTURO = new TalkturoServerExtension();

    private final TalkturoServer server = TALKTURO.server();

    @Test
    void theServerIsThereBeforeTheTest() {
      new FrontDesk(server.baseUrl(), server.apiKey(), server.accountSlug()).open();
      assertThat(server.assistants()).hasSize(1);
    }
  }
}
