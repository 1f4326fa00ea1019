package com.talkturo.sdk.credits;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Checks;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Starts a purchase of credits: {@code POST /api/credits/checkout}. It names either a plan, or an
 * amount together with the credits to buy for it.
 */
@Value.Immutable
public abstract class CheckoutRequest extends ApiRequest<Checkout>
    implements WithAdditionalProperties {
  static final Table<CheckoutRequest, Void> TABLE =
      Table.ofRequest(
              Row.always("accountId", Kind.name(), CheckoutRequest::accountId),
              Row.ifPresent("planId", Kind.name(), CheckoutRequest::planId),
              Row.ifPresent("customAmount", Kind.decimal(), CheckoutRequest::customAmount),
              Row.ifPresent("customCredits", Kind.decimal(), CheckoutRequest::customCredits),
              Row.ifPresent("customerId", Kind.name(), CheckoutRequest::customerId),
              Row.ifPresent("customerEmail", Kind.name(), CheckoutRequest::customerEmail),
              Row.ifPresent("toltReferral", Kind.name(), CheckoutRequest::toltReferral))
          .withGiven("accountSlug");

  private static final BigDecimal LEAST_AMOUNT = new BigDecimal("99"); // Newer documentation.

  CheckoutRequest() {}

  /**
   * Starts a request; {@code accountId} is required, and so is either {@code planId} or both of
   * {@code customAmount} and {@code customCredits}.
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a request that equals this one. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** The account that buys, by its id. */
  public abstract String accountId();

  /** The account that buys, by its slug; the client's own if absent. */
  public abstract Optional<String> accountSlug();

  /** The plan to buy. */
  public abstract Optional<String> planId();

  /** What to pay, in USD. */
  public abstract Optional<BigDecimal> customAmount();

  /** How many credits to buy. */
  public abstract Optional<BigDecimal> customCredits();

  /** The customer at Stripe, by its id. */
  public abstract Optional<String> customerId();

  /** The customer's e-mail address. */
  public abstract Optional<String> customerEmail();

  /** The referral at Tolt. */
  public abstract Optional<String> toltReferral();

  @Value.Check
  void check() {
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
  protected final Endpoint<Checkout> endpoint() {
    return CreditsClient.CHECKOUT;
  }

  @Override
  protected final byte[] body(Optional<String> clientsAccountSlug) {
    return TABLE.toJson(this, accountSlug(accountSlug(), clientsAccountSlug));
  }

  private static Object shown(Optional<?> value) {
    return value.isPresent() ? value.get() : "not set";
  }

  /** Builds {@link CheckoutRequest}. */
  public static final class Builder {
    private final ImmutableCheckoutRequest.Builder generated =
        new ImmutableCheckoutRequest.Builder();

    Builder() {}

    /** The account that buys, by its id, a UUID: not blank; required. */
    public Builder accountId(String accountId) {
      generated.accountId(accountId);
      return this;
    }

    /**
     * The account that buys, by its slug: not blank. The API requires one; if this is not set, the
     * request sends the client's own.
     */
    public Builder accountSlug(String accountSlug) {
      generated.accountSlug(accountSlug);
      return this;
    }

    /** The plan to buy: not blank; instead of {@link #customAmount} and {@link #customCredits}. */
    public Builder planId(String planId) {
      generated.planId(planId);
      return this;
    }

    /** What to pay, in USD: at least 99; together with {@link #customCredits}. */
    public Builder customAmount(BigDecimal customAmount) {
      generated.customAmount(customAmount);
      return this;
    }

    /**
     * How many credits to buy: more than 0; together with {@link #customAmount}. The base rate is 2
     * credits for 1 USD (newer documentation).
     */
    public Builder customCredits(BigDecimal customCredits) {
      generated.customCredits(customCredits);
      return this;
    }

    /** The customer at Stripe, by its id: not blank. */
    public Builder customerId(String customerId) {
      generated.customerId(customerId);
      return this;
    }

    /** The customer's e-mail address: not blank. */
    public Builder customerEmail(String customerEmail) {
      generated.customerEmail(customerEmail);
      return this;
    }

    /** The referral at Tolt, which pays affiliates: not blank. */
    public Builder toltReferral(String toltReferral) {
      generated.toltReferral(toltReferral);
      return this;
    }

    /**
     * A field that the SDK does not model, by its JSON name.
     *
     * @param value a plain tree of Map, Collection, String, finite Number, Boolean and {@code
     *     null}; it is copied
     * @throws IllegalArgumentException if the tree holds anything else
     */
    public Builder putAdditionalProperties(String name, @Nullable Object value) {
      generated.putAdditionalProperties(name, Trees.copyOf(name, value));
      return this;
    }

    /**
     * The request.
     *
     * @throws IllegalArgumentException if a text is blank, an amount is too small, the request does
     *     not name exactly one way to buy in full, or an additional property has the name of a
     *     modelled field
     * @throws IllegalStateException if {@code accountId} is missing
     */
    public CheckoutRequest build() {
      return generated.build();
    }
  }
}
