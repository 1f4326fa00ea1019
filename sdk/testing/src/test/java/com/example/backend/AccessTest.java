package com.example.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TalkturoServerExtension;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TalkturoServerExtension.class)
class AccessTest {
  private TalkturoServer server;
  private PlainClient client;

  @BeforeEach
  void connect(TalkturoServer server) {
    this.server = server;
    client = new PlainClient(server);
  }

  @Test
  void aRequestWithoutAKeyIsUnauthorized() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.baseUrl() + "/api/assistants/x")).build();

    PlainClient.Reply reply = client.send(request);

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.body()).isEqualTo("{\"error\":\"Unauthorized\"}");
  }

  @Test
  void anUnknownKeyIsUnauthorized() throws Exception {
    PlainClient.Reply reply = new PlainClient(server, "tk_test_wrong").create("x");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.body()).isEqualTo("{\"error\":\"Invalid API key\"}");
    assertThat(server.assistants()).isEmpty();
  }

  @Test
  void anAcceptedKeyWorksBesideTheFirst() throws Exception {
    server.acceptApiKey("tk_test_next");

    assertThat(new PlainClient(server, "tk_test_next").create("x").status()).isEqualTo(200);
    assertThat(client.create("y").status()).isEqualTo(200);
  }

  @Test
  void aRevokedKeyIsUnauthorized() throws Exception {
    server.revokeApiKey(server.apiKey());

    assertThat(client.create("x").status()).isEqualTo(401);
  }

  @Test
  void eachServerHasItsOwnKey() {
    try (TalkturoServer other = TalkturoServer.start()) {
      assertThat(other.apiKey()).isNotEqualTo(server.apiKey()).startsWith("tk_test_");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"south-sea", "nobody"})
  void theSlugOfAnotherAccountIsForbidden(String slug) throws Exception {
    server.addAccount("south-sea");

    PlainClient.Reply reply =
        client.post("/api/assistants", "{\"accountSlug\":\"%s\",\"name\":\"x\"}".formatted(slug));

    assertThat(reply.status()).isEqualTo(403);
    assertThat(server.assistants()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PATCH, /api/assistants/%s, {\"name\":\"x\"}",
    "PATCH, /api/assistants/%s/telephony/phone-numbers, {\"phoneNumberIds\":[]}"
  })
  void theAssistantOfAnotherAccountIsForbidden(String method, String path, String body)
      throws Exception {
    server.addAccount("south-sea");
    String id = server.addAssistant("south-sea", Map.of("name", "Theirs"));

    assertThat(client.send(method, path.formatted(id), body).status()).isEqualTo(403);
    assertThat(client.get("/api/assistants/" + id).status()).isEqualTo(403);
  }

  @Test
  void theKeyOfAnotherAccountReachesItsOwnAssistants() throws Exception {
    String key = server.addAccount("south-sea");
    String id = server.addAssistant("south-sea", Map.of("name", "Theirs"));

    assertThat(new PlainClient(server, key).get("/api/assistants/" + id).status()).isEqualTo(200);
  }

  @Test
  void aKeyWithAccessToAnotherAccountWorksInBoth() throws Exception {
    server.addAccount("south-sea");
    server.grantAccess(server.apiKey(), "south-sea");
    String theirs = server.addAssistant("south-sea", Map.of("name", "Theirs"));

    assertThat(client.get("/api/assistants/" + theirs).status()).isEqualTo(200);
    PlainClient.Reply reply =
        client.post("/api/assistants", "{\"accountSlug\":\"south-sea\",\"name\":\"x\"}");
    assertThat(reply.assistant().path("account_id").asText()).isEqualTo("acct_2");
    assertThat(client.create("y").assistant().path("account_id").asText()).isEqualTo("acct_1");
    assertThat(server.accountId()).isEqualTo("acct_1");
  }

  @Test
  void accessIsGrantedToWhatExistsOnly() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> server.grantAccess(server.apiKey(), "nobody"))
        .withMessage("no such account: nobody");
    server.addAccount("south-sea");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> server.grantAccess("tk_test_unknown", "south-sea"))
        .withMessage("no such API key");
  }

  @Test
  void aForeignSlugInAnUpdateIsForbidden() throws Exception {
    String id = server.addAssistant(Map.of("name", "Ours"));

    PlainClient.Reply reply =
        client.patch("/api/assistants/" + id, "{\"accountSlug\":\"south-sea\",\"name\":\"x\"}");

    assertThat(reply.status()).isEqualTo(403);
    assertThat(server.assistant(id).orElseThrow()).containsEntry("name", "Ours");
  }

  @Test
  void anUnknownAssistantIsNotFound() throws Exception {
    PlainClient.Reply reply = client.get("/api/assistants/asst_none");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.json().path("success").asBoolean(true)).isFalse();
    assertThat(reply.error()).isEqualTo("Assistant not found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api/asistants",
        "/api/assistants/",
        "/api/assistants/x/y",
        "/v1/assistants"
      })
  void anUnknownPathIsNotFound(String path) throws Exception {
    PlainClient.Reply reply = client.get(path);

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.error()).isEqualTo("Not found");
  }

  @Test
  void anotherMethodOnAKnownPathIsNotAllowed() throws Exception {
    PlainClient.Reply reply = client.send("PUT", "/api/assistants/x", "{}");

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("Allow")).isEqualTo("DELETE, GET, PATCH");
  }

  @Test
  void malformedPercentEncodingIsABadRequest() throws Exception {
    // The JDK's client refuses to send it, so it goes over a bare socket.
    assertThat(RawHttp.statusOf(server, "GET /api/assistants/%zz HTTP/1.1")).isEqualTo(400);
  }

  @Test
  void aBodyThatIsNotDeclaredAsJsonIsRefused() throws Exception {
    HttpRequest request =
        client
            .request("/api/assistants")
            .setHeader("Content-Type", "text/plain")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"accountSlug\":\"north-wind\",\"name\":\"x\"}"))
            .build();

    PlainClient.Reply reply = client.send(request);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.error()).contains("text/plain");
  }
}
