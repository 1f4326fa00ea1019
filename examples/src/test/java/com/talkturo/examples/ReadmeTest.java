package com.talkturo.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.assistants.GetAssistantRequest;
import com.talkturo.sdk.assistants.TemplateId;
import com.talkturo.sdk.assistants.VoiceProvider;
import com.talkturo.sdk.errors.RateLimitException;
import com.talkturo.sdk.errors.TransportException;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.http.ApiResponse;
import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TalkturoServerExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Java snippets of the README: each stands in a test, line for line, and runs. */
@ExtendWith(TalkturoServerExtension.class)
class ReadmeTest {
  private static final Path ROOT = Path.of(System.getProperty("project.root"));
  private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

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

  @Test
  void everySnippetOfTheReadmeStandsInATest() throws IOException {
    String tests =
        unindented(
            Files.readString(
                    ROOT.resolve("examples/src/test/java/com/talkturo/examples/ReadmeTest.java"))
                + Files.readString(
                    ROOT.resolve(
                        "examples/spring-boot/src/test/java/com/example/frontdesk/FrontDeskApplicationTest.java")));
    String readme = Files.readString(ROOT.resolve("README.md"));

    List<String> snippets =
        JAVA_BLOCK.matcher(readme).results().map((MatchResult block) -> block.group(1)).toList();

    assertThat(snippets).hasSizeGreaterThan(7);
    assertThat(snippets).allSatisfy(snippet -> assertThat(tests).contains(unindented(snippet)));
  }

  private static String unindented(String code) {
    return code.lines().map(String::strip).collect(Collectors.joining("\n"));
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
    TalkturoClient quick =
        talkturo.withOptions(o -> o.timeout(Duration.ofSeconds(3)).maxRetries(0));

    assertThat(quick.assistants().get(created.id()).id()).isEqualTo(created.id());
  }

  @Test
  void theFourOperations() {
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
  void theAnswerWithWhatSurroundsIt() {
    ApiResponse<Assistant> response =
        talkturo.exchange(GetAssistantRequest.builder().assistantId(created.id()).build());
    System.out.println(response.statusCode() + " after " + response.attempts() + " attempts");

    assertThat(printed()).isEqualTo("200 after 1 attempts");
  }

  @Test
  @SuppressWarnings("rawtypes") // As the README has it: Map.class has no type arguments.
  void anEndpointThatIsNotModelled() {
    ApiRequest<Map> request =
        ApiRequest.builder("GET", "/api/assistants/{assistantId}")
            .path("assistantId", created.id())
            .envelope("assistant")
            .returning(Map.class);
    Map<?, ?> plain = talkturo.exchange(request).body();

    assertThat(plain.get("name")).isEqualTo("Front desk");
  }

  @Test
  void errors() {
    server.respondAlways(Fault.rateLimited(Duration.ofMinutes(5)));

    try {
      talkturo.assistants().create(r -> r.name("Front desk"));
    } catch (RateLimitException e) {
      System.out.println("try again in " + e.retryAfter().orElse(Duration.ofMinutes(1)));
    } catch (TransportException e) {
      System.out.println(e.requestSent() ? "look in the dashboard first" : "nothing was sent");
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
