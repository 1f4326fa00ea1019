package com.example.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.TelnyxServer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelnyxServerTest {
  private static final String MINIMAL =
      "{\"name\":\"Front desk\",\"instructions\":\"Answer questions about opening hours.\"}";

  private TelnyxServer server;
  private PlainClient client;

  @BeforeEach
  void start() {
    server = TelnyxServer.start();
    client = new PlainClient(server.baseUrl(), server.apiKey());
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void theBaseUrlHasTheVersion() {
    assertThat(server.baseUrl()).matches("http://127\\.0\\.0\\.1:[0-9]+/v2");
    assertThat(server).hasToString("TelnyxServer " + server.baseUrl());
  }

  @Test
  void aCreateAnswersTheBareAssistant() throws Exception {
    PlainClient.Reply reply = client.post("/ai/assistants", MINIMAL);

    assertThat(reply.status()).isEqualTo(200);
    JsonNode assistant = reply.json();
    assertThat(assistant.path("id").asText()).matches("assistant-[0-9a-f-]{36}");
    assertThat(assistant.path("name").asText()).isEqualTo("Front desk");
    assertThat(assistant.path("model").isTextual()).isTrue();
    assertThat(assistant.path("created_at").isTextual()).isTrue();
    assertThat(assistant.has("updated_at")).isFalse();
    assertThat(client.get("/ai/assistants/" + assistant.path("id").asText()).json())
        .isEqualTo(assistant);
  }

  @Test
  void everythingDocumentedIsKeptAsItWasSent() throws Exception {
    String sent =
        """
        {"name": "Front desk", "model": "openai/gpt-4o", "instructions": "Hi {{name}}",
         "description": "d", "greeting": "Good morning.", "llm_api_key_ref": "ref",
         "voice_settings": {"voice": "Telnyx.KokoroTTS.af_heart", "api_key_ref": "eleven"},
         "transcription": {"model": "openai/whisper-large-v3-turbo"},
         "telephony_settings": {"default_texml_app_id": "1"},
         "messaging_settings": {"default_messaging_profile_id": "2"},
         "enabled_features": ["telephony", "messaging"],
         "insight_settings": {"insight_group_id": "3"},
         "dynamic_variables_webhook_url": "https://example.com", "dynamic_variables": {"name": 1.50},
         "privacy_settings": {"data_retention": false},
         "tools": [
           {"type": "webhook", "webhook": {"name": "n", "description": "d", "url": "u",
             "method": "GET", "headers": [{"name": "X", "value": "secret"}],
             "body_parameters": {"type": "object"}}},
           {"type": "hangup", "hangup": {"description": "End the call."}},
           {"type": "transfer", "transfer": {"targets": [{"name": "a", "to": "+1"}], "from": "+2"}},
           {"type": "retrieval", "retrieval": {"bucket_ids": ["b"], "max_num_results": 3}},
           {"type": "book_appointment", "book_appointment": {"event_type_id": 1}},
           {"type": "check_availability", "check_availability": {"event_type_id": 1}},
           {"type": "from_the_future", "from_the_future": 7}]}
        """;

    JsonNode answered = client.post("/ai/assistants", sent).json();

    JsonNode expected = new ObjectMapper().readTree(sent);
    expected
        .properties()
        .forEach(member -> assertThat(answered.get(member.getKey())).isEqualTo(member.getValue()));
  }

  @Test
  void anUpdateIsAPostAndChangesOnlyWhatIsSent() throws Exception {
    String id = create();
    JsonNode before = client.get("/ai/assistants/" + id).json();

    JsonNode after = client.post("/ai/assistants/" + id, "{\"name\":\"New\"}").json();

    assertThat(after.path("name").asText()).isEqualTo("New");
    assertThat(((ObjectNode) after).put("name", "Front desk")).isEqualTo(before);
    assertThat(client.patch("/ai/assistants/" + id, "{}").status()).isEqualTo(405);
  }

  @Test
  void aNestedObjectReplacesTheOldOneUnlessTheServerMerges() throws Exception {
    String id = create();
    String path = "/ai/assistants/" + id;
    client.post(path, "{\"voice_settings\":{\"voice\":\"a\",\"api_key_ref\":\"r\"}}");

    assertThat(
            client
                .post(path, "{\"voice_settings\":{\"voice\":\"b\"}}")
                .json()
                .get("voice_settings"))
        .hasToString("{\"voice\":\"b\"}");
    server.mergingObjects(true);
    assertThat(
            client
                .post(path, "{\"voice_settings\":{\"voice\":\"c\",\"speed\":1}}")
                .json()
                .get("voice_settings"))
        .hasToString("{\"voice\":\"c\",\"speed\":1}");
    assertThat(
            client
                .post(path, "{\"voice_settings\":{\"voice\":\"d\"}}")
                .json()
                .get("voice_settings"))
        .hasToString("{\"voice\":\"d\",\"speed\":1}");
  }

  @Test
  void whatOnlyAnswersHaveIsNotWritten() throws Exception {
    String id = create();

    JsonNode after =
        client
            .post(
                "/ai/assistants/" + id,
                "{\"id\":\"x\",\"created_at\":\"y\",\"promote_to_main\":true,\"tool_ids\":[],"
                    + "\"version_name\":\"v2\"}")
            .json();

    assertThat(after.path("id").asText()).isEqualTo(id);
    assertThat(after.path("created_at").asText()).isNotEqualTo("y");
    assertThat(after.has("promote_to_main")).isFalse();
    assertThat(after.has("tool_ids")).isFalse();
    assertThat(after.path("version_name").asText()).isEqualTo("v2");
  }

  @Test
  void theListHasAllAssistantsAndNoPages() throws Exception {
    create();
    server.addAssistant(Map.of("name", "Seeded"));

    JsonNode list = client.get("/ai/assistants").json();

    assertThat(list.fieldNames()).toIterable().containsExactly("data");
    assertThat(list.path("data").findValuesAsText("name")).containsExactly("Front desk", "Seeded");
  }

  @Test
  void aDeleteAnswersTheIdOnce() throws Exception {
    String id = create();

    assertThat(client.delete("/ai/assistants/" + id).body())
        .isEqualTo("{\"id\":\"" + id + "\",\"object\":\"assistant\",\"deleted\":true}");
    PlainClient.Reply again = client.delete("/ai/assistants/" + id);
    assertThat(again.status()).isEqualTo(404);
    assertThat(again.json().at("/errors/0/code").asText()).isEqualTo("10005");
    assertThat(server.assistants()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wrong"})
  void withoutAKeyTheErrorIsInTelnyxsForm(String key) throws Exception {
    PlainClient.Reply reply =
        new PlainClient(server.baseUrl(), key).post("/ai/assistants", MINIMAL);

    assertThat(reply.status()).isEqualTo(401);
    JsonNode error = reply.json().at("/errors/0");
    assertThat(error.path("code").isTextual()).isTrue();
    assertThat(error.path("code").asText()).isEqualTo("10009");
    assertThat(error.path("title").asText()).isEqualTo("Authentication failed");
    assertThat(error.path("detail").asText()).isEqualTo("Invalid API key");
    assertThat(error.at("/meta/url").asText()).endsWith("10009");
    assertThat(server.assistants()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"instructions\":\"i\"}       | [\"body\",\"name\"]                | missing",
        "{\"name\":\"n\"}               | [\"body\",\"instructions\"]        | missing",
        "{\"name\":1}                   | [\"body\",\"name\"]                | string_type",
        "{\"voice_settings\":{}}        | [\"body\",\"voice_settings\",\"voice\"] | missing",
        "{\"voice_settings\":7}         | [\"body\",\"voice_settings\"]      | dict_type",
        "{\"enabled_features\":[\"telephony\",\"fax\"]} | [\"body\",\"enabled_features\",1] | enum",
        "{\"tools\":{}}                 | [\"body\",\"tools\"]               | list_type",
        "{\"tools\":[{}]}               | [\"body\",\"tools\",0,\"type\"]    | missing",
        "{\"tools\":[{\"type\":\"x\"},{\"type\":\"webhook\",\"webhook\":{\"name\":\"n\",\"url\":\"u\"}}]} | [\"body\",\"tools\",1,\"webhook\",\"description\"] | missing",
        "{\"tools\":[{\"type\":\"transfer\",\"transfer\":{\"targets\":[{\"name\":\"n\"}]}}]} | [\"body\",\"tools\",0,\"transfer\",\"targets\",0,\"to\"] | missing",
        "{\"tools\":[{\"type\":\"retrieval\",\"retrieval\":{\"bucket_ids\":[1]}}]} | [\"body\",\"tools\",0,\"retrieval\",\"bucket_ids\",0] | string_type",
        "{\"tools\":[{\"type\":\"hangup\"}]} | [\"body\",\"tools\",0,\"hangup\"] | missing",
        "{                              | [\"body\"]                         | json_invalid",
        "[]                             | [\"body\"]                         | json_invalid"
      })
  void aBodyThatIsNotAsDocumentedIsAnsweredInFastApisForm(String body, String loc, String type)
      throws Exception {
    PlainClient.Reply reply = client.post("/ai/assistants", body);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().fieldNames()).toIterable().containsExactly("detail");
    assertThat(reply.json().path("detail"))
        .anySatisfy(
            entry -> {
              assertThat(entry.path("loc")).hasToString(loc);
              assertThat(entry.path("type").asText()).isEqualTo(type);
              assertThat(entry.path("msg").asText()).isNotEmpty();
            });
    assertThat(server.assistants()).isEmpty();
  }

  @Test
  void anUpdateIsCheckedTooAndReportsAllAtOnce() throws Exception {
    String id = create();

    PlainClient.Reply reply =
        client.post("/ai/assistants/" + id, "{\"name\":1,\"greeting\":false}");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().path("detail")).hasSize(2);
    assertThat(server.assistant(id).orElseThrow()).containsEntry("name", "Front desk");
  }

  @Test
  void scriptedErrorsAreInTheVendorsForm() throws Exception {
    server.enqueue(Fault.status(503), Fault.status(422), Fault.rateLimited());

    assertThat(client.get("/ai/assistants").json().at("/errors/0/detail").asText()).contains("503");
    assertThat(client.get("/ai/assistants").json().at("/detail/0/loc")).hasToString("[\"body\"]");
    assertThat(client.get("/ai/assistants").json().at("/errors/0/code").asText())
        .isEqualTo("10011");
  }

  private String create() throws Exception {
    return client.post("/ai/assistants", MINIMAL).json().path("id").asText();
  }
}
