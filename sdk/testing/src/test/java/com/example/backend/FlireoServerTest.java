package com.example.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.FlireoServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlireoServerTest {
  private FlireoServer server;
  private PlainClient client;

  @BeforeEach
  void start() {
    server = FlireoServer.start();
    client = new PlainClient(server.baseUrl(), server.apiKey());
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void theBaseUrlHasTheVersion() {
    assertThat(server.baseUrl()).matches("http://127\\.0\\.0\\.1:[0-9]+/api/v1");
  }

  @Test
  void aCreateWantsANameAndHasDefaultsForTheRest() throws Exception {
    PlainClient.Reply reply = client.post("/assistants", "{\"name\":\"Front desk\"}");

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.json().fieldNames()).toIterable().containsExactly("assistant");
    assertThat(reply.assistant().fieldNames())
        .toIterable()
        .contains(
            "id",
            "name",
            "business_name",
            "notification_email",
            "first_message",
            "is_active",
            "max_duration_seconds",
            "autonomous_silence_handling",
            "silence_timeout_seconds",
            "voicemail_detection",
            "voicemail_message",
            "gdpr_mode",
            "webhook_url",
            "webhook_secret",
            "webhook_events",
            "analysis_plan",
            "stt_config",
            "llm_config",
            "tts_config",
            "created_at",
            "updated_at");
    assertThat(client.get("/assistants/" + reply.assistant().path("id").asText()).assistant())
        .isEqualTo(reply.assistant());
  }

  @Test
  void everythingDocumentedIsKeptAsItWasSent() throws Exception {
    String sent =
        """
        {"name": "Front desk", "business_name": "North Wind", "notification_email": "a@b.c",
         "first_message": "Good morning.", "is_active": false, "max_duration_seconds": 300,
         "autonomous_silence_handling": false, "silence_timeout_seconds": 9,
         "voicemail_detection": true, "voicemail_message": "Later", "gdpr_mode": true,
         "webhook_url": "https://example.com", "webhook_secret": "s",
         "webhook_events": ["tool-calls", "end-of-call-report"],
         "analysis_plan": {"structured_data_plan": {"enabled": true, "schema": {"type": "object"},
           "messages": [{"role": "system", "content": "{{schema}}"}]}, "min_messages_threshold": 5},
         "stt_config": {"provider": "gladia", "languages": ["de"], "endpointing": 0.3},
         "llm_config": {"provider": "openai", "model": "gpt-4o-mini", "temperature": 0.30,
           "messages": [{"role": "system", "content": "Answer."}],
           "tools": [{"name": "t", "url": "u", "async": true, "parameters": {}}, {"type": "x"}]},
         "tts_config": {"provider": "elevenlabs", "stability": 0.5, "style": 1},
         "speech_config": {"newer": [1]}}
        """;

    JsonNode answered = client.post("/assistants", sent).assistant();

    new ObjectMapper()
        .readTree(sent)
        .properties()
        .forEach(member -> assertThat(answered.get(member.getKey())).isEqualTo(member.getValue()));
  }

  @Test
  void anUpdateIsAPatchAndMovesTheTimeOfTheLastChange() throws Exception {
    JsonNode before = create();

    PlainClient.Reply reply = client.patch(path(before), "{\"first_message\":null,\"id\":\"x\"}");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.assistant().path("first_message").isNull()).isTrue();
    assertThat(reply.assistant().path("id")).isEqualTo(before.path("id"));
    assertThat(Instant.parse(reply.assistant().path("updated_at").asText()))
        .isAfter(Instant.parse(before.path("updated_at").asText()));
    assertThat(client.patch(path(before), "{}").assistant()).isEqualTo(reply.assistant());
  }

  @Test
  void aNestedObjectReplacesTheOldOneUnlessTheServerMerges() throws Exception {
    JsonNode assistant = create();

    assertThat(
            client
                .patch(path(assistant), "{\"tts_config\":{\"speed\":2}}")
                .assistant()
                .get("tts_config"))
        .hasToString("{\"speed\":2}");
    server.mergingObjects(true);
    assertThat(
            client
                .patch(path(assistant), "{\"tts_config\":{\"style\":1}}")
                .assistant()
                .get("tts_config"))
        .hasToString("{\"speed\":2,\"style\":1}");
  }

  @Test
  void theListHasAllAssistantsAndNoPages() throws Exception {
    create();
    server.addAssistant(Map.of("name", "Seeded"));

    JsonNode list = client.get("/assistants").json();

    assertThat(list.fieldNames()).toIterable().containsExactly("assistants");
    assertThat(list.path("assistants").findValuesAsText("name"))
        .containsExactly("Front desk", "Seeded");
  }

  @Test
  void aDeleteAnswersSuccessOrNothing() throws Exception {
    JsonNode first = create();
    JsonNode second = create();

    PlainClient.Reply reply = client.delete(path(first));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("{\"success\":true}");
    assertThat(client.delete(path(first)).status()).isEqualTo(404);

    server.emptyDeletes(true);
    PlainClient.Reply empty = client.delete(path(second));
    assertThat(empty.status()).isEqualTo(204);
    assertThat(empty.body()).isEmpty();
    assertThat(server.assistants()).isEmpty();
  }

  @Test
  void withoutAKeyTheErrorIsTheDocumentedOne() throws Exception {
    PlainClient.Reply reply = new PlainClient(server.baseUrl(), "wrong").get("/assistants");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.error()).isEqualTo("Invalid API key");
    assertThat(reply.json().path("message").isTextual()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                     | name: Field required",
        "{\"name\":\"n\",\"llm_config\":{\"temperature\":2.1}}  | llm_config.temperature: Input should be a number between 0.0 and 2.0",
        "{\"name\":\"n\",\"webhook_events\":[\"x\"]}            | webhook_events.0: Input should be one of assistant-request, tool-calls, status-update, end-of-call-report",
        "{\"name\":\"n\",\"is_active\":\"yes\"}                 | is_active: Input should be a valid boolean",
        "{\"name\":\"n\",\"llm_config\":{\"messages\":[{\"role\":\"tool\"}]}} | llm_config.messages.0.role: Input should be one of system, user, assistant"
      })
  void aBodyThatIsNotAsDocumentedIsRefusedInBothForms(String body, String text) throws Exception {
    PlainClient.Reply reply = client.post("/assistants", body);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.error()).isEqualTo("invalid_request");
    assertThat(reply.json().path("message").asText()).isEqualTo(text);
    assertThat(reply.json().at("/details/0").asText()).isEqualTo(text);

    server.errorsAsObjects(true);
    JsonNode error = client.post("/assistants", body).json().path("error");
    assertThat(error.fieldNames()).toIterable().containsExactly("code", "message", "param", "type");
    assertThat(error.path("message").asText()).isEqualTo(text);
    assertThat(text).startsWith(error.path("param").asText() + ": ");
    assertThat(server.assistants()).isEmpty();
  }

  @Test
  void errorsAsObjectsNameTheDocumentedCodes() throws Exception {
    server.errorsAsObjects(true);
    server.enqueue(Fault.rateLimited(Duration.ofSeconds(7)));

    PlainClient.Reply limited = client.get("/assistants");
    assertThat(limited.json().at("/error/code").asText()).isEqualTo("rate_limit_exceeded");
    assertThat(limited.header("Retry-After")).isEqualTo("7");
    assertThat(client.post("/assistants", "{}").json().at("/error/code").asText())
        .isEqualTo("missing_field");
    assertThat(client.post("/assistants", "[]").json().at("/error/code").asText())
        .isEqualTo("invalid_request");
    assertThat(
            new PlainClient(server.baseUrl(), "wrong")
                .get("/assistants")
                .json()
                .at("/error/code")
                .asText())
        .isEqualTo("unauthorized");
    JsonNode notFound = client.get("/assistants/none").json().path("error");
    assertThat(notFound.path("code").asText()).isEqualTo("not_found");
    assertThat(notFound.path("param").isNull()).isTrue();
  }

  private JsonNode create() throws Exception {
    return client.post("/assistants", "{\"name\":\"Front desk\"}").assistant();
  }

  private static String path(JsonNode assistant) {
    return "/assistants/" + assistant.path("id").asText();
  }
}
