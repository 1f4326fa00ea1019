package com.example.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TalkturoServerExtension;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TalkturoServerExtension.class)
class DeleteAndCloneTest {
  private TalkturoServer server;
  private PlainClient client;
  private String assistant;

  @BeforeEach
  void connect(TalkturoServer server) {
    this.server = server;
    client = new PlainClient(server);
    assistant = server.addAssistant(Map.of("name", "Front desk", "voice_id", "v-77"));
  }

  @Test
  void deletingAnswersTheDocumentedText() throws Exception {
    PlainClient.Reply reply = client.delete("/api/assistants/" + assistant);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body())
        .isEqualTo("{\"success\":true,\"message\":\"Assistant deleted successfully\"}");
    assertThat(server.assistants()).isEmpty();
  }

  @Test
  void theSecondDeleteIsNotFound() throws Exception {
    client.delete("/api/assistants/" + assistant);

    assertThat(client.delete("/api/assistants/" + assistant).status()).isEqualTo(404);
    assertThat(client.get("/api/assistants/" + assistant).status()).isEqualTo(404);
  }

  @Test
  void deletingFreesTheNumbers() throws Exception {
    server.phoneNumbers().assign(assistant, "pn_a1", "pn_b2");
    String other = server.addAssistant(Map.of("name", "Other"));

    client.delete("/api/assistants/" + assistant);

    assertThat(server.phoneNumbersOf(assistant)).isEmpty();
    assertThat(server.phoneNumbers().all())
        .allSatisfy(number -> assertThat(number).containsEntry("assistant_id", null));
    PlainClient.Reply reply = client.get("/api/assistants/" + other + "/telephony/phone-numbers");
    assertThat(reply.json().path("numbers")).hasSize(3);
  }

  @Test
  void theAssistantOfAnotherAccountIsNeitherDeletedNorCloned() throws Exception {
    server.addAccount("south-sea");
    String theirs = server.addAssistant("south-sea", Map.of("name", "Theirs"));

    assertThat(client.delete("/api/assistants/" + theirs).status()).isEqualTo(403);
    assertThat(client.post("/api/assistants/" + theirs + "/clone", "{}").status()).isEqualTo(403);
    assertThat(server.assistants()).hasSize(2);
  }

  @Test
  void aCloneAnswersTheFourDocumentedFields() throws Exception {
    PlainClient.Reply reply = clone("{}");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("success").asBoolean()).isTrue();
    assertThat(reply.assistant().fieldNames())
        .toIterable()
        .containsExactly("id", "name", "created_at", "updated_at");
    assertThat(reply.assistant().path("name").asText()).isEqualTo("Front desk (Copy)");
  }

  @Test
  void aCloneHasTheConfigurationButNotTheNumbers() throws Exception {
    server.phoneNumbers().assign(assistant, "pn_a1");

    String id = clone("{}").assistant().path("id").asText();

    assertThat(id).isNotEqualTo(assistant);
    assertThat(server.assistant(id).orElseThrow()).containsEntry("voice_id", "v-77");
    assertThat(server.phoneNumbersOf(id)).isEmpty();
    assertThat(server.phoneNumbersOf(assistant)).containsExactly("pn_a1");
  }

  @Test
  void aCloneNeedsNoBody() throws Exception {
    HttpRequest withoutBody =
        client
            .request("/api/assistants/" + assistant + "/clone")
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();

    assertThat(client.send(withoutBody).status()).isEqualTo(200);
    assertThat(server.assistantsNamed("(Copy)")).hasSize(1);
  }

  @Test
  void aCloneGoesIntoTheAccountThatIsNamed() throws Exception {
    server.addAccount("south-sea");
    assertThat(clone("{\"accountSlug\":\"south-sea\"}").status()).isEqualTo(403);

    server.grantAccess(server.apiKey(), "south-sea");
    String id = clone("{\"accountSlug\":\"south-sea\"}").assistant().path("id").asText();

    assertThat(server.assistant(id).orElseThrow()).containsEntry("account_id", "acct_2");
  }

  @Test
  void anUnknownAssistantIsNotFound() throws Exception {
    assertThat(client.delete("/api/assistants/asst_none").status()).isEqualTo(404);
    assertThat(client.post("/api/assistants/asst_none/clone", "{}").status()).isEqualTo(404);
  }

  private PlainClient.Reply clone(String body) throws Exception {
    return client.post("/api/assistants/" + assistant + "/clone", body);
  }
}
