package com.talkturo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.calls.Mode;
import com.talkturo.sdk.credits.Credits;
import com.talkturo.sdk.credits.GetCreditsRequest;
import com.talkturo.sdk.errors.ApiException;
import com.talkturo.sdk.errors.AuthenticationException;
import com.talkturo.sdk.errors.DecodeException;
import java.math.BigDecimal;
import java.util.List;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Credits, as the newer documentation has them and otherwise. */
class CreditsTest extends ServerTest {
  private static final String ACCOUNT = "0b7f3a64-2f9b-4f0f-8d1d-5a4f2f0c7e21";

  private Credits read(Mode mode) {
    var credits = clientWithoutRetries().credits();
    return mode.call(credits::get, credits::getAsync);
  }

  @ParameterizedTest
  @EnumSource
  void getReadsEveryField(Mode mode) {
    answerFixture("credits/full");
    assertThat(read(mode))
        .isEqualTo(
            Credits.builder()
                .id("6d0c6a52-8f0e-4a6e-9c57-0c1c7f4f9b11")
                .accountId(ACCOUNT)
                .credits(new BigDecimal("1234.567"))
                .totalPurchased(new BigDecimal("2000"))
                .totalUsed(new BigDecimal("765.433"))
                .autoReloadEnabled(true)
                .autoReloadThreshold(new BigDecimal("50.0"))
                .autoReloadAmountUsd(new BigDecimal("99"))
                .build());
    RecordedRequest request = received();
    assertThat(request.getMethod()).isEqualTo("GET");
    assertThat(request.getTarget()).isEqualTo("/api/credits");
    assertThat(request.getBodySize()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void getNamesTheAccount(Mode mode) {
    answerFixture("credits/full");
    mode.exchange(client(), GetCreditsRequest.builder().accountId(ACCOUNT).build());
    assertThat(received().getTarget()).isEqualTo("/api/credits?accountId=" + ACCOUNT);
  }

  @Test
  void oddFieldsAreKeptAndNoDigitIsLost() {
    answerFixture("credits/odd");
    Credits credits = read(Mode.SYNC);
    assertThat(credits.credits()).isEqualTo(new BigDecimal("1234.5670000000000000000000001"));
    assertThat(credits.id()).hasValue("17");
    assertThat(credits.accountId()).isEmpty();
    assertThat(credits.totalPurchased().orElseThrow()).isEqualByComparingTo("1000");
    assertThat(credits.autoReloadAmountUsd()).hasValue(new BigDecimal("0.1"));
    assertThat(credits.additionalProperties())
        .containsOnlyKeys("total_used", "auto_reload_enabled", "currency")
        .containsEntry("total_used", List.of("many"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"credits\":12.5,\"id\":\"c\"}", "{\"success\":true,\"credits\":12.5}"})
  void aBareObjectIsReadToo(String body) {
    answer(200, body);
    assertThat(read(Mode.SYNC).credits()).isEqualTo(new BigDecimal("12.5"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "[]", "null", "{\"success\":true,\"credits\":{\"credits\":null}}"})
  void anAnswerWithoutABalanceCannotBeRead(String body) {
    answer(200, body);
    assertThat(failure(DecodeException.class, () -> read(Mode.SYNC)).body()).isEqualTo(body);
  }

  @Test
  void theApisRefusalsArriveAsTheyAreDocumented() {
    answer(401, "{\"error\":\"Invalid API key\"}");
    assertThat(failure(AuthenticationException.class, () -> read(Mode.ASYNC)).errorText())
        .hasValue("Invalid API key");
    answer(200, "{\"success\":false,\"error\":\"No account\"}");
    assertThat(failure(ApiException.class, () -> read(Mode.ASYNC)).errorText())
        .hasValue("No account");
  }

  @Test
  void aBlankAccountIsRefusedBeforeAnythingIsSent() {
    assertThat(
            failure(
                IllegalArgumentException.class,
                () -> GetCreditsRequest.builder().accountId(" ").build()))
        .hasMessage("accountId is \" \"; allowed is any text that is not blank");
  }
}
