package com.talkturo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.calls.Mode;
import com.talkturo.calls.Operation;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.assistants.AssignPhoneNumbersResponse;
import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.assistants.LlmProvider;
import com.talkturo.sdk.assistants.TemplateId;
import com.talkturo.sdk.assistants.TranscriptorProvider;
import com.talkturo.sdk.assistants.VoiceProvider;
import com.talkturo.sdk.errors.ApiException;
import com.talkturo.sdk.errors.BadRequestException;
import com.talkturo.sdk.errors.DecodeException;
import com.talkturo.sdk.errors.ServerException;
import com.talkturo.sdk.http.ApiResponse;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer becomes: every tolerance, and every refusal. */
class ResponseTest extends ServerTest {
  /** JSON name, accessor and a value of another type than the documented one. */
  private static final List<String[]> FIELDS =
      Stream.of(
              "account_id accountId [1]",
              "account_slug accountSlug 1",
              "name name {\"en\":\"x\"}",
              "type type 3",
              "provider provider [\"openai\"]",
              "model model true",
              "temperature temperature \"hot\"",
              "max_tokens maxTokens 10.5",
              "first_message firstMessage 0",
              "system_prompt systemPrompt {}",
              "voice_provider voiceProvider false",
              "voice_model voiceModel 1.5",
              "voice_id voiceId [[]]",
              "voice_name voiceName -1",
              "transcriptor_provider transcriptorProvider {\"id\":\"deepgram\"}",
              "transcriptor_model transcriptorModel []",
              "transcriptor_language transcriptorLanguage [\"en\",\"de\"]",
              "recording_enabled recordingEnabled \"true\"",
              "inbound_enabled inboundEnabled 1",
              "outbound_enabled outboundEnabled {\"on\":true}",
              "created_at createdAt 1700000000",
              "updated_at updatedAt \"yesterday\"")
          .map(line -> line.split(" "))
          .toList();

  private Assistant read(Mode mode, String body) {
    answer(200, body);
    return (Assistant) Operation.GET.call(mode, clientWithoutRetries());
  }

  private Assistant readAssistant(String members) {
    return read(Mode.SYNC, "{\"success\":true,\"assistant\":{\"id\":\"asst_1\"," + members + "}}");
  }

  private DecodeException refused(Mode mode, int status, String body) {
    answer(status, body, "X-Request-Id", "req_7");
    return failure(DecodeException.class, Operation.GET, mode, clientWithoutRetries());
  }

  private static Optional<?> field(Assistant assistant, String accessor) {
    try {
      Method method = Assistant.class.getMethod(accessor);
      return (Optional<?>) method.invoke(assistant);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFullCreateAnswerFillsEveryField(Mode mode) {
    answerFixture("create/full");
    assertThat(Operation.CREATE.call(mode, client()))
        .isEqualTo(
            Assistant.builder()
                .id("asst_5tq8")
                .accountId("acct_77")
                .name("Front desk")
                .type(TemplateId.INBOUND_SUPPORT)
                .provider(LlmProvider.OPENAI)
                .model("gpt-4o-mini")
                .temperature(0.4)
                .maxTokens(512)
                .firstMessage("Good morning, North Wind.")
                .systemPrompt("Answer questions about opening hours.")
                .voiceProvider(VoiceProvider.CARTESIA)
                .voiceModel("sonic-english")
                .voiceId("v-31")
                .voiceName("Mara")
                .transcriptorProvider(TranscriptorProvider.DEEPGRAM)
                .transcriptorModel("nova-2")
                .transcriptorLanguage("de")
                .recordingEnabled(false)
                .inboundEnabled(true)
                .outboundEnabled(false)
                .createdAt(Instant.parse("2025-03-04T08:15:00Z"))
                .updatedAt(Instant.parse("2025-03-04T08:15:00Z"))
                .build());
  }

  @ParameterizedTest
  @EnumSource
  void theGetSubsetLeavesTheRestEmpty(Mode mode) {
    answerFixture("get/subset");
    assertThat(Operation.GET.call(mode, client()))
        .isEqualTo(
            Assistant.builder()
                .id("asst_5tq8")
                .name("Front desk")
                .provider(LlmProvider.OPENAI)
                .model("gpt-4o-mini")
                .systemPrompt("Answer questions about opening hours.")
                .voiceProvider(VoiceProvider.CARTESIA)
                .voiceId("v-31")
                .inboundEnabled(true)
                .outboundEnabled(false)
                .build());
  }

  @ParameterizedTest
  @EnumSource
  void theUpdateSubsetLeavesTheRestEmpty(Mode mode) {
    answerFixture("update/subset");
    assertThat(Operation.UPDATE.call(mode, client()))
        .isEqualTo(
            Assistant.builder()
                .id("asst_5tq8")
                .name("Front desk")
                .systemPrompt("Answer questions about opening hours.")
                .voiceProvider(VoiceProvider.ELEVENLABS)
                .voiceId("v-77")
                .recordingEnabled(true)
                .build());
  }

  @ParameterizedTest
  @EnumSource
  void nullsReadAsAbsent(Mode mode) {
    StringBuilder body = new StringBuilder("{\"success\":null,\"assistant\":{\"id\":\"asst_1\"");
    FIELDS.forEach(field -> body.append(",\"").append(field[0]).append("\":null"));
    assertThat(read(mode, body.append("}}").toString()))
        .isEqualTo(Assistant.builder().id("asst_1").build());
  }

  @ParameterizedTest
  @EnumSource
  void unknownFieldsAreKept(Mode mode) {
    Map<String, Object> voice = new HashMap<>();
    voice.put("name", "alloy");
    voice.put("speed", 1.25);
    voice.put("tags", List.of(1, 5_000_000_000L, true));
    voice.put("none", null);
    Assistant assistant =
        read(
            mode,
            "{\"success\":true,\"assistant\":{\"id\":\"asst_1\",\"voice\":{\"name\":\"alloy\",\"speed\":1.25,"
                + "\"tags\":[1,5000000000,true],\"none\":null},\"nothing\":null}}");
    Map<String, Object> expected = new HashMap<>();
    expected.put("voice", voice);
    expected.put("nothing", null);
    assertThat(assistant.additionalProperties()).isEqualTo(expected);
  }

  static Stream<Arguments> fieldsAndModes() {
    return FIELDS.stream()
        .flatMap(f -> Stream.of(Mode.values()).map(mode -> Arguments.of(mode, f[0], f[1], f[2])));
  }

  @ParameterizedTest
  @MethodSource("fieldsAndModes")
  void aWrongTypeInOneFieldKeepsTheIdAndTheValue(
      Mode mode, String json, String accessor, String value) {
    Assistant assistant =
        read(
            mode,
            "{\"assistant\":{\"" + json + "\":" + value + ",\"id\":\"asst_1\",\"model_x\":\"y\"}}");
    assertThat(assistant.id()).isEqualTo("asst_1");
    assertThat(field(assistant, accessor)).isEmpty();
    assertThat(assistant.additionalProperties()).containsOnlyKeys(json, "model_x");
  }

  @Test
  void theWrongTypeTableCoversEveryFieldButTheId() {
    assertThat(
            Stream.of(Assistant.class.getMethods())
                .filter(m -> m.getReturnType() == Optional.class)
                .map(Method::getName))
        .containsExactlyInAnyOrderElementsOf(FIELDS.stream().map(f -> f[1]).toList());
  }

  @ParameterizedTest
  @EnumSource
  void theBareObjectIsAccepted(Mode mode) {
    assertThat(read(mode, "{\"id\":\"asst_1\",\"name\":\"x\",\"status\":\"draft\"}"))
        .isEqualTo(
            Assistant.builder()
                .id("asst_1")
                .name("x")
                .putAdditionalProperties("status", "draft")
                .build());
  }

  @ParameterizedTest
  @EnumSource
  void theBareObjectMayStandNextToSuccess(Mode mode) {
    assertThat(read(mode, "{\"success\":true,\"id\":\"asst_1\"}"))
        .isEqualTo(Assistant.builder().id("asst_1").build());
  }

  @ParameterizedTest
  @CsvSource({"SYNC,200", "ASYNC,200", "SYNC,201", "ASYNC,202", "SYNC,299"})
  void anyStatusOf2xxIsSuccess(Mode mode, int status) {
    answer(status, Fixtures.read("create/full"));
    ApiResponse<?> response = mode.exchange(client(), Operation.CREATE.request);
    assertThat(response.statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @MethodSource("everyOperationAndMode")
  void successFalseIn200IsAnApiException(Operation op, Mode mode) {
    answer(200, "{\"success\":false,\"error\":\"Insufficient credits\"}");
    ApiException e = failure(ApiException.class, op, mode, client());
    assertThat(e.statusCode()).isEqualTo(200);
    assertThat(e.errorText()).contains("Insufficient credits");
    assertThat(e)
        .hasMessage(
            op.method
                + " "
                + op.pathTemplate
                + " answered 200 with success: false: Insufficient credits");
  }

  @ParameterizedTest
  @EnumSource
  void successFalseWinsOverAnAssistantAndKeepsItsIdInTheBody(Mode mode) {
    answer(200, "{\"assistant\":{\"id\":\"asst_1\"},\"success\":false}");
    ApiException e = failure(ApiException.class, Operation.CREATE, mode, client());
    assertThat(e.body()).contains("asst_1");
  }

  @ParameterizedTest
  @CsvSource({
    "CREATE,SYNC",
    "CREATE,ASYNC",
    "GET,SYNC",
    "GET,ASYNC",
    "UPDATE,SYNC",
    "UPDATE,ASYNC"
  })
  void anEmptyBodyWhereAResourceIsDueIsADecodeException(Operation op, Mode mode) {
    answer(200, "");
    DecodeException e = failure(DecodeException.class, op, mode, client());
    assertThat(e)
        .hasMessage(
            op.method
                + " "
                + op.pathTemplate
                + " answered 200, but the answer cannot be read: the body is empty");
  }

  @ParameterizedTest
  @EnumSource
  void html200IsADecodeExceptionWithStatusHeadersRequestIdAndBody(Mode mode) {
    DecodeException e = refused(mode, 200, "<html>maintenance</html>");
    assertThat(e.statusCode()).isEqualTo(200);
    assertThat(e.body()).isEqualTo("<html>maintenance</html>");
    assertThat(e.requestId()).contains("req_7");
    assertThat(e.headers()).containsEntry("x-request-id", List.of("req_7"));
    assertThat(e.method()).isEqualTo("GET");
    assertThat(e.pathTemplate()).isEqualTo("/api/assistants/{assistantId}");
    assertThat(e.attempts()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void html502IsAServerException(Mode mode) {
    answer(502, "<html><h1>502 Bad Gateway</h1></html>", "Content-Type", "text/html");
    ServerException e = failure(ServerException.class, Operation.CREATE, mode, client());
    assertThat(e.statusCode()).isEqualTo(502);
    assertThat(e.errorText()).isEmpty();
    assertThat(e.body()).contains("502 Bad Gateway");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"success\":true,\"assistant\":{\"id\":\"asst_1\",\"name\":\"Fr",
        "{\"success\":true,\"assistant\":{\"id\":\"asst_1\"",
        "{\"success\":true,\"assistant\":{\"id\":\"asst_1\"}",
        "{\"success\":true,\"assistant\":{\"id\":\"asst_1\",\"x\":[1,"
      })
  void truncatedJsonIsADecodeExceptionThatShowsTheId(String body) {
    for (Mode mode : Mode.values()) {
      assertThat(refused(mode, 200, body).body()).contains("asst_1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "\"text\"",
        "42",
        "{}",
        "{\"success\":true}",
        "{\"success\":true,\"assistant\":null}",
        "{\"assistant\":{\"name\":\"no id\"}}",
        "{\"assistant\":{\"id\":null}}",
        "{\"assistant\":{\"id\":\"\"}}",
        "{\"assistant\":{\"id\":{\"x\":1}}}",
        "{\"assistant\":\"asst_1\"}"
      })
  void anAnswerWithoutAnIdIsADecodeException(String body) {
    for (Mode mode : Mode.values()) {
      assertThat(refused(mode, 200, body).body()).isEqualTo(body);
    }
  }

  @Test
  void aNumberSentAsAStringIsAccepted() {
    Assistant assistant = readAssistant("\"temperature\":\"0.7\",\"max_tokens\":\"1024\"");
    assertThat(assistant.temperature()).contains(0.7);
    assertThat(assistant.maxTokens()).contains(1024);
    assertThat(assistant.additionalProperties()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "-INF"})
  void whatIsNoNumberInJsonIsKeptAsItsText(String value) {
    Assistant assistant =
        readAssistant(
            "\"temperature\":" + value + ",\"max_tokens\":" + value + ",\"score\":" + value);
    assertThat(assistant.temperature()).isEmpty();
    assertThat(assistant.maxTokens()).isEmpty();
    assertThat(assistant.additionalProperties())
        .containsOnly(
            Map.entry("temperature", value),
            Map.entry("max_tokens", value),
            Map.entry("score", value));
    assertThat(refused(Mode.SYNC, 200, "{\"id\":" + value + "}").body()).contains(value);
  }

  @Test
  void aRawLineBreakInATextIsAccepted() {
    assertThat(readAssistant("\"first_message\":\"Hello\n\tyou\"").firstMessage())
        .contains("Hello\n\tyou");
  }

  @Test
  void anIntegerSentWithAFractionOfZeroIsAccepted() {
    assertThat(readAssistant("\"max_tokens\":1024.0").maxTokens()).contains(1024);
  }

  @Test
  void anIntegerSentInExponentFormIsAccepted() {
    assertThat(readAssistant("\"max_tokens\":1e3").maxTokens()).contains(1000);
  }

  @Test
  void aTemperatureSentAsAnIntegerIsAccepted() {
    assertThat(readAssistant("\"temperature\":1").temperature()).contains(1.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483648", "1e30", "-2147483649", "99999999999999999999"})
  void anIntegerBeyondIntIsKeptAsAdditional(String value) {
    Assistant assistant = readAssistant("\"max_tokens\":" + value);
    assertThat(assistant.maxTokens()).isEmpty();
    assertThat(assistant.additionalProperties()).containsOnlyKeys("max_tokens");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-03-04T08:15:00Z,          2025-03-04T08:15:00Z",
    "2025-03-04T08:15:00.123Z,      2025-03-04T08:15:00.123Z",
    "2025-03-04T08:15:00.123456789Z,2025-03-04T08:15:00.123456789Z",
    "2025-03-04T08:15:00.1234567Z,  2025-03-04T08:15:00.1234567Z",
    "2025-03-04T10:15:00+02:00,     2025-03-04T08:15:00Z",
    "2025-03-04T10:15:00+0200,      2025-03-04T08:15:00Z",
    "2025-03-04T10:15:00+02,        2025-03-04T08:15:00Z",
    "2025-03-04T03:45:00.5-04:30,   2025-03-04T08:15:00.5Z",
    "2025-03-04T08:15Z,             2025-03-04T08:15:00Z",
    "2025-03-04t08:15:00z,          2025-03-04T08:15:00Z"
  })
  void timestampsMayHaveAnyOffsetAndFraction(String text, Instant instant) {
    assertThat(readAssistant("\"created_at\":\"" + text + "\"").createdAt()).contains(instant);
  }

  @Test
  void accountSlugIsReadWhereTheNewerDocumentationShowsIt() {
    assertThat(readAssistant("\"account_slug\":\"north-wind\"").accountSlug())
        .contains("north-wind");
  }

  @ParameterizedTest
  @EnumSource
  void anIdSentAsANumberIsKeptAsItsDigits(Mode mode) {
    assertThat(read(mode, "{\"assistant\":{\"id\":12345678901234567890}}").id())
        .isEqualTo("12345678901234567890");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"assistant\":{\"id\":\"asst_0\",\"id\":\"asst_1\",\"x\":1,\"x\":2}}",
        "{\"assistant\":{\"id\":\"asst_0\"},\"assistant\":{\"id\":\"asst_1\",\"x\":2}}",
        "{\"assistant\":{\"id\":\"asst_1\",\"x\":2,\"name\":\"a\",\"name\":null}}"
      })
  void theLastOfDuplicateKeysWins(String body) {
    assertThat(read(Mode.SYNC, body))
        .isEqualTo(Assistant.builder().id("asst_1").putAdditionalProperties("x", 2).build());
  }

  @ParameterizedTest
  @EnumSource
  void aValueNested100000LevelsDeepDoesNotLoseTheId(Mode mode) {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertThat(read(mode, "{\"assistant\":{\"deep\":" + deep + ",\"id\":\"asst_1\"}}").id())
        .isEqualTo("asst_1");
  }

  @ParameterizedTest
  @EnumSource
  void anObjectNested100000LevelsDeepDoesNotLoseTheId(Mode mode) {
    String deep = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);
    assertThat(read(mode, "{\"deep\":" + deep + ",\"assistant\":{\"id\":\"asst_1\"}}").id())
        .isEqualTo("asst_1");
  }

  @ParameterizedTest
  @EnumSource
  void aNumberOf100000DigitsDoesNotLoseTheId(Mode mode) {
    String digits = "7".repeat(100_000);
    Assistant assistant =
        read(
            mode,
            "{\"assistant\":{\"big\":"
                + digits
                + ",\"max_tokens\":"
                + digits
                + ",\"temperature\":0."
                + digits
                + ",\"id\":\"asst_1\"}}");
    assertThat(assistant.id()).isEqualTo("asst_1");
    assertThat(assistant.additionalProperties()).containsEntry("big", digits);
  }

  @Test
  void aNumberWithAHugeExponentIsKept() {
    Assistant assistant = readAssistant("\"x\":1e999999999,\"temperature\":1e999999999");
    assertThat(assistant.temperature()).isEmpty();
    assertThat(assistant.additionalProperties()).containsKeys("x", "temperature");
  }

  @Test
  void anAnswerWithAHugeExponentCanBeComparedAndPrinted() {
    Assistant assistant = readAssistant("\"x\":1e999999999");
    assertThat(assistant).isEqualTo(assistant.toBuilder().build());
    assertThat(assistant.toString()).hasSizeLessThan(1000);
  }

  @ParameterizedTest
  @EnumSource
  void aTooLargeBodyIsADecodeExceptionWithItsFirst64KiB(Mode mode) {
    String body = "{\"assistant\":{\"id\":\"asst_1\",\"x\":\"" + "a".repeat(200_000) + "\"}}";
    answer(200, body);
    TalkturoClient client = open(builder().maxResponseBytes(100_000));
    DecodeException e = failure(DecodeException.class, Operation.GET, mode, client);
    assertThat(e).hasMessageContaining("larger than 100000 bytes");
    assertThat(e.body()).isEqualTo(body.substring(0, 65_536));
  }

  @ParameterizedTest
  @EnumSource
  void aBodyOfExactlyTheLimitIsRead(Mode mode) {
    String body = "{\"id\":\"asst_1\"}";
    answer(200, body);
    TalkturoClient client = open(builder().maxResponseBytes(body.length()));
    assertThat(((Assistant) Operation.GET.call(mode, client)).id()).isEqualTo("asst_1");
  }

  @ParameterizedTest
  @EnumSource
  void aBodyOfOneByteMoreThanTheLimitIsRefused(Mode mode) {
    String body = "{\"id\":\"asst_1\"}";
    answer(200, body);
    TalkturoClient client = open(builder().maxResponseBytes(body.length() - 1));
    failure(DecodeException.class, Operation.GET, mode, client);
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyBodyMayCallItselfGzipped(Mode mode) {
    answer(200, "", "Content-Encoding", "gzip");
    Operation.ASSIGN_PHONE_NUMBERS.call(mode, client());
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"SYNC,204", "ASYNC,204", "SYNC,200", "ASYNC,200", "SYNC,202"})
  void anAssignmentNeedsNoBody(Mode mode, int status) {
    answer(status, "");
    assertThat(Operation.ASSIGN_PHONE_NUMBERS.call(mode, client()))
        .isEqualTo(AssignPhoneNumbersResponse.builder().build());
  }

  @ParameterizedTest
  @EnumSource
  void theMessageOfAnAssignmentIsHandedOn(Mode mode) {
    answerFixture("assign-phone-numbers/message");
    assertThat(Operation.ASSIGN_PHONE_NUMBERS.call(mode, client()))
        .isEqualTo(AssignPhoneNumbersResponse.builder().message("2 numbers assigned").build());
  }

  @ParameterizedTest
  @EnumSource
  void anAssignmentKeepsWhatElseTheApiSends(Mode mode) {
    answer(200, "{\"success\":true,\"message\":7,\"assigned\":2}");
    assertThat(Operation.ASSIGN_PHONE_NUMBERS.call(mode, client()))
        .isEqualTo(
            AssignPhoneNumbersResponse.builder()
                .putAdditionalProperties("message", 7)
                .putAdditionalProperties("assigned", 2)
                .build());
  }

  @ParameterizedTest
  @EnumSource
  void theResponseTellsStatusHeadersRequestIdAndAttempts(Mode mode) {
    answer(503, "", "Retry-After", "0");
    answer(
        200, Fixtures.read("get/subset"), "X-Request-Id", "req_1", "X-Multi", "a", "X-Multi", "b");
    ApiResponse<?> response = mode.exchange(client(), Operation.GET.request);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.requestId()).contains("req_1");
    assertThat(response.header("X-REQUEST-ID")).contains("req_1");
    assertThat(response.headers()).containsEntry("x-multi", List.of("a", "b"));
    assertThat(response.attempts()).isEqualTo(2);
  }

  @Test
  void everyFieldOfTheFullAnswerIsRead() {
    Assistant assistant = read(Mode.SYNC, Fixtures.read("create/full"));
    List<String> empty = new ArrayList<>();
    for (String[] field : FIELDS) {
      if (field(assistant, field[1]).isEmpty()) {
        empty.add(field[0]);
      }
    }
    assertThat(empty).containsExactly("account_slug");
  }

  @ParameterizedTest
  @EnumSource
  void aGzippedAnswerIsUnpackedAndItsSizeCounted(Mode mode) throws Exception {
    okio.Buffer packed = new okio.Buffer();
    try (okio.BufferedSink gzip = okio.Okio.buffer(new okio.GzipSink(packed))) {
      gzip.writeUtf8("{\"id\":\"asst_1\",\"x\":\"" + "a".repeat(200_000) + "\"}");
    }
    server.enqueue(
        new mockwebserver3.MockResponse.Builder()
            .code(200)
            .addHeader("Content-Encoding", "gzip")
            .body(packed)
            .build());
    TalkturoClient client = open(builder().maxResponseBytes(100_000));
    failure(DecodeException.class, Operation.GET, mode, client);
  }

  /** A body with one byte that is no UTF-8 in place of the question mark. */
  private void answerOddByte(int status, String body) {
    byte[] bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    bytes[body.indexOf('?')] = (byte) 0xe9;
    server.enqueue(
        new mockwebserver3.MockResponse.Builder()
            .code(status)
            .body(new okio.Buffer().write(bytes))
            .build());
  }

  @ParameterizedTest
  @EnumSource
  void oneOddByteInANameLosesNothingElse(Mode mode) {
    answerOddByte(200, "{\"success\":true,\"assistant\":{\"name\":\"Caf?\",\"id\":\"asst_1\"}}");
    assertThat(Operation.CREATE.call(mode, clientWithoutRetries()))
        .isEqualTo(Assistant.builder().id("asst_1").name("Caf\ufffd").build());
  }

  @ParameterizedTest
  @EnumSource
  void oneOddByteInAnErrorKeepsItsText(Mode mode) {
    answerOddByte(400, "{\"error\":\"Caf? is taken\",\"details\":{\"name\":\"taken\"}}");
    ApiException e =
        failure(BadRequestException.class, Operation.CREATE, mode, clientWithoutRetries());
    assertThat(e.errorText()).contains("Caf\ufffd is taken");
    assertThat(e.details()).isEqualTo(Map.of("name", "taken"));
  }

  @ParameterizedTest
  @EnumSource
  void aDecodeFailureSaysWhatWasExpectedAtWhichPath(Mode mode) {
    assertThat(refused(mode, 200, "{\"success\":true,\"assistant\":{\"id\":{\"x\":1}}}"))
        .hasMessage(
            "GET /api/assistants/{assistantId} answered 200, but the answer cannot be read:"
                + " $.assistant.id: expected an id, found an object (request id req_7)");
  }

  @ParameterizedTest
  @EnumSource
  void aDecodeFailureNeverShowsTheKeyThatANameEchoes(Mode mode) {
    DecodeException e = refused(mode, 200, "{\"" + KEY + "\":{\"a\":tru}}");
    assertThat(e.getMessage()).contains("expected JSON").doesNotContain(KEY);
  }
}
