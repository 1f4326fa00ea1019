package com.example.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TalkturoServerExtension;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(TalkturoServerExtension.class)
class CreditsTest {
  private TalkturoServer server;
  private PlainClient client;

  @BeforeEach
  void connect(TalkturoServer server) {
    this.server = server;
    client = new PlainClient(server);
  }

  @Test
  void theBalanceHasAllDocumentedFields() throws Exception {
    server.credits().setBalance(new BigDecimal("12.345"));
    server.credits().autoReload(new BigDecimal("10"), new BigDecimal("99.50"));

    PlainClient.Reply reply = client.get("/api/credits");

    JsonNode credits = reply.json().path("credits");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("success").asBoolean()).isTrue();
    assertThat(credits.fieldNames())
        .toIterable()
        .containsExactly(
            "id",
            "account_id",
            "credits",
            "total_purchased",
            "total_used",
            "auto_reload_enabled",
            "auto_reload_threshold",
            "auto_reload_amount_usd");
    assertThat(credits.path("account_id").asText()).isEqualTo(server.accountId());
    assertThat(reply.body()).contains("\"credits\":12.345,").contains("_usd\":99.5}");
  }

  @Test
  void theAccountCanBeNamedIfItIsTheCallers() throws Exception {
    assertThat(client.get("/api/credits?accountId=acct_1").status()).isEqualTo(200);
    assertThat(client.get("/api/credits?accountId=acct_2").status()).isEqualTo(403);
  }

  @Test
  void aDeductionIsExactAndLowersTheBalance() throws Exception {
    server.credits().setBalance(new BigDecimal("100.000000000000000000"));

    PlainClient.Reply reply =
        client.post(
            "/api/credits",
            """
            {"accountId":"acct_1","amount":0.100000000000000001,"description":"Call",\
            "metadata":{"call":7}}""");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().fieldNames())
        .toIterable()
        .containsExactly("success", "transactionId", "balance", "autoReloadTriggered");
    assertThat(reply.body()).contains("\"balance\":99.899999999999999999,");
    assertThat(server.credits().balance()).isEqualByComparingTo("99.899999999999999999");
    assertThat(server.credits().deductions())
        .singleElement()
        .satisfies(
            deduction ->
                assertThat(deduction)
                    .containsEntry("amount", new BigDecimal("0.100000000000000001"))
                    .containsEntry("accountId", "acct_1")
                    .containsEntry("description", "Call")
                    .containsEntry("metadata", Map.of("call", 7)));
  }

  @Test
  void aThousandTenthsAreAHundred() throws Exception {
    for (int i = 0; i < 1000; i++) {
      deduct("0.1");
    }

    assertThat(server.credits().balance()).isEqualByComparingTo("900");
    assertThat(client.get("/api/credits").body()).contains("\"total_used\":100,");
  }

  @Test
  void theWholeBalanceCanBeTakenButNoMore() throws Exception {
    server.credits().setBalance(new BigDecimal("5"));

    PlainClient.Reply tooMuch = deduct("5.0000001");
    assertThat(tooMuch.status()).isEqualTo(402);
    assertThat(tooMuch.body()).isEqualTo("{\"success\":false,\"error\":\"Insufficient credits\"}");
    assertThat(server.credits().balance()).isEqualByComparingTo("5");
    assertThat(server.credits().deductions()).isEmpty();

    assertThat(deduct("5").status()).isEqualTo(200);
    assertThat(server.credits().balance()).isEqualByComparingTo("0");
  }

  @Test
  void autoReloadFollowsTheDeduction() throws Exception {
    server.credits().setBalance(new BigDecimal("20"));
    server.credits().autoReload(new BigDecimal("10"), new BigDecimal("50"));

    assertThat(deduct("10").body()).endsWith("\"balance\":10,\"autoReloadTriggered\":false}");
    assertThat(deduct("1").body()).endsWith("\"balance\":9,\"autoReloadTriggered\":true}");
    assertThat(server.credits().balance()).isEqualByComparingTo("109");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"amount\":1}                                        | accountId is required",
        "{\"accountId\":\"acct_1\"}                            | amount is required",
        "{\"accountId\":\"acct_1\",\"amount\":\"1\"}           | amount must be a number",
        "{\"accountId\":\"acct_1\",\"amount\":0}               | amount must be greater than 0",
        "{\"accountId\":\"acct_1\",\"amount\":-2}              | amount must be greater than 0",
        "{\"accountId\":\"acct_1\",\"amount\":1e999999999}     | amount must have at most 100 digits",
        "{\"accountId\":\"acct_1\",\"amount\":1,\"metadata\":1}| metadata must be an object"
      })
  void deductSaysWhatIsWrong(String body, String error) throws Exception {
    PlainClient.Reply reply = client.post("/api/credits", body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.error()).isEqualTo(error);
    assertThat(server.credits().balance()).isEqualByComparingTo("1000");
  }

  @Test
  void aCheckoutChangesTheBalanceWhenItIsPaid() throws Exception {
    PlainClient.Reply reply =
        checkout("\"customAmount\":99.5,\"customCredits\":199,\"customerEmail\":\"a@b.c\"");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().fieldNames())
        .toIterable()
        .containsExactly("success", "checkoutToken", "sessionId", "credits", "amount");
    assertThat(reply.json().path("amount").decimalValue()).isEqualByComparingTo("99.5");
    assertThat(server.credits().balance()).isEqualByComparingTo("1000");

    String session = reply.json().path("sessionId").asText();
    assertThat(server.credits().checkouts()).containsExactly(session);
    server.credits().payCheckout(session);
    assertThat(server.credits().balance()).isEqualByComparingTo("1199");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> server.credits().payCheckout(session))
        .withMessageContaining(session);
  }

  @Test
  void aPlanCanBeBought() throws Exception {
    assertThat(checkout("\"planId\":\"plan_1\"").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"customerId\":\"c\"                                        | planId, or customAmount",
        "\"planId\":\"p\",\"customAmount\":99,\"customCredits\":198  | planId, or customAmount",
        "\"customAmount\":99                                         | customCredits is required",
        "\"customCredits\":198                                       | customAmount is required",
        "\"customAmount\":98.99,\"customCredits\":198                | customAmount must be at least"
      })
  void checkoutSaysWhatIsWrong(String fields, String error) throws Exception {
    PlainClient.Reply reply = checkout(fields);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.error()).startsWith(error);
    assertThat(server.credits().checkouts()).isEmpty();
  }

  private PlainClient.Reply deduct(String amount) throws Exception {
    return client.post(
        "/api/credits", "{\"accountId\":\"acct_1\",\"amount\":%s}".formatted(amount));
  }

  private PlainClient.Reply checkout(String fields) throws Exception {
    return client.post(
        "/api/credits/checkout",
        "{\"accountId\":\"acct_1\",\"accountSlug\":\"north-wind\",%s}".formatted(fields));
  }
}
