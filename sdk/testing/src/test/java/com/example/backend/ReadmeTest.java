package com.example.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.FlireoServer;
import com.talkturo.sdk.testing.Normalisation;
import com.talkturo.sdk.testing.RateLimitWindow;
import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TalkturoServerExtension;
import com.talkturo.sdk.testing.TelnyxServer;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of this module's README: each runs, here or with the examples. */
class ReadmeTest {
  private static final List<Path> SOURCES =
      List.of(
          Path.of("src/test/java/com/example/backend/ReadmeTest.java"),
          // With the client, of which this module knows nothing.
          Path.of("../../examples/src/test/java/com/talkturo/examples/MockedClientTest.java"));

  /** The code under test of the README. */
  record FrontDesk(String baseUrl, String apiKey, String accountSlug) {
    void open(String name) throws Exception {
      PlainClient client = new PlainClient(baseUrl, apiKey);
      client.post(
          "/api/assistants",
          "{\"accountSlug\":\"%s\",\"name\":\"%s\"}".formatted(accountSlug, name));
    }
  }

  @Test
  void theFirstTest() throws Exception {
    try (TalkturoServer server = TalkturoServer.start()) {
      new FrontDesk(server.baseUrl(), server.apiKey(), server.accountSlug()).open("Front desk");

      assertThat(server.assistants()).hasSize(1);
      assertThat(server.requests().get(0).jsonObject()).containsEntry("name", "Front desk");
    }
  }

  @Nested
  class WithJUnit {
    @Nested
    @ExtendWith(TalkturoServerExtension.class)
    class FrontDeskTest {
      @Test
      void opensAFrontDesk(TalkturoServer server) throws Exception {
        new FrontDesk(server.baseUrl(), server.apiKey(), server.accountSlug()).open("Front desk");
        assertThat(server.assistantsNamed("Front desk")).hasSize(1);
      }
    }
  }

  @Test
  @ExtendWith(TalkturoServerExtension.class)
  void faults(TalkturoServer server) throws Exception {
    server.enqueue(
        Fault.unavailable(Duration.ofSeconds(1)).times(2),
        Fault.resetAfterProcessing().on("POST", "/api/assistants"));
    server.respondAlways(Fault.status(500).on("GET", "/api/assistants/{assistantId}"));

    assertThat(server.pendingFaults()).isEqualTo(3);
    assertThat(new PlainClient(server).create("x").status()).isEqualTo(503);
  }

  @Test
  @ExtendWith(TalkturoServerExtension.class)
  void rateLimit(TalkturoServer server) throws Exception {
    server.rateLimit(600, Duration.ofMinutes(1));
    server.rateLimit(600, Duration.ofMinutes(1), RateLimitWindow.SLIDING);

    assertThat(new PlainClient(server).create("x").status()).isEqualTo(200);
  }

  @Test
  @ExtendWith(TalkturoServerExtension.class)
  void features(TalkturoServer server) {
    String secret = server.flows().add("flow_1");
    server.flows().fail("flow_1", "send_mail", "Mailbox full", Map.of("contact", "found"));
    server.credits().setBalance(new BigDecimal("0.5"));
    server.phoneNumbers().add(Map.of("id", "pn_berlin", "phone_number", "+4930123456"));

    assertThat(secret).hasSize(40);
    assertThat(server.phoneNumberIds()).contains("pn_berlin");
  }

  @Test
  @ExtendWith(TalkturoServerExtension.class)
  void behaviour(TalkturoServer server) throws Exception {
    server
        .behaviour()
        .normalising(Normalisation.LINE_ENDS, Normalisation.TRIMMED_TEXT)
        .ignoring("voice_name")
        .storing("name", name -> name + " (2)")
        .staleReads(1, 2)
        .withoutGet(405)
        .refusingHeldNumbers();

    assertThat(new PlainClient(server).create("x").assistant().path("name").asText())
        .isEqualTo("x (2)");
  }

  @Test
  void dataFolder(@TempDir Path folder) {
    TalkturoServer server = TalkturoServer.builder().dataFolder(folder).start();

    server.close();
    assertThat(folder).isNotEmptyDirectory();
  }

  @Test
  void theOtherVendors() throws Exception {
    try (TelnyxServer telnyx = TelnyxServer.start();
        FlireoServer flireo = FlireoServer.start()) {
      telnyx.addAssistant(Map.of("name", "Front desk", "greeting", "Good morning."));
      telnyx.enqueue(Fault.rateLimited().on("GET", "/v2/ai/assistants"));
      flireo.errorsAsObjects(true);
      flireo.mergingObjects(true);

      assertThat(telnyx.assistants()).hasSize(1);
      assertThat(telnyx.pendingFaults()).isEqualTo(1);
      PlainClient client = new PlainClient(flireo.baseUrl(), flireo.apiKey());
      assertThat(client.get("/assistants/none").json().at("/error/code").asText())
          .isEqualTo("not_found");
    }
  }

  @Test
  void everySnippetIsCompiled() throws Exception {
    StringBuilder sources = new StringBuilder();
    for (Path file : SOURCES) {
      sources.append(unindented(Files.readString(file))).append('\n');
    }
    List<String> snippets = new ArrayList<>();
    Matcher java = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(readme());
    while (java.find()) {
      snippets.add(unindented(java.group(1)));
    }

    assertThat(snippets).hasSizeGreaterThan(5);
    assertThat(snippets).allSatisfy(snippet -> assertThat(sources).contains(snippet));
  }

  @Test
  void everyFaultIsNamed() throws Exception {
    List<String> faults =
        Arrays.stream(Fault.class.getMethods())
            .filter(method -> method.getReturnType() == Fault.class)
            .map(Method::getName)
            .distinct()
            .toList();

    assertThat(faults).hasSizeGreaterThan(15);
    assertThat(readme()).contains(faults);
  }

  private static String readme() throws Exception {
    return Files.readString(Path.of("README.md"));
  }

  private static String unindented(String code) {
    return code.lines().map(String::strip).collect(Collectors.joining("\n")).strip();
  }
}
