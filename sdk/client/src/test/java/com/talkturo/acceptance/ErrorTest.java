package com.talkturo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.calls.Mode;
import com.talkturo.calls.Operation;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.errors.ApiException;
import com.talkturo.sdk.errors.AuthenticationException;
import com.talkturo.sdk.errors.BadRequestException;
import com.talkturo.sdk.errors.ConflictException;
import com.talkturo.sdk.errors.InsufficientCreditsException;
import com.talkturo.sdk.errors.NotFoundException;
import com.talkturo.sdk.errors.PermissionDeniedException;
import com.talkturo.sdk.errors.RateLimitException;
import com.talkturo.sdk.errors.ServerException;
import com.talkturo.sdk.errors.TransportException;
import com.talkturo.sdk.errors.UnprocessableEntityException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a failure becomes: one type per status, with all that the answer said. */
class ErrorTest extends ServerTest {
  private static final Map<Integer, Class<? extends ApiException>> TYPES =
      Map.ofEntries(
          Map.entry(400, BadRequestException.class),
          Map.entry(401, AuthenticationException.class),
          Map.entry(402, InsufficientCreditsException.class),
          Map.entry(403, PermissionDeniedException.class),
          Map.entry(404, NotFoundException.class),
          Map.entry(405, ApiException.class),
          Map.entry(408, ApiException.class),
          Map.entry(409, ConflictException.class),
          Map.entry(418, ApiException.class),
          Map.entry(422, UnprocessableEntityException.class),
          Map.entry(429, RateLimitException.class),
          Map.entry(500, ServerException.class),
          Map.entry(502, ServerException.class),
          Map.entry(503, ServerException.class),
          Map.entry(504, ServerException.class),
          Map.entry(599, ServerException.class));

  static Stream<Arguments> everyStatusOperationAndMode() {
    return TYPES.entrySet().stream()
        .flatMap(
            type ->
                Stream.of(Operation.values())
                    .flatMap(
                        op ->
                            Stream.of(Mode.values())
                                .map(m -> Arguments.of(type.getKey(), type.getValue(), op, m))));
  }

  @ParameterizedTest
  @MethodSource("everyStatusOperationAndMode")
  void eachStatusHasItsTypeAndTellsWhatWasAsked(
      int status, Class<? extends ApiException> type, Operation op, Mode mode) {
    String body =
        "{\"success\":false,\"error\":\"No such thing\",\"details\":{\"name\":\"too long\"}}";
    answer(status, body, "X-Request-Id", "req_9", "Content-Type", "application/json");
    ApiException e = failure(type, op, mode, clientWithoutRetries());
    assertThat(e.statusCode()).isEqualTo(status);
    assertThat(e.method()).isEqualTo(op.method);
    assertThat(e.pathTemplate()).isEqualTo(op.pathTemplate);
    assertThat(e.errorText()).contains("No such thing");
    assertThat(e.details()).isEqualTo(Map.of("name", "too long"));
    assertThat(e.attempts()).isEqualTo(1);
    assertThat(e.body()).isEqualTo(body);
    assertThat(e.requestId()).contains("req_9");
    assertThat(e.headers()).containsEntry("x-request-id", List.of("req_9"));
    assertThat(e.retryAfter()).isEmpty();
    assertThat(e.getMessage())
        .startsWith(op.method + " " + op.pathTemplate + " answered " + status + ": No such thing")
        .contains("too long", "req_9")
        .doesNotContain("asst_5tq8");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  private ApiException failed(Mode mode, int status, String body, String... headers) {
    answer(status, body, headers);
    return failure(
        TYPES.get(status).asSubclass(ApiException.class),
        Operation.GET,
        mode,
        clientWithoutRetries());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"error\":\"Unauthorized\"}                              | Unauthorized",
        "{\"success\":false,\"error\":\"Unauthorized\"}            | Unauthorized",
        "{\"success\":false,\"error\":\"Short\",\"message\":\"Long\"} | Short",
        "{\"message\":\"Only a message\"}                          | Only a message",
        "{\"error\":{\"message\":\"Inner\",\"code\":\"x\"}}        | Inner",
        "{\"error\":{\"code\":\"some_code\"}}                      | some_code",
        "{\"error\":\"Grüße 👋\"}                                  | Grüße 👋",
        "{\"error\":\"\",\"message\":\"Beneath\"}                  | Beneath"
      })
  void theApisOwnTextIsFoundInEveryKnownShape(String body, String text) {
    for (Mode mode : Mode.values()) {
      ApiException e = failed(mode, 401, body);
      assertThat(e.errorText()).contains(text);
      assertThat(e.getMessage()).contains(": " + text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>502</html>",
        "null",
        "[]",
        "[\"error\"]",
        "\"error\"",
        "{",
        "{}",
        "{\"error\":null}",
        "{\"error\":17}",
        "{\"error\":[]}",
        "plain text"
      })
  void aBodyWithoutAKnownTextLeavesItEmpty(String body) {
    for (Mode mode : Mode.values()) {
      ApiException e = failed(mode, 404, body);
      assertThat(e.errorText()).isEmpty();
      assertThat(e.body()).isEqualTo(body);
      assertThat(e).hasMessage("GET /api/assistants/{assistantId} answered 404");
    }
  }

  @Test
  void membersOfAnErrorObjectAreDetails() {
    ApiException e =
        failed(
            Mode.SYNC, 422, "{\"error\":{\"message\":\"Bad\",\"code\":\"E1\",\"field\":\"name\"}}");
    assertThat(e.details()).isEqualTo(Map.of("code", "E1", "field", "name"));
  }

  @Test
  void detailsMayBeAList() {
    assertThat(failed(Mode.SYNC, 422, "{\"error\":\"Bad\",\"details\":[\"a\",\"b\"]}").details())
        .isEqualTo(Map.of("0", "a", "1", "b"));
  }

  @Test
  void detailsMayBeText() {
    assertThat(failed(Mode.SYNC, 422, "{\"error\":\"Bad\",\"details\":\"a\"}").details())
        .isEqualTo(Map.of("details", "a"));
  }

  @Test
  void aDeepErrorBodyStillHasItsText() {
    String deep = "[".repeat(20_000) + "]".repeat(20_000);
    assertThat(failed(Mode.SYNC, 400, "{\"x\":" + deep + ",\"error\":\"Bad\"}").errorText())
        .contains("Bad");
  }

  @ParameterizedTest
  @EnumSource
  void theBodyIsBoundedTo64KiB(Mode mode) {
    String body = "x".repeat(300_000);
    assertThat(failed(mode, 500, body).body()).isEqualTo(body.substring(0, 65_536));
  }

  @Test
  void theMessageIsOneBoundedLine() {
    String message =
        failed(Mode.SYNC, 400, "{\"error\":\"a\\nFORGED line\\r\\u2028" + "x".repeat(9000) + "\"}")
            .getMessage();
    assertThat(message).hasSizeLessThan(700).doesNotContain("\n", "\r", "\u2028");
  }

  @ParameterizedTest
  @CsvSource({"301,SYNC", "301,ASYNC", "302,SYNC", "303,ASYNC", "307,SYNC", "308,ASYNC"})
  void aRedirectIsNotFollowedAndNamesItsLocation(int status, Mode mode) {
    answer(status, "", "Location", "https://elsewhere.example/api/assistants");
    ApiException e = failure(ApiException.class, Operation.CREATE, mode, client());
    assertThat(e.statusCode()).isEqualTo(status);
    assertThat(e).hasMessageContaining("https://elsewhere.example/api/assistants");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"429,SYNC", "429,ASYNC", "503,SYNC", "503,ASYNC"})
  void retryAfterInSecondsIsHandedOn(int status, Mode mode) {
    ApiException e = failed(mode, status, "", "Retry-After", "17");
    assertThat(e.retryAfter()).contains(Duration.ofSeconds(17));
    assertThat(e).hasMessageContaining("retry after 17000 ms");
  }

  @Test
  void retryAfterAsADateIsHandedOn() {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.now().plusSeconds(100).atOffset(ZoneOffset.UTC));
    assertThat(failed(Mode.SYNC, 429, "", "Retry-After", date).retryAfter().orElseThrow())
        .isBetween(Duration.ofSeconds(90), Duration.ofSeconds(100));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "soon", "1.5", "Wed, 21 Oct 2015 07:28:00 GMT", "", "+3"})
  void anUnreadablePastOrNegativeRetryAfterCountsAsAbsent(String value) {
    assertThat(failed(Mode.SYNC, 429, "", "Retry-After", value).retryAfter()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aRefusedConnectionSaysThatTheApiHasNotProcessedTheRequest(Mode mode) {
    TalkturoClient client = clientWithoutRetries();
    server.close();
    TransportException e = failure(TransportException.class, Operation.CREATE, mode, client);
    assertThat(e.requestSent()).isFalse();
    assertThat(e).hasMessageEndingWith("(1 attempt; the API has not processed the request)");
  }

  @Test
  void everyApiExceptionCanBeSerialized() throws Exception {
    answer(422, "{\"error\":\"Bad\",\"details\":{\"a\":[{\"b\":null},1]}}", "Retry-After", "3");
    ApiException e =
        failure(UnprocessableEntityException.class, Operation.GET, Mode.SYNC, client());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(e);
    ApiException copy =
        (ApiException)
            new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    assertThat(copy).hasMessage(e.getMessage());
    assertThat(copy.details()).isEqualTo(e.details());
    assertThat(copy.headers()).isEqualTo(e.headers());
  }

  @ParameterizedTest
  @EnumSource
  void theCauseOfADecodeExceptionDoesNotHoldTheWholeBody(Mode mode) {
    answer(200, "{\"id\":\"asst_1\",\"x\":\"" + "a".repeat(1_000_000) + "\",\"y\":tru}");
    com.talkturo.sdk.errors.DecodeException e =
        failure(com.talkturo.sdk.errors.DecodeException.class, Operation.GET, mode, client());
    // Jackson's own exceptions hold their parser, and that its input.
    assertThat(e).cause().isExactlyInstanceOf(IOException.class).hasNoCause();
    assertThat(e.body()).hasSize(64 * 1024);
  }

  @ParameterizedTest
  @EnumSource
  void aHugeAnswerOfSuccessFalseIsKeptInPart(Mode mode) {
    String huge = "a".repeat(1_000_000);
    answer(
        200, "{\"success\":false,\"error\":\"" + huge + "\",\"details\":{\"x\":\"" + huge + "\"}}");
    ApiException e = failure(ApiException.class, Operation.GET, mode, client());
    assertThat(e.errorText()).hasValueSatisfying(text -> assertThat(text).hasSize(64 * 1024));
    assertThat(e.details()).isEmpty();
    assertThat(e.body()).hasSize(64 * 1024);
  }

  @ParameterizedTest
  @EnumSource
  void theDecodeExceptionOfAnAcknowledgementCanBeTold(Mode mode) {
    answer(200, "not json");
    assertThat(
            failure(
                com.talkturo.sdk.errors.DecodeException.class,
                Operation.ASSIGN_PHONE_NUMBERS,
                mode,
                client()))
        .hasMessageStartingWith(
            "PATCH /api/assistants/{assistantId}/telephony/phone-numbers answered 200");
  }
}
