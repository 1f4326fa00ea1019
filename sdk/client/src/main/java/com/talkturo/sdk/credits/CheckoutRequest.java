package com.talkturo.sdk.credits;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Checks;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Starts a purchase of credits: {@code POST /api/credits/checkout}. It names either a plan, or an
 * amount together with the credits to buy for it.
 */
public final class CheckoutRequest extends ApiRequest<Checkout>
    implements WithAdditionalProperties {
  static final Table<CheckoutRequest> TABLE =
      Table.<CheckoutRequest>ofRequest().withGiven("accountSlug");

  static final Row<String> ACCOUNT_SLUG = TABLE.outside("accountSlug");
  static final Row<String> ACCOUNT_ID = TABLE.required("accountId", Kind.name());
  static final Row<String> PLAN_ID = TABLE.optional("planId", Kind.name());
  static final Row<BigDecimal> CUSTOM_AMOUNT = TABLE.optional("customAmount", Kind.decimal());
  static final Row<BigDecimal> CUSTOM_CREDITS = TABLE.optional("customCredits", Kind.decimal());
  static final Row<String> CUSTOMER_ID = TABLE.optional("customerId", Kind.name());
  static final Row<String> CUSTOMER_EMAIL = TABLE.optional("customerEmail", Kind.name());
  static final Row<String> TOLT_REFERRAL = TABLE.optional("toltReferral", Kind.name());

  private static final BigDecimal LEAST_AMOUNT = new BigDecimal("99"); // Newer documentation.

  CheckoutRequest(Builder builder) {
    super(builder);
    check();
  }

  /**
   * Starts a request; {@code accountId} is required, and so is either {@code planId} or both of
   * {@code customAmount} and {@code customCredits}.
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a request that equals this one. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** The account that buys, by its id. */
  public String accountId() {
    return value(ACCOUNT_ID);
  }

  /** The account that buys, by its slug; the client's own if absent. */
  public Optional<String> accountSlug() {
    return optional(ACCOUNT_SLUG);
  }

  /** The plan to buy. */
  public Optional<String> planId() {
    return optional(PLAN_ID);
  }

  /** What to pay, in USD. */
  public Optional<BigDecimal> customAmount() {
    return optional(CUSTOM_AMOUNT);
  }

  /** How many credits to buy. */
  public Optional<BigDecimal> customCredits() {
    return optional(CUSTOM_CREDITS);
  }

  /** The customer at Stripe, by its id. */
  public Optional<String> customerId() {
    return optional(CUSTOMER_ID);
  }

  /** The customer's e-mail address. */
  public Optional<String> customerEmail() {
    return optional(CUSTOMER_EMAIL);
  }

  /** The referral at Tolt. */
  public Optional<String> toltReferral() {
    return optional(TOLT_REFERRAL);
  }

  private void check() {
    Checks.notBlank("accountId", accountId());
    Checks.notBlank("accountSlug", accountSlug());
    Checks.notBlank("planId", planId());
    Checks.notBlank("customerId", customerId());
    Checks.notBlank("customerEmail", customerEmail());
    Checks.notBlank("toltReferral", toltReferral());
    if (planId().isPresent() == customAmount().isPresent()
        || customAmount().isPresent() != customCredits().isPresent()) {
      throw new IllegalArgumentException(
          "planId is "
              + shown(planId())
              + ", customAmount is "
              + shown(customAmount())
              + ", customCredits is "
              + shown(customCredits())
              + "; allowed is either planId alone, or customAmount and customCredits");
    }
    if (customAmount().isPresent() && customAmount().get().compareTo(LEAST_AMOUNT) < 0) {
      throw new IllegalArgumentException(
          "customAmount is " + customAmount().get() + "; allowed is 99 or more");
    }
    if (customCredits().isPresent() && customCredits().get().signum() <= 0) {
      throw new IllegalArgumentException(
          "customCredits is " + customCredits().get() + "; allowed is more than 0");
    }
    TABLE.check(this);
  }

  @Override
  protected Endpoint<Checkout> endpoint() {
    return CreditsClient.CHECKOUT;
  }

  @Override
  protected byte[] body(Optional<String> clientsAccountSlug) {
    return TABLE.toJson(this, accountSlug(accountSlug(), clientsAccountSlug));
  }

  private static Object shown(Optional<?> value) {
    return value.isPresent() ? value.get() : "not set";
  }

  /** Builds {@link CheckoutRequest}. */
  public static final class Builder extends ModelBuilder<CheckoutRequest, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The account that buys, by its id, a UUID: not blank; required. */
    public Builder accountId(String accountId) {
      return set(ACCOUNT_ID, accountId);
    }

    /**
     * The account that buys, by its slug: not blank. The API requires one; if this is not set, the
     * request sends the client's own.
     */
    public Builder accountSlug(String accountSlug) {
      return set(ACCOUNT_SLUG, accountSlug);
    }

    /** The plan to buy: not blank; instead of {@link #customAmount} and {@link #customCredits}. */
    public Builder planId(String planId) {
      return set(PLAN_ID, planId);
    }

    /** What to pay, in USD: at least 99; together with {@link #customCredits}. */
    public Builder customAmount(BigDecimal customAmount) {
      return set(CUSTOM_AMOUNT, customAmount);
    }

    /**
     * How many credits to buy: more than 0; together with {@link #customAmount}. The base rate is 2
     * credits for 1 USD (newer documentation).
     */
    public Builder customCredits(BigDecimal customCredits) {
      return set(CUSTOM_CREDITS, customCredits);
    }

    /** The customer at Stripe, by its id: not blank. */
    public Builder customerId(String customerId) {
      return set(CUSTOMER_ID, customerId);
    }

    /** The customer's e-mail address: not blank. */
    public Builder customerEmail(String customerEmail) {
      return set(CUSTOMER_EMAIL, customerEmail);
    }

    /** The referral at Tolt, which pays affiliates: not blank. */
    public Builder toltReferral(String toltReferral) {
      return set(TOLT_REFERRAL, toltReferral);
    }

    /**
     * A field that the SDK does not model, by its JSON name.
     *
     * @param value a plain tree of Map, Collection, String, finite Number, Boolean and {@code
     *     null}; it is copied
     * @throws IllegalArgumentException if the tree holds anything else
     */
    public Builder putAdditionalProperties(String name, @Nullable Object value) {
      return keep(name, value);
    }

    /**
     * The request.
     *
     * @throws IllegalArgumentException if a text is blank, an amount is too small, the request does
     *     not name exactly one way to buy in full, or an additional property has the name of a
     *     modelled field
     * @throws IllegalStateException if {@code accountId} is missing
     */
    @Override
    public CheckoutRequest build() {
      return new CheckoutRequest(this);
    }
  }
}
