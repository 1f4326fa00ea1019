package com.talkturo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.calls.Mode;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.assistants.AssignablePhoneNumbers;
import com.talkturo.sdk.assistants.ListAssignablePhoneNumbersRequest;
import com.talkturo.sdk.assistants.PhoneNumber;
import com.talkturo.sdk.errors.DecodeException;
import com.talkturo.sdk.errors.NotFoundException;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which numbers an assistant can be given. */
class AssignablePhoneNumbersTest extends ServerTest {
  private static AssignablePhoneNumbers read(Mode mode, TalkturoClient client) {
    return mode.call(
        () -> client.assistants().assignablePhoneNumbers("asst_5tq8"),
        () -> client.assistants().assignablePhoneNumbersAsync("asst_5tq8"));
  }

  @ParameterizedTest
  @EnumSource
  void everyFieldOfEveryNumberIsRead(Mode mode) {
    answerFixture("assignable-phone-numbers/full");
    AssignablePhoneNumbers answer = read(mode, client());
    PhoneNumber berlin =
        PhoneNumber.builder()
            .id("5b1e8f0c-7f52-4a0d-8a6d-3b0b5a3f1a01")
            .phoneNumber("+4930123456")
            .status("active")
            .isTrial(false)
            .provider("telnyx")
            .accountKey("main")
            .accountLabel("Main account")
            .accountSid("AC77")
            .build();
    assertThat(answer.numbers())
        .containsExactly(
            berlin,
            berlin.toBuilder()
                .id("5b1e8f0c-7f52-4a0d-8a6d-3b0b5a3f1a02")
                .phoneNumber("+14155550100")
                .isTrial(true)
                .assistantId("asst_5tq8")
                .provider("twilio")
                .build());
    assertThat(answer.additionalProperties()).isEmpty();
    RecordedRequest request = received();
    assertThat(request.getMethod()).isEqualTo("GET");
    assertThat(request.getTarget())
        .isEqualTo("/api/assistants/asst_5tq8/telephony/phone-numbers?accountSlug=north-wind");
    assertThat(request.getBodySize()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void theRequestsOwnAccountWinsOverTheClients(Mode mode) {
    answerFixture("assignable-phone-numbers/full");
    mode.exchange(
        client(),
        ListAssignablePhoneNumbersRequest.builder().assistantId("a").accountSlug("ü&b").build());
    assertThat(received().getTarget())
        .isEqualTo("/api/assistants/a/telephony/phone-numbers?accountSlug=%C3%BC%26b");
  }

  @Test
  void withoutAnyAccountNoneIsNamed() {
    answerFixture("assignable-phone-numbers/full");
    read(Mode.SYNC, open(TalkturoClient.builder().apiKey(KEY).baseUrl(baseUrl())));
    assertThat(received().getTarget())
        .isEqualTo("/api/assistants/asst_5tq8/telephony/phone-numbers");
  }

  @Test
  void oddNumbersDoNotLoseTheOthersNorThemselves() {
    answerFixture("assignable-phone-numbers/odd");
    AssignablePhoneNumbers answer = read(Mode.SYNC, client());
    assertThat(answer.numbers()).extracting(PhoneNumber::id).containsExactly("7", "pn_2");
    PhoneNumber first = answer.numbers().get(0);
    assertThat(first.phoneNumber()).hasValue("4930123456");
    assertThat(first.status()).isEmpty();
    assertThat(first.additionalProperties())
        .containsExactlyInAnyOrderEntriesOf(Map.of("is_trial", "no", "region", "EU"));
    assertThat(answer.numbers().get(1).additionalProperties())
        .containsEntry("assistant_id", List.of("asst_1"));
    assertThat(answer.additionalProperties()).containsOnlyKeys("numbers", "count");
    assertThat((List<?>) answer.additionalProperties().get("numbers")).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"success\":true}", "{\"numbers\":null}", "{\"numbers\":\"none\"}", ""})
  void anAnswerWithoutNumbersIsNotTakenForNone(String body) {
    answer(200, body);
    assertThat(failure(DecodeException.class, () -> read(Mode.ASYNC, client())).body())
        .isEqualTo(body);
  }

  @Test
  void noNumbersAreNoNumbers() {
    answer(200, "{\"success\":true,\"numbers\":[]}");
    assertThat(read(Mode.SYNC, client()).numbers()).isEmpty();
  }

  @Test
  void anUnknownAssistantIsNotFound() {
    answer(404, "{\"success\":false,\"error\":\"Assistant not found\"}");
    assertThat(failure(NotFoundException.class, () -> read(Mode.SYNC, client())).errorText())
        .hasValue("Assistant not found");
  }
}
