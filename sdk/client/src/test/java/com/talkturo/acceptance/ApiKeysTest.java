package com.talkturo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.calls.Mode;
import com.talkturo.calls.Operation;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.apikeys.ApiKey;
import com.talkturo.sdk.apikeys.ApiKeyEnvironment;
import com.talkturo.sdk.apikeys.ApiKeyPermissions;
import com.talkturo.sdk.apikeys.ApiKeys;
import com.talkturo.sdk.apikeys.CreateApiKeyRequest;
import com.talkturo.sdk.apikeys.UpdateApiKeyRequest;
import com.talkturo.sdk.errors.AuthenticationException;
import com.talkturo.sdk.errors.DecodeException;
import com.talkturo.sdk.errors.NotFoundException;
import com.talkturo.sdk.errors.TransportException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** API keys are managed with a user's JWT, and the full key is shown once and nowhere else. */
class ApiKeysTest extends ServerTest {
  private static final String JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1LTEifQ.s1gnature";
  private static final String FULL_KEY = "tk_test_a1b2c3d4e5f6_0nly_copy";

  private TalkturoClient admin() {
    return client().withOptions(o -> o.apiKey(JWT));
  }

  @ParameterizedTest
  @EnumSource
  void listReadsEveryFieldWithTheUsersToken(Mode mode) {
    answerFixture("api-keys/list");
    TalkturoClient admin = admin();
    ApiKeys keys = mode.call(() -> admin.apiKeys().list(), () -> admin.apiKeys().listAsync());
    assertThat(keys.apiKeys())
        .containsExactly(
            ApiKey.builder()
                .id("k-1")
                .name("CI")
                .description("Nightly")
                .keyPrefix("tk_live_a1b2c3d4")
                .permissions(
                    ApiKeyPermissions.builder()
                        .scopes(List.of("assistants:read", "kb:*"))
                        .rateLimitPerHour(500)
                        .build())
                .expiresAt(Instant.parse("2027-01-01T00:00:00Z"))
                .isActive(true)
                .createdAt(Instant.parse("2026-08-01T08:00:00Z"))
                .createdBy("u-1")
                .build());
    RecordedRequest request = received();
    assertThat(request.getTarget()).isEqualTo("/api/api-keys?accountSlug=north-wind");
    assertThat(request.getHeaders().values("Authorization")).containsExactly("Bearer " + JWT);
  }

  @Test
  void listWithoutAnyAccountIsRefused() {
    TalkturoClient nowhere = open(TalkturoClient.builder().apiKey(JWT).baseUrl(baseUrl()));
    assertThat(failure(IllegalArgumentException.class, () -> nowhere.apiKeys().list()))
        .hasMessageStartingWith("accountSlug is missing");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void oddKeysDoNotLoseTheOthers() {
    answerFixture("api-keys/odd");
    ApiKeys keys = admin().apiKeys().list();
    ApiKey key = keys.apiKeys().get(0);
    assertThat(keys.apiKeys()).hasSize(1);
    assertThat(key.id()).isEqualTo("5");
    assertThat(key.isActive()).isEmpty();
    assertThat(key.additionalProperties()).containsOnlyKeys("is_active", "team");
    ApiKeyPermissions permissions = key.permissions().orElseThrow();
    assertThat(permissions.rateLimitPerHour()).hasValue(1000);
    assertThat(permissions.scopes()).isEmpty();
    assertThat(permissions.additionalProperties()).containsEntry("scopes", "*");
    assertThat((List<?>) keys.additionalProperties().get("apiKeys")).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void createSendsTheDocumentedJsonAndHandsTheKeyOver(Mode mode) {
    answerFixture("api-keys/created");
    CreateApiKeyRequest request =
        CreateApiKeyRequest.builder()
            .name("CI")
            .description("Nightly")
            .environment(ApiKeyEnvironment.TEST)
            .expiresInDays(30)
            .permissions(
                ApiKeyPermissions.builder()
                    .scopes(List.of("assistants:read"))
                    .rateLimitPerHour(500)
                    .build())
            .build();
    ApiKey key = mode.exchange(admin(), request).body();
    assertThat(receivedBody()).isEqualTo(Fixtures.read("api-keys/request-create"));
    assertThat(key.fullKey()).hasValue(FULL_KEY);
    assertThat(key.toString()).doesNotContain(FULL_KEY).contains("k-1");
    assertThat(MemoryLogs.lines().toString()).doesNotContain(FULL_KEY);
  }

  @Test
  void permissionsWithoutScopesDoNotTakeAllAway() {
    answerFixture("api-keys/created");
    admin()
        .apiKeys()
        .create(
            CreateApiKeyRequest.builder()
                .name("CI")
                .permissions(ApiKeyPermissions.builder().rateLimitPerHour(5).build())
                .build());
    assertThat(receivedBody())
        .isEqualTo(
            "{\"accountSlug\":\"north-wind\",\"name\":\"CI\","
                + "\"permissions\":{\"rate_limit_per_hour\":5}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"apiKey\":{\"name\":\"CI\",\"fullKey\":\"" + FULL_KEY + "\"}}",
        "{\"apiKey\":{\"id\":\"k-1\",\"fullKey\":\"" + FULL_KEY + "\"",
        "{\"apiKey\":{\"id\":{},\"fullKey\":\"" + FULL_KEY + "\"}}",
        "\"" + FULL_KEY + "\""
      })
  void anAnswerThatCannotBeReadStillHandsTheKeyOverInItsBodyOnly(String body) {
    for (Mode mode : Mode.values()) {
      answer(201, body);
      DecodeException e = failure(DecodeException.class, Operation.CREATE_API_KEY, mode, admin());
      assertThat(e.body()).contains(FULL_KEY);
      assertThat(e.mayHaveTakenEffect()).isTrue();
      assertThat(stackTrace(e)).doesNotContain(FULL_KEY);
    }
    assertThat(MemoryLogs.lines().toString()).doesNotContain(FULL_KEY);
  }

  @Test
  void anOddFullKeyIsKeptAndNotShown() {
    answer(200, "{\"apiKey\":{\"id\":\"k-1\",\"fullKey\":[\"" + FULL_KEY + "\"]}}");
    ApiKey key = admin().apiKeys().create("CI");
    assertThat(key.fullKey()).isEmpty();
    assertThat(key.additionalProperties()).containsEntry("fullKey", List.of(FULL_KEY));
    assertThat(key.toString()).doesNotContain(FULL_KEY);
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerThatBreaksOffStillHandsOverWhatArrived(Mode mode) {
    server.enqueue(
        new MockResponse.Builder()
            .body("{\"apiKey\":{\"fullKey\":\"" + FULL_KEY + "\",\"note\":\"" + "x".repeat(4000))
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
    TransportException e =
        failure(TransportException.class, Operation.CREATE_API_KEY, mode, admin());
    assertThat(e.partialResponse().orElseThrow().body()).contains(FULL_KEY);
    assertThat(stackTrace(e)).doesNotContain(FULL_KEY);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void updateSendsOnlyWhatIsSet(Mode mode) {
    answerFixture("api-keys/created");
    answerFixture("api-keys/created");
    mode.exchange(
        admin(),
        UpdateApiKeyRequest.builder()
            .id("k-1")
            .name("CI 2")
            .description("")
            .isActive(false)
            .build());
    RecordedRequest request = received();
    assertThat(request.getMethod()).isEqualTo("PATCH");
    assertThat(request.getTarget()).isEqualTo("/api/api-keys/k-1");
    assertThat(request.getBody().utf8()).isEqualTo(Fixtures.read("api-keys/request-update"));
    mode.exchange(
        admin(),
        UpdateApiKeyRequest.builder()
            .id("k-1")
            .putAdditionalProperties("expiresInDays", 9)
            .build());
    assertThat(receivedBody()).isEqualTo("{\"expiresInDays\":9}");
  }

  @ParameterizedTest
  @EnumSource
  void aRepeatedRevocationThatFindsNothingSaysSo(Mode mode) {
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    answer(404, "{\"error\":\"Not found\"}");
    TalkturoClient admin = admin();
    assertThat(
            mode.call(() -> admin.apiKeys().revoke("k-1"), () -> admin.apiKeys().revokeAsync("k-1"))
                .alreadyGone())
        .isTrue();
    answer(404, "{\"error\":\"Not found\"}");
    failure(NotFoundException.class, Operation.REVOKE_API_KEY, mode, admin());
  }

  @ParameterizedTest
  @EnumSource
  void aKeyIsTested(Mode mode) {
    TalkturoClient client = client();
    answer(200, "{\"success\":true,\"message\":\"Authentication succeeded\"}");
    assertThat(
            mode.call(() -> client.apiKeys().test(), () -> client.apiKeys().testAsync()).message())
        .hasValue("Authentication succeeded");
    answer(401, "{\"error\":\"Invalid API key\"}");
    failure(AuthenticationException.class, Operation.TEST_API_KEY, mode, client);
  }

  private static String stackTrace(Throwable e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
