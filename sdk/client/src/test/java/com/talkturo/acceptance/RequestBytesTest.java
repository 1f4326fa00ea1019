package com.talkturo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.calls.Mode;
import com.talkturo.calls.Operation;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.assistants.CreateAssistantRequest;
import com.talkturo.sdk.assistants.LlmProvider;
import com.talkturo.sdk.assistants.TranscriptorProvider;
import com.talkturo.sdk.assistants.UpdateAssistantRequest;
import com.talkturo.sdk.assistants.VoiceProvider;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What leaves the SDK, byte for byte, against the reference's own JSON. */
class RequestBytesTest extends ServerTest {

  private String bodyOfUpdate(Mode mode, Consumer<UpdateAssistantRequest.Builder> change) {
    answerFixture("update/subset");
    TalkturoClient client = client();
    mode.call(
        () -> client.assistants().update("asst_5tq8", change),
        () -> client.assistants().updateAsync("asst_5tq8", change));
    return receivedBody();
  }

  private String bodyOfCreate(Mode mode, Consumer<CreateAssistantRequest.Builder> change) {
    answerFixture("create/full");
    TalkturoClient client = client();
    mode.call(
        () -> client.assistants().create(change), () -> client.assistants().createAsync(change));
    return receivedBody();
  }

  @ParameterizedTest
  @EnumSource
  void createSendsTheDocumentedJson(Mode mode) {
    answerFixture("create/full");
    Operation.CREATE.call(mode, client());
    assertThat(receivedBody()).isEqualTo(Fixtures.read("create/request"));
  }

  @ParameterizedTest
  @EnumSource
  void createWithoutTemplateLeavesItOut(Mode mode) {
    assertThat(bodyOfCreate(mode, r -> r.name("Front desk")))
        .isEqualTo(Fixtures.read("create/request-minimal"));
  }

  @ParameterizedTest
  @EnumSource
  void theRequestsOwnAccountWinsOverTheClients(Mode mode) {
    assertThat(bodyOfCreate(mode, r -> r.name("x").accountSlug("south")))
        .isEqualTo("{\"accountSlug\":\"south\",\"name\":\"x\"}");
  }

  @ParameterizedTest
  @EnumSource
  void createSendsAdditionalProperties(Mode mode) {
    assertThat(bodyOfCreate(mode, r -> r.name("x").putAdditionalProperties("voice", "alloy")))
        .isEqualTo("{\"accountSlug\":\"north-wind\",\"name\":\"x\",\"voice\":\"alloy\"}");
  }

  @ParameterizedTest
  @EnumSource
  void getSendsNoBody(Mode mode) {
    answerFixture("get/subset");
    Operation.GET.call(mode, client());
    RecordedRequest request = received();
    assertThat(request.getBodySize()).isZero();
    assertThat(request.getHeaders().get("Content-Type")).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void updateSendsTheDocumentedJson(Mode mode) {
    assertThat(
            bodyOfUpdate(
                mode,
                r ->
                    r.temperature(0.2)
                        .voiceProvider(VoiceProvider.ELEVENLABS)
                        .voiceId("v-77")
                        .recordingEnabled(true)))
        .isEqualTo(Fixtures.read("update/request"));
  }

  @ParameterizedTest
  @EnumSource
  void updateSendsEveryFieldUnderItsName(Mode mode) {
    assertThat(
            bodyOfUpdate(
                mode,
                r ->
                    r.name("Front desk")
                        .provider(LlmProvider.ANTHROPIC)
                        .model("claude")
                        .temperature(2.0)
                        .maxTokens(1)
                        .firstMessage("Hi")
                        .systemPrompt("Prompt")
                        .voiceProvider(VoiceProvider.ELEVENLABS)
                        .voiceModel("sonic")
                        .voiceId("v-77")
                        .voiceName("Mara")
                        .transcriptorProvider(TranscriptorProvider.ASSEMBLYAI)
                        .transcriptorModel("nova-2")
                        .transcriptorLanguage("de")
                        .recordingEnabled(true)
                        .inboundEnabled(false)
                        .outboundEnabled(true)))
        .isEqualTo(Fixtures.read("update/request-every-field"));
  }

  @ParameterizedTest
  @EnumSource
  void clearSendsAnExplicitNullForEveryField(Mode mode) {
    assertThat(bodyOfUpdate(mode, r -> r.clear(UpdateAssistantRequest.Field.values())))
        .isEqualTo(Fixtures.read("update/request-every-field-cleared"));
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyUpdateSendsOnlyTheAccount(Mode mode) {
    assertThat(bodyOfUpdate(mode, r -> {})).isEqualTo("{\"accountSlug\":\"north-wind\"}");
  }

  @ParameterizedTest
  @EnumSource
  void anUpdateCanLeaveTheAccountOut(Mode mode) {
    assertThat(bodyOfUpdate(mode, r -> r.withoutAccountSlug().name("x")))
        .isEqualTo("{\"name\":\"x\"}");
  }

  @ParameterizedTest
  @EnumSource
  void temperatureZeroIsSent(Mode mode) {
    assertThat(bodyOfUpdate(mode, r -> r.temperature(0.0)))
        .isEqualTo("{\"accountSlug\":\"north-wind\",\"temperature\":0.0}");
  }

  @ParameterizedTest
  @EnumSource
  void emptyPromptsAreSentAsEmptyText(Mode mode) {
    assertThat(bodyOfUpdate(mode, r -> r.firstMessage("")))
        .isEqualTo("{\"accountSlug\":\"north-wind\",\"first_message\":\"\"}");
  }

  @ParameterizedTest
  @EnumSource
  void promptsKeepTemplateVariablesEmojiAndQuotes(Mode mode) {
    assertThat(
            bodyOfUpdate(
                mode,
                r -> r.systemPrompt("Hallo {{contact.first_name}} 👋🏽, „Grüße“ \"q\" \\ <b>&'/")))
        .isEqualTo(
            "{\"accountSlug\":\"north-wind\",\"system_prompt\":\"Hallo {{contact.first_name}} 👋🏽,"
                + " „Grüße“ \\\"q\\\" \\\\ <b>&'/\"}");
  }

  @ParameterizedTest
  @EnumSource
  void additionalPropertiesKeepNestingNullsAndNumbers(Mode mode) {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put(
        "keyterms", Arrays.asList("North", null, 1, 2L, new BigInteger("12345678901234567890")));
    options.put("redact", null);
    options.put("boost", new BigDecimal("0.10"));
    options.put("deep", Map.of("on", true));
    assertThat(
            bodyOfUpdate(
                mode,
                r ->
                    r.putAdditionalProperties("transcriptor_options", options)
                        .putAdditionalProperties("voice", null)))
        .isEqualTo(
            "{\"accountSlug\":\"north-wind\",\"transcriptor_options\":{\"keyterms\":[\"North\",null,1,2,"
                + "12345678901234567890],\"redact\":null,\"boost\":0.10,\"deep\":{\"on\":true}},"
                + "\"voice\":null}");
  }

  @ParameterizedTest
  @EnumSource
  void changingAMapAfterwardsDoesNotChangeTheRequest(Mode mode) {
    List<Object> terms = new ArrayList<>(List.of("a"));
    Map<String, Object> options = new LinkedHashMap<>(Map.of("keyterms", terms));
    UpdateAssistantRequest request =
        UpdateAssistantRequest.builder()
            .assistantId("asst_5tq8")
            .putAdditionalProperties("options", options)
            .build();
    terms.add("b");
    options.put("more", 1);
    answerFixture("update/subset");
    mode.exchange(client(), request);
    assertThat(receivedBody())
        .isEqualTo("{\"accountSlug\":\"north-wind\",\"options\":{\"keyterms\":[\"a\"]}}");
  }

  @ParameterizedTest
  @EnumSource
  void assignPhoneNumbersSendsTheDocumentedJson(Mode mode) {
    answerFixture("assign-phone-numbers/success");
    Operation.ASSIGN_PHONE_NUMBERS.call(mode, client());
    assertThat(receivedBody()).isEqualTo(Fixtures.read("assign-phone-numbers/request"));
  }

  @ParameterizedTest
  @EnumSource
  void unassignAllPhoneNumbersSendsAnEmptyList(Mode mode) {
    answerFixture("assign-phone-numbers/success");
    TalkturoClient client = client();
    mode.call(
        () -> client.assistants().unassignAllPhoneNumbers("asst_5tq8"),
        () -> client.assistants().unassignAllPhoneNumbersAsync("asst_5tq8"));
    assertThat(receivedBody()).isEqualTo(Fixtures.read("assign-phone-numbers/request-none"));
  }

  @ParameterizedTest
  @MethodSource("everyOperationAndMode")
  void methodPathAndHeadersAreAsDocumented(Operation op, Mode mode) {
    answerFixture("every-operation");
    op.call(mode, client());
    RecordedRequest request = received();
    assertThat(request.getMethod()).isEqualTo(op.method);
    assertThat(request.getTarget()).isEqualTo(op.path);
    assertThat(request.getHeaders().values("Authorization"))
        .isEqualTo(op.usesKey() ? List.of("Bearer " + KEY) : List.of());
    assertThat(request.getHeaders().values("Accept")).containsExactly("application/json");
    assertThat(request.getHeaders().values("User-Agent"))
        .singleElement()
        .asString()
        .matches(
            "talkturo-sdk-java/\\d+\\.\\d+\\.\\d+(-SNAPSHOT)? \\(Java "
                + System.getProperty("java.version").replace(".", "\\.").replace("+", "\\+")
                + "\\)");
    assertThat(request.getHeaders().values("Content-Type"))
        .isEqualTo(op.hasBody() ? List.of("application/json") : List.of());
  }

  @ParameterizedTest
  @MethodSource("everyOperationAndMode")
  void noOtherHeaderIsSent(Operation op, Mode mode) {
    answerFixture("every-operation");
    op.call(mode, client());
    TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(received().getHeaders().names());
    names.removeAll(List.of("Content-Type", "Content-Length"));
    assertThat(names.remove("Authorization")).isEqualTo(op.usesKey());
    assertThat(names.remove("X-Talkturo-Secret")).isEqualTo(op.isSigned());
    assertThat(names)
        .containsExactly("Accept", "Accept-Encoding", "Connection", "Host", "User-Agent");
  }

  @ParameterizedTest
  @CsvSource({
    "'',            /api/assistants/asst_5tq8",
    "/,             /api/assistants/asst_5tq8",
    "/api,          /api/assistants/asst_5tq8",
    "/api/,         /api/assistants/asst_5tq8",
    "/v/x,          /v/x/api/assistants/asst_5tq8",
    "/v/x/api/,     /v/x/api/assistants/asst_5tq8",
    "/myapi,        /myapi/api/assistants/asst_5tq8"
  })
  void theBaseUrlMayEndWithApiAndWithASlash(String suffix, String target) {
    answerFixture("get/subset");
    Operation.GET.call(Mode.SYNC, open(builder().baseUrl(baseUrl() + suffix)));
    assertThat(received().getTarget()).isEqualTo(target);
  }

  @ParameterizedTest
  @CsvSource({
    "a/b,          a%2Fb",
    "a b,          a%20b",
    "'a?b#c',      a%3Fb%23c",
    "a%2Fb,        a%252Fb",
    "../../admin,  ..%2F..%2Fadmin",
    "...,          ...",
    "ü👋,          %C3%BC%F0%9F%91%8B",
    "a;b=c+d,      a%3Bb%3Dc%2Bd",
    "A-z_0.9~,     A-z_0.9~"
  })
  void anIdIsOnePercentEncodedSegment(String id, String segment) {
    answerFixture("get/subset");
    client().assistants().get(id);
    assertThat(received().getTarget()).isEqualTo("/api/assistants/" + segment);
  }
}
