package com.talkturo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.talkturo.calls.Mode;
import com.talkturo.calls.Operation;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.assistants.AssignPhoneNumbersRequest;
import com.talkturo.sdk.assistants.CreateAssistantRequest;
import com.talkturo.sdk.assistants.GetAssistantRequest;
import com.talkturo.sdk.assistants.TemplateId;
import com.talkturo.sdk.assistants.UpdateAssistantRequest;
import com.talkturo.sdk.assistants.UpdateAssistantRequest.Field;
import com.talkturo.sdk.assistants.VoiceProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before anything is sent, naming the field, its value and what is allowed. */
class ValidationTest extends ServerTest {
  @AfterEach
  void nothingWasSent() {
    assertThat(server.getRequestCount()).isZero();
  }

  private static void refused(Runnable action, String... parts) {
    assertThatThrownBy(action::run)
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .message()
        .contains(parts)
        .contains("allowed");
  }

  private void refusedByBuild(Consumer<TalkturoClient.Builder> change, String... parts) {
    TalkturoClient.Builder builder = builder();
    change.accept(builder);
    refused(builder::build, parts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.example.com?x=1",
        "https://api.example.com#top",
        "https://api.example.com/api?",
        "https:///api",
        "https:api.example.com",
        "ftp://api.example.com",
        "api.example.com",
        "",
        " "
      })
  void anUnusableBaseUrlIsQuoted(String baseUrl) {
    refusedByBuild(b -> b.baseUrl(baseUrl), "baseUrl is \"" + baseUrl + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://user:pw@api.example.com", "https://tk_live_1@api.example.com/api"})
  void userInfoInTheBaseUrlIsRefusedWithoutShowingIt(String baseUrl) {
    refusedByBuild(b -> b.baseUrl(baseUrl), "baseUrl", "user info", "https://***@api.example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.example.com",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "http://10.0.0.1",
        "http://[::2]"
      })
  void plainHttpIsRefusedBeyondLoopback(String baseUrl) {
    refusedByBuild(b -> b.baseUrl(baseUrl), "baseUrl is \"" + baseUrl + "\"", "clear text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8080",
        "http://127.0.0.1",
        "http://127.8.9.1",
        "http://[::1]:80"
      })
  void plainHttpIsAllowedToLoopback(String baseUrl) {
    open(builder().baseUrl(baseUrl));
  }

  @Test
  void plainHttpIsAllowedOnRequest() {
    open(builder().baseUrl("http://api.example.com").allowPlainHttp(true));
  }

  @Test
  void aMissingKeyIsRefusedAndNamesEveryPlaceToSetIt() {
    assertThatThrownBy(() -> TalkturoClient.builder().build())
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("apiKey is missing", "talkturo.apiKey", "TALKTURO_API_KEY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\t",
        "sec ret",
        "secret\n",
        " secret",
        "secr\u0000et",
        "sécret",
        "secret\u007f"
      })
  void aMalformedKeyIsRefusedWithoutShowingIt(String key) {
    assertThatThrownBy(() -> builder().apiKey(key).build())
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .message()
        .contains("apiKey", "allowed")
        .doesNotContain("secret", "sécret", "sec ret", "secr");
  }

  @ParameterizedTest
  @CsvSource({"SYNC,''", "ASYNC,''", "SYNC,' '", "ASYNC,'sec ret'", "SYNC,", "ASYNC,"})
  void aMalformedKeyOfTheSupplierIsRefusedWithoutShowingIt(Mode mode, String key) {
    TalkturoClient client = open(builder().apiKey(() -> key));
    assertThatThrownBy(() -> Operation.GET.call(mode, client))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .message()
        .contains("apiKey", "allowed")
        .doesNotContain("sec ret");
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "CREATE,SYNC",
    "CREATE,ASYNC",
    "UPDATE,SYNC",
    "UPDATE,ASYNC",
    "ASSIGN_PHONE_NUMBERS,SYNC",
    "ASSIGN_PHONE_NUMBERS,ASYNC"
  })
  void aMissingAccountNamesBothPlaces(Operation op, Mode mode) {
    TalkturoClient client = open(TalkturoClient.builder().apiKey(KEY).baseUrl(baseUrl()));
    assertThatThrownBy(() -> op.call(mode, client))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "accountSlug is missing", "on the request", "TalkturoClient.builder().accountSlug");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", "..", "\t\n"})
  void anIdThatIsNoPathSegmentIsRefused(String id) {
    String quoted = "assistantId is \"" + id + "\"";
    refused(() -> client().assistants().get(id), quoted);
    refused(() -> client().assistants().update(id, r -> {}), quoted);
    refused(() -> client().assistants().assignPhoneNumbers(id, "pn_1"), quoted);
    refused(() -> client().assistants().unassignAllPhoneNumbers(id), quoted);
  }

  @Test
  void anIdOfHalfASurrogatePairIsRefused() {
    for (Mode mode : Mode.values()) {
      TalkturoClient client = client();
      refused(
          () ->
              mode.call(
                  () -> client.assistants().get("asst_\ud83d"),
                  () -> client.assistants().getAsync("asst_\ud83d")),
          "assistantId");
    }
  }

  @Test
  void aPromptOfHalfASurrogatePairIsRefused() {
    for (Mode mode : Mode.values()) {
      TalkturoClient client = client();
      refused(
          () ->
              mode.call(
                  () -> client.assistants().update("a", r -> r.systemPrompt("x\ud83d y")),
                  () -> client.assistants().updateAsync("a", r -> r.systemPrompt("x\ud83d y"))),
          "system_prompt");
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 2.0000001, Double.NaN, Double.POSITIVE_INFINITY, -1e300})
  void aTemperatureOutOfRangeIsRefused(double value) {
    refused(
        () -> UpdateAssistantRequest.builder().assistantId("a").temperature(value).build(),
        "temperature is " + value,
        "0.0 to 2.0");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void maxTokensBelowOneIsRefused(int value) {
    refused(
        () -> UpdateAssistantRequest.builder().assistantId("a").maxTokens(value).build(),
        "maxTokens is " + value,
        "1 or more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t"})
  void blankNamesAndSlugsAreRefused(String blank) {
    String quoted = " is \"" + blank + "\"";
    refused(() -> CreateAssistantRequest.builder().name(blank).build(), "name" + quoted);
    refused(
        () -> CreateAssistantRequest.builder().name("x").accountSlug(blank).build(),
        "accountSlug" + quoted);
    refused(
        () -> UpdateAssistantRequest.builder().assistantId("a").name(blank).build(),
        "name" + quoted);
    refused(
        () -> UpdateAssistantRequest.builder().assistantId("a").accountSlug(blank).build(),
        "accountSlug" + quoted);
    refusedByBuild(b -> b.accountSlug(blank), "accountSlug" + quoted);
    refused(() -> TemplateId.of(blank), "templateId" + quoted);
    refused(() -> VoiceProvider.of(blank), "voiceProvider" + quoted);
  }

  @Test
  void forgottenPhoneNumbersAreAnErrorAndNoSilentRemoval() {
    assertThatThrownBy(() -> AssignPhoneNumbersRequest.builder().assistantId("a").build())
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("phoneNumberIds is empty", "add ids", "unassignAllPhoneNumbers");
    assertThatThrownBy(() -> client().assistants().assignPhoneNumbers("a"))
        .isExactlyInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                AssignPhoneNumbersRequest.builder()
                    .assistantId("a")
                    .phoneNumberIds(List.of())
                    .build())
        .isExactlyInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void phoneNumbersTogetherWithTheirRemovalAreRefused() {
    refused(
        () ->
            AssignPhoneNumbersRequest.builder()
                .assistantId("a")
                .phoneNumberIds(List.of("pn_1"))
                .unassignAllPhoneNumbers()
                .build(),
        "phoneNumberIds is [pn_1]");
  }

  @Test
  void aBlankPhoneNumberIsRefused() {
    refused(
        () -> client().assistants().assignPhoneNumbers("a", "pn_1", " "),
        "phoneNumberIds",
        "\" \"");
  }

  @ParameterizedTest
  @EnumSource
  void anAdditionalPropertyThatShadowsAFieldIsRefused(Field field) {
    refused(
        () ->
            UpdateAssistantRequest.builder()
                .assistantId("a")
                .putAdditionalProperties(field.toString(), null)
                .build(),
        "additionalProperties",
        field.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"accountSlug", "name", "templateId"})
  void anAdditionalPropertyThatShadowsAFieldOfACreateIsRefused(String name) {
    refused(
        () -> CreateAssistantRequest.builder().name("x").putAdditionalProperties(name, 1).build(),
        name);
  }

  @Test
  void anUpdateOfTwoAssistantsIsRefused() {
    String quoted = "assistantId is \"a\" and \"b\"";
    TalkturoClient client = client();
    for (Mode mode : Mode.values()) {
      refused(
          () ->
              mode.call(
                  () -> client.assistants().update("a", r -> r.assistantId("b").name("x")),
                  () -> client.assistants().updateAsync("a", r -> r.assistantId("b").name("x"))),
          quoted);
    }
  }

  @Test
  void aFieldThatIsBothSetAndClearedIsRefused() {
    refused(
        () ->
            UpdateAssistantRequest.builder()
                .assistantId("a")
                .temperature(0.5)
                .clear(Field.TEMPERATURE)
                .build(),
        "temperature is both set and cleared");
  }

  static Stream<Arguments> valuesThatAreNoJson() {
    Map<Object, Object> numberKey = new HashMap<>(Map.of(1, "x"));
    List<Object> deep = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      deep = new ArrayList<>(Collections.singletonList(deep));
    }
    List<Object> cycle = new ArrayList<>();
    cycle.add(cycle);
    return Stream.of(
        Arguments.of(Double.NaN, "NaN"),
        Arguments.of(List.of(1, Float.POSITIVE_INFINITY), "extra[1]"),
        Arguments.of(Map.of("a", Map.of("b", new Object())), "extra.a.b"),
        Arguments.of(numberKey, "key 1"),
        Arguments.of(new StringBuilder("x"), "java.lang.StringBuilder"),
        Arguments.of(deep, "nested deeper"),
        Arguments.of(cycle, "nested deeper"));
  }

  @Test
  void anAccountThatIsBothSetAndLeftOutIsRefused() {
    refused(
        () ->
            UpdateAssistantRequest.builder()
                .assistantId("a")
                .accountSlug("north")
                .withoutAccountSlug()
                .build(),
        "accountSlug is \"north\" and left out");
    refused(
        () ->
            AssignPhoneNumbersRequest.builder()
                .assistantId("a")
                .phoneNumberIds(List.of("pn_1"))
                .accountSlug("north")
                .withoutAccountSlug()
                .build(),
        "accountSlug is \"north\" and left out");
  }

  @ParameterizedTest
  @MethodSource("valuesThatAreNoJson")
  void anAdditionalPropertyThatIsNoJsonIsRefused(Object value, String part) {
    refused(
        () ->
            UpdateAssistantRequest.builder()
                .assistantId("a")
                .putAdditionalProperties("extra", value)
                .build(),
        "extra",
        part);
  }

  static Stream<Arguments> settingsOutOfRange() {
    Map<String, Function<TalkturoClient.Builder, TalkturoClient.Builder>> settings =
        Map.ofEntries(
            Map.entry("timeout is PT0S", b -> b.timeout(Duration.ZERO)),
            Map.entry("timeout is PT-1S", b -> b.timeout(Duration.ofSeconds(-1))),
            Map.entry("timeout is PT24H0.001S", b -> b.timeout(Duration.ofDays(1).plusMillis(1))),
            Map.entry("connectTimeout is PT0S", b -> b.connectTimeout(Duration.ZERO)),
            Map.entry("readTimeout is PT0.0001S", b -> b.readTimeout(Duration.ofNanos(100_000))),
            Map.entry("writeTimeout is PT48H", b -> b.writeTimeout(Duration.ofDays(2))),
            Map.entry("maxRetries is -1", b -> b.maxRetries(-1)),
            Map.entry("maxRetries is 11", b -> b.maxRetries(11)),
            Map.entry("maxConcurrency is 0", b -> b.maxConcurrency(0)),
            Map.entry("maxConcurrency is 10001", b -> b.maxConcurrency(10_001)),
            Map.entry("maxResponseBytes is 0", b -> b.maxResponseBytes(0)),
            Map.entry(
                "maxResponseBytes is 9223372036854775807",
                b -> b.maxResponseBytes(Long.MAX_VALUE)));
    return settings.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("settingsOutOfRange")
  void aSettingOutOfRangeIsRefused(
      String message, Function<TalkturoClient.Builder, TalkturoClient.Builder> change) {
    refused(() -> change.apply(builder()).build(), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "ü", "a:b", "a\nb"})
  void aHeaderNameThatIsNoTokenIsRefused(String name) {
    refusedByBuild(b -> b.header(name, "x"), "header name is");
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization, 'use apiKey(...) for the key'",
    "proxy-authorization, 'use proxy(host, port, user, password)'",
    "User-Agent, use applicationName(...) to name your application in it",
    "Host, use baseUrl(...) to send requests elsewhere",
    "accept, its value follows from the request",
    "CONTENT-TYPE, its value follows from the request",
    "Content-Length, its value follows from the request",
    "Transfer-Encoding, its value follows from the request"
  })
  void theSdksOwnHeadersCannotBeReplacedAndTheRefusalNamesWhatToUse(String name, String instead) {
    assertThatThrownBy(() -> builder().header(name, "x").build())
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("header " + name + " is set by the SDK itself; " + instead);
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3cret\nX-Evil: 1", "s3cret\r", "s3cret\u0000", "s3cretü"})
  void aHeaderValueThatCannotTravelIsRefusedWithoutShowingIt(String value) {
    Throwable e = catchThrowable(() -> builder().header("X-Trace", value).build());
    assertThat(e)
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .message()
        .contains("X-Trace", "allowed")
        .doesNotContain("s3cret");
  }

  @Test
  void aMissingRequiredFieldIsNamed() {
    assertThatThrownBy(() -> CreateAssistantRequest.builder().build()).hasMessageContaining("name");
    assertThatThrownBy(() -> GetAssistantRequest.builder().build())
        .hasMessageContaining("assistantId");
    assertThatThrownBy(() -> UpdateAssistantRequest.builder().build())
        .hasMessageContaining("assistantId");
    assertThatThrownBy(() -> AssignPhoneNumbersRequest.builder().build())
        .hasMessageContaining("assistantId");
  }

  @Test
  void aViewRefusesWhatABuilderRefuses() {
    TalkturoClient client = client();
    refused(() -> client.withOptions(o -> o.maxRetries(11)), "maxRetries is 11");
    refused(() -> client.withOptions(o -> o.timeout(Duration.ZERO)), "timeout is PT0S");
    refused(() -> client.withOptions(o -> o.header("a b", "x")), "header name is \"a b\"");
    refused(() -> client.withOptions(o -> o.accountSlug(" ")), "accountSlug is \" \"");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "."})
  void anInvalidRequestFailsTheFutureOfAnAsyncCall(String id) {
    TalkturoClient client = client();
    assertThat(client.assistants().getAsync(id)).isCompletedExceptionally();
    assertThat(client.assistants().updateAsync(id, r -> {})).isCompletedExceptionally();
    assertThat(client.assistants().createAsync(r -> r.name(" "))).isCompletedExceptionally();
    assertThat(client.assistants().assignPhoneNumbersAsync(id, "pn")).isCompletedExceptionally();
    assertThat(client.assistants().assignPhoneNumbersAsync("a")).isCompletedExceptionally();
    assertThat(client.assistants().unassignAllPhoneNumbersAsync(id)).isCompletedExceptionally();
  }

  @Test
  void whateverTheBuildingOfARequestThrowsFailsTheFuture() {
    for (Throwable own : List.of(new AssertionError("mine"), new Exception("as Kotlin throws"))) {
      assertThat(
              client().assistants().createAsync(r -> ValidationTest.<RuntimeException>raise(own)))
          .isCompletedExceptionally()
          .failsWithin(Duration.ZERO)
          .withThrowableThat()
          .havingCause()
          .isSameAs(own);
    }
  }

  @SuppressWarnings("unchecked") // As Kotlin throws.
  private static <E extends Throwable> void raise(Throwable undeclared) throws E {
    throw (E) undeclared;
  }
}
