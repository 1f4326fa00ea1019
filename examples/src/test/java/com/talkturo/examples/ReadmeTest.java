package com.talkturo.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.assistants.TemplateId;
import com.talkturo.sdk.assistants.VoiceProvider;
import com.talkturo.sdk.errors.RateLimitException;
import com.talkturo.sdk.errors.TalkturoException;
import com.talkturo.sdk.errors.TransportException;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.http.ApiResponse;
import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.ReceivedRequest;
import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TalkturoServerExtension;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The snippets of the README: those in Java stand in a test here, line for line, and run. */
@ExtendWith(TalkturoServerExtension.class)
class ReadmeTest {
  private final PrintStream console = System.out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private TalkturoServer server;
  private TalkturoClient talkturo;
  private Assistant created;

  @BeforeEach
  void connect(TalkturoServer server) {
    this.server = server;
    talkturo =
        TalkturoClient.builder()
            .baseUrl(server.baseUrl())
            .apiKey(server.apiKey())
            .accountSlug(server.accountSlug())
            .build();
    created = talkturo.assistants().create(r -> r.name("Front desk"));
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void close() {
    System.setOut(console);
    talkturo.close();
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8).trim();
  }

  @ParameterizedTest
  @CsvSource({
    "README.md, java, 7, examples/src/test/java/com/talkturo/examples/ReadmeTest.java",
    "sdk/spring-boot-starter/README.md, java, 1,"
        + " examples/spring-boot/src/test/java/com/example/frontdesk/FrontDeskApplicationTest.java",
    "sdk/compatibility/README.md, kotlin, 1,"
        + " examples/kotlin/src/test/kotlin/com/example/frontdesk/ReadmeTest.kt",
    "sdk/testing/README.md, java, 6, sdk/testing/src/test/java/com/example/backend/ReadmeTest.java"
        + " examples/src/test/java/com/talkturo/examples/MockedClientTest.java"
  })
  void everySnippetOfADocumentIsCompiled(
      String document, String language, int atLeast, String files) {
    String compiled =
        Stream.of(files.split(" "))
            .map(file -> Snippets.read(Snippets.ROOT.resolve(file)))
            .map(Snippets::unindented)
            .collect(Collectors.joining("\n"));

    List<String> snippets = Snippets.ofDocument(Snippets.ROOT.resolve(document), language);

    assertThat(snippets).hasSizeGreaterThanOrEqualTo(atLeast);
    assertThat(snippets).allSatisfy(snippet -> assertThat(compiled).contains(snippet));
  }

  @Test
  void theFirstCallNeedsAKeyBeforeAnythingElse() {
    if (System.getenv("TALKTURO_API_KEY").isBlank()) {
      assertThat(org.assertj.core.api.Assertions.catchThrowable(ReadmeTest::firstCall))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("apiKey");
    }
  }

  private static void firstCall() {
    TalkturoClient talkturo =
        TalkturoClient.builder()
            .apiKey(System.getenv("TALKTURO_API_KEY"))
            .accountSlug("my-team")
            .build();

    Assistant assistant =
        talkturo
            .assistants()
            .create(r -> r.name("Q1 Outbound Setter").templateId(TemplateId.OUTBOUND_SETTER));
    System.out.println(assistant.id());
  }

  @Test
  void optionsForSomeCalls() {
    talkturo.withOptions(o -> o.timeout(Duration.ofSeconds(3))).assistants().get(created.id());

    assertThat(server.requests())
        .extracting(ReceivedRequest::method)
        .containsExactly("POST", "GET");
  }

  @Test
  void theOperations() {
    Assistant created = talkturo.assistants().create(r -> r.name("Front desk"));
    Assistant current = talkturo.assistants().get(created.id());
    Assistant updated =
        talkturo
            .assistants()
            .update(
                created.id(),
                r ->
                    r.systemPrompt("Greet {{contact.first_name}} by name.")
                        .temperature(0.4)
                        .voiceProvider(VoiceProvider.ELEVENLABS));
    talkturo.assistants().assignPhoneNumbers(created.id(), "pn_a1", "pn_b2");
    talkturo.assistants().unassignAllPhoneNumbers(created.id());

    assertThat(current.name()).contains("Front desk");
    assertThat(updated.systemPrompt()).contains("Greet {{contact.first_name}} by name.");
    assertThat(server.phoneNumbersOf(created.id())).isEmpty();
  }

  @Test
  @SuppressWarnings("rawtypes") // As the README has it: Map.class has no type arguments.
  void anEndpointThatIsNotModelled() {
    ApiRequest<Map> request =
        ApiRequest.builder("GET", "/api/assistants/{assistantId}")
            .path("assistantId", created.id())
            .envelope("assistant")
            .returning(Map.class);
    ApiResponse<Map> response = talkturo.exchange(request);
    System.out.println(response.statusCode() + ": " + response.body().get("name"));

    assertThat(printed()).isEqualTo("200: Front desk");
  }

  @Test
  void errors() {
    server.respondAlways(Fault.rateLimited(Duration.ofMinutes(5)));

    try {
      talkturo.assistants().create(r -> r.name("Front desk"));
    } catch (RateLimitException e) {
      System.out.println("try again in " + e.retryAfter().orElse(Duration.ofMinutes(1)));
    } catch (TalkturoException e) {
      System.out.println(e.mayHaveTakenEffect() ? "look in the dashboard first" : "not processed");
    }

    assertThat(printed()).isEqualTo("try again in PT5M");
  }

  @Test
  void asynchronousCalls() {
    CompletableFuture<Assistant> later = talkturo.assistants().getAsync(created.id());
    later.thenAccept(found -> System.out.println(found.name().orElse("unnamed"))).join();

    assertThat(printed()).isEqualTo("Front desk");
  }

  @Test
  void testingYourCode() {
    try (TalkturoServer server = TalkturoServer.start();
        TalkturoClient client =
            TalkturoClient.builder()
                .baseUrl(server.baseUrl())
                .apiKey(server.apiKey())
                .accountSlug(server.accountSlug())
                .build()) {
      server.enqueue(Fault.resetAfterProcessing());
      try {
        client.assistants().create(r -> r.name("Front desk"));
      } catch (TransportException e) {
        System.out.println(e.requestSent() + ", " + server.assistants().size() + " assistant");
      }
    }

    assertThat(printed()).isEqualTo("true, 1 assistant");
  }
}
