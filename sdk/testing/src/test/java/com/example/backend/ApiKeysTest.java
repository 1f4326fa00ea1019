package com.example.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TalkturoServerExtension;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(TalkturoServerExtension.class)
class ApiKeysTest {
  private TalkturoServer server;
  private PlainClient owner;

  @BeforeEach
  void connect(TalkturoServer server) {
    this.server = server;
    owner = new PlainClient(server, server.apiKeys().ownerJwt());
  }

  @Test
  void aKeyCanBeTested() throws Exception {
    PlainClient.Reply reply = new PlainClient(server).get("/api/test-api-key");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body())
        .isEqualTo("{\"success\":true,\"message\":\"Authentication succeeded\"}");
    PlainClient.Reply wrong = new PlainClient(server, "tk_live_wrong").get("/api/test-api-key");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.error()).isEqualTo("Invalid API key");
  }

  @Test
  void allButTheTestWantAJwt() throws Exception {
    PlainClient key = new PlainClient(server);

    assertThat(key.get("/api/api-keys?accountSlug=north-wind").status()).isEqualTo(401);
    assertThat(key.post("/api/api-keys", "{}").status()).isEqualTo(401);
    assertThat(key.patch("/api/api-keys/x", "{}").status()).isEqualTo(401);
    assertThat(key.delete("/api/api-keys/x").status()).isEqualTo(401);
    assertThat(owner.get("/api/test-api-key").status()).isEqualTo(401);
  }

  @Test
  void aMemberOfTheAccountIsForbidden() throws Exception {
    PlainClient member = new PlainClient(server, server.apiKeys().memberJwt());

    assertThat(member.get("/api/api-keys?accountSlug=north-wind").status()).isEqualTo(403);
  }

  @Test
  void theListShowsEachKeyButNeverTheKeyItself() throws Exception {
    PlainClient.Reply reply = owner.get("/api/api-keys?accountSlug=north-wind");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().fieldNames()).toIterable().containsExactly("apiKeys");
    assertThat(reply.json().at("/apiKeys/0").fieldNames())
        .toIterable()
        .containsExactly(
            "id",
            "name",
            "key_prefix",
            "permissions",
            "last_used_at",
            "expires_at",
            "is_active",
            "created_at",
            "created_by");
    assertThat(reply.json().at("/apiKeys/0/permissions/scopes/0").asText()).isEqualTo("*");
    assertThat(reply.json().at("/apiKeys/0/permissions/rate_limit_per_hour").asInt())
        .isEqualTo(1000);
    assertThat(server.apiKey()).startsWith(reply.json().at("/apiKeys/0/key_prefix").asText());
    assertThat(reply.body()).doesNotContain(server.apiKey());
    assertThat(server.apiKeys().all()).hasSize(1);
  }

  @Test
  void theListWantsAnAccountOfTheUser() throws Exception {
    assertThat(owner.get("/api/api-keys").status()).isEqualTo(400);
    assertThat(owner.get("/api/api-keys?accountSlug=nobody").status()).isEqualTo(403);
  }

  @Test
  void aCreatedKeyIsShownOnceAndWorks() throws Exception {
    PlainClient.Reply reply = create("\"environment\":\"test\",\"description\":\"CI\"");

    JsonNode key = reply.json().path("apiKey");
    String fullKey = key.path("fullKey").asText();
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().has("success")).isFalse();
    assertThat(fullKey).startsWith("tk_test_").startsWith(key.path("key_prefix").asText());
    assertThat(key.path("description").asText()).isEqualTo("CI");
    assertThat(new PlainClient(server, fullKey).create("x").status()).isEqualTo(200);
    PlainClient.Reply list = owner.get("/api/api-keys?accountSlug=north-wind");
    assertThat(list.body()).doesNotContain(fullKey).doesNotContain("fullKey");
    assertThat(list.json().at("/apiKeys/1/last_used_at").isTextual()).isTrue();
  }

  @Test
  void aKeyIsForLiveUseUnlessSaidOtherwise() throws Exception {
    assertThat(create("\"x\":1").json().at("/apiKey/fullKey").asText()).startsWith("tk_live_");
  }

  @Test
  void aKeyExpires() throws Exception {
    JsonNode key = create("\"expiresInDays\":30").json().path("apiKey");

    assertThat(Instant.parse(key.path("expires_at").asText()))
        .isBetween(
            Instant.now().plus(Duration.ofDays(30)).minusSeconds(60),
            Instant.now().plus(Duration.ofDays(30)));

    String shortLived =
        create("\"expiresInDays\":0.000000001").json().at("/apiKey/fullKey").asText();
    long deadline = System.nanoTime() + PlainClient.PATIENCE.toNanos();
    while (new PlainClient(server, shortLived).get("/api/test-api-key").status() == 200) {
      assertThat(System.nanoTime()).as("the key does not expire").isLessThan(deadline);
    }
  }

  @Test
  void aKeyCanBeDeactivatedAndComesBack() throws Exception {
    JsonNode key = create("\"x\":1").json().path("apiKey");
    PlainClient client = new PlainClient(server, key.path("fullKey").asText());
    String path = "/api/api-keys/" + key.path("id").asText();

    PlainClient.Reply off = owner.patch(path, "{\"name\":\"Old\",\"isActive\":false}");

    assertThat(off.json().at("/apiKey/is_active").asBoolean(true)).isFalse();
    assertThat(off.json().at("/apiKey/name").asText()).isEqualTo("Old");
    assertThat(off.json().at("/apiKey").has("fullKey")).isFalse();
    assertThat(client.create("x").status()).isEqualTo(401);
    owner.patch(path, "{\"isActive\":true,\"permissions\":{\"scopes\":[\"kb:read\"]}}");
    assertThat(client.create("x").status()).isEqualTo(200);
  }

  @Test
  void aRevokedKeyIsGone() throws Exception {
    JsonNode key = create("\"x\":1").json().path("apiKey");
    String path = "/api/api-keys/" + key.path("id").asText();

    PlainClient.Reply reply = owner.delete(path);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().fieldNames()).toIterable().containsExactly("success", "message");
    assertThat(new PlainClient(server, key.path("fullKey").asText()).create("x").status())
        .isEqualTo(401);
    assertThat(owner.delete(path).status()).isEqualTo(404);
    assertThat(owner.patch(path, "{}").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"x\"}                                                     | accountSlug is required",
        "{\"accountSlug\":\"north-wind\"}                                     | name is required",
        "{\"accountSlug\":\"north-wind\",\"name\":\"x\",\"environment\":\"dev\"}| environment must be live or test, not dev",
        "{\"accountSlug\":\"north-wind\",\"name\":\"x\",\"expiresInDays\":0}  | expiresInDays must be greater than 0",
        "{\"accountSlug\":\"north-wind\",\"name\":\"x\",\"permissions\":[]}   | permissions must be an object"
      })
  void createSaysWhatIsWrong(String body, String error) throws Exception {
    PlainClient.Reply reply = owner.post("/api/api-keys", body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.error()).isEqualTo(error);
    assertThat(server.apiKeys().all()).hasSize(1);
  }

  private PlainClient.Reply create(String fields) throws Exception {
    return owner.post(
        "/api/api-keys", "{\"accountSlug\":\"north-wind\",\"name\":\"CI\",%s}".formatted(fields));
  }
}
