package com.example.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TalkturoServerExtension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TalkturoServerExtension.class)
class AssistantsTest {
  private TalkturoServer server;
  private PlainClient client;

  @BeforeEach
  void connect(TalkturoServer server) {
    this.server = server;
    client = new PlainClient(server);
  }

  @Test
  void createAnswersTheWholeAssistantInItsEnvelope() throws Exception {
    PlainClient.Reply reply =
        client.post(
            "/api/assistants",
            """
            {"accountSlug": "north-wind", "name": "Front desk", "templateId": "inbound-support"}\
            """);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    assertThat(reply.json().path("success").asBoolean()).isTrue();
    assertThat(reply.assistant().fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "id",
            "account_id",
            "name",
            "type",
            "provider",
            "model",
            "temperature",
            "max_tokens",
            "first_message",
            "system_prompt",
            "voice_provider",
            "voice_model",
            "voice_id",
            "voice_name",
            "transcriptor_provider",
            "transcriptor_model",
            "transcriptor_language",
            "recording_enabled",
            "inbound_enabled",
            "outbound_enabled",
            "created_at",
            "updated_at");
    assertThat(reply.assistant().path("name").asText()).isEqualTo("Front desk");
    assertThat(reply.assistant().path("type").asText()).isEqualTo("inbound-support");
    assertThat(reply.assistant().path("id").asText()).startsWith("asst_");
  }

  @ParameterizedTest
  @CsvSource({
    "custom,          false, false",
    "outbound-setter, false, true",
    "inbound-support, true,  false",
    "follow-up,       true,  true"
  })
  void theTemplateDecidesTheFlags(String template, boolean inbound, boolean outbound)
      throws Exception {
    JsonNode assistant = createFrom(template);

    assertThat(assistant.path("inbound_enabled").asBoolean()).isEqualTo(inbound);
    assertThat(assistant.path("outbound_enabled").asBoolean()).isEqualTo(outbound);
  }

  @Test
  void noTwoTemplatesHaveTheSameDefaults() throws Exception {
    Set<String> prompts = new HashSet<>();
    Set<String> numbers = new HashSet<>();
    for (String template : List.of("custom", "outbound-setter", "inbound-support", "follow-up")) {
      JsonNode assistant = createFrom(template);
      prompts.add(assistant.path("system_prompt").asText());
      numbers.add(assistant.path("temperature") + "/" + assistant.path("max_tokens"));
    }

    assertThat(prompts).hasSize(4);
    assertThat(numbers).hasSize(4);
  }

  @Test
  void withoutATemplateTheAssistantIsCustom() throws Exception {
    assertThat(client.create("Bare").assistant().path("type").asText()).isEqualTo("custom");
  }

  @Test
  void anUnknownTemplateHasTheDefaultsOfCustom() throws Exception {
    JsonNode assistant = createFrom("tmpl_8f2");

    assertThat(assistant.path("type").asText()).isEqualTo("tmpl_8f2");
    assertThat(assistant.path("voice_name")).isEqualTo(createFrom("custom").path("voice_name"));
  }

  @Test
  void getAnswersWhatCreateAnswered() throws Exception {
    JsonNode created = client.create("Front desk").assistant();

    PlainClient.Reply reply = client.get("/api/assistants/" + created.path("id").asText());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.assistant()).isEqualTo(created);
  }

  @Test
  void patchChangesOnlyWhatIsSent() throws Exception {
    JsonNode before = client.create("Front desk").assistant();

    JsonNode after =
        patch(before, "{\"accountSlug\":\"north-wind\",\"temperature\":0.2}").assistant();

    assertThat(after.path("temperature").asDouble()).isEqualTo(0.2);
    List<String> changed = new ArrayList<>();
    before
        .properties()
        .forEach(
            attribute -> {
              if (!attribute.getValue().equals(after.get(attribute.getKey()))) {
                changed.add(attribute.getKey());
              }
            });
    assertThat(changed).containsExactlyInAnyOrder("temperature", "updated_at");
    assertThat(after.has("accountSlug")).isFalse();
  }

  @Test
  void patchSetsANullThatIsSent() throws Exception {
    JsonNode before = client.create("Front desk").assistant();

    JsonNode after = patch(before, "{\"first_message\":null}").assistant();

    assertThat(after.has("first_message")).isTrue();
    assertThat(after.path("first_message").isNull()).isTrue();
  }

  @Test
  void patchKeepsAttributesThatItDoesNotKnow() throws Exception {
    JsonNode before = client.create("Front desk").assistant();

    patch(before, "{\"transcriptor_options\":{\"keyterms\":[\"Talkturo\"]}}");

    JsonNode after = client.get("/api/assistants/" + before.path("id").asText()).assistant();
    assertThat(after.at("/transcriptor_options/keyterms/0").asText()).isEqualTo("Talkturo");
  }

  @Test
  void eachPatchMovesTheTimeOfTheLastChange() throws Exception {
    JsonNode assistant = client.create("Front desk").assistant();
    List<Instant> times = new ArrayList<>();
    times.add(Instant.parse(assistant.path("updated_at").asText()));
    for (int i = 0; i < 20; i++) {
      times.add(
          Instant.parse(
              patch(assistant, "{\"name\":\"x\"}").assistant().get("updated_at").asText()));
    }

    assertThat(times).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void patchWithOnlyAnAccountChangesNothing() throws Exception {
    JsonNode before = client.create("Front desk").assistant();

    assertThat(patch(before, "{\"accountSlug\":\"north-wind\"}").assistant()).isEqualTo(before);
  }

  @Test
  void promptsSurviveByteForByte() throws Exception {
    JsonNode assistant = client.create("Front desk").assistant();

    patch(
        assistant, "{\"system_prompt\":\"{{contact.first_name}} \\\"quoted\\\" \uD83D\uDE80 ü\"}");

    assertThat(server.assistant(assistant.path("id").asText()).orElseThrow())
        .containsEntry("system_prompt", "{{contact.first_name}} \"quoted\" \uD83D\uDE80 ü");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "account_id", "type", "created_at", "updated_at"})
  void patchRefusesWhatIsNotUpdatable(String attribute) throws Exception {
    JsonNode before = client.create("Front desk").assistant();

    PlainClient.Reply reply = patch(before, "{\"" + attribute + "\":\"x\"}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.error()).contains(attribute);
    assertThat(client.get("/api/assistants/" + before.path("id").asText()).assistant())
        .isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"temperature\":2.1}         | temperature must be between 0 and 2",
        "{\"temperature\":-0.1}        | temperature must be between 0 and 2",
        "{\"temperature\":1e999}       | temperature must be between 0 and 2",
        "{\"temperature\":\"0.5\"}     | temperature must be a number",
        "{\"max_tokens\":0}            | max_tokens must be at least 1",
        "{\"max_tokens\":10.5}         | max_tokens must be an integer",
        "{\"name\":5}                  | name must be a string",
        "{\"voice_id\":[\"v\"]}        | voice_id must be a string",
        "{\"recording_enabled\":\"x\"} | recording_enabled must be a boolean",
        "{\"accountSlug\":7}           | accountSlug must be a string"
      })
  void patchSaysWhatIsWrong(String body, String error) throws Exception {
    PlainClient.Reply reply = patch(client.create("Front desk").assistant(), body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.error()).isEqualTo(error);
    assertThat(reply.json().path("success").isBoolean()).isTrue();
    assertThat(reply.json().path("success").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"temperature\":0}", "{\"temperature\":2}", "{\"max_tokens\":1}"})
  void patchAcceptsTheEndsOfTheRanges(String body) throws Exception {
    assertThat(patch(client.create("Front desk").assistant(), body).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"x\"}                                               | accountSlug is required",
        "{\"accountSlug\":\"north-wind\"}                               | name is required",
        "{\"accountSlug\":\"north-wind\",\"name\":\" \"}                | name is required",
        "{\"accountSlug\":\"north-wind\",\"name\":1}                    | name must be a string",
        "{\"accountSlug\":\"north-wind\",\"name\":\"x\",\"templateId\":1}| templateId must be a string",
        "[]                                                | the body must be a JSON object"
      })
  void createSaysWhatIsWrong(String body, String error) throws Exception {
    PlainClient.Reply reply = client.post("/api/assistants", body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.error()).isEqualTo(error);
    assertThat(server.assistants()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"accountSlug\":\"north-wind\",\"name\":\"a\"} {}",
        "{\"accountSlug\":\"north-wind\",\"name\":\"a\",\"name\":\"b\"}"
      })
  void aBodyThatIsNotStrictJsonIsRefused(String body) throws Exception {
    PlainClient.Reply reply = client.post("/api/assistants", body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.error()).startsWith("invalid JSON: ");
    assertThat(server.assistants()).isEmpty();
  }

  @Test
  void anEmptyBodyIsRefused() throws Exception {
    PlainClient.Reply reply = client.post("/api/assistants", "");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.error()).isEqualTo("the body must be a JSON object");
  }

  @Test
  void seededAssistantsAreServed() throws Exception {
    String id = server.addAssistant(Map.of("name", "Seeded", "type", "follow-up"));

    JsonNode assistant = client.get("/api/assistants/" + id).assistant();

    assertThat(assistant.path("name").asText()).isEqualTo("Seeded");
    assertThat(assistant.path("voice_name").asText()).isEqualTo("Sam");
  }

  @Test
  void assistantsAreListedInTheOrderOfTheirCreation() throws Exception {
    client.create("first");
    server.addAssistant(Map.of("name", "second"));
    client.create("third");

    assertThat(server.assistants())
        .extracting(assistant -> assistant.get("name"))
        .containsExactly("first", "second", "third");
  }

  @Test
  void anEncodedSlashInAnIdIsPartOfTheId() throws Exception {
    server.addAssistant(Map.of("id", "a/b ü+%"));

    PlainClient.Reply reply = client.get("/api/assistants/a%2Fb%20%C3%BC+%25");

    assertThat(reply.assistant().path("id").asText()).isEqualTo("a/b ü+%");
  }

  private JsonNode createFrom(String template) throws Exception {
    return client
        .post(
            "/api/assistants",
            "{\"accountSlug\":\"north-wind\",\"name\":\"x\",\"templateId\":\"%s\"}"
                .formatted(template))
        .assistant();
  }

  private PlainClient.Reply patch(JsonNode assistant, String body) throws Exception {
    return client.patch("/api/assistants/" + assistant.path("id").asText(), body);
  }
}
