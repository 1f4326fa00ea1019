package com.talkturo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.calls.Mode;
import com.talkturo.sdk.errors.ApiException;
import com.talkturo.sdk.errors.DecodeException;
import com.talkturo.sdk.errors.ServerException;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.http.ApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests built by hand, for endpoints that the SDK does not model. */
class ApiRequestTest extends ServerTest {
  /** A caller's own type. */
  record Usage(int calls, Optional<String> note, Instant since) {}

  private <T> T body(Mode mode, ApiRequest<T> request) {
    return mode.exchange(client(), request).body();
  }

  @ParameterizedTest
  @EnumSource
  void pathAndQueryArePercentEncoded(Mode mode) {
    answer(200, "{}");
    body(
        mode,
        ApiRequest.builder("get", "/api/assistants/{assistantId}/usage-stats/{part}")
            .path("part", "a/b ü")
            .path("assistantId", "x?y")
            .query("a b", "1&2=3")
            .query("a b", "+%")
            .query("empty", "")
            .returning(Map.class));
    RecordedRequest request = received();
    assertThat(request.getMethod()).isEqualTo("GET");
    assertThat(request.getTarget())
        .isEqualTo(
            "/api/assistants/x%3Fy/usage-stats/a%2Fb%20%C3%BC?a%20b=1%262%3D3&a%20b=%2B%25&empty=");
  }

  @ParameterizedTest
  @EnumSource
  void aListOfACallersOwnTypeIsReadBareAndOutOfTheEnvelope(Mode mode) {
    String list = "[{\"calls\":3},{\"calls\":4}]";
    for (String body : List.of(list, "{\"success\":true,\"usages\":" + list + "}")) {
      answer(200, body);
      List<Usage> usages =
          body(
              mode,
              ApiRequest.builder("GET", "/api/usage")
                  .envelope("usages")
                  .returningListOf(Usage.class));
      assertThat(usages).extracting(Usage::calls).containsExactly(3, 4);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCallersOwnTypeIsReadOutOfTheEnvelope(Mode mode) {
    answer(
        200,
        "{\"success\":true,\"usage\":{\"calls\":3,\"since\":\"2025-03-04T08:15:00Z\",\"x\":1}}");
    Usage usage =
        body(
            mode, ApiRequest.builder("GET", "/api/usage").envelope("usage").returning(Usage.class));
    assertThat(usage)
        .isEqualTo(new Usage(3, Optional.empty(), Instant.parse("2025-03-04T08:15:00Z")));
  }

  @ParameterizedTest
  @EnumSource
  void aMissingEnvelopeReadsTheBareObject(Mode mode) {
    answer(200, "{\"calls\":3}");
    assertThat(
            body(
                mode,
                ApiRequest.builder("GET", "/api/usage").envelope("usage").returning(Map.class)))
        .isEqualTo(Map.of("calls", 3));
  }

  @ParameterizedTest
  @CsvSource({"SYNC,204,''", "ASYNC,200,''", "SYNC,200,'{}'", "ASYNC,200,'{\"x\":1}'"})
  void voidIgnoresTheBody(Mode mode, int status, String body) {
    answer(status, body);
    ApiResponse<Void> response =
        mode.exchange(
            client(),
            ApiRequest.builder("DELETE", "/api/assistants/{id}")
                .path("id", "a")
                .returning(Void.class));
    assertThat(response.body()).isNull();
    assertThat(response.statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @EnumSource
  void successFalseIsAnApiExceptionHereToo(Mode mode) {
    answer(200, "{\"success\":false,\"error\":\"No\"}");
    assertThat(
            failure(
                    ApiException.class,
                    () -> body(mode, ApiRequest.builder("GET", "/api/x").returning(Void.class)))
                .errorText())
        .contains("No");
  }

  @ParameterizedTest
  @EnumSource
  void aBodyThatDoesNotFitTheTypeIsADecodeException(Mode mode) {
    for (String body : List.of("", "null", "[1]", "{\"calls\":\"many\"}", "<html>")) {
      answer(200, body);
      failure(
          DecodeException.class,
          () -> body(mode, ApiRequest.builder("GET", "/api/x").returning(Usage.class)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theBodyIsWrittenByJackson(Mode mode) {
    answer(200, "{}");
    body(
        mode,
        ApiRequest.builder("POST", "/api/x")
            .body(new Usage(1, Optional.of("ü"), Instant.EPOCH))
            .returning(Void.class));
    RecordedRequest request = received();
    assertThat(request.getBody().utf8())
        .isEqualTo("{\"calls\":1,\"note\":\"ü\",\"since\":\"1970-01-01T00:00:00Z\"}");
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
  }

  @ParameterizedTest
  @CsvSource({"POST,1", "PATCH,1", "PUT,3", "DELETE,3", "GET,3"})
  void onlyHarmlessMethodsAreRepeatedUnlessToldOtherwise(String method, int attempts) {
    for (int i = 0; i < 3; i++) {
      answer(500, "", "Retry-After", "0");
    }
    ServerException e =
        failure(
            ServerException.class,
            () -> body(Mode.SYNC, ApiRequest.builder(method, "/api/x").returning(Void.class)));
    assertThat(e.attempts()).isEqualTo(attempts);
    assertThat(server.getRequestCount()).isEqualTo(attempts);
  }

  @Test
  void aPostThatIsSaidToBeHarmlessIsRepeated() {
    answer(500, "", "Retry-After", "0");
    answer(200, "{}");
    body(Mode.SYNC, ApiRequest.builder("POST", "/api/x").repeatable(true).returning(Void.class));
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/api",
        "/api/",
        "api/x",
        "/v1/x",
        "/api/x?y=1",
        "/api/../x",
        "/api/./x",
        "/api//x",
        "/api/x/",
        "/api/{a b}",
        "/api/{}",
        "/api/{",
        "/api/{a}b",
        "/api/{a}/{b/c}",
        "/api/{a",
        "/api/x y",
        "/api/x#f",
        "/api/%2e%2e/x",
        "https://evil.example/api/x"
      })
  void aMalformedPathTemplateIsRefused(String template) {
    assertThatThrownBy(() -> ApiRequest.builder("GET", template))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("path template is \"" + template + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "TRACE", "get /x", "CONNECT"})
  void anUnknownMethodIsRefused(String method) {
    assertThatThrownBy(() -> ApiRequest.builder(method, "/api/x"))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("method is \"" + method + "\"", "allowed");
  }

  @Test
  void placeholdersAndValuesMustMatch() {
    assertThatThrownBy(() -> ApiRequest.builder("GET", "/api/{id}").returning(Void.class))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("{id}");
    assertThatThrownBy(
            () -> ApiRequest.builder("GET", "/api/x").path("id", "a").returning(Void.class))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("{id}");
    assertThatThrownBy(
            () -> ApiRequest.builder("GET", "/api/{id}").path("id", "..").returning(Void.class))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("id is \"..\"", "allowed");
  }

  @Test
  void aBodyThatJacksonCannotWriteIsRefused() {
    assertThatThrownBy(
            () -> ApiRequest.builder("POST", "/api/x").body(new Object()).returning(Void.class))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.Object");
    assertThatThrownBy(
            () -> ApiRequest.builder("GET", "/api/x").body(Map.of()).returning(Void.class))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("GET");
  }

  @Test
  void toStringLeavesIdsAndBodyOut() {
    assertThat(
            ApiRequest.builder("POST", "/api/x/{id}")
                .path("id", "asst_1")
                .body(Map.of("secret", 1))
                .returning(Void.class))
        .hasToString("ApiRequest{POST /api/x/{id}}");
  }
}
