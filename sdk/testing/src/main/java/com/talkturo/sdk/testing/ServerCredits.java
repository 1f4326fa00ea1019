package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The credits of {@link TalkturoServer#accountSlug()}: 1000 at the start, without auto-reload.
 * Amounts are exact to the last digit.
 */
public final class ServerCredits {
  /** Account to its balance; amounts are texts, so that they stay exact in the file too. */
  private static final String BALANCES = "credits";

  private static final String DEDUCTIONS = "deductions";
  private static final String CHECKOUTS = "checkouts";
  private static final BigDecimal INITIAL = BigDecimal.valueOf(1000);
  private static final BigDecimal CREDITS_PER_USD = BigDecimal.valueOf(2);
  private static final BigDecimal LOWEST_CUSTOM_USD = BigDecimal.valueOf(99);

  private final Store store;
  private final Accounts accounts;

  ServerCredits(Store store, Accounts accounts) {
    this.store = store;
    this.accounts = accounts;
  }

  /** Returns the balance in credits. */
  public BigDecimal balance() {
    return store.atomically(() -> amount(ofAccount(Accounts.DEFAULT_ACCOUNT), "balance"));
  }

  /** Sets the balance in credits. */
  public void setBalance(BigDecimal credits) {
    String text = credits.toPlainString();
    store.atomically(() -> ofAccount(Accounts.DEFAULT_ACCOUNT).put("balance", text));
  }

  /**
   * Buys credits, 2 for a US dollar, as soon as a deduction has brought the balance below the
   * threshold; the answer to that deduction does not include them yet.
   */
  public void autoReload(BigDecimal thresholdCredits, BigDecimal amountUsd) {
    String threshold = thresholdCredits.toPlainString();
    String amount = amountUsd.toPlainString();
    store.atomically(
        () ->
            ofAccount(Accounts.DEFAULT_ACCOUNT)
                .put("autoReload", true)
                .put("threshold", threshold)
                .put("reloadUsd", amount));
  }

  /**
   * Returns all deductions of all accounts, oldest first: {@code transactionId}, {@code accountId},
   * {@code amount} (a {@code BigDecimal}) and, as they were sent, {@code description} and {@code
   * metadata}.
   */
  public List<Map<String, @Nullable Object>> deductions() {
    return store.atomically(
        () -> {
          List<Map<String, @Nullable Object>> deductions = new ArrayList<>();
          for (JsonNode deduction : store.read(DEDUCTIONS)) {
            Map<String, @Nullable Object> plain = Json.plainOf((ObjectNode) deduction);
            plain.put("amount", amount(deduction, "amount"));
            deductions.add(plain);
          }
          return deductions;
        });
  }

  /** Returns the ids of all checkout sessions, oldest first. */
  public List<String> checkouts() {
    return store.atomically(
        () -> {
          List<String> ids = new ArrayList<>();
          store.read(CHECKOUTS).fieldNames().forEachRemaining(ids::add);
          return ids;
        });
  }

  /**
   * Pays a checkout, as the payment provider confirms it: its credits are added.
   *
   * @throws IllegalArgumentException if there is no such session, or it was paid
   */
  public void payCheckout(String sessionId) {
    Objects.requireNonNull(sessionId, "sessionId");
    store.atomically(
        () -> {
          JsonNode checkout = store.change(CHECKOUTS).get(sessionId);
          if (checkout == null || checkout.path("paid").asBoolean()) {
            throw new IllegalArgumentException("no unpaid checkout " + sessionId);
          }
          ((ObjectNode) checkout).put("paid", true);
          buy(ofAccount(checkout.path("account").asText()), amount(checkout, "credits"));
        });
  }

  // Operations

  Answer get(Incoming incoming) {
    String account = accounts.accountWithId(incoming.caller(), incoming.query("accountId"));
    ObjectNode credits = ofAccount(account);
    ObjectNode answer = Json.object().put("success", true);
    ObjectNode shown = answer.putObject("credits");
    shown.set("id", credits.get("id"));
    shown.put("account_id", accounts.idOf(account));
    shown.set("credits", Json.decimal(amount(credits, "balance")));
    shown.set("total_purchased", Json.decimal(amount(credits, "purchased")));
    shown.set("total_used", Json.decimal(amount(credits, "used")));
    shown.put("auto_reload_enabled", credits.path("autoReload").asBoolean());
    shown.set("auto_reload_threshold", Json.decimal(amount(credits, "threshold")));
    shown.set("auto_reload_amount_usd", Json.decimal(amount(credits, "reloadUsd")));
    return Answer.json(200, answer);
  }

  Answer deduct(Incoming incoming) {
    Fields body = incoming.body();
    String accountId = body.requiredText("accountId");
    BigDecimal amount = body.requiredAmount("amount");
    String description = body.text("description");
    ObjectNode metadata = body.object("metadata");
    ObjectNode credits = ofAccount(accounts.accountWithId(incoming.caller(), accountId));
    BigDecimal balance = amount(credits, "balance").subtract(amount);
    if (balance.signum() < 0) {
      throw new ApiError(402, "Insufficient credits");
    }
    set(credits, "balance", balance);
    set(credits, "used", amount(credits, "used").add(amount));
    ObjectNode deduction = Json.object();
    String transaction = store.nextUuid("transaction");
    deduction.put("transactionId", transaction).put("accountId", accountId);
    set(deduction, "amount", amount);
    deduction.put("description", description).set("metadata", metadata);
    store.change(DEDUCTIONS, transaction).set(transaction, deduction);
    boolean reloads =
        credits.path("autoReload").asBoolean()
            && balance.compareTo(amount(credits, "threshold")) < 0;
    if (reloads) {
      buy(credits, amount(credits, "reloadUsd").multiply(CREDITS_PER_USD));
    }
    ObjectNode answer = Json.object().put("success", true).put("transactionId", transaction);
    answer.set("balance", Json.decimal(balance));
    return Answer.json(200, answer.put("autoReloadTriggered", reloads));
  }

  Answer checkout(Incoming incoming) {
    Fields body = incoming.body();
    String account = accounts.accountWithId(incoming.caller(), body.requiredText("accountId"));
    if (!account.equals(accounts.accountFor(incoming.caller(), body.requiredText("accountSlug")))) {
      throw ApiError.badRequest("accountId and accountSlug are of different accounts");
    }
    body.text("customerId");
    body.text("customerEmail");
    body.text("toltReferral");
    boolean custom = body.has("customAmount") || body.has("customCredits");
    if (custom == (body.text("planId") != null)) {
      throw ApiError.badRequest("planId, or customAmount and customCredits, is required");
    }
    // What a plan costs is not documented.
    BigDecimal usd = custom ? body.requiredAmount("customAmount") : LOWEST_CUSTOM_USD;
    BigDecimal credits =
        custom ? body.requiredAmount("customCredits") : usd.multiply(CREDITS_PER_USD);
    if (usd.compareTo(LOWEST_CUSTOM_USD) < 0) {
      throw ApiError.badRequest("customAmount must be at least " + LOWEST_CUSTOM_USD);
    }
    String session = "cs_test_" + store.next("checkout");
    ObjectNode checkout = store.change(CHECKOUTS).putObject(session);
    checkout.put("account", account).put("paid", false);
    set(checkout, "credits", credits);
    ObjectNode answer = Json.object().put("success", true);
    answer.put("checkoutToken", session + "_secret_" + Accounts.randomText(24));
    answer.put("sessionId", session);
    answer.set("credits", Json.decimal(credits));
    answer.set("amount", Json.decimal(usd));
    return Answer.json(200, answer);
  }

  // State

  /** Its record, made when it is first asked for. */
  private ObjectNode ofAccount(String account) {
    ObjectNode balances = store.change(BALANCES);
    if (!balances.has(account)) {
      ObjectNode credits = balances.putObject(account);
      credits.put("id", store.nextUuid("credits"));
      set(credits, "balance", INITIAL);
      set(credits, "purchased", INITIAL);
      set(credits, "used", BigDecimal.ZERO);
      credits.put("autoReload", false);
      set(credits, "threshold", BigDecimal.ZERO);
      set(credits, "reloadUsd", BigDecimal.ZERO);
    }
    return (ObjectNode) balances.get(account);
  }

  private static void buy(ObjectNode account, BigDecimal credits) {
    set(account, "balance", amount(account, "balance").add(credits));
    set(account, "purchased", amount(account, "purchased").add(credits));
  }

  private static BigDecimal amount(JsonNode record, String field) {
    return new BigDecimal(record.path(field).asText());
  }

  private static void set(ObjectNode record, String field, BigDecimal amount) {
    record.put(field, amount.toPlainString());
  }
}
