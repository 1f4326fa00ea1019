package com.talkturo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.calls.Mode;
import com.talkturo.calls.Operation;
import com.talkturo.sdk.credits.Checkout;
import com.talkturo.sdk.credits.CheckoutRequest;
import com.talkturo.sdk.credits.Credits;
import com.talkturo.sdk.credits.DeductCreditsRequest;
import com.talkturo.sdk.credits.DeductCreditsResponse;
import com.talkturo.sdk.credits.GetCreditsRequest;
import com.talkturo.sdk.errors.ApiException;
import com.talkturo.sdk.errors.AuthenticationException;
import com.talkturo.sdk.errors.DecodeException;
import com.talkturo.sdk.errors.InsufficientCreditsException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  @ParameterizedTest
  @EnumSource
  void deductSendsEveryDigit(Mode mode) {
    answerFixture("deduct/success");
    DeductCreditsRequest request =
        DeductCreditsRequest.builder()
            .accountId("0b7f3a64")
            .amount(new BigDecimal("0.1000000000000000055511151231257827"))
            .description("Summary of a call")
            .metadata(metadata())
            .build();
    assertThat(mode.exchange(client(), request).body())
        .isEqualTo(
            DeductCreditsResponse.builder()
                .transactionId("9d3c")
                .balance(new BigDecimal("1233.417"))
                .autoReloadTriggered(false)
                .build());
    assertThat(receivedBody()).isEqualTo(Fixtures.read("deduct/request"));
    assertThat(request.toString()).doesNotContain("call_1");
  }

  private static Map<String, Object> metadata() {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("call", "call_1");
    metadata.put("tries", null);
    return metadata;
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.50", "1E+3", "0.001", "123456789012345678901234567890.5"})
  void anAmountArrivesAsTheSameNumberAndIsNeverText(String amount) {
    answerFixture("deduct/success");
    client().credits().deduct("0b7f", new BigDecimal(amount), "why");
    String body = receivedBody();
    String sent = body.substring(body.indexOf("amount") + 8, body.indexOf(",\"description"));
    assertThat(new BigDecimal(sent)).isEqualTo(new BigDecimal(amount));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.00", "-1"})
  void anAmountThatTakesNothingIsRefused(String amount) {
    assertThat(
            failure(
                IllegalArgumentException.class,
                () -> client().credits().deduct("0b7f", new BigDecimal(amount))))
        .hasMessage("amount is " + amount + "; allowed is more than 0");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void aDeductionIsNotLostBecauseAFieldIsOdd() {
    answerFixture("deduct/odd");
    DeductCreditsResponse response = client().credits().deduct("0b7f", BigDecimal.ONE);
    assertThat(response.transactionId()).hasValue("77");
    assertThat(response.balance()).hasValue(new BigDecimal("0.10"));
    assertThat(response.autoReloadTriggered()).isEmpty();
    assertThat(response.additionalProperties()).containsOnlyKeys("autoReloadTriggered", "note");
  }

  @ParameterizedTest
  @EnumSource
  void tooFewCreditsTellAllThatTheApiSays(Mode mode) {
    answer(
        402,
        "{\"success\":false,\"error\":\"Insufficient credits\",\"balance\":0.25,\"required\":1.5,"
            + "\"details\":{\"plan\":\"free\"}}");
    InsufficientCreditsException e =
        failure(InsufficientCreditsException.class, Operation.DEDUCT, mode, client());
    assertThat(e.errorText()).hasValue("Insufficient credits");
    assertThat(e.details())
        .containsEntry("plan", "free")
        .hasEntrySatisfying("balance", b -> assertThat(b.toString()).isEqualTo("0.25"))
        .hasEntrySatisfying("required", r -> assertThat(r.toString()).isEqualTo("1.5"))
        .hasSize(3);
    assertThat(e.mayHaveTakenEffect()).isFalse();
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void checkoutSendsAPlanOrAnAmount(Mode mode) {
    answerFixture("checkout/success");
    answerFixture("checkout/success");
    Checkout checkout =
        mode.exchange(
                client(),
                CheckoutRequest.builder().accountId("0b7f3a64").planId("plan_pro").build())
            .body();
    assertThat(receivedBody()).isEqualTo(Fixtures.read("checkout/request-plan"));
    assertThat(checkout.checkoutToken()).hasValue("cs_test_s3cr3t");
    assertThat(checkout.toString()).doesNotContain("cs_test_s3cr3t").contains("cs_1", "99.00");
    mode.exchange(
        client(),
        CheckoutRequest.builder()
            .accountId("0b7f3a64")
            .accountSlug("south")
            .customAmount(new BigDecimal("99.00"))
            .customCredits(new BigDecimal("198"))
            .customerId("cus_1")
            .customerEmail("a@example.com")
            .toltReferral("ref_1")
            .build());
    assertThat(receivedBody()).isEqualTo(Fixtures.read("checkout/request-custom"));
  }

  @Test
  void checkoutBuysInExactlyOneWay() {
    CheckoutRequest.Builder none = CheckoutRequest.builder().accountId("a");
    assertThat(failure(IllegalArgumentException.class, none::build))
        .hasMessage(
            "planId is not set, customAmount is not set, customCredits is not set; allowed is"
                + " either planId alone, or customAmount and customCredits");
    CheckoutRequest.Builder half =
        CheckoutRequest.builder().accountId("a").customCredits(BigDecimal.TEN);
    assertThat(failure(IllegalArgumentException.class, half::build))
        .hasMessageContaining("customCredits is 10");
    CheckoutRequest.Builder both =
        CheckoutRequest.builder()
            .accountId("a")
            .planId("p")
            .customAmount(new BigDecimal("100"))
            .customCredits(BigDecimal.TEN);
    assertThat(failure(IllegalArgumentException.class, both::build))
        .hasMessageContaining("planId is p");
    CheckoutRequest.Builder little =
        CheckoutRequest.builder()
            .accountId("a")
            .customAmount(new BigDecimal("98.99"))
            .customCredits(BigDecimal.TEN);
    assertThat(failure(IllegalArgumentException.class, little::build))
        .hasMessage("customAmount is 98.99; allowed is 99 or more");
  }
}
